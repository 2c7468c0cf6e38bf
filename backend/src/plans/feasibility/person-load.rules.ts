import { type LocalDate, addDays, rangeOfDays, startOfIsoWeek } from '../../kernel/index.ts';
import { type Batch, byWeek, excessOf, levelled } from './load.rules.ts';

/** What one person has to do in a week, by due days and levelled, against what fits. */
export interface WeekLoad {
  readonly weekOn: LocalDate;
  readonly planned: number;
  readonly levelled: number;
  readonly other: number;
  readonly capacity: number;
  readonly isOver: boolean;
  readonly isOverLevelled: boolean;
}

/** The weeks of a person, and how many contacts found no open day in their window. */
export interface PersonLoad {
  readonly total: number;
  readonly weeks: readonly WeekLoad[];
  readonly unplaced: number;
}

/** Loads the weeks of a person: `openDays` are the days they work in whole weeks over the period, `other` what stands on days already, `mondays` the weeks to show, all that the windows touch, `weekOf` the Monday of a day. A proposal that fits no better than the due days is not made. */
export function loadOf(batches: readonly Batch[], openDays: readonly LocalDate[], other: ReadonlyMap<LocalDate, number>, perDay: number, mondays: readonly LocalDate[], weekOf = startOfIsoWeek): PersonLoad {
  const total = batches.reduce((sum, { count }) => sum + count, 0);
  const placed = levelled(batches, openDays, other);
  const capacities = byWeek(openDays.map((day) => [day, perDay] as const), weekOf);
  const [due, spread, others] = [byWeek(batches.map(({ on, count }) => [on, count] as const), weekOf), byWeek(placed.map(({ on, count }) => [on, count] as const), weekOf), byWeek(other, weekOf)];
  const capacityLeft = (week: LocalDate): number => (capacities.get(week) ?? 0) - (others.get(week) ?? 0);
  const isBetter = excessOf(spread, capacityLeft) <= excessOf(due, capacityLeft);
  const used = isBetter ? spread : due;
  const weeks = mondays.map((weekOn): WeekLoad => {
    const [planned, after, before, capacity] = [due.get(weekOn) ?? 0, used.get(weekOn) ?? 0, others.get(weekOn) ?? 0, capacities.get(weekOn) ?? 0];
    return { weekOn, planned, levelled: after, other: before, capacity, isOver: planned > 0 && planned + before > capacity, isOverLevelled: after > 0 && after + before > capacity };
  });
  return { total, weeks, unplaced: total - placed.reduce((sum, { count }) => sum + count, 0) };
}

/** The Mondays of every week that these windows touch, so that people stand side by side and a quiet week is seen as one. */
export function mondaysOf(windows: readonly Pick<Batch, 'windowFrom' | 'windowTo'>[]): LocalDate[] {
  const [first] = windows.map(({ windowFrom }) => windowFrom).sort();
  const last = windows.map(({ windowTo }) => windowTo).sort().at(-1);
  return first && last ? rangeOfDays(startOfIsoWeek(first), addDays(last, 1)).filter((day) => startOfIsoWeek(day) === day) : [];
}
