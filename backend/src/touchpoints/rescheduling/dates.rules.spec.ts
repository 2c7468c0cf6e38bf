import fc from 'fast-check';
import { DEFAULT_WEEK, type DayException, type WorkingCalendar, addDays, addWorkingDays, isWorkingDay, localDateOf, rangeOfDays } from '../../kernel/index.ts';
import { type Dated, isOutsideHours, shiftedDates, takenOver } from './dates.rules.ts';

/** Away from Tuesday to Thursday of the second week of March 2026. */
const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map<string, DayException>(rangeOfDays('2026-03-10', '2026-03-13').map((day) => [day, 'holiday'])), timeZone: 'Asia/Shanghai' };
const on = { calendar, today: '2026-03-09' };
const at = (local: string): Date => new Date(`${local}:00+08:00`);
const due = (id: string, dueOn: string, time?: string): Dated => ({ id, dueOn, dueAt: time ? at(`${dueOn}T${time}`) : null });
const days = (touchpoints: Dated[], how: Parameters<typeof shiftedDates>[1]): string[] => [...shiftedDates(touchpoints, how, on).values()].map(({ dueOn }) => dueOn);

describe('shifting', () => {
  it('goes on by working days of the calendar, each from its own day, and never before today', () => {
    expect(days([due('a', '2026-03-09'), due('b', '2026-03-11'), due('c', '2026-03-12'), due('d', '2026-02-20')], { days: 1 })).toEqual(['2026-03-13', '2026-03-13', '2026-03-13', '2026-03-09']);
    expect(days([due('a', '2026-03-11')], { days: 3 })).toEqual(['2026-03-17']);
  });

  it('spreads evenly from a day on, the first ones first', () => {
    const seven = Array.from({ length: 7 }, (_, i) => due(String(i), '2026-03-10'));
    expect(days(seven, { toOn: '2026-03-11', spreadDays: 3 })).toEqual(['2026-03-13', '2026-03-13', '2026-03-13', '2026-03-16', '2026-03-16', '2026-03-17', '2026-03-17']);
    expect(new Set(days(seven, { toOn: '2026-03-01', spreadDays: 1 }))).toEqual(new Set(['2026-03-09']));
  });

  it('keeps the hour on the wall, over a change of the clock too', () => {
    const berlin = { calendar: { ...calendar, timeZone: 'Europe/Berlin', exceptions: new Map<string, DayException>() }, today: '2026-03-09' };
    const friday = { id: 'a', dueOn: '2026-03-27', dueAt: new Date('2026-03-27T09:00:00+01:00') };
    expect(shiftedDates([friday], { days: 1 }, berlin).get('a')).toEqual({ dueOn: '2026-03-30', dueAt: new Date('2026-03-30T09:00:00+02:00') });
  });

  it('never lands on a closed day or before today, keeps the order, and spreads evenly', () => {
    const touchpoints = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 60 }).map((all) => all.sort((a, b) => a - b).map((n, i) => due(String(i), addDays('2026-03-09', n))));
    const how = fc.oneof(fc.record({ days: fc.integer({ min: 1, max: 40 }) }), fc.record({ toOn: fc.integer({ min: -5, max: 40 }).map((n) => addDays('2026-03-09', n)), spreadDays: fc.integer({ min: 1, max: 20 }) }));
    fc.assert(fc.property(touchpoints, how, (all, given) => {
      const found = days(all, given);
      expect(found.every((day) => isWorkingDay(day, calendar) && day >= on.today)).toBe(true);
      expect(found).toEqual([...found].sort());
      if ('toOn' in given) {
        const loads = [...new Set(found)].map((day) => found.filter((other) => other === day).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        expect(loads.length).toBe(Math.min(all.length, given.spreadDays));
      }
    }));
  });
});

describe('taking over', () => {
  it('keeps the date, but for a closed day, and what is late stays late', () => {
    const date = (touchpoint: Dated) => takenOver(touchpoint, on);
    expect([date(due('a', '2026-03-09')).dueOn, date(due('b', '2026-03-11')).dueOn, date(due('c', '2026-03-01')).dueOn]).toEqual(['2026-03-09', '2026-03-13', '2026-03-01']);
    expect(date(due('d', '2026-03-11', '10:30'))).toEqual({ dueOn: '2026-03-13', dueAt: at('2026-03-13T10:30') });
  });

  it('has the local day of its new owner', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000 }), (hours) => {
      const dueAt = new Date(at('2026-03-16T00:00').getTime() + hours * 3_600_000);
      const taken = takenOver({ dueOn: localDateOf(dueAt, 'Asia/Shanghai'), dueAt }, { calendar: { ...calendar, timeZone: 'America/New_York' }, today: '2026-03-09' });
      expect(localDateOf(taken.dueAt as Date, 'America/New_York')).toBe(taken.dueOn);
      expect(isWorkingDay(taken.dueOn, calendar)).toBe(true);
      expect(addWorkingDays(taken.dueOn, 0, calendar)).toBe(taken.dueOn);
    }));
  });

  it('is told when the time lies outside the hours', () => {
    expect([isOutsideHours(due('a', '2026-03-09', '08:00'), calendar), isOutsideHours(due('a', '2026-03-09', '09:00'), calendar), isOutsideHours(due('a', '2026-03-09'), calendar)]).toEqual([true, false, false]);
  });
});
