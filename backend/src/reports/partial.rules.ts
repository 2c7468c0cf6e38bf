import { type LocalDate, type Period, addDays, addMonthsFromAnchor } from '../kernel/index.ts';

/** How far the days are over that an answer is made from. */
export interface Elapsed {
  readonly today: LocalDate;
  /** Days that each customer of a cohort is given; null where there is no such limit. */
  readonly days: number | null;
}

/** The first day whose numbers may still grow: today, or in a cohort the day whose customers are not old enough yet. */
export const completeUntil = ({ today, days }: Elapsed): LocalDate => (days === null ? today : addDays(today, -days));

/** The day after the last one of a bucket of time; buckets are named by their first day. */
export function endOfBucket(unit: string, first: LocalDate): LocalDate {
  if (unit === 'month') return addMonthsFromAnchor(first, 1);
  return addDays(first, unit === 'week' ? 7 : 1);
}

/** The buckets that are no whole ones, because their days are not over or lie partly outside of the period: smaller than their neighbours for no other reason. */
export function partialBuckets(unit: string, buckets: readonly LocalDate[], period: Period, elapsed: Elapsed): LocalDate[] {
  const known = completeUntil(elapsed);
  return buckets.filter((first) => {
    const end = endOfBucket(unit, first);
    return end > known || end > period.until || first < period.from;
  });
}
