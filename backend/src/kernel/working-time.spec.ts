import fc from 'fast-check';
import { localDateOf, localMinutesOf } from './time-zones.ts';
import { type WorkingCalendar, isWorkingDay } from './working-days.ts';
import { addWorkingHours, otherHalfOfDay, skipToOpening } from './working-time.ts';

const calendar = (over: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00', timeZone: 'Asia/Shanghai',
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
    const always = calendar({ weekdays: [1, 2, 3, 4, 5, 6, 7], exceptions: new Map(), opensAt: '00:00', closesAt: '24:00', timeZone: 'Europe/Berlin' });
    expect(addWorkingHours(new Date('2026-03-28T12:00:00Z'), 48, always)).toEqual(new Date('2026-03-30T12:00:00Z'));
  });

  it('find nothing on a day whose short hours the clock skips', () => {
    const night = calendar({ weekdays: [6, 7], exceptions: new Map(), opensAt: '02:30', closesAt: '03:00', timeZone: 'Europe/Berlin' });
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
  for (const bad of [calendar({ weekdays: [], exceptions: new Map() }), calendar({ opensAt: '18:00' }), calendar({ opensAt: '22:00', closesAt: '06:00' })]) {
    expect(() => skipToOpening(at('2026-04-29T14:00'), bad)).toThrow(never);
    expect(() => addWorkingHours(at('2026-04-29T14:00'), 1, bad)).toThrow(never);
    expect(() => otherHalfOfDay(at('2026-04-29T14:00'), bad)).toThrow(never);
  }
});
