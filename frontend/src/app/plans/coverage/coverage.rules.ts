import type { View } from '../../core/api';
import { LocalDate, addDays } from '../../core/format';

/** Of which days, plan, team and person coverage is asked; the period ends before `until`. */
export interface Scope {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly planId?: string;
  readonly teamId?: string;
  readonly ownerId?: string;
}

/** How full a cell is: nothing stands there, up to half of what fits, up to all of it, more. */
export type Fullness = 'none' | 'low' | 'full' | 'over';

/** The load of a cell against what fits. */
export function fullnessOf({ planned, other, capacity }: Pick<View<'CoverageCellView'>, 'planned' | 'other' | 'capacity'>): Fullness {
  const load = planned + other;
  if (load === 0) return 'none';
  if (load > capacity) return 'over';
  return load * 2 > capacity ? 'full' : 'low';
}

const WEEK = 7;

/** The first day after a column of the heat map. */
export const endOf = (column: LocalDate, unit: 'week' | 'day'): LocalDate => addDays(column, unit === 'week' ? WEEK : 1);

/** Which cell has the focus after an arrow key; undefined for other keys. */
export function movedBy(key: string, [row, column]: readonly [number, number], [rows, columns]: readonly [number, number]): readonly [number, number] | undefined {
  const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -column], End: [0, columns - 1 - column] };
  const step = steps[key];
  return step && [Math.min(rows - 1, Math.max(0, row + step[0])), Math.min(columns - 1, Math.max(0, column + step[1]))];
}

/** The value of every query parameter that is set. */
export const queryOf = ({ from, until, planId, teamId, ownerId }: Scope): Scope => ({ from, until, ...(planId ? { planId } : {}), ...(teamId ? { teamId } : {}), ...(ownerId ? { ownerId } : {}) });

const QUARTER = 92;

/** The last 92 days of a period up to today; the first ones of a period that has not begun. */
export function lastQuarter(scope: Scope, today: LocalDate): Scope {
  const end = addDays(today, 1) < scope.until ? addDays(today, 1) : scope.until;
  const until = end > scope.from ? end : addDays(scope.from, 1);
  const from = addDays(until, -QUARTER);
  return { ...scope, until, from: from > scope.from ? from : scope.from };
}
