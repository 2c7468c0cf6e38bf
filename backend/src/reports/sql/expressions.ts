import type { Dimension } from '../registry/dimensions.ts';
import type { Filter, Question } from '../question.ts';
import type { Parameters } from './parameters.ts';
import { visibleCustomers } from '../../people/index.ts';

/** The first day of the bucket of a time dimension that a day (an SQL expression) falls in. */
export function bucketOf(grain: string, day: string, weekStartsOn: number): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `date_trunc('month', ${day}::timestamp)::date`;
  // 1 January of year 1 was a Monday.
  return `(${day} - (${day} - date '0001-01-0${weekStartsOn}') % 7)`;
}

/** How long a bucket lasts, as an SQL interval. */
export const LENGTH_OF_BUCKET: Readonly<Record<string, string>> = { day: '1 day', week: '7 days', month: '1 month' };

/** What a dimension reads, over the relation's day for time and over the aliases f, c, e, m otherwise. */
export function expressionOf(dimension: Dimension, day: string, { weekStartsOn }: Question, parameters: Parameters): string {
  if (dimension.kind === 'time') return bucketOf(dimension.key, day, weekStartsOn);
  if (dimension.field !== undefined) return `nullif(c.fields ->> ${parameters.add(dimension.field)}, '')`;
  return dimension.sql;
}

/** The type of the column a dimension reads, so that its index can serve. */
const typeOf = ({ kind }: Dimension): string => (kind === 'reference' ? 'uuid' : kind === 'time' ? 'date' : 'text');

/** "Is one of these", where null is a value like any other. */
export function oneOf(expression: string, dimension: Dimension, values: readonly (string | null)[], parameters: Parameters): string {
  const known = values.filter((value) => value !== null);
  const conditions = [
    ...(known.length ? [`${expression} = ANY(${parameters.add(known)}::${typeOf(dimension)}[])`] : []),
    ...(known.length < values.length ? [`${expression} IS NULL`] : []),
  ];
  return `(${conditions.join(' OR ')})`;
}

/** Scope and filters: what every statement of the question carries, with the customer under the alias c. */
export function conditionsOf(question: Question, filters: readonly Filter[], parameters: Parameters): string[] {
  const scope = visibleCustomers(question.actor, 'c', parameters.next);
  parameters.addAll(scope.values);
  return [scope.sql, ...filters.map(({ dimension, values }) => oneOf(expressionOf(dimension, '', question, parameters), dimension, values, parameters))];
}
