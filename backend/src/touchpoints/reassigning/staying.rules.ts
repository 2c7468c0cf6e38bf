import type { AwayDays } from '../../calendar/index.ts';
import { type LocalDate, addDays } from '../../kernel/index.ts';
import type { Obstacle } from './reassign.dto.ts';
import type { Movable, Place, Taker } from './rebalance.rules.ts';

/** Why nobody works on a day on which a touchpoint may lie: somebody who could take it is away for a part of these days; its day is agreed; nobody works then anyway. */
export function noDayReason({ from, until, eligible }: Pick<Movable, 'from' | 'until' | 'eligible'>, isAgreed: boolean, absencesOf: (personId: string) => readonly AwayDays[]): Obstacle {
  const end = addDays(until, 1);
  const isAway = eligible.some((id) => absencesOf(id).some(({ fromOn, untilOn, half }) => half === null && fromOn < end && untilOn > from));
  return isAway ? 'absent' : isAgreed ? 'agreed_day' : 'no_day';
}

/** Tells whether somebody has more to do on a day than fits, once everything is where it goes. */
export function fullness(takers: readonly Taker[], places: Iterable<Place>, perDay: number): (personId: string, day: LocalDate) => boolean {
  const loads = new Map(takers.map(({ id, load }) => [id, new Map(load)]));
  for (const { ownerId, on } of places) loads.get(ownerId)?.set(on, (loads.get(ownerId)?.get(on) ?? 0) + 1);
  return (personId, day) => (loads.get(personId)?.get(day) ?? 0) > perDay;
}
