import type { EntityManager } from 'typeorm';
import { localDateOf } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { LogContact } from './log-contact.dto.ts';
import type { LogContext, OpenTouchpoint } from './log-context.ts';
import type { LogMoment } from './log-plan.ts';
import { keepsTouchpoint } from './matching.rules.ts';

/** Days after the end of a plan until which a contact inside of a missed touchpoint's window can still be logged for it. */
export const GRACE_DAYS = 30;

const missed = statement(
  'missed_in_their_window',
  `SELECT t.id, t.owner_id AS "ownerId", w.time_zone AS "ownerZone", t.channel_id AS "channelId", t.purpose, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", iso(t.due_at) AS "dueAt",
     t.is_promised AS "isPromised", to_char(t.created_at AT TIME ZONE $5::text, 'YYYY-MM-DD') AS "plannedOn", t.times_moved AS "timesMoved", iso(t.remind_at) AS "remindAt", t.version,
     to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", true AS "isMissed"
   FROM touchpoints t JOIN people w ON w.id = t.owner_id JOIN plan_items i ON i.id = t.plan_item_id JOIN plans p ON p.id = i.plan_id
   WHERE t.customer_id = $1 AND t.state = 'missed' AND t.closed_reason = 'window_over' AND $2::date BETWEEN t.window_from AND t.window_until AND $3::date < p.until_on + $4::int`,
);

/**
 * For a contact of an earlier day that was only typed now: also the touchpoints of plans that were counted as missed although it lies in their window. Nothing is asked
 * of the database for a contact of today, for an attempt, or when the author said which touchpoint it is about, unless it is none of the open ones.
 */
export async function withLateOnes(tx: EntityManager, context: LogContext, { touchpointId, customerId, validity }: LogContact, { actor, occurredAt, now }: LogMoment): Promise<LogContext> {
  const [on, today] = [localDateOf(occurredAt, actor.timeZone), localDateOf(now, actor.timeZone)];
  const isSettled = touchpointId === null || (touchpointId !== undefined && context.open.some(({ id }) => id === touchpointId));
  if (on >= today || isSettled || !keepsTouchpoint(context.dispositionKind, validity)) return context;
  const late = await rows<OpenTouchpoint & Record<string, unknown>>(tx, missed, [customerId, on, today, GRACE_DAYS, actor.timeZone]);
  return late.length ? { ...context, open: [...context.open, ...late] } : context;
}
