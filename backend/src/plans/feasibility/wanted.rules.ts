import type { LocalDate } from '../../kernel/index.ts';
import type { Occurrence } from '../recurrence/occurrences.ts';

/** Why contacts that a plan asks for will not be made. */
export const LEFT_OUT = ['do_not_contact', 'nobody', 'window_over'] as const;
/** One of those. */
export type LeftOut = (typeof LEFT_OUT)[number];

/** What an item asks for: its days, and whose customers it is for. */
export interface Wanted {
  readonly occurrences: readonly Occurrence[];
  readonly people: ReadonlyMap<string, readonly string[]>;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/** The windows that are still to come, cut to `today`, as an approval today would find them; a due day that is over becomes today. */
export function toCome(occurrences: readonly Occurrence[], today: LocalDate): Occurrence[] {
  const later = (day: LocalDate): LocalDate => (day < today ? today : day);
  return occurrences.filter(({ windowTo }) => windowTo >= today).map(({ on, windowFrom, windowTo }) => ({ on: later(on), windowFrom: later(windowFrom), windowTo }));
}

/** How many contacts of all items are left out, by reason; reasons without any are not named. */
export const leftOutOf = (wanted: readonly Wanted[]): { reason: LeftOut; count: number }[] =>
  LEFT_OUT.map((reason) => ({ reason, count: wanted.reduce((sum, { leftOut }) => sum + leftOut[reason], 0) })).filter(({ count }) => count > 0);
