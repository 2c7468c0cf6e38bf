import { type Actor, visibleCustomers, visibleCustomersInShape } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

interface Scoped {
  readonly text: Statement;
  readonly values: readonly unknown[];
}

/** The people whose rows a heat map has ($1 all, $2 ids, $3 a team, $4 a person), by name. */
export const peopleOf = statement(
  'coverage_people',
  `SELECT p.id, p.state = 'active' AS "isActive" FROM people p WHERE ($1 OR p.id = ANY($2::uuid[])) AND ($3::uuid IS NULL OR p.team_id = $3) AND ($4::uuid IS NULL OR p.id = $4) ORDER BY p.name, p.id`,
);

/** How many contacts a person makes on a working day. */
export const contactsPerDay = statement('coverage_contacts_per_day', 'SELECT contacts_per_day AS "perDay" FROM organisation');

// The Monday by whole numbers: date_trunc and to_char for every touchpoint of a large plan cost more than reading it.
const COLUMN = `CASE $4::text WHEN 'week' THEN t.due_on - ((t.due_on - DATE '1970-01-05') % 7) ELSE t.due_on END`;

/** Counts by person, column ($4 unit) and state of what is due in `[$2, $3)`, counted once and told apart afterwards: a condition for each number would be asked of every touchpoint. */
const counted = (isOurs: string, from: string, where: string): string =>
  `SELECT t.owner_id, ${COLUMN} AS on_day, t.state, ${isOurs} AS is_ours, count(*) AS n FROM ${from} WHERE ${where} AND t.due_on >= $2::date AND t.due_on < $3::date AND t.state <> 'cancelled' GROUP BY 1, 2, 3, 4`;
const SUMS = [['planned', ''], ['kept', `AND n.state = 'done'`], ['missed', `AND n.state = 'missed'`], ['open', `AND n.state = 'scheduled'`]]
  .map(([name, state]) => `coalesce(sum(n.n) FILTER (WHERE n.is_ours ${state}), 0)::int AS ${name}`).join(', ');
const CELL = `n.owner_id AS "ownerId", to_char(n.on_day, 'YYYY-MM-DD') AS "column", ${SUMS}, coalesce(sum(n.n) FILTER (WHERE NOT n.is_ours), 0)::int AS other`;

/** What an archived customer has open is not meant to happen; what was done or missed stays. */
const IS_MEANT = `(t.state <> 'scheduled' OR c.archived_at IS NULL)`;
// The few archived ones are looked up once, instead of the customer of each touchpoint.
const IS_MEANT_OF_ALL = `(t.state <> 'scheduled' OR t.customer_id NOT IN (SELECT id FROM customers WHERE archived_at IS NOT NULL))`;

/** A count over many touchpoints: planned anew each time, because how many customers somebody sees decides how it is best read. */
interface Count {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Touchpoints of customers that the actor sees (by parameters from that number on): whoever sees all needs no look at the customers. */
const seenTouchpoints = (actor: Actor, at: number): { from: string; where: string; values: readonly unknown[] } => {
  if (actor.sees.all) return { from: 'touchpoints t', where: IS_MEANT_OF_ALL, values: [] };
  const { sql, values } = visibleCustomersInShape(actor, 'c', at);
  return { from: 'touchpoints t JOIN customers c ON c.id = t.customer_id', where: `${IS_MEANT} AND ${sql}`, values };
};

/** Planned contacts of people ($1) due in `[$2, $3)`, by person and column ($4 unit). */
export const cellsOfPeople = (actor: Actor): Count => {
  const { from, where, values } = seenTouchpoints(actor, 5);
  return { values, text: `SELECT ${CELL} FROM (${counted('true', from, `t.owner_id = ANY($1::uuid[]) AND ${where}`)}) n GROUP BY n.owner_id, n.on_day` };
};

const OF_PLAN = 't.plan_item_id = ANY(ARRAY(SELECT id FROM items))';

/** The same of whoever makes contacts of a plan ($1): the plan's, and beside them how many others; $5 a team, $6 a person. */
export const cellsOfPlan = (actor: Actor): Count => {
  const { from, where, values } = seenTouchpoints(actor, 7);
  return { values, text: `WITH items AS MATERIALIZED (SELECT id FROM plan_items WHERE plan_id = $1), makers AS MATERIALIZED (
      SELECT p.id, p.state = 'active' AS is_active FROM people p
      WHERE p.id IN (SELECT t.owner_id FROM touchpoints t WHERE ${OF_PLAN}) AND ($5::uuid IS NULL OR p.team_id = $5) AND ($6::uuid IS NULL OR p.id = $6)
    ), n AS (${counted(`coalesce(${OF_PLAN}, false)`, from, `t.owner_id = ANY(ARRAY(SELECT id FROM makers)) AND ${where}`)})
    SELECT ${CELL}, m.is_active AS "isActive" FROM n JOIN makers m ON m.id = n.owner_id GROUP BY n.owner_id, n.on_day, m.is_active` };
};

const TOUCHPOINT = `t.id AS "touchpointId", t.customer_id AS "customerId", c.name AS "customerName", t.owner_id AS "ownerId", t.purpose, t.state, t.is_promised AS "isPromised", to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn",
  to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil"`;
const IN_SCOPE = `t.due_on >= $1::date AND t.due_on < $2::date AND ($3::uuid IS NULL OR t.plan_item_id IN (SELECT i.id FROM plan_items i WHERE i.plan_id = $3)) AND ($4::uuid IS NULL OR p.team_id = $4) AND ($5::uuid IS NULL OR t.owner_id = $5)
  AND (t.due_on, t.id) > ($6::date, $7::uuid)`;

/** Planned contacts due in `[$1, $2)`, of plan $3, team $4, person $5, behind ($6, $7); $8 the most rows, $9 whose. */
export const touchpointsIn = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 10);
  const text = `SELECT ${TOUCHPOINT} FROM touchpoints t JOIN customers c ON c.id = t.customer_id JOIN people p ON p.id = t.owner_id
    WHERE ${IN_SCOPE} AND t.state <> 'cancelled' AND ${IS_MEANT} AND ($9::uuid[] IS NULL OR t.owner_id = ANY($9)) AND ${sql} ORDER BY t.due_on, t.id LIMIT $8`;
  return { text: statement('coverage_touchpoints', text), values };
};

/** Whoever is away for whole days after $1 and before $2, or works here no more. */
export const absentPeople = statement(
  'coverage_absent_people',
  `SELECT p.id, p.state = 'active' AS "isActive" FROM people p
   WHERE p.state <> 'active' OR EXISTS (SELECT 1 FROM absences a WHERE a.person_id = p.id AND a.withdrawn_at IS NULL AND a.half IS NULL AND a.until_on > $1::date AND a.from_on < $2::date)`,
);

/** Open contacts in the scope of `touchpointsIn` whose owner is one of $9 and away for all of the window (stretches $10 person, $11 from, $12 until), or has left; $13 today. */
export const ownerAbsent = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 14);
  const text = `SELECT ${TOUCHPOINT}, CASE WHEN p.state = 'active' THEN 'away' ELSE 'deactivated' END AS reason, CASE WHEN p.state = 'active' THEN to_char(s.until_on, 'YYYY-MM-DD') END AS "backOn"
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id JOIN people p ON p.id = t.owner_id LEFT JOIN LATERAL (
      SELECT a.until_on FROM unnest($10::uuid[], $11::date[], $12::date[]) a(person_id, from_on, until_on)
      WHERE a.person_id = t.owner_id AND a.from_on <= greatest(coalesce(t.window_from, t.due_on), $13::date) AND a.until_on > greatest(coalesce(t.window_until, t.due_on), $13::date) LIMIT 1
    ) s ON true
    WHERE ${IN_SCOPE} AND t.state = 'scheduled' AND c.archived_at IS NULL AND t.owner_id = ANY($9::uuid[]) AND (p.state <> 'active' OR s.until_on IS NOT NULL) AND ${sql} ORDER BY t.due_on, t.id LIMIT $8`;
  return { text: statement('coverage_owner_absent', text), values };
};

const OUTBOUND = `f.kind = 'communication' AND f.direction = 'outbound' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid'`;

/**
 * Customers with more than $9 outbound communications in any $10 days of `[$1, $2)`, the worst first, with the communications of their worst days; of plan $3, team $4,
 * owner $5, behind ($6 minus the number, $7 name, $8 id); $11 the most rows.
 */
export const overContacted = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 12);
  const text = `WITH counted AS (
      SELECT f.customer_id, f.occurred_on, count(*) OVER (PARTITION BY f.customer_id ORDER BY f.occurred_on RANGE BETWEEN CURRENT ROW AND make_interval(days => $10::int - 1) FOLLOWING) AS n
      FROM follow_ups f WHERE f.occurred_on >= $1::date AND f.occurred_on < $2::date AND ${OUTBOUND}
    ), worst AS (SELECT DISTINCT ON (customer_id) customer_id, occurred_on, n FROM counted WHERE n > $9::int ORDER BY customer_id, n DESC, occurred_on),
    page AS (
      SELECT c.id, c.name, c.sort_name, c.owner_id, w.n, w.occurred_on FROM worst w JOIN customers c ON c.id = w.customer_id
      WHERE ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM plan_items i JOIN plan_audience m ON m.plan_item_id = i.id AND m.left_at IS NULL AND i.removed_at IS NULL WHERE i.plan_id = $3 AND m.customer_id = c.id))
        AND ($4::uuid IS NULL OR c.team_id = $4) AND ($5::uuid IS NULL OR c.owner_id = $5) AND (-w.n, c.sort_name, c.id) > ($6::bigint, $7::varchar COLLATE "C", $8::uuid) AND ${sql}
      ORDER BY w.n DESC, c.sort_name COLLATE "C", c.id LIMIT $11
    )
    SELECT g.id AS "customerId", g.name AS "customerName", g.sort_name AS "sortName", g.owner_id AS "ownerId", g.n::int AS contacts, to_char(g.occurred_on, 'YYYY-MM-DD') AS "fromOn", r.records
    FROM page g CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('followUpId', f.id, 'occurredOn', to_char(f.occurred_on, 'YYYY-MM-DD'), 'channelId', f.channel_id, 'authorId', f.author_id) ORDER BY f.occurred_at, f.id) AS records
      FROM follow_ups f WHERE f.customer_id = g.id AND f.occurred_on >= g.occurred_on AND f.occurred_on < g.occurred_on + $10::int AND f.occurred_on < $2::date AND ${OUTBOUND}
    ) r ORDER BY g.n DESC, g.sort_name COLLATE "C", g.id`;
  return { text: statement('coverage_over_contacted', text), values };
};
