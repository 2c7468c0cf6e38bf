import { type Actor, visibleCustomers, visibleCustomersInShape } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

interface Scoped {
  readonly text: Statement;
  readonly values: readonly unknown[];
}

const EFFECTIVE = `SELECT t.plan_item_id, t.customer_id FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id AND t.state = 'done' JOIN follow_ups f ON f.touchpoint_id = t.id AND f.is_effective
  WHERE i.plan_id = $1`;
const SUMS = ['planned', 'due', 'kept', 'late', 'punctual', 'missed', 'cancelled', 'open'].map((name) => `coalesce(sum(k.${name}), 0)::int AS ${name}`).join(', ');
const NO_SUMS = Array.from({ length: 8 }, () => '0').join(', ');

/**
 * A plan in numbers, for the customers that the actor sees; $1 the items it has and had, $2 those it has, $3 the day up to which is counted. Rows of level 1 (by item), 2 (by person) and
 * 3 (in all) hold what became of its touchpoints; those of level 4 (by item) and 5 (in all, where a customer of several items counts once) its audience and the customers reached.
 * Touchpoints are read once and summed up by customer first; only kept ones are looked up among the communications; whoever sees all needs no look at the customers. What an archived
 * customer has open is not meant to happen and counts nowhere. Planned anew each time: a plan has ten touchpoints or ten thousand.
 */
export const figuresOf = (actor: Actor): { text: string; values: readonly unknown[] } => {
  const { sql, values } = visibleCustomersInShape(actor, 'c', 4);
  const seen = (of: string): string => (actor.sees.all ? '' : `JOIN customers c ON c.id = ${of}.customer_id AND ${sql}`);
  const text = `WITH by_customer AS MATERIALIZED (SELECT t.plan_item_id, t.customer_id, t.owner_id, count(*) FILTER (WHERE t.state <> 'cancelled') AS planned,
      count(*) FILTER (WHERE t.state IN ('done', 'missed') OR (t.state = 'scheduled' AND t.due_on < $3::date)) AS due, count(*) FILTER (WHERE t.state = 'done') AS kept,
      count(*) FILTER (WHERE t.state = 'done' AND t.closed_reason = 'logged_late') AS late, count(*) FILTER (WHERE f.occurred_on BETWEEN t.window_from AND t.window_until) AS punctual,
      count(*) FILTER (WHERE t.state = 'missed') AS missed, count(*) FILTER (WHERE t.state = 'cancelled') AS cancelled, count(*) FILTER (WHERE t.state = 'scheduled') AS open, bool_or(f.is_effective) AS is_reached
      FROM touchpoints t LEFT JOIN follow_ups f ON f.touchpoint_id = CASE t.state WHEN 'done' THEN t.id END
      WHERE t.plan_item_id = ANY($1::uuid[]) AND (t.state <> 'scheduled' OR t.customer_id NOT IN (SELECT id FROM customers WHERE archived_at IS NOT NULL)) GROUP BY 1, 2, 3),
    members AS MATERIALIZED (SELECT m.plan_item_id, m.customer_id FROM plan_audience m ${seen('m')} WHERE m.plan_item_id = ANY($2::uuid[]) AND m.left_at IS NULL),
    reached AS MATERIALIZED (SELECT DISTINCT plan_item_id, customer_id FROM by_customer WHERE is_reached)
    SELECT k.plan_item_id AS "itemId", k.owner_id AS "personId", GROUPING(k.plan_item_id, k.owner_id) AS level, ${SUMS}, 0 AS audience, 0 AS reached
      FROM by_customer k ${seen('k')} GROUP BY GROUPING SETS ((k.plan_item_id), (k.owner_id), ())
    UNION ALL SELECT m.plan_item_id, NULL, 4, ${NO_SUMS}, count(*)::int, count(r.customer_id)::int FROM members m LEFT JOIN reached r ON r.plan_item_id = m.plan_item_id AND r.customer_id = m.customer_id GROUP BY 1
    UNION ALL SELECT NULL, NULL, 5, ${NO_SUMS}, count(*)::int, count(r.customer_id)::int FROM (SELECT DISTINCT customer_id FROM members) m LEFT JOIN (SELECT DISTINCT customer_id FROM reached) r ON r.customer_id = m.customer_id`;
  return { text, values };
};

/** A page of the audience customers that were not reached, by name, behind ($2, $3); $4 the most rows, $5 only this owner's, $6 only in and by this item. */
export const notReachedOf = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 7);
  const text = `SELECT c.id AS "customerId", c.name, c.sort_name AS "sortName", c.owner_id AS "ownerId", iso(c.last_contact_at) AS "lastContactAt", to_char(k.next_on, 'YYYY-MM-DD') AS "nextOn", k.missed
    FROM customers c JOIN (SELECT DISTINCT m.customer_id FROM plan_items i JOIN plan_audience m ON m.plan_item_id = i.id AND m.left_at IS NULL JOIN customers c ON c.id = m.customer_id
      WHERE i.plan_id = $1 AND i.removed_at IS NULL AND ${sql} AND ($5::uuid IS NULL OR c.owner_id = $5) AND ($6::uuid IS NULL OR i.id = $6) AND NOT EXISTS (SELECT 1 FROM (${EFFECTIVE}) e WHERE e.customer_id = m.customer_id AND ($6::uuid IS NULL OR e.plan_item_id = $6))
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
