import type { LocalDate } from '../../kernel/index.ts';

/** So many contacts of one person that are due on a day and count from the first to the last day of their window. */
export interface Batch {
  readonly on: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
  readonly count: number;
}

/** Contacts of a batch (its index) on one day. */
export interface Placed {
  readonly batch: number;
  readonly on: LocalDate;
  readonly count: number;
}

/**
 * Spreads batches over the open days of their windows so that the busiest days stay as low as they can: the narrowest windows choose first, each contact goes to the
 * day with the least on it, of equal days to the one nearest the due day. `before` is what stands on the days already. A batch without an open day in its window is
 * left out.
 */
export function levelled(batches: readonly Batch[], openDays: readonly LocalDate[], before: ReadonlyMap<LocalDate, number>): Placed[] {
  const load = new Map(before);
  const order = batches.map((batch, index) => ({ batch, index, days: daysOf(batch, openDays) })).filter(({ days }) => days.length > 0);
  order.sort((a, b) => a.days.length - b.days.length || (a.batch.windowTo < b.batch.windowTo ? -1 : 1) || a.index - b.index);
  return order.flatMap(({ batch, index, days }) => {
    const [loads, added] = [days.map((day) => load.get(day) ?? 0), days.map(() => 0)];
    for (let i = 0; i < batch.count; i++) {
      const at = indexOfLeast(loads);
      loads[at] = (loads[at] ?? 0) + 1;
      added[at] = (added[at] ?? 0) + 1;
    }
    return days.flatMap((on, at) => {
      load.set(on, loads[at] ?? 0);
      const count = added[at] ?? 0;
      return count > 0 ? [{ batch: index, on, count }] : [];
    });
  });
}

/** The open days of a batch's window, the nearest to its due day first, of two equally near the earlier. */
function daysOf({ on, windowFrom, windowTo }: Batch, openDays: readonly LocalDate[]): LocalDate[] {
  const first = firstFrom(openDays, (day) => day >= windowFrom);
  const inside = openDays.slice(first, firstFrom(openDays, (day) => day > windowTo));
  const at = inside.filter((day) => day < on).length;
  let [before, after] = [at - 1, at];
  return inside.map(() => {
    const isBefore = before >= 0 && (after >= inside.length || at - before <= after - at);
    return inside[isBefore ? before-- : after++] as LocalDate;
  });
}

/** Where days in order begin to be so, by halving: windows are many and short, years of days are long. */
function firstFrom(days: readonly LocalDate[], isSo: (day: LocalDate) => boolean): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(days[middle] as LocalDate)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the least of these numbers stands, the first of equals. */
function indexOfLeast(numbers: readonly number[]): number {
  let least = 0;
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] ?? 0) < (numbers[least] ?? 0)) least = i;
  return least;
}

/** The same answer as `of`, worked out once for each day: a plan asks for the same days of many people and customers. */
export function remembered(of: (day: LocalDate) => LocalDate): (day: LocalDate) => LocalDate {
  const known = new Map<LocalDate, LocalDate>();
  return (day) => {
    const found = known.get(day) ?? of(day);
    known.set(day, found);
    return found;
  };
}

/** Contacts of a day summed up by week. */
export function byWeek(loads: Iterable<readonly [day: LocalDate, count: number]>, weekOf: (day: LocalDate) => LocalDate): Map<LocalDate, number> {
  const weeks = new Map<LocalDate, number>();
  for (const [day, count] of loads) {
    const week = weekOf(day);
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }
  return weeks;
}

/** By how much weeks are over what fits into them, all together. */
export function excessOf(loads: ReadonlyMap<LocalDate, number>, capacityOf: (week: LocalDate) => number): number {
  return [...loads].reduce((sum, [week, count]) => sum + Math.max(0, count - capacityOf(week)), 0);
}
