import type { EntityManager } from 'typeorm';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import type { ChangedTable } from './journal.ts';
import type { Row } from './patch.rules.ts';

/** Columns of some records with what stood there before an import. */
export interface Patches {
  table: ChangedTable;
  importId: string;
  now: Date;
  patches: readonly { id: string; values: Row }[];
}

const COLUMN = /^[a-z_]+$/;
const markUndone = statement('import_changes_undone', 'UPDATE import_changes SET undone_at = $3, steps = steps + 1 WHERE import_id = $1 AND subject_id = ANY($2::uuid[]) AND undone_at IS NULL');

/** Writes columns back and moves the records' versions on, so that a page which has read them meanwhile overwrites nothing unseen. */
export async function putBack(tx: EntityManager, { table, importId, now, patches }: Patches): Promise<void> {
  if (patches.length === 0) return;
  const columns = [...new Set(patches.flatMap(({ values }) => Object.keys(values)))].filter((column) => COLUMN.test(column));
  const set = [...columns.map((column) => `"${column}" = p."${column}"`), 'version = s.version + 1'];
  await freshRows(
    tx,
    `UPDATE ${table} s SET ${set.join(', ')}
     FROM (SELECT r.id AS "recordId", v.* FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "values" jsonb) JOIN ${table} o ON o.id = r.id CROSS JOIN LATERAL jsonb_populate_record(o, r."values") v) p
     WHERE s.id = p."recordId"`,
    [JSON.stringify(patches)],
  );
  await rows(tx, markUndone, [importId, patches.map(({ id }) => id), now]);
}
