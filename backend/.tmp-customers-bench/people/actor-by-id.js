import { rows, statement } from "../platform/database/statements.js";
const actorById = statement('actor_by_id', `SELECT p.id AS "personId", p.name, p.team_id AS "teamId", p.language, p.time_zone AS "timeZone", p.roles, v.sees_all AS "seesAll", v.owner_ids AS "ownerIds", v.team_ids AS "teamIds",
     o.time_zone AS "organisationZone", o.currency
   FROM people p JOIN person_scopes v ON v.person_id = p.id CROSS JOIN organisation o WHERE p.id = $1 AND p.state = 'active'`);
/** The person on whose behalf background work runs, with the rights and rows that are theirs at this moment; null when the account is not active. */
export async function actorOf(on, personId) {
    const [row] = await rows(on, actorById, [personId]);
    if (!row)
        return null;
    const { seesAll, ownerIds, teamIds, organisationZone, currency, ...person } = row;
    return { ...person, sees: { all: seesAll, ownerIds, teamIds }, organisation: { timeZone: organisationZone, currency }, once: null };
}
