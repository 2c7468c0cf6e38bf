import type { EntityManager } from 'typeorm';
import type { Kept } from '../follow-ups/index.ts';
import type { Actor } from '../people/index.ts';
import { rows } from '../platform/database/statements.ts';
import {
  AUDIENCES, MOVING, leaveAudiences, letGo, moveSegments, moveTouchpoints, nextSteps, numberAgain, occurrencesOf, occurrencesOfBoth, setAside, toldApartToo,
} from './joining.statements.ts';
import { joinPeople } from './people-joining.ts';

/** Which customer stays, and which is merged into it. */
export interface Pair {
  readonly keptId: string;
  readonly otherId: string;
}

/** Brings all that hangs on the other customer to the one that stays, by the rules of `tables.ts`. Answers the communications that lost their touchpoint, with what they kept. */
export async function joinRecords(tx: EntityManager, actor: Actor, { keptId, otherId }: Pair, now: Date): Promise<ReadonlyMap<string, Kept>> {
  const both = [keptId, otherId];
  await joinPeople(tx, { keptId, otherId });
  const lost = await joinTouchpoints(tx, { keptId, otherId }, now);
  for (const move of [...MOVING, moveSegments, toldApartToo, ...AUDIENCES]) await rows(tx, move, both);
  await rows(tx, leaveAudiences, [otherId, now, actor.personId]);
  return lost;
}

async function joinTouchpoints(tx: EntityManager, { keptId, otherId }: Pair, now: Date): Promise<ReadonlyMap<string, Kept>> {
  const pairs = await rows<{ staysId: string; goesId: string }>(tx, occurrencesOfBoth, [keptId, otherId]);
  const goes = pairs.map(({ goesId }) => goesId);
  const numbers = await rows<{ id: string; occurrence: number }>(tx, occurrencesOf, [goes]);
  const lost = await rows<Kept & { id: string } & Record<string, unknown>>(tx, letGo, [goes]);
  await rows(tx, setAside, [goes, otherId, now]);
  await rows(tx, moveTouchpoints, [keptId, otherId, goes]);
  await rows(tx, numberAgain, [numbers.map(({ id }) => id), numbers.map(({ occurrence }) => occurrence)]);
  await rows(tx, nextSteps, [goes, pairs.map(({ staysId }) => staysId)]);
  return new Map(lost.map(({ id, touchpointId, countedBecause }) => [id, { touchpointId, countedBecause }]));
}
