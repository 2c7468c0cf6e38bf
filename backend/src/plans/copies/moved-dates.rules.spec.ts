import fc from 'fast-check';
import { addDays, daysBetween, weekday } from '../../kernel/index.ts';
import { endYearsLater, movedStart, yearsLater } from './moved-dates.rules.ts';

describe('dates that move to another year', () => {
  it.each([
    ['2026-03-10', null, 1, '2027-03-10'],
    ['2024-02-29', null, 1, '2025-02-28'],
    ['2026-01-31', 'FREQ=MONTHLY', 1, '2027-01-31'],
    ['2026-03-10', 'FREQ=WEEKLY', 1, '2027-03-09'],
    ['2026-12-31', 'FREQ=WEEKLY;INTERVAL=2', 1, '2027-12-30'],
    ['2026-03-10', 'FREQ=WEEKLY', 0, '2026-03-10'],
    ['2026-01-30', 'FREQ=MONTHLY;BYDAY=-1FR', 1, '2027-01-29'],
  ])('%s %s by %i: %s', (startsOn, rule, years, wanted) => {
    expect(movedStart(startsOn, rule, years)).toBe(wanted);
  });

  it.each([
    ['2027-01-01', 1, '2028-01-01'],
    ['2028-02-29', 1, '2029-03-01'],
    ['2027-03-01', 1, '2028-03-01'],
    ['2028-03-01', 1, '2029-03-01'],
  ])('a period that ends before %s by %i ends before %s', (untilOn, years, wanted) => {
    expect(endYearsLater(untilOn, years)).toBe(wanted);
  });

  it('keep their weekday where the rule goes by weekdays, at most three days off', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 5 }), (shift, years) => {
      const startsOn = addDays('2020-01-01', shift);
      const moved = movedStart(startsOn, 'FREQ=WEEKLY', years);
      expect(weekday(moved)).toBe(weekday(startsOn));
      expect(Math.abs(daysBetween(yearsLater(startsOn, years), moved))).toBeLessThanOrEqual(3);
    }));
  });
});
