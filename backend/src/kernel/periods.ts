import { invalid } from './errors.ts';
import { FIRST_DATE, LAST_DATE, type LocalDate, addDays, addMonthsFromAnchor, dayNumber, daysBetween, startOfIsoWeek } from './local-dates.ts';

/** Days from `from` on and before `until`: half-open, so that neighbouring periods neither overlap nor leave a gap. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The periods that a person picks by name, in the order of the menu. */
export const PERIOD_NAMES = [
  'today', 'this-week', 'last-7-days', 'this-month', 'last-month', 'this-quarter', 'this-year', 'last-year', 'last-12-months', 'all',
] as const;

/** Name of a period, which means different days each day. */
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** Every day that the product can name but the very last; readers clip it to the facts before they make buckets of it. */
export const ALL_TIME: Period = { from: FIRST_DATE, until: LAST_DATE };

/** Makes a period of two valid days; refuses with `period_is_empty` beside `until` when it would hold no day. */
export function periodOf(from: LocalDate, until: LocalDate): Period {
  if (from >= until) throw invalid('until', 'period_is_empty');
  return { from, until };
}

/** Whether the text names a period. */
export function isPeriodName(value: unknown): value is PeriodName {
  return (PERIOD_NAMES as readonly unknown[]).includes(value);
}

/** Number of days in the period. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.until);
}

/** Whether the day lies in the period. */
export function periodHolds(period: Period, date: LocalDate): boolean {
  return period.from <= date && date < period.until;
}

/** The period of equal length, in days, just before this one, for comparison; null when that would begin before the first day, as for all time. */
export function previousPeriod(period: Period): Period | null {
  const length = daysIn(period);
  if (dayNumber(period.from) - length < dayNumber(FIRST_DATE)) return null;
  return { from: addDays(period.from, -length), until: period.from };
}

/**
 * The days that a name means when it is `today`: weeks begin on Monday, "this" is the whole week, month, quarter or year with its days to come,
 * `last-7-days` ends with today, `last-12-months` is this month and the eleven before it.
 */
export function namedPeriod(name: PeriodName, today: LocalDate): Period {
  const month = `${today.slice(0, 7)}-01`;
  const quarter = addMonthsFromAnchor(month, -((Number(today.slice(5, 7)) - 1) % 3));
  const year = `${today.slice(0, 4)}-01-01`;
  switch (name) {
    case 'today':
      return { from: today, until: addDays(today, 1) };
    case 'this-week':
      return { from: startOfIsoWeek(today), until: addDays(startOfIsoWeek(today), 7) };
    case 'last-7-days':
      return { from: addDays(today, -6), until: addDays(today, 1) };
    case 'this-month':
      return months(month, 0, 1);
    case 'last-month':
      return months(month, -1, 0);
    case 'this-quarter':
      return months(quarter, 0, 3);
    case 'this-year':
      return months(year, 0, 12);
    case 'last-year':
      return months(year, -12, 0);
    case 'last-12-months':
      return months(month, -11, 1);
    case 'all':
      return ALL_TIME;
  }
}

function months(first: LocalDate, fromMonth: number, untilMonth: number): Period {
  return { from: addMonthsFromAnchor(first, fromMonth), until: addMonthsFromAnchor(first, untilMonth) };
}
