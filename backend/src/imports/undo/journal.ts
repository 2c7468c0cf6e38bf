import type { DataSource, EntityManager } from 'typeorm';
import { type Statement, rows, statement } from '../../platform/database/statements.ts';
import type { Added } from './import-change.entity.ts';

/** The two tables in which an import changes rows, with the columns that are derived, or are never changed by an import. */
const DERIVED = {
  customers: `id version created_at created_by_id import_id external_id stage_id stage_since is_open converted_at first_contact_at last_contact_at last_heard_at last_effective_at
    cadence_anchor_on respond_by next_touchpoint_on next_step next_step_reason pace_id segment_cadence_id cadence_stopped_at cadence_stop_reason`.split(/\s+/),
  follow_ups: 'id version import_id external_id'.split(' '),
};
/** One of the two. */
export type ChangedTable = keyof typeof DERIVED;

// Held until the end of the transaction: what is written down is what the import finds.
const hold = (table: ChangedTable): Statement =>
  statement(
    `import_changes_held_${table}`,
    `INSERT INTO import_changes AS j (import_id, subject_id, before, subject_version)
     SELECT $1, s.id, to_jsonb(s) - $3::text[], s.version FROM (SELECT * FROM ${table} WHERE id = ANY($2::uuid[]) ORDER BY id FOR UPDATE) s
     ON CONFLICT (import_id, subject_id) DO UPDATE SET before = excluded.before || j.before`,
  );
// Only columns that differ are kept. OFFSET keeps the row from being turned into JSON once for every column.
const keep = (table: ChangedTable): Statement =>
  statement(
    `import_changes_kept_${table}`,
    `UPDATE import_changes j SET before = d.before, after = d.after, added = coalesce(a.added, '{}'), subject_version = d.version
     FROM (
       SELECT k.subject_id, s.version, coalesce(v.before, '{}') AS before, coalesce(v.after, '{}') AS after
       FROM import_changes k JOIN ${table} s ON s.id = k.subject_id
       CROSS JOIN LATERAL (SELECT to_jsonb(s) AS now OFFSET 0) n
       CROSS JOIN LATERAL (SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, n.now -> b.key) AS after FROM jsonb_each(k.before) b WHERE n.now -> b.key IS DISTINCT FROM b.value) v
       WHERE k.import_id = $1 AND k.subject_id = ANY($2::uuid[])
     ) d LEFT JOIN jsonb_to_recordset($3::jsonb) AS a(id uuid, added jsonb) ON a.id = d.subject_id
     WHERE j.import_id = $1 AND j.subject_id = d.subject_id`,
  );
const HOLD = { customers: hold('customers'), follow_ups: hold('follow_ups') };
const KEEP = { customers: keep('customers'), follow_ups: keep('follow_ups') };
const purge = statement('import_changes_purged', `DELETE FROM import_changes j USING imports i WHERE i.id = j.import_id AND i.finished_at < $1`);

/** Writes down how records stand, `change`s them, and writes down what became of them: in four statements whatever their number. `change` answers what it added beside them. */
export async function changedOnRecord(tx: EntityManager, importId: string, table: ChangedTable, ids: readonly string[], change: () => Promise<ReadonlyMap<string, Added>>): Promise<void> {
  if (ids.length === 0) return;
  await rows(tx, HOLD[table], [importId, ids, DERIVED[table]]);
  const added = await change();
  await rows(tx, KEEP[table], [importId, ids, JSON.stringify([...added].map(([id, what]) => ({ id, added: what })))]);
}

/** Forgets what imports changed that ended before a moment. */
export async function purgeJournal(on: DataSource, endedBefore: Date): Promise<void> {
  await rows(on, purge, [endedBefore]);
}
