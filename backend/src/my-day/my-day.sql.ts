import type { Bucket } from './my-day.dto.ts';

/** Rows of a bucket that are shown at once. */
export const PAGE = 25;

/** The number of each bucket in the statements, in their order. */
export const NUMBER_OF: Readonly<Record<Bucket, number>> = { waiting: 1, overdue: 2, today: 3, cadence: 4, no_next_step: 5 };

const LINE_LENGTH = 160;
const NO_TIER = 32_767;

// $1 person, $2 their today, $3 now, $4 their zone, $5 tier ids in order of importance. $6 to $10 are the paces of their customers that may fall due: tier, pace, the days up to which a
// customer whose cadence counts from there is due and neglected, and the interval in calendar days. $11 ranges of due days that are excused by an absence. What follows differs from
// statement to statement. The values are read through a sub-select, which hides them from the planner: it would otherwise plan this long statement anew for each of them, and that takes
// longer than running it.
const FRAME = `frame AS MATERIALIZED (SELECT $1::uuid AS person, $2::date AS today, $3::timestamptz AS now, $4::text AS zone, $11::daterange[] AS excused), tier AS (
    SELECT u.id, u.rank::int AS rank FROM unnest($5::uuid[]) WITH ORDINALITY AS u(id, rank)
  ), pace AS (
    SELECT u.tier_id, u.id, u.ideal_on, u.maximum_on, u.length, t.rank FROM unnest($6::uuid[], $7::uuid[], $8::date[], $9::date[], $10::int[]) AS u(tier_id, id, ideal_on, maximum_on, length) JOIN tier t ON t.id = u.tier_id
  )`;
const PERSON = '(SELECT person FROM frame)';
const TODAY = '(SELECT today FROM frame)';
const NOW = '(SELECT now FROM frame)';
const ZONE = '(SELECT zone FROM frame)';

const localDay = (instant: string): string => `(${instant} AT TIME ZONE ${ZONE})::date`;
/** Whether something due that day is overdue: its day is over, and no absence excuses it. */
const isLate = (day: string): string => `(${day} < ${TODAY} AND NOT ${day} <@ ANY ((SELECT excused FROM frame)::daterange[]))`;
const endOfDay = (day: string): string => `((${day} + 1)::timestamp AT TIME ZONE ${ZONE})`;

/**
 * Buckets 1 to 3. A customer stands in the first that applies, with the touchpoint (or the unanswered message) that is nearest to its breach; tasks stand for
 * themselves, as do decisions that wait: of one's own `isOwn` all, of another's those about customers in the scope. `visible` is the scope on customer c.
 */
const dueThings = (visible: string, isOwn: boolean): string => `open AS MATERIALIZED (
    SELECT t.id, t.customer_id, t.due_on, t.due_at, t.is_promised, t.remind_at > ${NOW} AS is_snoozed, coalesce(r.rank, ${NO_TIER}) AS rank
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id LEFT JOIN tier r ON r.id = c.tier_id
    WHERE t.owner_id = ${PERSON} AND t.state = 'scheduled' AND t.due_on <= ${TODAY} AND c.archived_at IS NULL AND ${visible}
  ), thing AS (
    SELECT 'customer' AS kind, c.id, c.id AS customer_id, 1 AS bucket, c.respond_by AS breach, coalesce(r.rank, ${NO_TIER}) AS rank, ${localDay('c.respond_by')} AS day
    FROM customers c LEFT JOIN tier r ON r.id = c.tier_id WHERE c.owner_id = ${PERSON} AND c.respond_by IS NOT NULL AND c.archived_at IS NULL
    UNION ALL
    SELECT 'touchpoint', o.id, o.customer_id, CASE WHEN o.is_promised THEN 1 WHEN ${isLate('o.due_on')} THEN 2 ELSE 3 END,
      CASE WHEN o.is_promised THEN coalesce(o.due_at, ${endOfDay('o.due_on')}) WHEN o.due_on = ${TODAY} AND o.due_at IS NOT NULL THEN o.due_at ELSE 'infinity' END, o.rank, o.due_on
    FROM open o WHERE o.is_snoozed IS NOT TRUE
  ), due AS (
    (SELECT DISTINCT ON (customer_id) * FROM thing ORDER BY customer_id, bucket, breach, day, id)
    UNION ALL
    SELECT 'task', f.id, f.customer_id, CASE WHEN ${isLate(localDay('f.occurred_at'))} THEN 2 ELSE 3 END,
      CASE WHEN ${localDay('f.occurred_at')} = ${TODAY} AND NOT f.is_all_day THEN f.occurred_at ELSE 'infinity' END, coalesce(r.rank, ${NO_TIER}), ${localDay('f.occurred_at')}
    FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id LEFT JOIN tier r ON r.id = c.tier_id
    WHERE f.owner_id = ${PERSON} AND f.kind = 'task' AND f.done_at IS NULL AND f.withdrawn_at IS NULL AND f.occurred_at < ${endOfDay(TODAY)}
      AND (f.customer_id IS NULL OR (c.archived_at IS NULL AND ${visible}))
    UNION ALL
    SELECT 'decision', a.id, CASE WHEN ${visible} THEN c.id END, 1, 'infinity', coalesce(r.rank, ${NO_TIER}), ${localDay('d.waiting_since')}
    FROM approval_deciders d JOIN approvals a ON a.id = d.approval_id LEFT JOIN customers c ON c.id = a.customer_id LEFT JOIN tier r ON r.id = c.tier_id
    WHERE d.person_id = ${PERSON} AND d.waiting_since IS NOT NULL ${isOwn ? '' : `AND (a.customer_id IS NULL OR ${visible})`}
  )`;

// Customers of the person with nothing scheduled. Whoever may see a person's day sees that person's customers, so the scope needs no test here.
const NOTHING_SCHEDULED = `c.owner_id = ${PERSON} AND c.next_touchpoint_on IS NULL AND c.is_open AND c.archived_at IS NULL AND c.respond_by IS NULL
    AND c.cadence_stopped_at IS NULL AND (c.cadence_paused_until IS NULL OR c.cadence_paused_until <= ${TODAY})`;
/** Days since the anchor in intervals, the most first. */
const LATENESS = `-((${TODAY} - c.cadence_anchor_on)::float8 / r.length)`;
const IS_CADENCE_DUE = `c.cadence_anchor_on <= r.ideal_on AND (c.next_step IS DISTINCT FROM 'none' OR c.cadence_anchor_on <= r.maximum_on)`;
const HAS_NO_NEXT_STEP = `c.cadence_anchor_on > r.ideal_on AND (c.next_step IS NULL OR c.next_step = 'touchpoint')`;
const QUIET: Readonly<Record<4 | 5, string>> = { 4: IS_CADENCE_DUE, 5: HAS_NO_NEXT_STEP };

/** The first rows of bucket 4 or 5: per tier and pace along the index, the oldest anchor first. */
const quietRows = (bucket: 4 | 5, limit: string, after = ''): string => `SELECT 'customer' AS kind, q.id, q.id AS customer_id, ${bucket} AS bucket, 'infinity'::timestamptz AS breach, r.rank, q.day, q.lateness
    FROM pace r CROSS JOIN LATERAL (SELECT c.id, c.cadence_anchor_on AS day, ${LATENESS} AS lateness FROM customers c
      WHERE ${NOTHING_SCHEDULED} AND c.tier_id = r.tier_id AND c.pace_id = r.id AND ${QUIET[bucket]} ${after}
      ORDER BY c.cadence_anchor_on, c.id LIMIT ${limit}) q ORDER BY r.rank, q.lateness, q.day, q.id LIMIT ${limit}`;

const REASON = `json_build_object('code', CASE
      WHEN i.kind = 'decision' THEN 'decision_waiting'
      WHEN i.bucket = 1 AND i.kind = 'customer' THEN 'inbound_unanswered'
      WHEN i.bucket = 1 THEN CASE WHEN coalesce(t.due_at < ${NOW}, t.due_on < ${TODAY}) THEN 'promise_broken' ELSE 'promise_due' END
      WHEN i.kind = 'task' THEN CASE i.bucket WHEN 2 THEN 'task_overdue' ELSE 'task_due_today' END
      WHEN i.bucket = 2 THEN 'overdue' WHEN i.bucket = 3 THEN CASE WHEN i.day < ${TODAY} THEN 'due_in_absence' ELSE 'due_today' END
      WHEN i.bucket = 4 THEN CASE WHEN i.day <= r.maximum_on THEN 'maximum_passed' ELSE 'cadence_due' END
      WHEN c.next_step = 'touchpoint' THEN 'touchpoint_over' ELSE 'nothing_scheduled' END,
    'days', ${TODAY} - i.day, 'interval', CASE WHEN i.day <= r.maximum_on THEN g.maximum ELSE g.ideal END, 'unit', g.unit, 'cadence', g.target, 'cadenceId', g.id, 'cadenceName', nullif(g.name, ''),
    'daysLate', NULL)`;

const LAST = `(SELECT json_build_object('text', left(CASE WHEN f.text = '' THEN f.subject ELSE f.text END, ${LINE_LENGTH}), 'at', iso(f.occurred_at),
      'authorName', (SELECT a.name FROM people a WHERE a.id = f.author_id), 'channelId', f.channel_id)
    FROM follow_ups f WHERE f.customer_id = i.customer_id AND f.kind = 'communication' AND f.withdrawn_at IS NULL ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1)`;

// What the customer prefers, else what the cadence does, of what is in use and not unwanted.
const CHANNEL = `coalesce(t.channel_id, CASE WHEN i.bucket = 4 THEN (SELECT x.id FROM unnest(c.preferred_channel_id || g.channel_ids) WITH ORDINALITY AS u(id, place) JOIN channels x ON x.id = u.id
      WHERE x.archived_at IS NULL AND x.id <> ALL(c.do_not_contact) ORDER BY u.place LIMIT 1) END)`;

const ITEM = `json_build_object('kind', i.kind, 'id', i.id, 'customerId', i.customer_id, 'name', coalesce(c.name, k.subject, w.title), 'tierId', c.tier_id, 'reason', ${REASON},
    'channelId', ${CHANNEL}, 'purpose', coalesce(t.purpose, k.subject, w.title, ''), 'dueOn', coalesce(t.due_on, CASE WHEN i.kind = 'task' THEN i.day END),
    'dueAt', iso(coalesce(t.due_at, CASE WHEN NOT k.is_all_day THEN k.occurred_at END)), 'respondBy', iso(c.respond_by), 'isPromised', coalesce(t.is_promised, false),
    'firstDueOn', t.first_due_on, 'timesMoved', coalesce(t.times_moved, 0), 'remindAt', iso(t.remind_at),
    'alsoOpen', (SELECT count(*) FROM touchpoints s WHERE s.customer_id = i.customer_id AND s.state = 'scheduled' AND s.id <> i.id), 'last', ${LAST}, 'version', coalesce(t.version, k.version))`;

const ITEM_JOINS = `LEFT JOIN customers c ON c.id = i.customer_id LEFT JOIN pace r ON r.tier_id = c.tier_id AND r.id = CASE i.bucket WHEN 4 THEN c.pace_id END LEFT JOIN paces g ON g.id = CASE i.bucket WHEN 4 THEN c.pace_id END
    LEFT JOIN touchpoints t ON t.id = CASE i.kind WHEN 'touchpoint' THEN i.id END
    LEFT JOIN follow_ups k ON k.id = CASE i.kind WHEN 'task' THEN i.id END LEFT JOIN approvals w ON w.id = CASE i.kind WHEN 'decision' THEN i.id END`;

const ORDER = 'i.breach, i.rank, i.lateness, i.day, i.id';
const KEY = `CASE WHEN isfinite(i.breach) THEN iso(i.breach) END AS "lastBreach", i.rank AS "lastRank", i.lateness AS "lastLateness", to_char(i.day, 'YYYY-MM-DD') AS "lastDay", i.id AS "lastId"`;

/** Five rows, one per bucket: the exact number, the first items as JSON and the sort values of the last one shown. */
export const wholeDay = (visible: string, isOwn: boolean): string => `WITH ${FRAME}, ${dueThings(visible, isOwn)}, ranked AS (
    SELECT d.kind, d.id, d.customer_id, d.bucket, d.breach, d.rank, d.day, 0::float8 AS lateness, row_number() OVER (PARTITION BY d.bucket ORDER BY d.breach, d.rank, d.day, d.id) AS place FROM due d
  ), quiet AS (
    SELECT count(*) FILTER (WHERE ${IS_CADENCE_DUE})::int AS cadence, count(*) FILTER (WHERE ${HAS_NO_NEXT_STEP})::int AS none
    FROM customers c JOIN pace r ON r.tier_id = c.tier_id AND r.id = c.pace_id WHERE ${NOTHING_SCHEDULED}
  ), picked AS MATERIALIZED (
    SELECT * FROM ranked WHERE place <= ${PAGE}
    UNION ALL (SELECT q.*, row_number() OVER (ORDER BY q.rank, q.lateness, q.day, q.id) FROM (${quietRows(4, String(PAGE))}) q)
    UNION ALL (SELECT q.*, row_number() OVER (ORDER BY q.rank, q.lateness, q.day, q.id) FROM (${quietRows(5, String(PAGE))}) q)
  )
  SELECT n.bucket, CASE n.bucket WHEN 4 THEN (SELECT cadence FROM quiet) WHEN 5 THEN (SELECT none FROM quiet) ELSE (SELECT count(*) FROM due d WHERE d.bucket = n.bucket)::int END AS total,
    coalesce((SELECT json_agg(${ITEM} ORDER BY ${ORDER}) FROM picked i ${ITEM_JOINS} WHERE i.bucket = n.bucket), '[]')::text AS items, last.*,
    (SELECT count(*) FROM open WHERE is_snoozed)::int AS snoozed
  FROM generate_series(1, 5) AS n(bucket) LEFT JOIN LATERAL (SELECT ${KEY} FROM picked i WHERE i.bucket = n.bucket AND i.place = ${PAGE}) last ON true
  ORDER BY n.bucket`;

const AFTER = '($12::timestamptz, $13::int, $14::float8, $15::date, $16::uuid)';

const pageOf = (source: string): string => `picked AS MATERIALIZED (${source}), numbered AS (SELECT p.*, row_number() OVER (ORDER BY p.breach, p.rank, p.lateness, p.day, p.id) AS place FROM picked p)
  SELECT coalesce((SELECT json_agg(${ITEM} ORDER BY ${ORDER}) FROM numbered i ${ITEM_JOINS} WHERE i.place <= ${PAGE}), '[]')::text AS items, (SELECT count(*) FROM picked)::int AS total, last.*
  FROM (VALUES (1)) one LEFT JOIN LATERAL (SELECT ${KEY} FROM numbered i WHERE i.place = ${PAGE}) last ON true`;

/** The rows of bucket 1, 2 or 3 ($17) after the sort values $12 to $16, one more than a page. */
export const pageOfDue = (visible: string, isOwn: boolean): string =>
  `WITH ${FRAME}, ${dueThings(visible, isOwn)}, ${pageOf(`SELECT i.* FROM (SELECT d.*, 0::float8 AS lateness FROM due d) i WHERE i.bucket = $17 AND (i.breach, i.rank, i.lateness, i.day, i.id) > ${AFTER} ORDER BY ${ORDER} LIMIT ${PAGE + 1}`)}`;

/** The rows of bucket 4 or 5 after the sort values $12 to $16, one more than a page. */
export const pageOfQuiet = (bucket: 4 | 5): string =>
  `WITH ${FRAME}, ${pageOf(quietRows(bucket, String(PAGE + 1), `AND ('infinity'::timestamptz, r.rank, ${LATENESS}, c.cadence_anchor_on, c.id) > ${AFTER}`))}`;
