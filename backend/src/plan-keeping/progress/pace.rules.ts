import { type LocalDate, daysBetween } from '../../kernel/index.ts';

/** How far from the pace line a plan may be, as a share of it, before it is called under or over. */
export const PACE_TOLERANCE = 0.2;

/** Where a plan should be by now and where it is. */
export interface Pace {
  /** Share of the plan's days that are over. */
  readonly elapsed: number;
  readonly goal: number;
  readonly lower: number;
  readonly upper: number;
  readonly verdict: 'under' | 'on_schedule' | 'over';
}

/** The pace of a plan on a day; null while none of its days is over, or when it aims at nothing. */
export function paceOf({ kept, goal }: { kept: number; goal: number }, { fromOn, untilOn }: { fromOn: LocalDate; untilOn: LocalDate }, today: LocalDate): Pace | null {
  const elapsed = Math.min(1, daysBetween(fromOn, today) / daysBetween(fromOn, untilOn));
  if (elapsed <= 0 || goal === 0) return null;
  const [lower, upper] = [elapsed * goal * (1 - PACE_TOLERANCE), elapsed * goal * (1 + PACE_TOLERANCE)];
  return { elapsed, goal, lower, upper, verdict: kept < lower ? 'under' : kept > upper ? 'over' : 'on_schedule' };
}
