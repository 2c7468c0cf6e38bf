import { conflict, invalid, notFound } from "../kernel/index.js";
import { seesPerson, visibleCustomers } from "../people/index.js";
import { rows, statement } from "../platform/database/statements.js";
// The customer is locked first, always: whoever changes its touchpoints or records works one after the other.
const planningOf = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 3);
    const text = `SELECT c.owner_id AS "customerOwnerId", c.archived_at IS NOT NULL AS "isArchived", c.do_not_contact AS "doNotContact", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
      coalesce(c.time_zone, o.time_zone) AS "timeZone", p.time_zone AS "ownerZone", (s.sees_all OR c.owner_id = ANY(s.owner_ids) OR c.team_id = ANY(s.team_ids)) AS "ownerSees"
    FROM customers c CROSS JOIN organisation o LEFT JOIN people p ON p.id = $2 AND p.state = 'active' LEFT JOIN person_scopes s ON s.person_id = p.id
    WHERE c.id = $1 AND ${sql} FOR NO KEY UPDATE OF c`;
    return { statement: statement('planning_of_a_customer', text), values };
};
/** Reads what planning needs and locks the customer; 404 out of scope, `customer_is_archived`, `unknown_person` for an owner who may not have it. */
export async function planningFor(tx, actor, { customerId, ownerId, path = '' }) {
    const planning = planningOf(actor);
    const [row] = await rows(tx, planning.statement, [customerId, ownerId, ...planning.values]);
    if (!row)
        throw notFound();
    if (row.isArchived)
        throw conflict('customer_is_archived');
    const ownerZone = zoneOfOwner(actor, { ownerId, customerOwnerId: row.customerOwnerId, ownerZone: row.ownerZone, ownerSees: row.ownerSees, path });
    return { ownerZone, limits: row };
}
/**
 * The zone of the person who is to own a touchpoint. They must be active and see the customer, and the actor must be them, see their work, or give it to the
 * customer's own owner; else `unknown_person` beside the field.
 */
export function zoneOfOwner(actor, given) {
    const { ownerId, customerOwnerId, ownerZone, ownerSees, path = '' } = given;
    if (ownerId === actor.personId)
        return actor.timeZone;
    const mayGive = seesPerson(actor, ownerId) || ownerId === customerOwnerId;
    if (!mayGive || ownerZone === null || ownerSees !== true)
        throw invalid(`${path}ownerId`, 'unknown_person');
    return ownerZone;
}
