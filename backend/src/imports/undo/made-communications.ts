import type { EntityManager } from 'typeorm';
import { visibleCustomers } from '../../people/index.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import { reasonOfCommunication } from './keeping.ts';
import { type MadeRecord, type PlanPortion, portionOfMade } from './portion.ts';

const OF_IMPORT = 'import_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3';
// Customers first, as whoever logs a contact does.
const lockCustomers = statement('import_contact_customers_locked', `SELECT id FROM customers WHERE id IN (SELECT customer_id FROM (SELECT customer_id FROM follow_ups WHERE ${OF_IMPORT}) f) ORDER BY id FOR UPDATE`);
const lock = statement('import_contacts_locked', `SELECT id FROM follow_ups WHERE ${OF_IMPORT} FOR UPDATE`);
const forget = statement('import_undone_contact_changes', 'DELETE FROM import_changes WHERE subject_id = ANY($1::uuid[])');
const remove = statement('import_undone_contacts', 'DELETE FROM follow_ups WHERE id = ANY($1::uuid[])');

/** Communications that an import made, in the order of their ids: they go unless somebody has worked with them since. */
export const madeCommunications: PlanPortion = async (on, { importId, actor, after, limit }, isHeld) => {
  if (isHeld) {
    await rows(on, lockCustomers, [importId, after, limit]);
    await rows(on, lock, [importId, after, limit]);
  }
  const visible = visibleCustomers(actor, 'c', 4);
  const found = await freshRows<MadeRecord>(
    on,
    `SELECT f.id, f.customer_id AS "customerId", c.name || ' · ' || f.occurred_on AS name, ${await reasonOfCommunication(on, visible.sql)} AS reason
     FROM (SELECT * FROM follow_ups WHERE ${OF_IMPORT}) f JOIN customers c ON c.id = f.customer_id ORDER BY f.id`,
    [importId, after, limit, ...visible.values],
  );
  return portionOfMade(found, removeCommunications);
};

async function removeCommunications(tx: EntityManager, going: readonly MadeRecord[]): Promise<void> {
  const ids = going.map(({ id }) => id);
  await rows(tx, forget, [ids]);
  await rows(tx, remove, [ids]);
  await refreshContactState(tx, [...new Set(going.map(({ customerId }) => customerId))]);
}
