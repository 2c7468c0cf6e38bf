import type { EntityManager } from 'typeorm';
import type { Actor } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';

/** A contact that its plan does not want any more, and what became of it. */
export interface Settled {
  readonly id: string;
  readonly state: 'missed' | 'cancelled';
  readonly reason: 'window_over' | 'plan_closed' | 'plan_changed';
}

// What was over before the plan was closed had been missed by then, unless nobody was to make it because its customer was archived.
const settle = statement(
  'merge_undo_settles_planned_contacts',
  `UPDATE touchpoints t SET state = CASE WHEN g.was_over THEN 'missed' ELSE 'cancelled' END, closed_at = g.at, closed_reason = CASE WHEN g.was_over THEN 'window_over' WHEN g.is_closed THEN 'plan_closed' ELSE 'plan_changed' END,
     remind_at = NULL, version = t.version + 1
   FROM (
     SELECT k.id, p.state = 'closed' AS is_closed, coalesce(s.at, $2::timestamptz) AS at,
       p.state = 'closed' AND c.archived_at IS NULL AND greatest(k.window_until, k.due_on) < (coalesce(s.at, $2::timestamptz) AT TIME ZONE $3::text)::date AS was_over
     FROM touchpoints k JOIN customers c ON c.id = k.customer_id JOIN plan_items i ON i.id = k.plan_item_id JOIN plans p ON p.id = i.plan_id
     LEFT JOIN LATERAL (SELECT max(at) AS at FROM plan_steps WHERE plan_id = p.id AND to_state = 'closed' AND p.state = 'closed') s ON true
     WHERE k.customer_id = ANY($1::uuid[]) AND k.state = 'scheduled'
       AND (p.state = 'closed' OR i.removed_at IS NOT NULL OR EXISTS (SELECT 1 FROM plan_occurrences o WHERE o.plan_item_id = k.plan_item_id AND o.number = k.occurrence AND o.is_dropped))
   ) g WHERE t.id = g.id RETURNING t.id, t.state, t.closed_reason AS reason`,
);

/**
 * Settles what these customers have open of plans that were closed meanwhile, or that dropped the contact, as it would have been settled then: cancelled at the moment at which the plan was
 * closed, missed where its window was over before. The caller refreshes the customers.
 */
export function settleClosedPlans(tx: EntityManager, actor: Actor, customerIds: readonly string[], now: Date): Promise<Settled[]> {
  return rows<Settled & Record<string, unknown>>(tx, settle, [customerIds, now, actor.organisation.timeZone]);
}
