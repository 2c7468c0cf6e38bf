import type { Sort } from './filters.rules';

/** A column beside the name; `sort` is what its head sorts by, `csv` what the export calls it. */
export interface Column { key: string; sort?: 'lastContact' | 'nextContact' | 'knownSince' | 'stageSince' | 'tier'; csv: string; isFirst?: boolean }

/** All columns but those of custom fields, in their order; the first ones are shown until somebody chooses. */
export const COLUMNS: readonly Column[] = [
  { key: 'tier', sort: 'tier', csv: 'tier', isFirst: true },
  { key: 'stage', csv: 'stage', isFirst: true },
  { key: 'stageSince', sort: 'stageSince', csv: 'stageSince' },
  { key: 'owner', csv: 'owner', isFirst: true },
  { key: 'team', csv: 'team' },
  { key: 'nextContact', sort: 'nextContact', csv: 'nextContact', isFirst: true },
  { key: 'lastContact', sort: 'lastContact', csv: 'lastContact', isFirst: true },
  { key: 'silent', csv: 'lastEffective', isFirst: true },
  { key: 'respondBy', csv: 'respondBy' },
  { key: 'phone', csv: 'phone', isFirst: true },
  { key: 'email', csv: 'email' },
  { key: 'source', csv: 'source' },
  { key: 'industry', csv: 'industry' },
  { key: 'region', csv: 'region' },
  { key: 'served', csv: 'served' },
  { key: 'servedBy', csv: 'servedBy' },
  { key: 'tags', csv: 'tags' },
  { key: 'knownSince', sort: 'knownSince', csv: 'knownSince' },
  { key: 'converted', csv: 'converted' },
];

/** Marks columns of custom fields. */
export const FIELD = 'field:';

/** What the export is asked for: the name always, custom fields all together. */
export const csvColumns = (keys: readonly string[]): string[] => {
  const known = COLUMNS.filter(({ key }) => keys.includes(key)).map(({ csv }) => csv);
  return ['name', 'kind', ...known, ...(keys.some((key) => key.startsWith(FIELD)) ? ['fields'] : [])];
};

/** How a column's head reads when the list is sorted like this. */
export const directionOf = (sort: string, by: string | undefined): 'ascending' | 'descending' | null => (by === undefined ? null : sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : null);

/** The sort after a press on a head: names and next contacts start with the first, all else with the newest. */
export function nextSort(sort: string, by: NonNullable<Column['sort']> | 'name'): Sort {
  const isFirstUp = by === 'name' || by === 'nextContact' || by === 'tier';
  const first = isFirstUp ? by : (`-${by}` as Sort);
  return sort === first ? (isFirstUp ? `-${by}` : by) : first;
}
