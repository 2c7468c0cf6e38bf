import { rows, statement } from "../../platform/database/statements.js";
import { ROW_FATES } from "../import.entity.js";
const SAMPLES = 5;
/** Somebody else went on with the import: this attempt has nothing more to do, and its transaction is undone. */
export class Superseded extends Error {
}
const progressed = statement('import_progressed', 'UPDATE imports SET rows_done = $2, counts = $3, samples = $4 WHERE id = $1');
const held = statement('import_held', 'SELECT id FROM imports WHERE id = $1 AND rows_done = $2 AND state = $3 FOR UPDATE');
const issued = statement('import_issues', `INSERT INTO import_issues (import_id, line, position, fate, column_name, code, params, value)
   SELECT $1, r.line, r.position, r.fate, r."columnName", r.code, r.params, r.value
   FROM jsonb_to_recordset($2::jsonb) AS r(line int, position smallint, fate varchar, "columnName" varchar, code varchar, params jsonb, value varchar)`);
const finished = statement('import_finished', `UPDATE imports SET state = $2, finished_at = $3, failure = $4 WHERE id = $1 AND state IN ('checking', 'running') RETURNING id`);
const removePieces = statement('import_pieces_removed', 'DELETE FROM import_pieces WHERE import_id = $1');
/** Keeps everybody else from the next rows of the import until the transaction ends; throws `Superseded` when they were done meanwhile. */
export async function holdImport(tx, { id, rowsDone, state }) {
    if ((await rows(tx, held, [id, rowsDone, state])).length === 0)
        throw new Superseded();
}
/**
 * Writes down how far the import has come, in the transaction of the rows themselves: what is counted is done, and a
 * second attempt goes on from there.
 */
export async function keepProgress(tx, work, planned) {
    const counts = { ...work.counts };
    const samples = { ...work.samples };
    for (const { fate, line, text } of planned) {
        counts[fate] = (counts[fate] ?? 0) + 1;
        const shown = samples[fate] ?? [];
        if (shown.length < SAMPLES)
            samples[fate] = [...shown, { line, text }];
    }
    const rowsDone = work.rowsDone + planned.length;
    await rows(tx, progressed, [work.id, rowsDone, JSON.stringify(counts), JSON.stringify(samples)]);
    Object.assign(work, { rowsDone, counts, samples });
}
/** Writes down why rows are not taken over. */
export async function writeIssues(tx, importId, planned) {
    const list = planned.flatMap(({ line, fate, issues }) => issues.map(({ column, code, params, value }, position) => ({ line, position, fate, columnName: column, code, params, value })));
    if (list.length > 0)
        await rows(tx, issued, [importId, JSON.stringify(list)]);
}
/** Ends a dry run or a run; the file of a run is no longer needed and is removed, because it holds personal data. */
export async function finish(tx, importId, state, at, failure = null) {
    const ended = await rows(tx, finished, [importId, state, at, failure]);
    if (ended.length === 0)
        throw new Superseded();
    if (state === 'done')
        await rows(tx, removePieces, [importId]);
}
/** Every fate with its number, zero where there is none. */
export const allCounts = (counts) => Object.fromEntries(ROW_FATES.map((fate) => [fate, counts[fate] ?? 0]));
