import fc from 'fast-check';
import { DEFAULT_WEEK, type DayException, type WorkingCalendar, addDays, isWorkingDay, rangeOfDays } from '../kernel/index.ts';
import { spread } from './expansion/spread.rules.ts';
import { paceOf } from './progress/pace.rules.ts';
import { lastDayOf } from './windows/window.rules.ts';

const calendarOf = (...exceptions: [string, DayException][]): WorkingCalendar => ({ week: DEFAULT_WEEK, exceptions: new Map(exceptions), timeZone: 'Asia/Shanghai' });
const away = (from: string, until: string): [string, DayException][] => rangeOfDays(from, until).map((day) => [day, 'holiday']);
const office = calendarOf();
// Monday to Friday of two weeks: 2026-03-02 … 2026-03-13.
const slot = { on: '2026-03-09', windowFrom: '2026-03-02', windowTo: '2026-03-13' };

const aCalendar = fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.constantFrom<DayException>('holiday', 'working')), { maxLength: 40 }).map((days) => calendarOf(...days.map(([day, kind]): [string, DayException] => [addDays('2026-03-01', day), kind])));
const aSlot = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })).map(([on, before, after]) => {
  const day = addDays('2026-03-01', on);
  return { on: day, windowFrom: addDays(day, -before), windowTo: addDays(day, after) };
});

describe('the due days of planned touchpoints', () => {
  it.each([
    ['one stands in the middle', 1, slot, '2026-01-01', office, ['2026-03-09']],
    ['two have room', 2, slot, '2026-01-01', office, ['2026-03-04', '2026-03-11']],
    ['what is over is not used', 2, slot, '2026-03-12', office, ['2026-03-12', '2026-03-13']],
    ['a window that is over has none', 2, slot, '2026-03-14', office, []],
    ['nobody works in the window: the due day', 2, slot, '2026-01-01', calendarOf(...away('2026-03-01', '2026-03-20')), ['2026-03-09', '2026-03-09']],
    ['nobody works in it and the due day is over: the first that is left', 1, slot, '2026-03-11', calendarOf(...away('2026-03-01', '2026-03-20')), ['2026-03-11']],
    ['a make-up day is worked', 1, { on: '2026-03-14', windowFrom: '2026-03-14', windowTo: '2026-03-14' }, '2026-01-01', calendarOf(['2026-03-14', 'working']), ['2026-03-14']],
    ['nothing for nobody', 0, slot, '2026-01-01', office, []],
  ])('%s', (_name, count, given, notBefore, calendar, days) => expect(spread(count, given, notBefore, calendar)).toEqual(days));

  it('lie in the window, on worked days where there are any, as many on each within one, and are the same every time', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 80 }), aSlot, fc.integer({ min: -20, max: 50 }), aCalendar, (count, given, today, calendar) => {
      const notBefore = addDays('2026-03-01', today);
      const found = spread(count, given, notBefore, calendar);
      expect(spread(count, given, notBefore, calendar)).toEqual(found);
      if (notBefore > given.windowTo) return expect(found).toEqual([]);
      expect(found).toHaveLength(count);
      expect(found).toEqual([...found].sort());
      for (const day of found) expect(day >= given.windowFrom && day <= given.windowTo && day >= notBefore).toBe(true);
      const open = rangeOfDays(given.windowFrom < notBefore ? notBefore : given.windowFrom, addDays(given.windowTo, 1)).filter((day) => isWorkingDay(day, calendar));
      if (open.length === 0) return;
      const counts = open.map((day) => found.filter((one) => one === day).length);
      expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('the last day of a window', () => {
  const window = { windowFrom: '2026-03-02', windowUntil: '2026-03-06', dueOn: '2026-03-04' };
  it.each([
    ['its own', window, office, '2026-03-06'],
    ['its own while one day of it is worked', window, calendarOf(...away('2026-03-02', '2026-03-06')), '2026-03-06'],
    ['the return of an owner who was away for all of it', window, calendarOf(...away('2026-03-02', '2026-03-11')), '2026-03-11'],
    ['a return behind a weekend', window, calendarOf(...away('2026-03-02', '2026-03-07')), '2026-03-09'],
    ['the day that it was moved to', { ...window, dueOn: '2026-03-20' }, office, '2026-03-20'],
    ['half a day is worked', window, calendarOf(...away('2026-03-02', '2026-03-07'), ['2026-03-04', [{ from: '09:00', until: '12:00' }]]), '2026-03-06'],
  ])('%s', (_name, given, calendar, last) => expect(lastDayOf(given, calendar)).toBe(last));

  it('is never before its end, and worked where the window has no worked day', () => {
    fc.assert(fc.property(aSlot, aCalendar, ({ on, windowFrom, windowTo }, calendar) => {
      const last = lastDayOf({ windowFrom, windowUntil: windowTo, dueOn: on }, calendar)!;
      const isWorked = rangeOfDays(windowFrom, addDays(windowTo, 1)).some((day) => isWorkingDay(day, calendar));
      expect(last >= windowTo).toBe(true);
      expect(isWorked ? last === windowTo : isWorkingDay(last, calendar)).toBe(true);
    }));
  });
});

describe('the pace of a plan', () => {
  const period = { fromOn: '2026-01-01', untilOn: '2026-01-11' };
  it.each([
    ['2026-01-01', 5, null], ['2025-12-01', 5, null], ['2026-01-06', 39, 'under'], ['2026-01-06', 40, 'on_schedule'], ['2026-01-06', 60, 'on_schedule'], ['2026-01-06', 61, 'over'], ['2027-01-01', 79, 'under'], ['2027-01-01', 80, 'on_schedule'],
  ])('%s with %i of 100: %s', (today, kept, verdict) => expect(paceOf({ kept, goal: 100 }, period, today)?.verdict ?? null).toBe(verdict));
  it('is unknown where nothing is aimed at', () => expect(paceOf({ kept: 0, goal: 0 }, period, '2026-01-06')).toBeNull());
});
