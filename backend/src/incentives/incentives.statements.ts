import { type Actor, visibleCustomers } from '../people/index.ts';
import { type Statement, statement } from '../platform/database/statements.ts';

type Scoped = { readonly text: Statement; readonly values: readonly unknown[] };

/** The catalogue with its figures over the customers that the actor sees; $1 one of them or all, $2 today where only current ones are asked for. */
export const catalogue = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 3);
  const text = `WITH seen AS (SELECT g.incentive_id, g.plan_item_id, g.state, g.quantity, g.redeemed, g.quantity * g.unit_cost AS cost FROM incentive_grants g JOIN customers c ON c.id = g.customer_id
      WHERE g.state IN ('waiting', 'granted') AND ($1::uuid IS NULL OR g.incentive_id = $1) AND ${sql}),
    sums AS (SELECT incentive_id, sum(quantity) FILTER (WHERE state = 'granted') AS granted, sum(quantity) FILTER (WHERE state = 'waiting') AS waiting, sum(redeemed) AS redeemed, sum(cost) FILTER (WHERE state = 'granted') AS spent,
      sum(cost) FILTER (WHERE state = 'granted' AND plan_item_id IS NOT NULL) AS planned FROM seen GROUP BY 1),
    kept AS (SELECT s.incentive_id, count(*) AS effective FROM (SELECT DISTINCT incentive_id, plan_item_id FROM seen WHERE state = 'granted' AND plan_item_id IS NOT NULL) s
      JOIN touchpoints t ON t.plan_item_id = s.plan_item_id AND t.state = 'done' JOIN follow_ups f ON f.touchpoint_id = t.id AND f.is_effective JOIN customers c ON c.id = t.customer_id WHERE ${sql} GROUP BY 1)
    SELECT i.id, i.name, i.kind, i.unit_cost::float8 AS "unitCost", i.stock, i.stock - i.given AS left, to_char(i.valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(i.valid_until, 'YYYY-MM-DD') AS "validUntil",
      i.approval_above::float8 AS "approvalAbove", i.archived_at IS NOT NULL AS "isArchived", coalesce(s.granted, 0)::int AS granted, coalesce(s.waiting, 0)::int AS waiting, coalesce(s.redeemed, 0)::int AS redeemed,
      coalesce(s.spent, 0)::float8 AS spent, coalesce(k.effective, 0)::int AS effective, (s.planned / nullif(k.effective, 0))::float8 AS "costPerEffective", i.version
    FROM incentives i LEFT JOIN sums s ON s.incentive_id = i.id LEFT JOIN kept k ON k.incentive_id = i.id
    WHERE ($1::uuid IS NULL OR i.id = $1) AND ($2::date IS NULL OR (i.archived_at IS NULL AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)))
    ORDER BY i.archived_at IS NOT NULL, i.name, i.id`;
  return { text: statement('incentives_catalogue', text), values };
};

/** Takes $2 pieces of incentive $1 on day $3, if it is valid and there are as many left; answers what that costs. */
export const takePieces = statement(
  'incentive_pieces_taken',
  `UPDATE incentives SET given = given + $2::int WHERE id = $1 AND archived_at IS NULL AND valid_from <= $3::date AND (valid_until IS NULL OR valid_until > $3::date) AND (stock IS NULL OR given + $2::int <= stock)
   RETURNING name, unit_cost AS "unitCost", approval_above::float8 AS "approvalAbove"`,
);

/** Puts pieces back that were not granted after all. */
export const putBack = statement('incentive_pieces_put_back', 'UPDATE incentives SET given = given - $2::int WHERE id = $1');

/** The plan of an item ($1) that pays for a grant to customer $2, held, with what it has spent; only while it is worked and the customer is in its audience. */
export const payingPlan = statement(
  'plan_that_pays',
  `SELECT p.id, p.state, p.budget::float8 AS budget FROM plan_items i JOIN plans p ON p.id = i.plan_id
   WHERE i.id = $1 AND i.removed_at IS NULL AND p.archived_at IS NULL AND EXISTS (SELECT 1 FROM plan_audience m WHERE m.plan_item_id = i.id AND m.customer_id = $2 AND m.left_at IS NULL) FOR NO KEY UPDATE OF p`,
);

/** The plan of an item ($1), held, with what was granted for it so far: for a grant that was decided on. */
export const planOfGrant = statement(
  'plan_of_a_grant',
  `SELECT p.state, p.budget::float8 AS budget, (SELECT coalesce(sum(g.quantity * g.unit_cost), 0)::float8 FROM plan_items k JOIN incentive_grants g ON g.plan_item_id = k.id WHERE k.plan_id = p.id AND g.state = 'granted') AS granted
   FROM plan_items i JOIN plans p ON p.id = i.plan_id WHERE i.id = $1 FOR NO KEY UPDATE OF p`,
);

/** What grants of a plan cost, those that wait for a decision included. */
export const committed = statement(
  'plan_committed',
  `SELECT coalesce(sum(g.quantity * g.unit_cost), 0)::float8 AS cost FROM plan_items i JOIN incentive_grants g ON g.plan_item_id = i.id WHERE i.plan_id = $1 AND g.state IN ('waiting', 'granted')`,
);

/** Whether a follow-up is one of the customer's. */
export const followUpOf = statement('granted_follow_up', 'SELECT 1 FROM follow_ups WHERE id = $1 AND customer_id = $2 AND withdrawn_at IS NULL');

const GRANT = `g.id, g.incentive_id AS "incentiveId", i.name, g.quantity, g.redeemed, (g.quantity * g.unit_cost)::float8 AS cost, g.state, g.note, g.plan_item_id AS "planItemId", p.name AS "planName", g.follow_up_id AS "followUpId",
  iso(g.granted_at) AS "grantedAt", g.granted_by_id AS "grantedById",
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'quantity', r.quantity, 'redeemedAt', iso(r.redeemed_at), 'redeemedById', r.redeemed_by_id) ORDER BY r.redeemed_at, r.id), '[]') FROM incentive_redemptions r WHERE r.grant_id = g.id) AS redemptions`;

/** What a customer ($1) was granted, or one grant ($2), the newest first; taken back ones are left out of a list. */
export const grantsOf = statement(
  'grants_of_a_customer',
  `SELECT ${GRANT} FROM incentive_grants g JOIN incentives i ON i.id = g.incentive_id LEFT JOIN plan_items l ON l.id = g.plan_item_id LEFT JOIN plans p ON p.id = l.plan_id
   WHERE g.customer_id = $1 AND ($2::uuid IS NULL OR g.id = $2) AND (g.state <> 'withdrawn' OR $2::uuid IS NOT NULL) ORDER BY g.granted_at DESC, g.id DESC LIMIT 100`,
);

/** Items of plans that are worked, with the customer in their audience. */
export const planItemsOf = statement(
  'grantable_plan_items',
  `SELECT i.id AS "itemId", i.objective, p.name AS "planName", i.incentive_id AS "incentiveId" FROM plan_audience m JOIN plan_items i ON i.id = m.plan_item_id JOIN plans p ON p.id = i.plan_id
   WHERE m.customer_id = $1 AND m.left_at IS NULL AND i.removed_at IS NULL AND p.archived_at IS NULL AND p.state IN ('approved', 'running') ORDER BY i.incentive_id IS NULL, p.from_on DESC, i.position LIMIT 50`,
);
