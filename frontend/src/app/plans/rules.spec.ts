import { choiceOf, ruleOf } from './item/recurrence.rules';
import { barOf } from './year-bars.rules';

describe('how an item repeats', () => {
  const usual = { repeat: 'monthly' as const, interval: 1, weekdays: [], monthOn: 'day' as const, day: 31, nth: 1, nthDay: 'MO' };

  test.each([
    [{ ...usual, repeat: 'once' as const }, null],
    [{ ...usual, repeat: 'weekly' as const, interval: 2, weekdays: ['TH', 'MO'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
    [{ ...usual, repeat: 'weekly' as const }, 'FREQ=WEEKLY'],
    [usual, 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    [{ ...usual, day: 28 }, 'FREQ=MONTHLY;BYMONTHDAY=28'],
    [{ ...usual, monthOn: 'last' as const }, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ ...usual, monthOn: 'weekday' as const, nth: -1, nthDay: 'FR' }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [{ ...usual, repeat: 'quarterly' as const, monthOn: 'weekday' as const, nth: 2 }, 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO'],
    [{ ...usual, repeat: 'quarterly' as const, day: 5 }, 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5'],
  ])('%j is %s, and back', (choice, rule) => {
    expect(ruleOf(choice)).toBe(rule);
    expect(ruleOf(choiceOf(rule, 31))).toBe(rule);
  });
});

describe('bars of a year', () => {
  test.each([
    ['2026-01-01', '2027-01-01', { left: 0, width: 100, isCutLeft: false, isCutRight: false }],
    ['2025-06-01', '2026-07-02', { left: 0, width: (182 / 365) * 100, isCutLeft: true, isCutRight: false }],
    ['2025-06-01', '2026-01-01', null],
    ['2027-01-01', '2027-02-01', null],
  ])('%s to %s', (from, until, bar) => {
    expect(barOf(2026, from, until)).toEqual(bar);
  });

  test('never leave the year, however short the plan', () => {
    const bar = barOf(2026, '2026-12-31', '2027-01-01')!;
    expect(bar.left + bar.width).toBeLessThanOrEqual(100);
  });
});
