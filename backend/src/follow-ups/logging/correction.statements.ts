import { NamedStatement } from '../../platform/database/named.ts';
import type { CorrectedContent } from './correction.rules.ts';
import type { ResponsePromise } from './respond-by.rules.ts';

/** What the corrected channel, disposition and contact person mean. */
export interface CorrectedFacts extends ResponsePromise {
  readonly dispositionKind: string;
  readonly isContactPersonKnown: boolean;
  readonly customerOwnerId: string | null;
}

/** Reads those; archived ones are allowed, because old records use them. */
export const factsOf = new NamedStatement<{ channelId: string | null; dispositionId: string | null; contactPersonId: string | null; customerId: string | null }>(
  'facts_of_a_correction',
  `SELECT x.is_two_way AS "isTwoWay", x.is_live AS "isLive", x.response_minutes AS "responseMinutes", x.is_response_in_working_time AS "isResponseInWorkingTime", d.kind AS "dispositionKind",
     (:contactPersonId::uuid IS NULL OR EXISTS (SELECT 1 FROM contact_people k WHERE k.id = :contactPersonId::uuid AND k.customer_id = :customerId)) AS "isContactPersonKnown",
     (SELECT c.owner_id FROM customers c WHERE c.id = :customerId) AS "customerOwnerId"
   FROM (VALUES (1)) one LEFT JOIN channels x ON x.id = :channelId LEFT JOIN dispositions d ON d.id = :dispositionId`,
);

/** Writes the corrected record of that version. */
export const writeCorrection = new NamedStatement<CorrectedContent & { id: string; version: number; now: Date }>(
  'record_corrected',
  `UPDATE follow_ups SET channel_id = :channelId, direction = :direction, disposition_id = :dispositionId, occurred_at = :occurredAt, occurred_on = :occurredOn, contact_person_id = :contactPersonId,
     outcome_id = :outcomeId, evaluation = :evaluation, validity = :validity, invalid_reason = :invalidReason, subject = :subject, text = :text, duration_seconds = :durationSeconds,
     is_effective = :isEffective, respond_by = :respondBy, touchpoint_id = :touchpointId::uuid, counted_because = :countedBecause,
     corrected_at = :now, version = version + 1
   WHERE id = :id AND version = :version AND withdrawn_at IS NULL RETURNING id`,
);

/** The trace of a correction. */
export const keepTrace = new NamedStatement<{ id: string; followUpId: string; now: Date; personId: string; before: string; after: string }>(
  'correction_kept',
  'INSERT INTO corrections (id, follow_up_id, corrected_at, corrected_by_id, before, after) VALUES (:id, :followUpId, :now, :personId, :before, :after)',
);

/** Opens a touchpoint again whose communication turned out not to have kept it; one whose plan was closed before its window is over (`on`: today) is cancelled as all that was open then. */
export const releaseTouchpoint = new NamedStatement<{ id: string; now: Date; on: string }>(
  'touchpoint_released',
  `UPDATE touchpoints t SET state = CASE WHEN g.is_closed THEN 'cancelled' ELSE 'scheduled' END, closed_at = CASE WHEN g.is_closed THEN :now::timestamptz END,
     closed_reason = CASE WHEN g.is_closed THEN 'plan_closed' END, version = t.version + 1
   FROM (SELECT EXISTS (SELECT 1 FROM touchpoints k JOIN plan_items i ON i.id = k.plan_item_id JOIN plans p ON p.id = i.plan_id WHERE k.id = :id AND p.state = 'closed' AND k.window_until >= :on::date)) AS g(is_closed)
   WHERE t.id = :id AND t.state = 'done'`,
);
