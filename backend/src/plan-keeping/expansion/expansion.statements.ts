import { NamedStatement } from '../../platform/database/named.ts';
import { statement } from '../../platform/database/statements.ts';
import { SURPLUS } from '../changes/changes.statements.ts';

/** Notes that the touchpoints of a plan are being made. */
export const beginExpansion = new NamedStatement<{ planId: string; now: Date; wanted: number; skipped: string }>(
  'expansion_begun',
  `INSERT INTO plan_expansions (plan_id, started_at, wanted, skipped) VALUES (:planId, :now, :wanted, :skipped)
   ON CONFLICT (plan_id) DO UPDATE SET started_at = excluded.started_at, finished_at = NULL, wanted = excluded.wanted, done = 0, skipped = excluded.skipped`,
);

/** How many were gone through, for the progress bar. */
export const noteDone = statement('expansion_done_so_far', 'UPDATE plan_expansions SET done = $2 WHERE plan_id = $1');

/** The end of it. */
export const endExpansion = statement('expansion_ended', 'UPDATE plan_expansions SET finished_at = $2 WHERE plan_id = $1');

/** The plan, if it is worked at present; nobody closes it before the transaction ends. */
export const planInWork = statement('expansion_plan_in_work', `SELECT 1 FROM plans WHERE id = $1 AND state IN ('approved', 'running') AND archived_at IS NULL FOR SHARE`);

/** Customers are locked before their touchpoints, everywhere. */
export const lockForTouchpoints = statement('expansion_customers_locked', 'SELECT 1 FROM customers WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE');

/** Makes the touchpoints that are not there yet; those that the plan itself had cancelled come back when it wants them again. */
export const makeTouchpoints = statement(
  'expansion_touchpoints_made',
  `INSERT INTO touchpoints (id, customer_id, owner_id, channel_id, purpose, talking_points, place, due_on, first_due_on, origin, created_at, created_by_id, plan_item_id, occurrence, window_from, window_until)
   SELECT r.id, r."customerId", r."ownerId", i.channel_id, i.objective, coalesce(nullif(i.talking_points, ''), i.content), nullif(i.place, ''), r."dueOn", r."dueOn", 'plan', $2, $3, i.id, r.occurrence, r."windowFrom", r."windowUntil"
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "itemId" uuid, "customerId" uuid, "ownerId" uuid, occurrence int, "dueOn" date, "windowFrom" date, "windowUntil" date)
     JOIN plan_items i ON i.id = r."itemId" JOIN plan_audience m ON m.plan_item_id = r."itemId" AND m.customer_id = r."customerId" AND m.left_at IS NULL
   ON CONFLICT (plan_item_id, customer_id, occurrence) WHERE plan_item_id IS NOT NULL DO UPDATE
     SET state = 'scheduled', closed_at = NULL, closed_reason = NULL, owner_id = excluded.owner_id, channel_id = excluded.channel_id, purpose = excluded.purpose,
       talking_points = excluded.talking_points, place = excluded.place, due_on = excluded.due_on, window_from = excluded.window_from, window_until = excluded.window_until, version = touchpoints.version + 1
     WHERE touchpoints.state = 'cancelled' AND touchpoints.closed_reason IN ('left_audience', 'plan_changed')
   RETURNING id`,
);

/** Open touchpoints that a plan does not want any more. */
export const surplusTouchpoints = statement(
  'expansion_surplus',
  `SELECT t.id, t.customer_id AS "customerId" FROM plans p JOIN plan_items i ON i.plan_id = p.id JOIN touchpoints t ON t.plan_item_id = i.id
   WHERE p.id = $1 AND t.state = 'scheduled' AND ${SURPLUS} ORDER BY t.customer_id, t.id LIMIT $2`,
);

/** Cancels those of them that still are. */
export const cancelSurplus = statement(
  'expansion_surplus_cancelled',
  `UPDATE touchpoints t SET state = 'cancelled', closed_at = $2, closed_reason = CASE WHEN p.state = 'closed' THEN 'plan_closed' WHEN i.removed_at IS NOT NULL OR EXISTS (SELECT 1 FROM plan_occurrences o WHERE o.plan_item_id = t.plan_item_id AND o.number = t.occurrence AND o.is_dropped) THEN 'plan_changed' ELSE 'left_audience' END, remind_at = NULL, version = t.version + 1
   FROM plan_items i JOIN plans p ON p.id = i.plan_id WHERE t.id = ANY($1::uuid[]) AND i.id = t.plan_item_id AND t.state = 'scheduled' AND ${SURPLUS} RETURNING t.id`,
);
