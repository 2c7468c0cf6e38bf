import fc from 'fast-check';
import { localDateOf, localMinutesOf, minutesOfTime } from './time-zones.ts';
import { type DayException, type WorkingCalendar, isWorkingDay, shiftsOn } from './working-days.ts';
import { addWorkingHours, closingOf, otherHalfOfDay, skipToOpening, workingHoursBetween } from './working-time.ts';
import { DEFAULT_WEEK, weekOf } from './working-week.ts';

const calendar = (over: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  week: DEFAULT_WEEK, timeZone: 'Asia/Shanghai',
  exceptions: new Map([['2026-05-01', 'holiday'], ['2026-05-04', 'holiday'], ['2026-05-05', 'holiday'], ['2026-05-09', 'working']]),
  ...over,
});
const china = calendar();
const at = (local: string): Date => new Date(`${local}:00+08:00`);
const never = expect.objectContaining({ code: 'calendar_never_opens' }) as Error;

describe('skipping to the opening', () => {
  it.each([
    ['2026-04-30T10:30', '2026-04-30T10:30', 'within hours it stays'],
    ['2026-04-30T09:00', '2026-04-30T09:00', 'at the opening it stays'],
    ['2026-04-30T07:00', '2026-04-30T09:00', 'before the opening it waits for it'],
    ['2026-04-30T18:00', '2026-05-06T09:00', 'at the closing, over holidays and a weekend'],
    ['2026-05-02T12:00', '2026-05-06T09:00', 'on a closed day'],
    ['2026-05-08T20:00', '2026-05-09T09:00', 'to a make-up Saturday'],
    ['2026-05-09T20:00', '2026-05-11T09:00', 'and over the Sunday'],
  ])('%s → %s (%s)', (from, to) => {
    expect(skipToOpening(at(from), china)).toEqual(at(to));
  });

  it('always lands in working time, never before, and stays there', () => {
    const instants = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(instants, fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'), (instant, timeZone) => {
      const zoned = calendar({ timeZone });
      const opening = skipToOpening(instant, zoned);
      const minutes = localMinutesOf(opening, timeZone);
      expect(isWorkingDay(localDateOf(opening, timeZone), zoned) && minutes >= 540 && minutes < 1080 && opening >= instant).toBe(true);
      expect(skipToOpening(opening, zoned)).toEqual(opening);
    }));
  });
});

describe('working hours', () => {
  it.each([
    ['2026-04-29T14:00', 4, '2026-04-29T18:00', 'a full afternoon ends at the closing'],
    ['2026-04-29T14:00', 4.5, '2026-04-30T09:30', 'the rest follows the next morning'],
    ['2026-04-30T17:00', 10, '2026-05-06T18:00', 'over holidays'],
    ['2026-05-08T17:30', 1, '2026-05-09T09:30', 'a make-up day counts'],
    ['2026-05-03T03:00', 0, '2026-05-06T09:00', 'none still waits for the opening'],
    ['2026-04-06T08:00', 90, '2026-04-17T18:00', 'ten days of nine'],
  ])('%s + %d h = %s (%s)', (from, hours, to) => {
    expect(addWorkingHours(at(from), hours, china)).toEqual(at(to));
  });

  it('last as long as the clock really runs when a day is open round the clock', () => {
    const always = calendar({ week: weekOf([1, 2, 3, 4, 5, 6, 7], ['00:00', '24:00']), exceptions: new Map(), timeZone: 'Europe/Berlin' });
    expect(addWorkingHours(new Date('2026-03-28T12:00:00Z'), 48, always)).toEqual(new Date('2026-03-30T12:00:00Z'));
  });

  it('find nothing on a day whose short hours the clock skips', () => {
    const night = calendar({ week: weekOf([6, 7], ['02:30', '03:00']), exceptions: new Map(), timeZone: 'Europe/Berlin' });
    expect(addWorkingHours(new Date('2026-03-28T01:30:00Z'), 1, night)).toEqual(new Date('2026-04-04T01:00:00Z'));
  });

  it('add up', () => {
    const quarters = fc.integer({ min: 0, max: 200 }).map((n) => n / 4);
    fc.assert(fc.property(quarters, quarters, (a, b) => {
      const start = at('2026-04-20T09:00');
      expect(addWorkingHours(addWorkingHours(start, a, china), b, china)).toEqual(b === 0 ? skipToOpening(addWorkingHours(start, a, china), china) : addWorkingHours(start, a + b, china));
    }));
  });

  it.each([-1, NaN, Infinity, 100_001])('refuse %d hours', (hours) => {
    expect(() => addWorkingHours(at('2026-04-29T14:00'), hours, china)).toThrow(RangeError);
  });
});

describe('the other half of the next working day', () => {
  it.each([
    ['2026-04-29T10:00', '2026-04-30', 'afternoon', '2026-04-30T13:30', '2026-04-30T18:00'],
    ['2026-04-29T13:29', '2026-04-30', 'afternoon', '2026-04-30T13:30', '2026-04-30T18:00'],
    ['2026-04-29T13:30', '2026-04-30', 'morning', '2026-04-30T09:00', '2026-04-30T13:30'],
    ['2026-04-30T16:00', '2026-05-06', 'morning', '2026-05-06T09:00', '2026-05-06T13:30'],
    ['2026-05-02T08:00', '2026-05-06', 'afternoon', '2026-05-06T13:30', '2026-05-06T18:00'],
  ])('after %s is %s, %s', (attempt, on, half, from, until) => {
    expect(otherHalfOfDay(at(attempt), china)).toEqual({ on, half, from: at(from), until: at(until) });
  });
});

it('a calendar that never opens is refused everywhere', () => {
  for (const bad of [calendar({ week: weekOf([]), exceptions: new Map() }), calendar({ week: weekOf([1, 2, 3, 4, 5], ['18:00', '18:00']) }), calendar({ week: weekOf([1, 2], ['22:00', '06:00']) })]) {
    expect(() => skipToOpening(at('2026-04-29T14:00'), bad)).toThrow(never);
    expect(() => closingOf(at('2026-04-29T14:00'), bad)).toThrow(never);
    expect(() => addWorkingHours(at('2026-04-29T14:00'), 1, bad)).toThrow(never);
    expect(() => otherHalfOfDay(at('2026-04-29T14:00'), bad)).toThrow(never);
  }
});

describe('several shifts a day', () => {
  const split = calendar({
    week: [...weekOf([1, 2, 3, 4], ['09:00', '12:00'], ['13:30', '18:00']).slice(0, 4), [{ from: '09:00', until: '12:00' }], [], []],
    exceptions: new Map<string, DayException>([['2026-05-01', 'holiday'], ['2026-05-04', 'holiday'], ['2026-05-05', 'holiday'], ['2026-05-09', 'working'], ['2026-05-12', [{ from: '13:30', until: '18:00' }]], ['2026-05-13', [{ from: '09:00', until: '12:00' }]]]),
  });

  it.each([
    ['2026-04-29T12:00', '2026-04-29T13:30', 'in the break it waits for the afternoon'],
    ['2026-04-29T11:59', '2026-04-29T11:59', 'in the morning it stays'],
    ['2026-04-24T12:00', '2026-04-27T09:00', 'Friday afternoon is closed'],
    ['2026-05-08T12:00', '2026-05-09T09:00', 'a make-up day follows'],
    ['2026-05-12T08:00', '2026-05-12T13:30', 'half a day away'],
  ])('%s opens at %s (%s)', (from, to) => { expect(skipToOpening(at(from), split)).toEqual(at(to)); });

  it.each([
    ['2026-04-29T11:00', 1, '2026-04-29T12:00', 'what fills the morning ends at noon'],
    ['2026-04-29T11:00', 1.5, '2026-04-29T14:00', 'the rest follows after the break'],
    ['2026-04-30T16:00', 4, '2026-05-06T11:00', 'over holidays'],
    ['2026-05-08T11:00', 8.5, '2026-05-09T18:00', 'a make-up day has the hours of a usual day'],
    ['2026-05-11T17:00', 5.5, '2026-05-12T18:00', 'half a day counts half'],
    ['2026-12-31T17:00', 2, '2027-01-01T10:00', 'over the turn of a year'],
  ])('%s + %d h = %s (%s)', (from, hours, to) => { expect(addWorkingHours(at(from), hours, split)).toEqual(at(to)); });

  it.each([['2026-04-29T10:00', '2026-04-29T18:00'], ['2026-04-24T10:00', '2026-04-24T12:00'], ['2026-04-24T13:00', '2026-04-27T18:00'], ['2026-05-13T09:00', '2026-05-13T12:00']])('%s closes at %s', (from, to) => {
    expect(closingOf(at(from), split)).toEqual(at(to));
  });

  it.each([
    ['2026-04-28T12:30', '2026-04-29', 'afternoon', '2026-04-29T13:30', '2026-04-29T18:00', 'the break belongs to the morning'],
    ['2026-04-28T14:00', '2026-04-29', 'morning', '2026-04-29T09:00', '2026-04-29T12:00', 'the halves meet at the break'],
    ['2026-05-11T14:00', '2026-05-13', 'morning', '2026-05-13T09:00', '2026-05-13T12:00', 'a morning off is passed over'],
    ['2026-05-12T09:00', '2026-05-14', 'afternoon', '2026-05-14T13:30', '2026-05-14T18:00', 'an afternoon off too'],
    ['2026-04-23T10:00', '2026-04-24', 'afternoon', '2026-04-24T10:30', '2026-04-24T12:00', 'a short day has halves of its own'],
  ])('after %s is %s, %s', (attempt, on, half, from, until) => { expect(otherHalfOfDay(at(attempt), split)).toEqual({ on, half, from: at(from), until: at(until) }); });

  it('take what there is when nobody ever works the other half', () => {
    const mornings = [{ from: '09:00', until: '12:00' }];
    const days = Array.from({ length: 31 }, (_, i) => [`2026-07-${String(i + 1).padStart(2, '0')}`, [1, 2, 3, 4, 5].includes(new Date(Date.UTC(2026, 6, i + 1)).getUTCDay()) ? mornings : []] as const);
    const away = calendar({ exceptions: new Map<string, DayException>(days) });
    expect(otherHalfOfDay(at('2026-07-01T09:30'), away)).toEqual({ on: '2026-07-02', half: 'morning', from: at('2026-07-02T09:00'), until: at('2026-07-02T12:00') });
  });
});

describe('clocks that change', () => {
  it.each([
    ['Europe/Berlin', ['02:00', '02:45'], '2026-03-29', 0, 'a shift that the clock skips is no time'],
    ['Europe/Berlin', ['01:30', '02:30'], '2026-03-29', 0.5, 'of one that begins before the skip the beginning stays'],
    ['Europe/Berlin', ['02:30', '04:00'], '2026-03-29', 1, 'of one that ends after it the end'],
    ['Europe/Berlin', ['01:00', '04:00'], '2026-03-29', 2, 'over the skip'],
    ['Europe/Berlin', ['01:00', '04:00'], '2026-10-25', 4, 'over the hour that comes twice'],
    ['Europe/Berlin', ['02:00', '03:00'], '2026-10-25', 2, 'the hour that comes twice'],
    ['Australia/Lord_Howe', ['01:00', '03:00'], '2026-10-04', 1.5, 'half an hour is skipped'],
    ['Pacific/Apia', ['09:00', '18:00'], '2011-12-30', 0, 'a day that does not exist'],
    ['Africa/Cairo', ['00:00', '02:00'], '2026-04-24', 1, 'midnight is skipped'],
  ] satisfies [string, [string, string], string, number, string][])('%s %j on %s is %d h (%s)', (zone, hours, day, expected) => {
    const noon = new Date(Date.parse(`${day}T12:00:00Z`));
    const onDay = calendar({ week: weekOf([]), exceptions: new Map([[day, [{ from: hours[0], until: hours[1] }]]]), timeZone: zone });
    expect(workingHoursBetween(new Date(noon.getTime() - 48 * 3_600_000), new Date(noon.getTime() + 48 * 3_600_000), onDay)).toBe(expected);
  });
});

describe('working time of any calendar', () => {
  const hours = fc.constantFrom<[string, string][]>([['09:00', '18:00']], [['09:00', '12:00'], ['13:00', '17:30']], [['00:00', '02:30'], ['02:45', '24:00']], [['06:00', '08:00'], ['10:00', '11:00'], ['20:15', '23:59']]);
  const day = fc.integer({ min: 0, max: 730 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const aCalendar = fc.record({
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/St_Johns'),
    week: fc.tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), hours).map(([days, shifts]) => weekOf(days, ...shifts)),
    exceptions: fc.array(fc.tuple(day, fc.constantFrom<DayException>('holiday', 'working', [{ from: '13:00', until: '15:00' }])), { maxLength: 30 }).map((list) => new Map(list)),
  });
  const instants = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-11-30T00:00:00Z'), noInvalidDate: true });
  const quarters = fc.integer({ min: 0, max: 600 }).map((n) => n / 4);

  it('never begins or ends on a closed day, nor outside a shift', () => {
    fc.assert(fc.property(instants, quarters, aCalendar, (instant, n, of) => {
      for (const [moment, mayBeEnd] of [[skipToOpening(instant, of), false], [addWorkingHours(instant, n, of), true]] as const) {
        const inside = new Date(moment.getTime() - (mayBeEnd && n > 0 ? 1 : 0));
        const minutes = localMinutesOf(inside, of.timeZone);
        expect(shiftsOn(localDateOf(inside, of.timeZone), of).some(({ from, until }) => minutes >= minutesOfTime(from) && minutes < minutesOfTime(until))).toBe(true);
      }
    }));
  });

  it('is monotone in the instant and in the hours', () => {
    fc.assert(fc.property(instants, instants, quarters, quarters, aCalendar, (a, b, m, n, of) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(skipToOpening(early, of) <= skipToOpening(late, of)).toBe(true);
      expect(addWorkingHours(early, n, of) <= addWorkingHours(late, n, of)).toBe(true);
      expect(addWorkingHours(a, Math.min(m, n), of) <= addWorkingHours(a, Math.max(m, n), of)).toBe(true);
      expect(closingOf(early, of) <= closingOf(late, of)).toBe(true);
    }));
  });

  it('counts back to what was added', () => {
    fc.assert(fc.property(instants, quarters, aCalendar, (instant, n, of) => {
      const later = addWorkingHours(instant, n, of);
      expect(workingHoursBetween(instant, later, of)).toBeCloseTo(n, 9);
      expect(workingHoursBetween(later, instant, of)).toBeCloseTo(-n, 9);
    }));
  });

  it('offers a half that lies in working time after the attempt', () => {
    fc.assert(fc.property(instants, aCalendar, (attempt, of) => {
      const { on, from, until } = otherHalfOfDay(attempt, of);
      expect([isWorkingDay(on, of), from < until, from > attempt, skipToOpening(from, of)]).toEqual([true, true, true, from]);
      expect(localDateOf(from, of.timeZone)).toBe(on);
    }));
  });
});
