import { NamedStatement } from "../platform/database/named.js";
/** Writes a new open touchpoint. */
export const planTouchpoint = new NamedStatement('touchpoint_planned', `INSERT INTO touchpoints (id, customer_id, owner_id, channel_id, purpose, talking_points, place, due_on, due_at, first_due_on, is_promised, origin, created_at, created_by_id)
   VALUES (:id, :customerId, :ownerId, :channelId, :purpose, :talkingPoints, :place, :dueOn::date, :dueAt, :dueOn::date, :isPromised, :origin, :now, :personId)`);
/** Writes all of it, if the touchpoint is still open and of that version; else answers no row. */
export const rewriteTouchpoint = new NamedStatement('touchpoint_rewritten', `UPDATE touchpoints SET owner_id = :ownerId, channel_id = :channelId, purpose = :purpose, talking_points = :talkingPoints, place = :place, due_on = :dueOn, due_at = :dueAt,
     times_moved = :timesMoved, is_promised = :isPromised, remind_at = :remindAt, version = version + 1
   WHERE id = :id AND version = :version AND state = 'scheduled' RETURNING id`);
/** One move, for the history of a touchpoint. */
export const keepMove = new NamedStatement('touchpoint_move_kept', `INSERT INTO touchpoint_moves (id, touchpoint_id, moved_at, moved_by_id, from_on, from_at, to_on, to_at, reason)
   VALUES (:id, :touchpointId, :now, :personId, :fromOn, :fromAt, :toOn, :toAt, :reason)`);
/** Closes an open touchpoint of that version. */
export const closeTouchpoint = new NamedStatement('touchpoint_closed', `UPDATE touchpoints SET state = :state, closed_at = :now, closed_reason = :reason, remind_at = NULL, version = version + 1
   WHERE id = :id AND version = :version AND state = 'scheduled' RETURNING id`);
/** Opens one again that was cancelled or missed after `since`. */
export const reopenTouchpoint = new NamedStatement('touchpoint_reopened', `UPDATE touchpoints SET state = 'scheduled', closed_at = NULL, closed_reason = NULL, version = version + 1
   WHERE id = :id AND version = :version AND state IN ('cancelled', 'missed') AND closed_at > :since RETURNING id`);
/** Deletes one that its planner made after `since` and nobody touched. */
export const removeTouchpoint = new NamedStatement('touchpoint_removed', `DELETE FROM touchpoints WHERE id = :id AND created_by_id = :personId AND created_at > :since AND version = 1 AND state = 'scheduled' AND origin = 'manual' RETURNING id`);
