import { visibleCustomers } from '../../people/index.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import type { Added } from './import-change.entity.ts';
import type { Row } from './patch.rules.ts';
import { type PlanPortion, examplesOf } from './portion.ts';
import { putBack } from './put-back.ts';
import type { KeptReason, UndoCounts } from './undo-counts.ts';

interface Changed {
  id: string;
  customerId: string;
  name: string;
  reason: KeptReason | null;
  before: Row;
  added: Added;
}

const OF_IMPORT = `SELECT subject_id FROM import_changes WHERE import_id = $1 AND ($2::uuid IS NULL OR subject_id > $2) ORDER BY subject_id LIMIT $3`;
const lockCustomers = statement('import_changed_customers_of_contacts_locked', `SELECT id FROM customers WHERE id IN (SELECT f.customer_id FROM follow_ups f WHERE f.id IN (${OF_IMPORT})) ORDER BY id FOR UPDATE`);
const lock = statement('import_changed_contacts_locked', `SELECT id FROM follow_ups WHERE id IN (${OF_IMPORT}) ORDER BY id FOR UPDATE`);
const removeTraces = statement('import_corrections_removed', 'DELETE FROM corrections WHERE id = ANY($1::uuid[])');
// Later imports that were taken back have moved the version, too, and left the record as it was.
const VERSION = `j.subject_version + (SELECT coalesce(sum(k.steps), 0) FROM import_changes k WHERE k.subject_id = j.subject_id AND k.subject_version > j.subject_version AND k.undone_at IS NOT NULL)`;

/** Communications that an import corrected: as before with the trace of the correction gone, unless somebody has corrected them since. */
export const changedCommunications: PlanPortion = async (on, { importId, actor, after, limit, now }, isHeld) => {
  if (isHeld) {
    await rows(on, lockCustomers, [importId, after, limit]);
    await rows(on, lock, [importId, after, limit]);
  }
  const visible = visibleCustomers(actor, 'c', 4);
  const found = await freshRows<Changed>(
    on,
    `SELECT f.id, f.customer_id AS "customerId", c.name || ' · ' || f.occurred_on AS name, j.before, j.added,
       CASE WHEN (${visible.sql}) IS NOT TRUE THEN 'out_of_sight' WHEN f.version <> ${VERSION} THEN 'changed_since' END AS reason
     FROM import_changes j JOIN follow_ups f ON f.id = j.subject_id JOIN customers c ON c.id = f.customer_id
     WHERE j.import_id = $1 AND j.undone_at IS NULL AND j.subject_id IN (${OF_IMPORT}) ORDER BY f.id`,
    [importId, after, limit, ...visible.values],
  );
  const page = await freshRows<{ size: number; last: string | null }>(on, `SELECT count(*)::int AS size, max(subject_id::text) AS last FROM (${OF_IMPORT}) p`, [importId, after, limit]);
  const back = found.filter(({ reason }) => reason === null);
  const kept: UndoCounts['kept'] = {};
  for (const { reason } of found) if (reason !== null) kept[reason] = (kept[reason] ?? 0) + 1;
  return {
    size: page[0]?.size ?? 0,
    last: page[0]?.last ?? null,
    counts: { removed: 0, putBack: back.length, partly: 0, kept },
    examples: examplesOf(found),
    write: async (tx) => {
      await putBack(tx, { table: 'follow_ups', importId, now, patches: back.map(({ id, before }) => ({ id, values: before })) });
      await rows(tx, removeTraces, [back.flatMap(({ added }) => added.correctionId ?? [])]);
      await refreshContactState(tx, [...new Set(back.map(({ customerId }) => customerId))]);
    },
  };
};
