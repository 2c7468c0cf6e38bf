import type { Actor } from './actor.ts';

/** A condition for a WHERE clause with the values it adds to the statement's parameters. */
export interface Predicate {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The one function that turns a data scope into a query condition: which customers the actor sees.
 * `alias` is the name of the customers table in the statement, `at` the number of the first free parameter.
 * It always uses exactly two parameters, so that a prepared statement has one text for everybody.
 */
export function visibleCustomers(actor: Actor, alias: string, at: number): Predicate {
  const { all, ownerIds, teamIds } = actor.sees;
  return {
    sql: `($${at}::uuid[] IS NULL OR ${alias}.owner_id = ANY($${at}::uuid[]) OR ${alias}.team_id = ANY($${at + 1}::uuid[]))`,
    values: all ? [null, null] : [ownerIds, teamIds],
  };
}

/**
 * The same condition in the shortest form that the actor's scope allows, for statements that have one text per shape: an index that begins with the owner
 * can be walked only when the owner is all that is asked.
 */
export function visibleCustomersInShape(actor: Actor, alias: string, at: number): Predicate {
  const { all, ownerIds, teamIds } = actor.sees;
  if (all) return { sql: 'true', values: [] };
  if (teamIds.length > 0) return visibleCustomers(actor, alias, at);
  return ownerIds.length === 1 ? { sql: `${alias}.owner_id = $${at}::uuid`, values: ownerIds } : { sql: `${alias}.owner_id = ANY($${at}::uuid[])`, values: [ownerIds] };
}

/** Whether the actor sees the schedule and the work of that person. */
export const seesPerson = (actor: Actor, personId: string): boolean => actor.sees.all || actor.personId === personId || actor.sees.ownerIds.includes(personId);
