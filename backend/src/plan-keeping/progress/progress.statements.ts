import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

interface Scoped {
  readonly text: Statement;
  readonly values: readonly unknown[];
}

/** The touchpoints of a plan counted by item, by person and in all, for the customers that the actor sees; $1 the plan, $2 the day up to which is counted. */
export const figuresOf = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 3);
  const text = `SELECT t.plan_item_id AS "itemId", t.owner_id AS "personId", GROUPING(t.plan_item_id, t.owner_id) AS level,
      (count(*) FILTER (WHERE t.state <> 'cancelled'))::int AS planned, (count(*) FILTER (WHERE t.state IN ('done', 'missed') OR (t.state = 'scheduled' AND t.due_on < $2::date)))::int AS due,
      (count(*) FILTER (WHERE t.state = 'done'))::int AS kept, (count(*) FILTER (WHERE t.state = 'done' AND t.closed_reason = 'logged_late'))::int AS late,
      (count(*) FILTER (WHERE t.state = 'done' AND f.occurred_on BETWEEN t.window_from AND t.window_until))::int AS punctual,
      (count(*) FILTER (WHERE t.state = 'missed'))::int AS missed, (count(*) FILTER (WHERE t.state = 'cancelled'))::int AS cancelled, (count(*) FILTER (WHERE t.state = 'scheduled'))::int AS open
    FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id JOIN customers c ON c.id = t.customer_id LEFT JOIN follow_ups f ON f.touchpoint_id = t.id AND t.state = 'done'
    WHERE i.plan_id = $1 AND ${sql} GROUP BY GROUPING SETS ((t.plan_item_id), (t.owner_id), ())`;
  return { text: statement('plan_progress_figures', text), values };
};

const EFFECTIVE = `SELECT t.plan_item_id, t.customer_id FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id AND t.state = 'done' JOIN follow_ups f ON f.touchpoint_id = t.id AND f.is_effective
  WHERE i.plan_id = $1`;
const members = (visible: string): string =>
  `SELECT m.plan_item_id, m.customer_id FROM plan_items i JOIN plan_audience m ON m.plan_item_id = i.id AND m.left_at IS NULL JOIN customers c ON c.id = m.customer_id WHERE i.plan_id = $1 AND ${visible}`;

/** Audience and reached customers of a plan by item and (without an item) in all; a customer of several items counts once in all. */
export const reachOf = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 2);
  const text = `WITH effective AS (SELECT DISTINCT * FROM (${EFFECTIVE}) e), members AS (${members(sql)}), reached AS (SELECT DISTINCT customer_id FROM effective)
    SELECT m.plan_item_id AS "itemId", count(*)::int AS audience, count(e.customer_id)::int AS reached
      FROM members m LEFT JOIN effective e ON e.plan_item_id = m.plan_item_id AND e.customer_id = m.customer_id GROUP BY m.plan_item_id
    UNION ALL SELECT NULL, count(*)::int, count(r.customer_id)::int FROM (SELECT DISTINCT customer_id FROM members) m LEFT JOIN reached r ON r.customer_id = m.customer_id`;
  return { text: statement('plan_progress_reach', text), values };
};

/** A page of the audience customers that were not reached, by name, behind ($2, $3); $4 the most rows, $5 only this owner's, $6 only in and by this item. */
export const notReachedOf = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 7);
  const text = `SELECT c.id AS "customerId", c.name, c.sort_name AS "sortName", c.owner_id AS "ownerId", iso(c.last_contact_at) AS "lastContactAt", to_char(k.next_on, 'YYYY-MM-DD') AS "nextOn", k.missed
    FROM customers c JOIN (${members(sql).replace('SELECT m.plan_item_id, m.customer_id', 'SELECT DISTINCT m.customer_id')} AND ($5::uuid IS NULL OR c.owner_id = $5) AND ($6::uuid IS NULL OR i.id = $6) AND NOT EXISTS (SELECT 1 FROM (${EFFECTIVE}) e WHERE e.customer_id = m.customer_id AND ($6::uuid IS NULL OR e.plan_item_id = $6))
      AND (c.sort_name, c.id) > ($2::varchar COLLATE "C", $3::uuid)) n ON n.customer_id = c.id
    CROSS JOIN LATERAL (SELECT min(t.due_on) FILTER (WHERE t.state = 'scheduled') AS next_on, (count(*) FILTER (WHERE t.state = 'missed'))::int AS missed
      FROM touchpoints t JOIN plan_items i ON i.id = t.plan_item_id WHERE t.customer_id = c.id AND i.plan_id = $1) k
    ORDER BY c.sort_name, c.id LIMIT $4`;
  return { text: statement('plan_progress_not_reached', text), values };
};

/** How far the touchpoints of a plan are made. */
export const expansionOf = statement('plan_progress_expansion', 'SELECT wanted, done, skipped, finished_at IS NOT NULL AS "isFinished" FROM plan_expansions WHERE plan_id = $1');

/** All open touchpoints of a plan, and those of them that are due before $2. */
export const openOf = statement(
  'plan_open_touchpoints',
  `SELECT count(*)::int AS open, (count(*) FILTER (WHERE t.due_on < $2::date))::int AS due FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id WHERE i.plan_id = $1 AND t.state = 'scheduled'`,
);
