import type { EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import type { Direction } from '../follow-up.entity.ts';
import { isEffective } from '../logging/judgement.rules.ts';

/** What a batch knows and compares of a communication. */
export interface BatchCommunication {
  externalId: string;
  customerId: string;
  authorId: string;
  occurredAt: Date;
  /** The organisation's local day. */
  occurredOn: string;
  channelId: string;
  direction: Direction;
  dispositionId: string;
  outcomeId: string | null;
  evaluation: number | null;
  durationSeconds: number | null;
  subject: string;
  text: string;
}

/** What decides whether a communication is effective, beside its evaluation. */
export interface BatchJudgement {
  isTwoWay: boolean;
  isReached: boolean;
}

/** A communication as a batch adds it: a fact of the past that asks for nothing, so without a next step and an answer deadline. */
export interface NewCommunication extends BatchCommunication, BatchJudgement {
  id: string;
}

/** A communication that is there. */
export interface ExistingCommunication extends BatchCommunication {
  id: string;
  isWithdrawn: boolean;
  validity: 'unassessed' | 'valid' | 'invalid';
}

/** A correction of a communication that is there: only what differs. */
export interface CommunicationChange extends BatchJudgement {
  existing: ExistingCommunication;
  after: Partial<BatchCommunication>;
}

/** Who writes a batch, when, and for which import. */
export interface CommunicationsOrigin {
  personId: string;
  at: Date;
  importId: string;
}

const RECORD = `r(id uuid, "externalId" varchar, "customerId" uuid, "authorId" uuid, "occurredAt" timestamptz, "occurredOn" date, "channelId" uuid, direction varchar, "dispositionId" uuid,
  "outcomeId" uuid, evaluation smallint, "durationSeconds" int, subject varchar, text text, "isEffective" boolean)`;
const byExternalId = statement(
  'communications_by_external_id',
  `SELECT id, external_id AS "externalId", customer_id AS "customerId", author_id AS "authorId", occurred_at AS "occurredAt", occurred_on::text AS "occurredOn", channel_id AS "channelId", direction,
     disposition_id AS "dispositionId", outcome_id AS "outcomeId", evaluation, duration_seconds AS "durationSeconds", subject, text, withdrawn_at IS NOT NULL AS "isWithdrawn", validity
   FROM follow_ups WHERE external_id = ANY($1::varchar[])`,
);
const insertRows = statement(
  'communication_batch',
  `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, outcome_id, evaluation, is_effective,
     subject, text, duration_seconds, external_id, import_id)
   SELECT r.id, 'communication', r."customerId", r."authorId", r."authorId", r."occurredAt", r."occurredOn", $2, r."channelId", r.direction, r."dispositionId", r."outcomeId", r.evaluation, r."isEffective",
     r.subject, r.text, r."durationSeconds", r."externalId", $3
   FROM jsonb_to_recordset($1::jsonb) AS ${RECORD}`,
);
const updateRows = statement(
  'communication_change_batch',
  `UPDATE follow_ups f SET author_id = r."authorId", owner_id = r."authorId", occurred_at = r."occurredAt", occurred_on = r."occurredOn", channel_id = r."channelId", direction = r.direction,
     disposition_id = r."dispositionId", outcome_id = r."outcomeId", evaluation = r.evaluation, is_effective = r."isEffective", subject = r.subject, text = r.text,
     duration_seconds = r."durationSeconds", corrected_at = $2, version = f.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE f.id = r.id`,
);
const insertCorrections = statement(
  'correction_batch',
  `INSERT INTO corrections (id, follow_up_id, corrected_at, corrected_by_id, before, after)
   SELECT r.id, r."followUpId", $2, $3, r.before, r.after FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "followUpId" uuid, before jsonb, after jsonb)`,
);
const refresh = statement('contact_state_of_communication_batch', 'SELECT refresh_contact_state($1::uuid[])');

/** The records with these external ids. */
export const communicationsByExternalId = (tx: EntityManager, externalIds: readonly string[]): Promise<ExistingCommunication[]> => rows<ExistingCommunication>(tx, byExternalId, [externalIds]);

/** Adds communications and brings their customers' derived contact state up to date, in two statements whatever their number. */
export async function insertCommunications(tx: EntityManager, communications: readonly NewCommunication[], by: CommunicationsOrigin): Promise<void> {
  if (communications.length === 0) return;
  const list = communications.map((row) => ({ ...row, isEffective: effective(row, row, 'unassessed') }));
  await rows(tx, insertRows, [JSON.stringify(list), by.at, by.importId]);
  await rows(tx, refresh, [[...new Set(communications.map(({ customerId }) => customerId))]]);
}

/** Corrects communications with the trace that a correction by hand leaves; answers the id of each one's trace. */
export async function changeCommunications(tx: EntityManager, changes: readonly CommunicationChange[], by: CommunicationsOrigin): Promise<Map<string, { correctionId: string }>> {
  if (changes.length === 0) return new Map();
  const list = changes.map(({ existing, after, ...judgement }) => {
    const whole = { ...existing, ...after };
    return { ...whole, isEffective: effective(whole, judgement, existing.validity) };
  });
  const traces = changes.map(({ existing, after }) => ({ id: newId(), followUpId: existing.id, before: Object.fromEntries(Object.keys(after).map((key) => [key, existing[key as keyof ExistingCommunication]])), after }));
  await rows(tx, updateRows, [JSON.stringify(list), by.at]);
  await rows(tx, insertCorrections, [JSON.stringify(traces), by.at, by.personId]);
  await rows(tx, refresh, [[...new Set(changes.map(({ existing }) => existing.customerId))]]);
  return new Map(traces.map(({ id, followUpId }) => [followUpId, { correctionId: id }]));
}

const effective = ({ evaluation }: BatchCommunication, { isTwoWay, isReached }: BatchJudgement, validity: ExistingCommunication['validity']): boolean =>
  isEffective({ dispositionKind: isReached ? 'reached' : 'not_recorded', isTwoWay, evaluation, validity });
