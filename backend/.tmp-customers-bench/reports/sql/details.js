import { addDays, addMonthsFromAnchor } from "../../kernel/index.js";
import { oneOf } from "./expressions.js";
import { rowsOf } from "./relations.js";
/** How many rows stand behind the number. */
export function countQuery(question, opened) {
    const { rows, where } = opening(question, opened);
    const counted = opened.part.relation === 'contacted' ? 'count(DISTINCT f.customer_id)' : 'count(*)';
    return { text: `${rows.before}SELECT ${counted}::int AS count FROM ${rows.from} WHERE ${where}`, values: rows.parameters.values };
}
/** The communications behind the number, the latest first. */
export function communicationsQuery(question, opened, { limit, after }) {
    const { rows, where } = opening(question, opened);
    const { parameters } = rows;
    const at = after ? ` AND (f.occurred_at, f.id) < (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)` : '';
    const text = `SELECT f.id, to_char(f.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, f.customer_id, c.name AS customer_name, f.author_id, f.channel_id,
      f.direction, f.disposition_kind, f.subject, f.validity
    FROM ${rows.from} WHERE ${where}${at} ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${parameters.add(limit)}`;
    return { text, values: parameters.values };
}
/** The customers behind the number by name. */
export function customersQuery(question, opened, { limit, after }) {
    const { rows, where } = opening(question, opened);
    const { parameters } = rows;
    const id = opened.part.relation === 'contacted' ? 'f.customer_id' : 'c.id';
    const from = after ? ` WHERE (k.sort_name, k.id) > (${parameters.add(after[0])}, ${parameters.add(after[1])}::uuid)` : '';
    const text = `SELECT k.id, k.name, k.sort_name, k.owner_id, k.stage_id, k.known_since_on::text, k.first_contact_on::text, k.converted_on::text, k.archived_on IS NOT NULL AS is_archived
    FROM customer_facts k JOIN (${rows.before}SELECT DISTINCT ${id} AS id FROM ${rows.from} WHERE ${where}) r ON r.id = k.id${from}
    ORDER BY k.sort_name, k.id LIMIT ${parameters.add(limit)}`;
    return { text, values: parameters.values };
}
function opening(question, { part, column, bucket }) {
    const by = bucket ? question.by : [];
    const isStock = part.relation === 'stock';
    // What there is at the end of a bucket has no day of its own: the bucket moves the end instead.
    const period = isStock && bucket ? endingWith(question, bucket) : question.period;
    const rows = rowsOf(part.relation, question, period, by);
    const chosen = by.flatMap((dimension, i) => (isStock && dimension.kind === 'time' ? [] : [oneOf(rows.keys[i] ?? '', dimension, [bucket?.[i] ?? null], rows.parameters)]));
    return { rows, where: [...rows.where, column.where, ...chosen].join(' AND ') };
}
function endingWith({ by, period }, bucket) {
    const place = by.findIndex(({ kind }) => kind === 'time');
    const first = bucket[place];
    if (place < 0 || first == null)
        return period;
    const end = endOfBucket(by[place], first);
    return { from: period.from, until: end < period.until ? end : period.until };
}
const endOfBucket = ({ key }, first) => (key === 'month' ? addMonthsFromAnchor(first, 1) : addDays(first, key === 'week' ? 7 : 1));
