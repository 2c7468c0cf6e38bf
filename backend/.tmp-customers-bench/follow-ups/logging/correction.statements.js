import { NamedStatement } from "../../platform/database/named.js";
/** Reads those; archived ones are allowed, because old records use them. */
export const factsOf = new NamedStatement('facts_of_a_correction', `SELECT x.is_two_way AS "isTwoWay", x.is_live AS "isLive", x.response_minutes AS "responseMinutes", x.is_response_in_working_time AS "isResponseInWorkingTime", d.kind AS "dispositionKind",
     (:contactPersonId::uuid IS NULL OR EXISTS (SELECT 1 FROM contact_people k WHERE k.id = :contactPersonId::uuid AND k.customer_id = :customerId)) AS "isContactPersonKnown"
   FROM (VALUES (1)) one LEFT JOIN channels x ON x.id = :channelId LEFT JOIN dispositions d ON d.id = :dispositionId`);
/** Writes the corrected record of that version. */
export const writeCorrection = new NamedStatement('record_corrected', `UPDATE follow_ups SET channel_id = :channelId, direction = :direction, disposition_id = :dispositionId, occurred_at = :occurredAt, occurred_on = :occurredOn, contact_person_id = :contactPersonId,
     outcome_id = :outcomeId, evaluation = :evaluation, validity = :validity, invalid_reason = :invalidReason, subject = :subject, text = :text, duration_seconds = :durationSeconds,
     is_effective = :isEffective, respond_by = :respondBy, touchpoint_id = :touchpointId::uuid, counted_because = CASE WHEN :touchpointId::uuid IS NULL THEN NULL ELSE counted_because END,
     corrected_at = :now, version = version + 1
   WHERE id = :id AND version = :version AND withdrawn_at IS NULL RETURNING id`);
/** The trace of a correction. */
export const keepTrace = new NamedStatement('correction_kept', 'INSERT INTO corrections (id, follow_up_id, corrected_at, corrected_by_id, before, after) VALUES (:id, :followUpId, :now, :personId, :before, :after)');
/** Opens a touchpoint again whose communication turned out not to have kept it. */
export const releaseTouchpoint = new NamedStatement('touchpoint_released', `UPDATE touchpoints SET state = 'scheduled', closed_at = NULL, version = version + 1 WHERE id = :id AND state = 'done'`);
