import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber } from './local-dates.ts';
import { ALL_TIME, PERIOD_NAMES, type PeriodName, daysIn, isPeriodName, namedPeriod, periodHolds, periodOf, previousPeriod } from './periods.ts';

const aDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-01-01') }).map(dateOfDayNumber);

describe('a named period', () => {
  it.each<[PeriodName, string, string, string]>([
    ['today', '2026-12-31', '2026-12-31', '2027-01-01'],
    ['this-week', '2027-01-01', '2026-12-28', '2027-01-04'],
    ['this-week', '2026-12-28', '2026-12-28', '2027-01-04'],
    ['last-7-days', '2027-01-03', '2026-12-28', '2027-01-04'],
    ['this-month', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['this-month', '2024-02-29', '2024-02-01', '2024-03-01'],
    ['last-month', '2027-01-31', '2026-12-01', '2027-01-01'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-03-01'],
    ['this-quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
    ['this-quarter', '2027-01-01', '2027-01-01', '2027-04-01'],
    ['this-quarter', '2026-05-31', '2026-04-01', '2026-07-01'],
    ['this-year', '2026-12-31', '2026-01-01', '2027-01-01'],
    ['this-year', '2027-01-01', '2027-01-01', '2028-01-01'],
    ['last-year', '2027-01-01', '2026-01-01', '2027-01-01'],
    ['last-12-months', '2026-12-31', '2026-01-01', '2027-01-01'],
    ['last-12-months', '2027-01-01', '2026-02-01', '2027-02-01'],
    ['all', '2026-12-31', '0001-01-01', '9999-12-31'],
  ])('%s on %s is [%s, %s)', (name, today, from, until) => {
    expect(namedPeriod(name, today)).toEqual({ from, until });
  });

  it('holds today, unless it is a last month or year, which ends before', () => {
    fc.assert(fc.property(aDate, fc.constantFrom(...PERIOD_NAMES), (today, name) => {
      expect(periodHolds(namedPeriod(name, today), today)).toBe(!['last-month', 'last-year'].includes(name));
    }));
  });

  it('is known by its name only', () => {
    expect(PERIOD_NAMES.every(isPeriodName)).toBe(true);
    expect([isPeriodName('next-year'), isPeriodName(7)]).toEqual([false, false]);
  });
});

describe('a period', () => {
  it('is refused when it holds no day', () => {
    expect(periodOf('2026-01-01', '2026-01-02')).toEqual({ from: '2026-01-01', until: '2026-01-02' });
    expect(() => periodOf('2026-01-01', '2026-01-01')).toThrow(expect.objectContaining({ fields: [{ field: 'until', code: 'period_is_empty' }] }) as Error);
  });

  it('holds its first day and not the one at which it ends', () => {
    const period = periodOf('2026-01-01', '2026-02-01');
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => periodHolds(period, day))).toEqual([false, true, true, false]);
  });

  it('is compared with the days just before it, equally many', () => {
    expect(previousPeriod({ from: '2027-01-01', until: '2027-02-01' })).toEqual({ from: '2026-12-01', until: '2027-01-01' });
    expect(previousPeriod({ from: '2024-03-01', until: '2024-04-01' })).toEqual({ from: '2024-01-30', until: '2024-03-01' });
    fc.assert(fc.property(aDate, fc.integer({ min: 1, max: 800 }), (from, length) => {
      const period = periodOf(from, addDays(from, length));
      const before = previousPeriod(period);
      expect(before && [daysIn(before), before.until]).toEqual([length, from]);
    }));
  });

  it('has nothing before it when it is all time', () => {
    expect(previousPeriod(ALL_TIME)).toBeNull();
  });
});
