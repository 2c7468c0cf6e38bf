/** A row as the database writes it in JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of each table by their key. */
export type Picture<Table extends string = string> = ReadonlyMap<Table, ReadonlyMap<string, Row>>;

/** What a merge did to one row: made it (`before` null), removed it (`after` null), or changed the columns in both. */
export interface Entry<Table extends string = string> {
  readonly table: Table;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What differs between two pictures; of changed rows only the changed columns, all of them in tables that are kept `whole`. */
export function journalOf<Table extends string>(before: Picture<Table>, after: Picture<Table>, whole: (table: Table) => boolean): Entry<Table>[] {
  return [...after.keys()].flatMap((table) => {
    const [earlier, later] = [before.get(table) ?? new Map<string, Row>(), after.get(table) ?? new Map<string, Row>()];
    return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => entryOf(table, key, [earlier.get(key), later.get(key)], whole(table)));
  });
}

function entryOf<Table extends string>(table: Table, key: string, [before, after]: [Row | undefined, Row | undefined], isWhole: boolean): Entry<Table>[] {
  if (!before || !after) return [{ table, key, before: before ?? null, after: after ?? null }];
  const changed = Object.keys(after).filter((column) => !same(before[column], after[column]));
  if (changed.length === 0) return [];
  const columns = isWhole ? Object.keys(after) : changed;
  const pick = (row: Row): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  return [{ table, key, before: pick(before), after: pick(after) }];
}

/** The columns that go back to what they were: those that still are as the merge left them. What somebody changed since stays. */
export function restoredOf({ before, after }: { before: Row; after: Row }, present: Row): Record<string, unknown> {
  const back = Object.keys(after).filter((column) => !same(before[column], after[column]) && same(present[column], after[column]));
  return Object.fromEntries(back.map((column) => [column, before[column] ?? null]));
}

/** A list without what the merge had added to it, whatever was added or removed since. */
export function listRestored(before: readonly string[], after: readonly string[], present: readonly string[]): string[] {
  if (same(after, present)) return [...before];
  return present.filter((item) => before.includes(item) || !after.includes(item));
}

/** Values by key of which those go back that still are as the merge left them. */
export function valuesRestored(before: Row, after: Row, present: Row): Record<string, unknown> {
  const restored = new Map(Object.entries(present));
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[key], after[key]) || !same(present[key], after[key])) continue;
    if (key in before) restored.set(key, before[key]);
    else restored.delete(key);
  }
  return Object.fromEntries(restored);
}
