import type { Period } from '../../kernel/index.ts';
import type { Dimension } from '../registry/dimensions.ts';
import type { Part } from '../registry/measures.ts';
import type { Question } from '../question.ts';
import { LENGTH_OF_BUCKET, bucketOf, conditionsOf, expressionOf } from './expressions.ts';
import { Parameters, type Query } from './parameters.ts';
import { STAGES, rowsOf } from './relations.ts';

/** More rows than this nobody reads: the question is refused instead. */
export const MOST_ROWS = 20_000;

/** What a statement of numbers answers: `k0…` the values of the dimensions, `n0…` the numbers of the columns. */
export type NumbersRow = Record<`k${number}`, string | null> & Record<`n${number}`, number>;

const list = (items: readonly string[]): string => items.join(', ');
const keysAs = (keys: readonly string[]): string[] => keys.map((key, i) => `(${key})::text AS k${i}`);
const groupBy = (count: number): string => (count ? ` GROUP BY ${list(Array.from({ length: count }, (_, i) => `${i + 1}`))} LIMIT ${MOST_ROWS + 1}` : '');
const whereOf = (conditions: readonly string[]): string => (conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '');

/** Reads the numbers of a part for each value of the dimensions; without dimensions its total. */
export function numbersQuery(part: Part, question: Question, period: Period, by: readonly Dimension[]): Query {
  const { parameters, before, from, where, keys } = rowsOf(part.relation, question, period, by);
  if (part.relation === 'contacted') {
    const [column] = part.columns;
    const distinct = `SELECT DISTINCT ${list([...keys.map((key, i) => `${key} AS k${i}`), 'f.customer_id'])} FROM ${from}${whereOf([...where, column?.where ?? 'true'])}`;
    return { text: `SELECT ${list([...keysAs(keys.map((_, i) => `k${i}`)), 'count(*)::int AS n0'])} FROM (${distinct}) d${groupBy(keys.length)}`, values: parameters.values };
  }
  const numbers = part.columns.map((column, i) => `count(*) FILTER (WHERE ${column.where})::int AS n${i}`);
  return { text: `${before}SELECT ${list([...keysAs(keys), ...numbers])} FROM ${from}${whereOf(where)}${groupBy(keys.length)}`, values: parameters.values };
}

/**
 * How the customers there are change from bucket to bucket: plus one where a stage begins, minus one where it ends. What began before
 * the period stands in its first bucket, so that the running sum is what there is at the end of each.
 */
export function changesQuery(part: Part, question: Question, { from, until }: Period, by: readonly Dimension[]): Query {
  const parameters = new Parameters();
  const first = `${parameters.add(from)}::date`;
  const keys = by.map((dimension) => expressionOf(dimension, `greatest(x.day, ${first})`, question, parameters));
  const conditions = conditionsOf(question, question.filters, parameters);
  const numbers = part.columns.map((column, i) => `sum(x.change) FILTER (WHERE ${column.where})::int AS n${i}`);
  const days = `CROSS JOIN LATERAL (VALUES (s.from_on, 1), (s.until_on, -1)) x(day, change)`;
  const where = whereOf([`x.day < ${parameters.add(until)}::date`, ...conditions]);
  return { text: `SELECT ${list([...keysAs(keys), ...numbers])} FROM ${STAGES} ${days}${where}${groupBy(keys.length)}`, values: parameters.values };
}

/** The first days of every bucket from one day to another, the empty ones included. */
export function bucketsQuery(grain: string, first: string, last: string, { weekStartsOn }: Question): Query {
  const parameters = new Parameters();
  const start = bucketOf(grain, `${parameters.add(first)}::date`, weekStartsOn);
  const end = `${parameters.add(last)}::date`;
  return { text: `SELECT b::date::text AS bucket FROM generate_series(${start}::timestamp, ${end}::timestamp, interval '${LENGTH_OF_BUCKET[grain]}') b`, values: parameters.values };
}
