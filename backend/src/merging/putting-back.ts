import type { EntityManager } from 'typeorm';
import { type Statement, rows, statement } from '../platform/database/statements.ts';
import { newId } from '../platform/ids.ts';
import { type MergeEntry, addRows, pictureOf, removeRows, rewriteRows } from './journal.ts';
import { type Picture, type Row, listRestored, restoredOf, valuesRestored } from './journal.rules.ts';
import type { Pair } from './joining.ts';
import { type Changed, type Links, linksRestored, restoredInGroups } from './links.rules.ts';
import { TABLES, type TableName } from './tables.ts';

const freeTouchpoints = statement('merge_undo_frees_touchpoints', 'UPDATE follow_ups SET touchpoint_id = NULL WHERE id = ANY($1::uuid[])');
const freeOccurrences = statement('merge_undo_frees_occurrences', 'UPDATE touchpoints SET occurrence = NULL WHERE id = ANY($1::uuid[])');
const newVersionsOf = (table: TableName): Statement => statement(`merge_undo_versions_${table}`, `UPDATE ${table} SET version = version + 1 WHERE id = ANY($1::uuid[])`);
const [newTouchpoints, newRecords, newCustomers] = [newVersionsOf('touchpoints'), newVersionsOf('follow_ups'), newVersionsOf('customers')];
const strangers = statement(
  'merge_undo_strangers',
  `SELECT DISTINCT f.customer_id AS "customerId", k.id AS "personId" FROM follow_ups f JOIN contact_people k ON k.id = f.contact_person_id
   WHERE f.customer_id = ANY($1::uuid[]) AND k.customer_id <> f.customer_id ORDER BY 1, 2`,
);
const copyPerson = statement(
  'merge_undo_copies_person',
  `INSERT INTO contact_people (id, customer_id, name, title, form_of_address, position, archived_at)
   SELECT $1, $2, k.name, k.title, k.form_of_address, 1 + coalesce((SELECT max(position) FROM contact_people WHERE customer_id = $2), 0), k.archived_at FROM contact_people k WHERE k.id = $3`,
);
const nameCopy = statement('merge_undo_names_copy', 'UPDATE follow_ups SET contact_person_id = $1 WHERE customer_id = $2 AND contact_person_id = $3');

const GROUPS = [['owner_id', 'team_id'], ['preferred_from', 'preferred_until'], ['quiet_from', 'quiet_until']];
/** Tables whose rows go back one by one, whatever stands in the others. */
const PLAIN: readonly TableName[] = ['contact_people', 'contact_points', 'segment_customers', 'customers_told_apart', 'plan_audience', 'approvals', 'incentive_grants', 'stage_changes'];

/** Puts rows back to where they were before the merge, as far as nobody has changed them since; what came since stays with the kept customer. */
export async function putBack(tx: EntityManager, journal: readonly MergeEntry[], { keptId, otherId }: Pair): Promise<Links> {
  const present = await pictureOf(tx, [keptId, otherId]);
  const entriesOf = (table: TableName): MergeEntry[] => journal.filter((entry) => entry.table === table);
  const customers = await putCustomersBack(tx, entriesOf('customers'), present, [keptId, otherId]);
  if (customers.has('cadence_id')) await removeRows(tx, 'cadences', made(entriesOf('cadences')));
  if (customers.has('owner_id') || customers.has('team_id')) await removeRows(tx, 'owner_changes', made(entriesOf('owner_changes')));
  for (const table of PLAIN) await putTableBack(tx, table, entriesOf(table), present);
  const links = linksRestored(changedIn(entriesOf('touchpoints'), present.get('touchpoints')), changedIn(entriesOf('follow_ups'), present.get('follow_ups')));
  await putLinksBack(tx, links);
  await removeRows(tx, 'corrections', made(entriesOf('corrections')).filter((row) => links.restored.has(String(row['follow_up_id']))));
  await copyStrangers(tx, [keptId, otherId]);
  return links;
}

/** Answers the columns of the kept customer that went back. */
async function putCustomersBack(tx: EntityManager, entries: readonly MergeEntry[], present: Picture<TableName>, order: readonly string[]): Promise<ReadonlySet<string>> {
  let columns = new Set<string>();
  // The kept one first: it gives up an id from elsewhere that the other one had.
  for (const id of order) {
    const entry = entries.find(({ key }) => key === id);
    const row = present.get('customers')?.get(id);
    if (!entry?.before || !entry.after || !row) continue;
    const back = { ...restoredInGroups({ before: entry.before, after: entry.after }, row, GROUPS), ...collectionsBack(entry.before, entry.after, row) };
    await rewriteRows(tx, 'customers', [{ id, ...back, ...(id === order[0] ? {} : { merged_into_id: null }) }]);
    if (id === order[0]) columns = new Set(Object.keys(back));
  }
  await rows(tx, newCustomers, [order]);
  return columns;
}

function collectionsBack(before: Row, after: Row, present: Row): Row {
  const lists = ['tags', 'do_not_contact'].filter((column) => column in after).map((column) => [column, listRestored(textsIn(before[column]), textsIn(after[column]), textsIn(present[column]))] as const);
  return { ...Object.fromEntries(lists), ...('fields' in after ? { fields: valuesRestored(before['fields'] as Row, after['fields'] as Row, present['fields'] as Row) } : {}) };
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

async function putTableBack(tx: EntityManager, table: TableName, entries: readonly MergeEntry[], present: Picture<TableName>): Promise<void> {
  const { key: keyColumns } = TABLES[table];
  const [changed, added, removed]: [Row[], Row[], Row[]] = [[], [], []];
  for (const { key, before, after } of entries) {
    const row = present.get(table)?.get(key);
    if (!before) removed.push(...(row ? [row] : []));
    else if (!after) (row ? changed : added).push(before);
    else if (row) changed.push({ ...Object.fromEntries(keyColumns.map((column) => [column, row[column]])), ...restoredOf({ before, after }, row) });
    // Somebody removed it from the kept customer since; the other one has it again.
    else if (TABLES[table].columns === null && before['customer_id'] !== after['customer_id']) added.push(before);
  }
  await removeRows(tx, table, removed);
  await rewriteRows(tx, table, changed);
  await addRows(tx, table, added);
}

async function putLinksBack(tx: EntityManager, { touchpoints, followUps, lost, restored }: Links): Promise<void> {
  const listed = (changes: ReadonlyMap<string, Row>): Row[] => [...changes].map(([id, row]) => ({ id, ...row }));
  await rows(tx, freeTouchpoints, [[...followUps].filter(([, row]) => 'touchpoint_id' in row).map(([id]) => id)]);
  await rows(tx, freeOccurrences, [[...touchpoints].filter(([, row]) => 'customer_id' in row).map(([id]) => id)]);
  await rewriteRows(tx, 'touchpoints', listed(touchpoints));
  await rewriteRows(tx, 'follow_ups', listed(followUps));
  await rows(tx, newTouchpoints, [[...touchpoints].filter(([, row]) => 'state' in row).map(([id]) => id)]);
  await rows(tx, newRecords, [[...lost.keys(), ...restored]]);
}

/** A person who went back is still named by what was logged since: a copy of them stays with the kept customer. */
async function copyStrangers(tx: EntityManager, customerIds: readonly string[]): Promise<void> {
  for (const { customerId, personId } of await rows<{ customerId: string; personId: string }>(tx, strangers, [customerIds])) {
    const id = newId();
    await rows(tx, copyPerson, [id, customerId, personId]);
    await rows(tx, nameCopy, [id, customerId, personId]);
  }
}

/** What the merge had made. */
const made = (entries: readonly MergeEntry[]): Row[] => entries.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));

const changedIn = (entries: readonly MergeEntry[], present: Changed['present'] = new Map()): Changed => ({
  present, entries: new Map(entries.flatMap(({ key, before, after }) => (before && after ? [[key, { before, after }] as const] : []))),
});
