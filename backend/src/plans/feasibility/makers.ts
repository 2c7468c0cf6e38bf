import type { EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';

/** Somebody who works here and whose customers they see. */
export interface Maker {
  readonly seesAll: boolean;
  readonly ownerIds: readonly string[];
  readonly teamIds: readonly string[];
}

const working = statement(
  'plan_makers',
  `SELECT p.id, s.sees_all AS "seesAll", s.owner_ids AS "ownerIds", s.team_ids AS "teamIds" FROM people p JOIN person_scopes s ON s.person_id = p.id WHERE p.state = 'active'`,
);

/** Everybody who could make a contact, by their id. */
export async function makers(tx: EntityManager): Promise<ReadonlyMap<string, Maker>> {
  const found = await rows<Maker & { id: string }>(tx, working, []);
  return new Map(found.map(({ id, ...maker }) => [id, maker]));
}

/** Who will make the contacts with customers of an owner and a team: the first of those in question who works here and sees them, as when the plan is approved; null when nobody does. */
export function makerOf(working: ReadonlyMap<string, Maker>, inQuestion: readonly (string | null)[], { ownerId, teamId }: { ownerId: string | null; teamId: string | null }): string | null {
  const sees = ({ seesAll, ownerIds, teamIds }: Maker): boolean => seesAll || (ownerId !== null && ownerIds.includes(ownerId)) || (teamId !== null && teamIds.includes(teamId));
  return inQuestion.find((id) => { const maker = id === null ? undefined : working.get(id); return maker !== undefined && sees(maker); }) ?? null;
}
