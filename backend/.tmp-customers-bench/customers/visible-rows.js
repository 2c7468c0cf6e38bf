import { notFound } from "../kernel/index.js";
import { visibleCustomers } from "../people/index.js";
import { rows, statement } from "../platform/database/statements.js";
/** Takes the rows of these customers for the transaction, always in the same order; 404 unless the actor sees every one of them. */
export async function lockCustomers(tx, actor, ids) {
    const visible = visibleCustomers(actor, 'c', 2);
    const lock = statement('customers_lock', `SELECT c.id, c.name, c.owner_id AS "ownerId", c.team_id AS "teamId", c.archived_at AS "archivedAt", c.version
     FROM customers c WHERE c.id = ANY($1::uuid[]) AND ${visible.sql} ORDER BY c.id FOR NO KEY UPDATE`);
    const locked = await rows(tx, lock, [ids, ...visible.values]);
    if (locked.length !== new Set(ids).size)
        throw notFound();
    return locked;
}
/** The same for one customer. */
export async function lockCustomer(tx, actor, id) {
    const [locked] = await lockCustomers(tx, actor, [id]);
    if (!locked)
        throw notFound();
    return locked;
}
/** 404 unless the actor sees the customer. */
export async function mustSeeCustomer(on, actor, id) {
    const visible = visibleCustomers(actor, 'c', 2);
    const found = await rows(on, statement('customer_seen', `SELECT 1 FROM customers c WHERE c.id = $1 AND ${visible.sql}`), [id, ...visible.values]);
    if (!found.length)
        throw notFound();
}
