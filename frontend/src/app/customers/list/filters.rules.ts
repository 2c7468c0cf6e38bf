import type { Options } from '../../core/api';
import { LocalDate, addDays, isLocalDate } from '../../core/format';
import { UrlState, urlState } from '../../core/url-state';

/** What the list's address says: filters, search and sort; an empty value narrows nothing. Periods include both days. */
const DEFAULTS = {
  q: '', kind: '', stage: [] as string[], tier: [] as string[], owner: [] as string[], team: [] as string[], source: [] as string[], industry: [] as string[], region: [] as string[], tag: [] as string[],
  served: '', servedBy: [] as string[], silent: 0, next: '', knownFrom: '', knownTo: '', convertedFrom: '', convertedTo: '', archived: false, import: '', fields: '',
  never: [] as string[], neverKind: [] as string[], contacted: [] as string[], contactedDays: 0, contactsMin: 0, contactsMax: -1, contactsDays: 30, reached: '', cadence: [] as string[], list: '', view: '', sort: '-lastContact',
};

/** Filters, search and sort of the list. */
export type Filters = ListState extends UrlState<infer T> ? T : never;

/** The list's part of the address. */
export type ListState = ReturnType<typeof listState>;

/** The query that the API's list, count and export understand. */
export type CustomerQuery = NonNullable<Options<'get', '/api/customers'>['query']>;

/** How a list can be sorted. */
export type Sort = NonNullable<CustomerQuery['sort']>;

/** A condition on a custom field: choices, part of a text, yes or no, or a range whose end is excluded. */
export type FieldCondition = readonly string[] | string | boolean | { from?: string | number; until?: string | number };

/** Keeps the list's filters in the page's address; call it where injection is possible. */
export const listState = () => urlState(DEFAULTS);

/** Values that narrow nothing, for taking all filters back at once; the sort stays. */
export const noFilters = (): Partial<Filters> => Object.fromEntries(Object.entries(DEFAULTS).filter(([name]) => name !== 'sort'));

const SECOND_ROW = ['kind', 'team', 'source', 'industry', 'region', 'tag', 'served', 'servedBy', 'knownFrom', 'convertedFrom', 'archived', 'import', 'fields', 'never', 'neverKind', 'reached', 'cadence', 'list'] as const satisfies readonly (keyof Filters)[];
const FIRST_ROW = ['stage', 'tier', 'owner', 'silent', 'next'] as const satisfies readonly (keyof Filters)[];

/** How many filters narrow the list at present: those always shown, and those behind "more". */
export function countFilters(filters: Filters): { first: number; more: number } {
  const isOn = (name: keyof Filters): boolean => { const value = filters[name]; return Array.isArray(value) ? value.length > 0 : Boolean(value); };
  const fields = Object.keys(conditionsIn(filters.fields)).length;
  const history = Number(filters.contacted.length > 0 || filters.contactedDays > 0) + Number(filters.contactsMin > 0 || filters.contactsMax >= 0);
  const ends = [[filters.knownFrom, filters.knownTo], [filters.convertedFrom, filters.convertedTo]].filter(([from, to]) => !from && to).length;
  return { first: FIRST_ROW.filter(isOn).length, more: SECOND_ROW.filter((name) => name !== 'fields' && isOn(name)).length + fields + ends + history };
}

/** The conditions on custom fields that the address holds; none when somebody has written nonsense into it. */
export function conditionsIn(text: string): Record<string, FieldCondition> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, FieldCondition>) : {};
  } catch {
    return {};
  }
}

/** The conditions with one of them replaced or, without a value, taken away, as the address holds them. */
export function withCondition(text: string, key: string, condition: FieldCondition | undefined): string {
  const others = Object.entries(conditionsIn(text)).filter(([name]) => name !== key);
  const all = Object.fromEntries(condition === undefined ? others : [...others, [key, condition]]);
  return Object.keys(all).length ? JSON.stringify(all) : '';
}

const day = (name: string, value: LocalDate, shift = 0): object => (isLocalDate(value) ? { [name]: addDays(value, shift) } : {});
const list = (name: string, values: readonly string[]): object => (values.length ? { [name]: [...values] } : {});
const word = (name: string, value: string | number): object => (value ? { [name]: value } : {});

/** The list that the API is asked for. */
export const queryOf = (filters: Filters): CustomerQuery => ({ ...filterOf(filters), sort: filters.sort as Sort });

/** Which customers the API is asked for; everything that narrows nothing is left out, so that equal lists have equal queries. */
export function filterOf(filters: Filters): Omit<CustomerQuery, 'sort' | 'limit' | 'cursor'> {
  const conditions = conditionsIn(filters.fields);
  return {
    ...word('q', filters.q.trim()), ...word('kind', filters.kind), ...list('stageIds', filters.stage), ...list('tierIds', filters.tier), ...list('ownerIds', filters.owner), ...list('teamIds', filters.team),
    ...list('sources', filters.source), ...list('industries', filters.industry), ...list('regions', filters.region), ...list('tags', filters.tag), ...word('served', filters.served), ...list('servedBy', filters.servedBy),
    ...word('silentDays', filters.silent), ...word('nextContact', filters.next),
    ...day('knownFrom', filters.knownFrom), ...day('knownUntil', filters.knownTo, 1), ...day('convertedFrom', filters.convertedFrom), ...day('convertedUntil', filters.convertedTo, 1),
    ...word('importId', filters.import), ...(filters.archived ? { archived: 'yes' as const } : {}), ...(Object.keys(conditions).length ? { fields: JSON.stringify(conditions) } : {}), ...historyOf(filters),
  };
}

// What is asked of the contact history.
const historyOf = ({ never, neverKind, contacted, contactedDays, contactsMin, contactsMax, contactsDays, reached, cadence, list: segmentId }: Filters): object => ({
  ...list('neverChannelIds', never), ...list('neverContactKinds', neverKind), ...list('contactedChannelIds', contacted), ...word('contactedDays', contactedDays), ...word('contactsMin', contactsMin),
  ...(contactsMax >= 0 ? { contactsMax } : {}), ...(contactsMin > 0 || contactsMax >= 0 ? { contactsDays } : {}), ...word('reached', reached), ...list('cadence', cadence), ...word('segmentId', segmentId),
});

/** The address of the CSV file with the same customers in the same order. */
export function exportUrl(filters: Filters, columns: readonly string[]): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...queryOf(filters), columns })) for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  return `/api/customers/export.csv?${params.toString()}`;
}

/** What an API filter says, as the address holds it: all filters of the list, those that narrow nothing included; the way back from `filterOf`. */
export function stateOf(filter: Omit<CustomerQuery, 'sort' | 'limit' | 'cursor'>): Partial<Filters> {
  const dayBefore = (until: LocalDate | undefined): LocalDate => (until ? addDays(until, -1) : '');
  return {
    ...noFilters(), q: filter.q ?? '', kind: filter.kind ?? '', stage: filter.stageIds ?? [], tier: filter.tierIds ?? [], owner: filter.ownerIds ?? [], team: filter.teamIds ?? [], source: filter.sources ?? [],
    industry: filter.industries ?? [], region: filter.regions ?? [], tag: filter.tags ?? [], served: filter.served ?? '', servedBy: filter.servedBy ?? [], silent: filter.silentDays ?? 0, next: filter.nextContact ?? '', knownFrom: filter.knownFrom ?? '',
    knownTo: dayBefore(filter.knownUntil), convertedFrom: filter.convertedFrom ?? '', convertedTo: dayBefore(filter.convertedUntil), archived: filter.archived === 'yes', import: filter.importId ?? '',
    fields: filter.fields ?? '', never: filter.neverChannelIds ?? [], neverKind: filter.neverContactKinds ?? [], contacted: filter.contactedChannelIds ?? [], contactedDays: filter.contactedDays ?? 0,
    contactsMin: filter.contactsMin ?? 0, contactsMax: filter.contactsMax ?? -1, contactsDays: filter.contactsDays ?? 30, reached: filter.reached ?? '', cadence: filter.cadence ?? [], list: filter.segmentId ?? '',
  };
}
