import type { Options, View } from '../core/api';
import { addDays, isLocalDate } from '../core/format';
import { UrlState, urlState } from '../core/url-state';

/** The periods with a name, in the order of the menu. */
export const PERIODS = ['this-week', 'last-7-days', 'this-month', 'last-month', 'this-quarter', 'this-year', 'last-year', 'last-12-months', 'all'] as const;

/** Within how many days a cohort converts. */
export const DAYS = ['30', '90', '180', '365', 'none'] as const;

/** From when a cohort counts. */
export const ORIGINS = ['first_communication', 'creation'] as const;

const DEFAULTS = { period: 'last-12-months', from: '', to: '', by: '', origin: 'first_communication', days: '90', filter: [] as string[], compare: false };

/** What a report is asked, as the address of the page says it; `to` is the last day that counts. */
export type Asked = ReturnType<UrlState<typeof DEFAULTS>['now']>;

/** A question as the API takes it. */
export type ReportQuery = NonNullable<Options<'get', '/api/reports/{key}'>['query']>;

/** Keeps the question in the address. */
export const askedState = (): UrlState<Asked> => urlState(DEFAULTS) as UrlState<Asked>;

const oneOf = <T extends string>(value: string, values: readonly T[]): T | undefined => values.find((one) => one === value);

/** Whether two days of one's own are chosen, the period being nameless. */
export const isOwnPeriod = ({ from, to }: Asked): boolean => isLocalDate(from) && isLocalDate(to);

/** The dimensions asked for: those of the address, else those of the report. */
export const dimensionsOf = ({ by }: Asked, line: View<'ReportLineView'>): string[] => (by ? by.split(',') : line.by);

/** What to ask the API. */
export function queryOf(asked: Asked, line: View<'ReportLineView'>): ReportQuery {
  const period = isOwnPeriod(asked) ? { from: asked.from, until: addDays(asked.to, 1) } : { period: oneOf(asked.period, PERIODS) ?? 'last-12-months' };
  const cohort = line.isCohort ? { origin: oneOf(asked.origin, ORIGINS) ?? 'first_communication', days: oneOf(asked.days, DAYS) ?? '90' } : {};
  return { ...period, ...cohort, by: dimensionsOf(asked, line), ...(asked.filter.length ? { filter: [...asked.filter] } : {}), ...(asked.compare ? { compare: true } : {}) };
}

/** The values that a dimension is narrowed down to. */
export const filtered = ({ filter }: Asked, dimension: string): string[] => filter.filter((text) => text.startsWith(`${dimension}:`)).map((text) => text.slice(dimension.length + 1));

/** The filters with other values for one dimension. */
export const withFilter = ({ filter }: Asked, dimension: string, values: readonly string[]): string[] =>
  [...filter.filter((text) => !text.startsWith(`${dimension}:`)), ...values.map((value) => `${dimension}:${value}`)];

/** The address of a file with the answer, or with the rows behind a number. */
export function fileUrl(path: string, query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    const values: unknown[] = name === 'by' && Array.isArray(value) ? [value.join(',')] : Array.isArray(value) ? value : [value];
    for (const one of values) params.append(name, String(one));
  }
  return `${path}?${params.toString()}`;
}
