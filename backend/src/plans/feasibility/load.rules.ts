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
    const here = new Map<LocalDate, number>();
    for (let i = 0; i < batch.count; i++) {
      const on = leastLoaded(days, load);
      load.set(on, (load.get(on) ?? 0) + 1);
      here.set(on, (here.get(on) ?? 0) + 1);
    }
    return [...here].map(([on, count]) => ({ batch: index, on, count }));
  });
}

/** The open days of a batch's window, the nearest to its due day first, of two equally near the earlier. */
function daysOf({ on, windowFrom, windowTo }: Batch, openDays: readonly LocalDate[]): LocalDate[] {
  const first = firstFrom(openDays, (day) => day >= windowFrom);
  const inside = openDays.slice(first, firstFrom(openDays, (day) => day > windowTo));
  const at = inside.filter((day) => day < on).length;
  return inside.map((day, i) => ({ day, away: Math.abs(i - at) })).sort((a, b) => a.away - b.away || (a.day < b.day ? -1 : 1)).map(({ day }) => day);
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

function leastLoaded(days: readonly LocalDate[], load: ReadonlyMap<LocalDate, number>): LocalDate {
  let [least = '', lowest] = [days[0], load.get(days[0] ?? '') ?? 0];
  for (const day of days) {
    const here = load.get(day) ?? 0;
    if (here < lowest) [least, lowest] = [day, here];
  }
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
