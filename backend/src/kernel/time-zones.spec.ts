import fc from 'fast-check';
import { dateOfDayNumber, dayNumber, rangeOfDays } from './local-dates.ts';
import { endOfDay, instantOf, isTimeZone, localDateOf, localMinutesOf, minutesOfTime, startOfDay } from './time-zones.ts';

const ZONES = [
  'UTC', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Kathmandu', 'Europe/Berlin', 'Europe/Dublin', 'America/New_York', 'America/Sao_Paulo', 'America/Havana',
  'America/Toronto', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Casablanca', 'Asia/Beirut', 'Africa/Monrovia',
];
const aZone = fc.constantFrom(...ZONES);
const aDay = fc.integer({ min: dayNumber('1850-01-01'), max: dayNumber('2120-01-01') }).map(dateOfDayNumber);
const aTime = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const anInstant = fc.date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2120-01-01T00:00:00Z'), noInvalidDate: true });
const utc = (date: string, time: string, zone: string): string => instantOf(date, time, zone).toISOString();

describe('a time zone', () => {
  it.each([...ZONES, 'Asia/Calcutta', 'Etc/GMT+8'])('%s is one', (name) => expect(isTimeZone(name)).toBe(true));
  it.each(['', 'Mars/Olympus', '+08:00', '-05:00', 'asia/shanghai', 'GMT+8', null, 8])('%p is none', (name) => expect(isTimeZone(name)).toBe(false));
  it('that is unknown is an error each time it is used', () => {
    expect(() => localDateOf(new Date(0), 'Mars/Olympus')).toThrow(/time zone/);
    expect(() => localDateOf(new Date(0), 'Mars/Olympus')).toThrow(/time zone/);
  });
});

describe('the local day of an instant', () => {
  it.each([
    ['2026-01-01T15:59:59Z', 'Asia/Shanghai', '2026-01-01'], ['2026-01-01T16:00:00Z', 'Asia/Shanghai', '2026-01-02'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'], ['2026-01-01T00:00:00+08:00', 'UTC', '2025-12-31'],
    ['2026-01-01 00:00:00+00', 'Pacific/Kiritimati', '2026-01-01'], ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'], ['1900-12-31T15:54:16Z', 'Asia/Shanghai', '1900-12-31'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDateOf(instant, zone)).toBe(expected);
    expect(localDateOf(new Date(instant), zone)).toBe(expected);
  });

  it.each(['2026-01-01', '2026-01-01T00:00:00', 'yesterday', '2026-99-01T00:00:00Z'])('is not known for %s', (text) => {
    expect(() => localDateOf(text, 'UTC')).toThrow(RangeError);
  });

  it('is not known for an invalid Date', () => {
    expect(() => localDateOf(new Date(NaN), 'UTC')).toThrow(RangeError);
  });

  it('and its minutes agree with Temporal in any order of questions', () => {
    fc.assert(fc.property(anInstant, aZone, (instant, zone) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
      expect(localDateOf(instant, zone)).toBe(zoned.toPlainDate().toString());
      expect(localMinutesOf(instant, zone)).toBe(zoned.hour * 60 + zoned.minute);
    }), { numRuns: 1000 });
  });
});

describe('a local day and time', () => {
  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z', 'skipped: later by the gap'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'twice: the earlier'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z', 'once, just after'],
    ['2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00:00.000Z', 'skipped'],
    ['2026-05-01', '09:00', 'Asia/Shanghai', '2026-05-01T01:00:00.000Z', 'plain'],
    ['2026-05-01', '24:00', 'Asia/Shanghai', '2026-05-01T16:00:00.000Z', 'the end of the day'],
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z', 'a day that was left out'],
  ])('%s %s in %s is %s (%s)', (date, time, zone, expected) => {
    expect(utc(date, time, zone)).toBe(expected);
  });

  it('is the instant that Temporal calls compatible', () => {
    fc.assert(fc.property(aDay, aTime, aZone, (date, time, zone) => {
      const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
      expect(instantOf(date, time, zone).getTime()).toBe(expected.epochMilliseconds);
    }), { numRuns: 1000 });
  });

  it.each(['9:00', '24:01', '12:60', '', '12:00:00'])('does not take %p for a time', (time) => {
    expect(() => minutesOfTime(time)).toThrow(RangeError);
  });
});

describe('the bounds of a local day', () => {
  it.each([
    ['2026-05-01', 'Asia/Shanghai', '2026-04-30T16:00:00.000Z', 24],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 23],
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z', 23.5],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 0],
  ])('%s in %s begins at %s and lasts %d hours', (date, zone, start, hours) => {
    expect(startOfDay(date, zone).toISOString()).toBe(start);
    expect((endOfDay(date, zone).getTime() - startOfDay(date, zone).getTime()) / 3_600_000).toBe(hours);
  });

  it('agree with Temporal on every day of two years', () => {
    for (const zone of ZONES) {
      for (const date of rangeOfDays('2018-01-01', '2020-01-01')) {
        expect(startOfDay(date, zone).getTime()).toBe(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
      }
    }
  });
});

it('Temporal is asked once for each stretch of a zone, not for each of a hundred thousand instants', () => {
  const asked = jest.spyOn(Temporal.Instant, 'fromEpochMilliseconds');
  for (let i = 0; i < 125_000; i++) localDateOf(new Date(1.2e12 + i * 3.7e6), 'Europe/Lisbon');
  expect(asked.mock.calls.length).toBeGreaterThan(0);
  expect(asked.mock.calls.length).toBeLessThan(50);
  asked.mockRestore();
});
