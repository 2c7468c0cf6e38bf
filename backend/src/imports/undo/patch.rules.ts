/** A row of a table as JSON, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns that belong together: each is put back only with the others. */
const TOGETHER: readonly (readonly string[])[] = [
  ['name', 'kind', 'sort_name'], ['owner_id', 'team_id'], ['preferred_from', 'preferred_until'], ['quiet_from', 'quiet_until'], ['is_served', 'served_by'],
];
/** Columns of which parts are put back. */
const IN_PARTS = new Set(['tags', 'fields']);

/** What an undo writes into a customer, and whether something of the import stays. */
export interface Patch {
  values: Record<string, unknown>;
  isWhole: boolean;
}

/** What puts back everything that an import changed and that nobody has changed since; tags and custom fields one by one, other columns as they belong together. */
export function patchOf(before: Row, after: Row, now: Row): Patch {
  const values: Record<string, unknown> = {};
  let isWhole = true;
  for (const columns of groupsOf(Object.keys(after))) {
    if (columns.every((column) => same(after[column], now[column]))) for (const column of columns) values[column] = before[column];
    else isWhole = false;
  }
  const tags = withoutTags(before['tags'], after['tags'], now['tags']);
  const fields = fieldsPutBack(before['fields'], after['fields'], now['fields']);
  if (tags) values['tags'] = tags;
  if (fields) values['fields'] = fields.values;
  return { values, isWhole: isWhole && fields?.isWhole !== false };
}

/** The changed columns, each with those changed ones that belong to it. */
function groupsOf(changed: readonly string[]): string[][] {
  const single = changed.filter((column) => !IN_PARTS.has(column) && !TOGETHER.some((group) => group.includes(column))).map((column) => [column]);
  return [...single, ...TOGETHER.map((group) => group.filter((column) => changed.includes(column))).filter((group) => group.length > 0)];
}

/** The present tags without those that the import added; null where there is nothing to take away. */
function withoutTags(before: unknown, after: unknown, now: unknown): string[] | null {
  const added = listOf(after).filter((tag) => !listOf(before).includes(tag));
  const left = listOf(now).filter((tag) => !added.includes(tag));
  return left.length < listOf(now).length ? left : null;
}

function fieldsPutBack(before: unknown, after: unknown, now: unknown): { values: Row; isWhole: boolean } | null {
  if (after === undefined) return null;
  const [earlier, written, present] = [before, after, now].map((fields) => (fields ?? {}) as Row) as [Row, Row, Row];
  const changed = Object.keys(written).filter((key) => !same(written[key], earlier[key]));
  const back = changed.filter((key) => same(present[key], written[key]));
  const kept = Object.entries(present).filter(([key]) => !back.includes(key));
  const values = Object.fromEntries([...kept, ...back.filter((key) => key in earlier).map((key) => [key, earlier[key]] as const)]);
  return { values, isWhole: back.length === changed.length };
}

const listOf = (tags: unknown): string[] => (Array.isArray(tags) ? (tags as string[]) : []);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
