import { type LocalDate, addDays } from '../../kernel/index.ts';
import { remembered } from './load.rules.ts';

/** Most outbound contacts of one customer in seven days, over all plans and teams. */
export const MOST_CONTACTS = 3;

/** Days over which those are counted. */
export const PRESSURE_DAYS = 7;

/** The worst seven days of a customer: when they begin and how many contacts they hold. */
export interface Pressure {
  readonly from: LocalDate;
  readonly contacts: number;
}

const pressureUntil = (from: LocalDate): LocalDate => addDays(from, PRESSURE_DAYS);

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

/** Days on which all of these customers hear from us. */
export interface SharedDays {
  readonly customerIds: readonly string[];
  readonly days: readonly LocalDate[];
}

/**
 * The worst seven days of each customer that hears from us too often, by the days that it shares with others and those of its `own`. Customers with the same shares are worked out once;
 * one with days of its own is looked at anew only where those, added to the worst seven days of its shares, could be too many.
 */
export function pressuredBy(shared: readonly SharedDays[], own: ReadonlyMap<string, readonly LocalDate[]>): Map<string, Pressure> {
  const sharesOf = new Map<string, string>([...own.keys()].map((id) => [id, '']));
  shared.forEach(({ customerIds }, index) => { for (const id of customerIds) sharesOf.set(id, `${sharesOf.get(id) ?? ''} ${index}`); });
  const untilOf = remembered(pressureUntil);
  const known = new Map<string, { days: readonly LocalDate[]; worst: Pressure | null }>();
  const found = new Map<string, Pressure>();
  for (const [id, shares] of sharesOf) {
    const common = known.get(shares) ?? togetherOf((shares.match(/\d+/g) ?? []).flatMap((index) => shared[Number(index)]?.days ?? []), untilOf);
    known.set(shares, common);
    const ownDays = own.get(id) ?? [];
    if ((common.worst?.contacts ?? 0) + ownDays.length <= MOST_CONTACTS) continue;
    const worst = ownDays.length ? pressureOf([...common.days, ...ownDays], MOST_CONTACTS, untilOf) : common.worst;
    if (worst) found.set(id, worst);
  }
  return found;
}

const togetherOf = (days: readonly LocalDate[], untilOf: (from: LocalDate) => LocalDate): { days: readonly LocalDate[]; worst: Pressure | null } => ({ days, worst: pressureOf(days, 0, untilOf) });
