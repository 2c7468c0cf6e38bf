import { LENGTH_OF_BUCKET, bucketOf, conditionsOf, expressionOf } from "./expressions.js";
import { Parameters } from "./parameters.js";
import { rowsOf } from "./relations.js";
/** More rows than this nobody reads: the question is refused instead. */
export const MOST_ROWS = 20_000;
const list = (items) => items.join(', ');
const whereOf = (conditions) => (conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '');
/** Groups by the values as they are stored and writes them as text afterwards, once per group instead of once per row. */
function grouped(keys, numbers, from) {
    const groups = keys.length ? ` GROUP BY ${list(keys.map((_, i) => `${i + 1}`))} LIMIT ${MOST_ROWS + 1}` : '';
    const inner = `SELECT ${list([...keys.map((key, i) => `${key} AS k${i}`), ...numbers.map((number, i) => `${number}::int AS n${i}`)])} FROM ${from}${groups}`;
    return `SELECT ${list([...keys.map((_, i) => `k${i}::text`), ...numbers.map((_, i) => `n${i}`)])} FROM (${inner}) g`;
}
/** Reads the numbers of a part for each value of the dimensions; without dimensions its total. */
export function numbersQuery(part, question, period, by) {
    const { parameters, before, from, where, keys } = rowsOf(part.relation, question, period, by);
    const { values } = parameters;
    if (part.relation === 'contacted') {
        const [column] = part.columns;
        const distinct = `(SELECT DISTINCT ${list([...keys.map((key, i) => `${key} AS k${i}`), 'f.customer_id'])} FROM ${from}${whereOf([...where, column?.where ?? 'true'])}) d`;
        return { text: grouped(keys.map((_, i) => `k${i}`), ['count(*)'], distinct), values };
    }
    const numbers = part.columns.map((column) => `count(*) FILTER (WHERE ${column.where})`);
    return { text: `${before}${grouped(keys, numbers, `${from}${whereOf(where)}`)}`, values };
}
/**
 * How the customers there are, and the open ones among them, change from bucket to bucket: by becoming known, by changes of stage, by being
 * archived. What happened before the period stands in its first bucket, so that the running sum is what there is at the end of each.
 */
export function changesQuery(question, { from, until }, by) {
    const parameters = new Parameters();
    const keys = by.map((dimension) => expressionOf(dimension, dimension.kind === 'time' ? `greatest(x.day, ${parameters.add(from)}::date)` : '', question, parameters));
    const where = whereOf([`x.day < ${parameters.add(until)}::date`, ...conditionsOf(question, question.filters, parameters)]);
    return { text: `${CHANGES}${grouped(keys, ['sum(x.n0)', 'sum(x.n1)'], `changes x JOIN customer_facts c ON c.id = x.id${where}`)}`, values: parameters.values };
}
// How open a customer was at first, or on being archived, is how open it is now less what changed since.
const CHANGES = `WITH stages AS MATERIALIZED (
    SELECT s.customer_id AS id, s.open_change, greatest(s.changed_on, c.known_since_on) AS day, c.archived_on <= s.changed_on AS is_later
    FROM stage_facts s JOIN customer_facts c ON c.id = s.customer_id WHERE s.open_change <> 0
  ), sums AS (
    SELECT id, sum(open_change) AS every, coalesce(sum(open_change) FILTER (WHERE is_later), 0) AS later FROM stages GROUP BY id
  ), changes AS (
    SELECT c.id, c.known_since_on AS day, 1 AS n0, c.is_open::int - coalesce(s.every, 0) AS n1 FROM customer_facts c LEFT JOIN sums s ON s.id = c.id
    UNION ALL SELECT id, day, 0, open_change FROM stages WHERE is_later IS NOT TRUE
    UNION ALL SELECT c.id, greatest(c.archived_on, c.known_since_on), -1, coalesce(s.later, 0) - c.is_open::int FROM customer_facts c LEFT JOIN sums s ON s.id = c.id WHERE c.archived_on IS NOT NULL
  ) `;
/** The first days of every bucket from one day to another, the empty ones included. */
export function bucketsQuery(grain, first, last, { weekStartsOn }) {
    const parameters = new Parameters();
    const start = bucketOf(grain, `${parameters.add(first)}::date`, weekStartsOn);
    const end = `${parameters.add(last)}::date`;
    return { text: `SELECT b::date::text AS bucket FROM generate_series(${start}::timestamp, ${end}::timestamp, interval '${LENGTH_OF_BUCKET[grain]}') b`, values: parameters.values };
}
