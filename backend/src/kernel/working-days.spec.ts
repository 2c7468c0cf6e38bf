import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, rangeOfDays } from './local-dates.ts';
import { type CalendarException, type WorkingCalendar, addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts';

/** National Day 2026 in mainland China as an example: a holiday week with make-up days on a Sunday before and a Saturday after. */
const calendar = (over: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00', timeZone: 'Asia/Shanghai',
  exceptions: new Map<string, CalendarException>([
    ['2026-09-20', 'working'], ...rangeOfDays('2026-10-01', '2026-10-08').map((day) => [day, 'holiday'] as const), ['2026-10-10', 'working'],
  ]),
  ...over,
});
const week = calendar();
const closed = calendar({ weekdays: [], exceptions: new Map() });
const never = expect.objectContaining({ code: 'calendar_never_opens' }) as Error;

const aDate = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dateOfDayNumber);
const aCalendar = fc.record({
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  exceptions: fc.array(fc.tuple(aDate, fc.constantFrom<CalendarException>('holiday', 'working')), { maxLength: 60 }).map((list) => new Map(list)),
}).map(calendar);
const plainCount = (from: string, until: string, of: WorkingCalendar): number => rangeOfDays(from, until).filter((day) => isWorkingDay(day, of)).length;

describe('working days', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'], ['2026-10-09', 1, '2026-10-10'], ['2026-09-18', 1, '2026-09-20'], ['2026-10-10', 1, '2026-10-12'],
    ['2026-10-08', -1, '2026-09-30'], ['2026-10-12', -1, '2026-10-10'], ['2026-10-03', 0, '2026-10-08'], ['2026-10-09', 0, '2026-10-09'],
    ['2026-09-18', 10, '2026-10-08'], ['2026-10-08', -10, '2026-09-18'], ['2026-11-02', 260, '2027-11-01'],
  ])('%s %i → %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, week)).toBe(expected);
  });

  it('begin on the day itself when it is worked', () => {
    expect([nextWorkingDay('2026-10-09', week), nextWorkingDay('2026-10-03', week)]).toEqual(['2026-10-09', '2026-10-08']);
  });

  it('are counted half-open, and negative backwards', () => {
    expect(workingDaysBetween('2026-09-28', '2026-10-12', week)).toBe(6);
    expect(workingDaysBetween('2026-10-12', '2026-09-28', week)).toBe(-6);
    expect(workingDaysBetween('2026-10-08', '2026-10-08', week)).toBe(0);
  });

  it('may be make-up days alone, until there are no more', () => {
    const rare = calendar({ weekdays: [] });
    expect([addWorkingDays('2026-01-01', 2, rare), addWorkingDays('2026-12-31', -2, rare), nextWorkingDay('2026-09-21', rare)]).toEqual(['2026-10-10', '2026-09-20', '2026-10-10']);
    expect(() => addWorkingDays('2026-01-01', 3, rare)).toThrow(never);
    expect(() => addWorkingDays('2026-09-20', -1, rare)).toThrow(never);
  });

  it('are refused, not sought for ever, when the calendar never opens', () => {
    expect(() => nextWorkingDay('2026-01-01', closed)).toThrow(never);
    expect(() => addWorkingDays('2026-01-01', -5, closed)).toThrow(never);
    expect(() => nextWorkingDay('2026-01-01', calendar({ weekdays: [0, 8], exceptions: new Map() }))).toThrow(never);
    expect(() => addWorkingDays('2026-01-01', 1.5, week)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-01-01', NaN, week)).toThrow(RangeError);
  });

  it('agree with a count day by day', () => {
    fc.assert(fc.property(aDate, fc.integer({ min: 0, max: 500 }), aCalendar, (from, length, of) => {
      const until = addDays(from, length);
      expect(workingDaysBetween(from, until, of)).toBe(plainCount(from, until, of));
      expect(workingDaysBetween(until, from, of) + plainCount(from, until, of)).toBe(0);
    }));
  });

  it('land on a working day with exactly so many between', () => {
    fc.assert(fc.property(aDate, fc.integer({ min: 1, max: 300 }), aCalendar, (date, days, of) => {
      const later = addWorkingDays(date, days, of);
      expect([isWorkingDay(later, of), plainCount(addDays(date, 1), addDays(later, 1), of)]).toEqual([true, days]);
      const earlier = addWorkingDays(date, -days, of);
      expect([isWorkingDay(earlier, of), plainCount(earlier, date, of)]).toEqual([true, days]);
    }));
  });
});
