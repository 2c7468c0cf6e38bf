import { type LocalDate, dayNumber } from '../../kernel/index.ts';

/** One due day with the first and the last day on which a contact counts for it. */
interface DueDay {
  readonly on: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
}

/** A due day under its number. */
export interface NumberedDay extends DueDay {
  readonly number: number;
  readonly isDropped: boolean;
}

const distance = (a: DueDay, b: DueDay): number => Math.abs(dayNumber(a.on) - dayNumber(b.on));

/** The nearest of them by due day, the earlier of two as near; they are in order. */
function nearestTo<T extends DueDay>(day: DueDay, among: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const one of among) if (best === undefined || distance(day, one) < distance(day, best)) best = one;
  return best;
}

/**
 * The due days of an item after a change, under the numbers that its touchpoints carry. A day that stays keeps its number, also one that was dropped before; of the others a
 * former day becomes the new one that is nearest to it, if it is the nearest to that one too; what is left of the former is dropped, what is left of the new gets new numbers.
 */
export function renumbered(known: readonly NumberedDay[], wanted: readonly DueDay[]): NumberedDay[] {
  const former = new Map(known.map((day) => [day.on, day]));
  const live = known.filter(({ isDropped }) => !isDropped).sort((a, b) => (a.on < b.on ? -1 : 1));
  const days = [...wanted].sort((a, b) => (a.on < b.on ? -1 : 1));
  const staying = new Set(days.map(({ on }) => on));
  let last = Math.max(0, ...known.map(({ number }) => number));
  const numberOf = (day: DueDay): number => {
    const same = former.get(day.on);
    if (same) return same.number;
    const near = nearestTo(day, live);
    return near && !staying.has(near.on) && nearestTo(near, days)?.on === day.on ? near.number : ++last;
  };
  const kept = days.map(({ on, windowFrom, windowTo }) => ({ on, windowFrom, windowTo, number: numberOf({ on, windowFrom, windowTo }), isDropped: false }));
  const used = new Set(kept.map(({ number }) => number));
  return [...kept, ...known.filter(({ number }) => !used.has(number)).map((day) => ({ ...day, isDropped: true }))];
}
