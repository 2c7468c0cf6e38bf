/**
 * The one function that turns a data scope into a query condition: which customers the actor sees.
 * `alias` is the name of the customers table in the statement, `at` the number of the first free parameter.
 * It always uses exactly two parameters, so that a prepared statement has one text for everybody.
 */
export function visibleCustomers(actor, alias, at) {
    const { all, ownerIds, teamIds } = actor.sees;
    return {
        sql: `($${at}::uuid[] IS NULL OR ${alias}.owner_id = ANY($${at}::uuid[]) OR ${alias}.team_id = ANY($${at + 1}::uuid[]))`,
        values: all ? [null, null] : [ownerIds, teamIds],
    };
}
/** Whether the actor sees the schedule and the work of that person. */
export const seesPerson = (actor, personId) => actor.sees.all || actor.personId === personId || actor.sees.ownerIds.includes(personId);
