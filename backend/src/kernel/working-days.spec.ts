import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, rangeOfDays } from './local-dates.ts';
import { type CalendarException, type DayException, type WorkingCalendar, addWorkingDays, isWorkingDay, nextWorkingDay, shiftsOn, workingDaysAmong, workingDaysBetween, workingDaysOfWeeks } from './working-days.ts';
import { DEFAULT_WEEK, type Shift, weekOf } from './working-week.ts';

/** National Day 2026 in mainland China as an example: a holiday week with make-up days on a Sunday before and a Saturday after. */
const calendar = (over: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  week: DEFAULT_WEEK, timeZone: 'Asia/Shanghai',
  exceptions: new Map<string, CalendarException>([
    ['2026-09-20', 'working'], ...rangeOfDays('2026-10-01', '2026-10-08').map((day) => [day, 'holiday'] as const), ['2026-10-10', 'working'],
  ]),
  ...over,
});
const week = calendar();
const closed = calendar({ week: weekOf([]), exceptions: new Map() });
const shifts = (...hours: [string, string][]): Shift[] => hours.map(([from, until]) => ({ from, until }));
const never = expect.objectContaining({ code: 'calendar_never_opens' }) as Error;

const aDate = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dateOfDayNumber);
const aCalendar = fc.record({
  week: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((days) => weekOf(days, ['09:00', '12:00'], ['13:00', '18:00'])),
  exceptions: fc.array(fc.tuple(aDate, fc.constantFrom<DayException>('holiday', 'working', [], shifts(['09:00', '12:00']))), { maxLength: 60 }).map((list) => new Map(list)),
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

  it('are counted for many weeks as for each alone', () => {
    const mondays = rangeOfDays('2025-12-29', '2027-01-05').filter((_, i) => i % 7 === 0);
    fc.assert(fc.property(aCalendar, (of) => { expect(workingDaysOfWeeks(mondays, of)).toEqual(mondays.map((monday) => plainCount(monday, addDays(monday, 7), of))); }));
  });

  it('are found among days in a row as by asking each', () => {
    const days = rangeOfDays('2026-09-16', '2026-10-20');
    fc.assert(fc.property(aCalendar, fc.nat(34), (of, from) => { expect(workingDaysAmong(days.slice(from), of)).toEqual(days.slice(from).filter((day) => isWorkingDay(day, of))); }));
    expect(workingDaysAmong([], week)).toEqual([]);
  });

  it('may be days with shifts of their own alone, until there are no more', () => {
    const rare = calendar({ week: weekOf([]), exceptions: new Map<string, DayException>([['2026-09-20', shifts(['09:00', '12:00'])], ['2026-10-10', shifts(['09:00', '12:00'])], ['2026-10-11', 'working']]) });
    expect([addWorkingDays('2026-01-01', 2, rare), addWorkingDays('2026-12-31', -2, rare), nextWorkingDay('2026-09-21', rare)]).toEqual(['2026-10-10', '2026-09-20', '2026-10-10']);
    expect(() => addWorkingDays('2026-01-01', 3, rare)).toThrow(never);
    expect(() => addWorkingDays('2026-09-20', -1, rare)).toThrow(never);
  });

  it('have the shifts of their weekday, make-up days those of a usual day, and none for who never works', () => {
    const long = [['08:00', '12:00'], ['13:00', '17:00']] as const;
    const mixed = weekOf([1, 2, 3, 4], ...long).map((day, i) => (i === 4 ? shifts(['08:00', '12:00']) : day));
    const of = calendar({ week: mixed, exceptions: new Map<string, DayException>([['2026-10-03', 'working'], ['2026-10-02', 'working'], ['2026-10-05', 'holiday'], ['2026-10-06', shifts(['13:00', '17:00'])]]) });
    const textOn = (date: string): string => shiftsOn(date, of).map(({ from, until }) => `${from}-${until}`).join(' ');
    expect(['2026-10-01', '2026-10-09', '2026-10-03', '2026-10-02', '2026-10-04', '2026-10-05', '2026-10-06'].map(textOn)).toEqual([
      '08:00-12:00 13:00-17:00', '08:00-12:00', '08:00-12:00 13:00-17:00', '08:00-12:00 13:00-17:00', '', '', '13:00-17:00',
    ]);
    const off = calendar({ week: weekOf([]), exceptions: new Map([['2026-10-10', 'working']]) });
    expect([isWorkingDay('2026-10-10', off), shiftsOn('2026-10-10', off)]).toEqual([false, []]);
  });

  it('are refused, not sought for ever, when the calendar never opens', () => {
    expect(() => nextWorkingDay('2026-01-01', closed)).toThrow(never);
    expect(() => addWorkingDays('2026-01-01', -5, closed)).toThrow(never);
    expect(() => nextWorkingDay('2026-01-01', calendar({ week: [], exceptions: new Map() }))).toThrow(never);
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
