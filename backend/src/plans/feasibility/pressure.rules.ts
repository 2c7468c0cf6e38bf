import { type LocalDate, addDays } from '../../kernel/index.ts';

/** Most outbound contacts of one customer in seven days, over all plans and teams. */
export const MOST_CONTACTS = 3;

/** Days over which those are counted. */
export const PRESSURE_DAYS = 7;

/** The worst seven days of a customer: when they begin and how many contacts they hold. */
export interface Pressure {
  readonly from: LocalDate;
  readonly contacts: number;
}

/** The day after the seven days that begin with it. */
export const pressureUntil = (from: LocalDate): LocalDate => addDays(from, PRESSURE_DAYS);

/** The worst seven days of a customer, the earliest of equals; null while no seven days hold more than allowed. `untilOf` is the day after the seven that begin with a day. */
export function pressureOf(days: readonly LocalDate[], most = MOST_CONTACTS, untilOf = pressureUntil): Pressure | null {
  if (days.length <= most) return null;
  const sorted = [...days].sort();
  let worst: Pressure | null = null;
  let end = 0;
  sorted.forEach((from, start) => {
    const until = untilOf(from);
    while (end < sorted.length && (sorted[end] ?? '') < until) end++;
    const contacts = end - start;
    if (contacts > most && contacts > (worst?.contacts ?? 0)) worst = { from, contacts };
  });
  return worst;
}
