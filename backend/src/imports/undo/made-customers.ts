import type { EntityManager } from 'typeorm';
import { visibleCustomers } from '../../people/index.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import { reasonOfCustomer } from './keeping.ts';
import { type MadeRecord, type PlanPortion, portionOfMade } from './portion.ts';

const lock = statement('import_customers_locked', 'SELECT id FROM customers WHERE import_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3 FOR UPDATE');
const PARTS = ['contact_points', 'contact_people', 'owner_changes', 'stage_changes'].map((table) => statement(`import_undone_${table}`, `DELETE FROM ${table} WHERE customer_id = ANY($1::uuid[])`));
const forgetMerges = statement('import_undone_merges', 'DELETE FROM customer_merges WHERE customer_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[])');
const forget = statement('import_undone_changes', 'DELETE FROM import_changes WHERE subject_id = ANY($1::uuid[])');
const remove = statement('import_undone_customers', 'DELETE FROM customers WHERE id = ANY($1::uuid[])');

/** Customers that an import made, in the order of their ids: they go unless somebody has worked with them since. */
export const madeCustomers: PlanPortion = async (on, { importId, actor, after, limit }, isHeld) => {
  // What was written while this waited for the rows is seen by the next statement.
  if (isHeld) await rows(on, lock, [importId, after, limit]);
  const visible = visibleCustomers(actor, 'c', 4);
  const found = await freshRows<MadeRecord>(
    on,
    `SELECT c.id, c.id AS "customerId", c.name, ${await reasonOfCustomer(on, visible.sql)} AS reason
     FROM (SELECT * FROM customers WHERE import_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3) c ORDER BY c.id`,
    [importId, after, limit, ...visible.values],
  );
  return portionOfMade(found, removeCustomers);
};

async function removeCustomers(tx: EntityManager, going: readonly MadeRecord[]): Promise<void> {
  const ids = going.map(({ id }) => id);
  for (const part of PARTS) await rows(tx, part, [ids]);
  await rows(tx, forgetMerges, [ids]);
  await rows(tx, forget, [ids]);
  await rows(tx, remove, [ids]);
}
