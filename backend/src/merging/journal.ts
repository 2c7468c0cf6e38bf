import type { EntityManager } from 'typeorm';
import { freshRows, rows, statement } from '../platform/database/statements.ts';
import { type Entry, type Picture, type Row, journalOf } from './journal.rules.ts';
import { type MergedTable, TABLES, type TableName } from './tables.ts';

/** What a merge did to one row of the product. */
export type MergeEntry = Entry<TableName>;

const names = Object.keys(TABLES) as TableName[];
const tableOf = (name: TableName): MergedTable => TABLES[name];
const fieldsOf = ({ key, columns }: MergedTable): string =>
  columns ? `jsonb_build_object(${[...key, ...columns].map((column) => `'${column}', t.${column}`).join(', ')})` : 'to_jsonb(t)';

const reads = new Map(names.map((name) => [name, statement(`merge_picture_of_${name}`, `SELECT ${fieldsOf(tableOf(name))} AS row FROM ${name} t WHERE ${tableOf(name).where}`)]));

const versions = statement('merge_versions_of_customers', 'SELECT c.version FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, n) JOIN customers c ON c.id = u.id ORDER BY u.n');

/** The key of a row as text. */
export const keyIn = (name: TableName, row: Row): string => tableOf(name).key.map((column) => String(row[column])).join(' ');

/** All rows of these customers that a merge may change. */
export async function pictureOf(tx: EntityManager, customerIds: readonly string[]): Promise<Picture<TableName>> {
  // Instants are compared as texts, now and in thirty days.
  await freshRows(tx, `SET LOCAL TimeZone = 'UTC'`);
  const picture = new Map<TableName, ReadonlyMap<string, Row>>();
  for (const [name, read] of reads) {
    const found = await rows<{ row: Row }>(tx, read, [customerIds]);
    picture.set(name, new Map(found.map(({ row }) => [keyIn(name, row), row])));
  }
  return picture;
}

/** The versions of these customers, in their order. */
export async function versionsOf(tx: EntityManager, customerIds: readonly string[]): Promise<number[]> {
  const found = await rows<{ version: number }>(tx, versions, [customerIds]);
  return found.map(({ version }) => version);
}

/** What happened between two pictures. */
export const mergeJournal = (before: Picture<TableName>, after: Picture<TableName>): MergeEntry[] => journalOf(before, after, (name) => tableOf(name).columns === null);

/** Writes columns of rows that are there; `rows` carry the key and what is to stand there. */
export async function rewriteRows(tx: EntityManager, name: TableName, changes: readonly Row[]): Promise<void> {
  const { key } = tableOf(name);
  for (const group of byColumns(changes)) {
    const columns = Object.keys(group[0] ?? {}).filter((column) => !key.includes(column));
    if (columns.length === 0) continue;
    const text = `UPDATE ${name} t SET ${columns.map((column) => `${column} = n.${column}`).join(', ')}
      FROM jsonb_array_elements($1::jsonb) AS r(row) CROSS JOIN LATERAL jsonb_populate_record(NULL::${name}, r.row) AS n WHERE ${key.map((column) => `t.${column} = n.${column}`).join(' AND ')}`;
    await freshRows(tx, text, [JSON.stringify(group)]);
  }
}

/** Adds whole rows. */
export async function addRows(tx: EntityManager, name: TableName, added: readonly Row[]): Promise<void> {
  if (added.length) await freshRows(tx, `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`, [JSON.stringify(added)]);
}

/** Removes rows by their keys. */
export async function removeRows(tx: EntityManager, name: TableName, removed: readonly Row[]): Promise<void> {
  const { key } = tableOf(name);
  if (removed.length === 0) return;
  await freshRows(tx, `DELETE FROM ${name} t USING jsonb_populate_recordset(NULL::${name}, $1::jsonb) AS n WHERE ${key.map((column) => `t.${column} = n.${column}`).join(' AND ')}`, [JSON.stringify(removed)]);
}

// Rows that change the same columns are written by one statement.
function byColumns(changes: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of changes) {
    const shape = Object.keys(row).sort().join();
    groups.set(shape, [...(groups.get(shape) ?? []), row]);
  }
  return [...groups.values()];
}
