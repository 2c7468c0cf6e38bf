import { rows, statement } from "../../platform/database/statements.js";
import { newId } from "../../platform/ids.js";
import { isEffective } from "../logging/judgement.rules.js";
const RECORD = `r(id uuid, "externalId" varchar, "customerId" uuid, "authorId" uuid, "occurredAt" timestamptz, "occurredOn" date, "channelId" uuid, direction varchar, "dispositionId" uuid,
  "outcomeId" uuid, evaluation smallint, "durationSeconds" int, subject varchar, text text, "isEffective" boolean)`;
const byExternalId = statement('communications_by_external_id', `SELECT id, external_id AS "externalId", customer_id AS "customerId", author_id AS "authorId", occurred_at AS "occurredAt", occurred_on::text AS "occurredOn", channel_id AS "channelId", direction,
     disposition_id AS "dispositionId", outcome_id AS "outcomeId", evaluation, duration_seconds AS "durationSeconds", subject, text, withdrawn_at IS NOT NULL AS "isWithdrawn", validity
   FROM follow_ups WHERE external_id = ANY($1::varchar[])`);
const insertRows = statement('communication_batch', `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, outcome_id, evaluation, is_effective,
     subject, text, duration_seconds, external_id, import_id)
   SELECT r.id, 'communication', r."customerId", r."authorId", r."authorId", r."occurredAt", r."occurredOn", $2, r."channelId", r.direction, r."dispositionId", r."outcomeId", r.evaluation, r."isEffective",
     r.subject, r.text, r."durationSeconds", r."externalId", $3
   FROM jsonb_to_recordset($1::jsonb) AS ${RECORD}`);
const updateRows = statement('communication_change_batch', `UPDATE follow_ups f SET author_id = r."authorId", owner_id = r."authorId", occurred_at = r."occurredAt", occurred_on = r."occurredOn", channel_id = r."channelId", direction = r.direction,
     disposition_id = r."dispositionId", outcome_id = r."outcomeId", evaluation = r.evaluation, is_effective = r."isEffective", subject = r.subject, text = r.text,
     duration_seconds = r."durationSeconds", corrected_at = $2, version = f.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE f.id = r.id`);
const insertCorrections = statement('correction_batch', `INSERT INTO corrections (id, follow_up_id, corrected_at, corrected_by_id, before, after)
   SELECT r.id, r."followUpId", $2, $3, r.before, r.after FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "followUpId" uuid, before jsonb, after jsonb)`);
const refresh = statement('contact_state_of_communication_batch', 'SELECT refresh_contact_state($1::uuid[])');
/** The records with these external ids. */
export const communicationsByExternalId = (tx, externalIds) => rows(tx, byExternalId, [externalIds]);
/** Adds communications and brings their customers' derived contact state up to date, in two statements whatever their number. */
export async function insertCommunications(tx, communications, by) {
    if (communications.length === 0)
        return;
    const list = communications.map((row) => ({ ...row, isEffective: effective(row, row, 'unassessed') }));
    await rows(tx, insertRows, [JSON.stringify(list), by.at, by.importId]);
    await rows(tx, refresh, [[...new Set(communications.map(({ customerId }) => customerId))]]);
}
/** Corrects communications with the trace that a correction by hand leaves. */
export async function changeCommunications(tx, changes, by) {
    if (changes.length === 0)
        return;
    const list = changes.map(({ existing, after, ...judgement }) => {
        const whole = { ...existing, ...after };
        return { ...whole, isEffective: effective(whole, judgement, existing.validity) };
    });
    const traces = changes.map(({ existing, after }) => ({ id: newId(), followUpId: existing.id, before: Object.fromEntries(Object.keys(after).map((key) => [key, existing[key]])), after }));
    await rows(tx, updateRows, [JSON.stringify(list), by.at]);
    await rows(tx, insertCorrections, [JSON.stringify(traces), by.at, by.personId]);
    await rows(tx, refresh, [[...new Set(changes.map(({ existing }) => existing.customerId))]]);
}
const effective = ({ evaluation }, { isTwoWay, isReached }, validity) => isEffective({ dispositionKind: isReached ? 'reached' : 'not_recorded', isTwoWay, evaluation, validity });
