import { NamedStatement } from '../../platform/database/named.ts';
import type { Direction, Validity } from '../follow-up.entity.ts';

/** The values of a logged communication with everything that it does to touchpoints. */
export interface LoggedValues {
  id: string;
  customerId: string;
  personId: string;
  occurredAt: Date;
  occurredOn: string;
  now: Date;
  channelId: string;
  direction: Direction;
  dispositionId: string;
  outcomeId: string | null;
  evaluation: number | null;
  validity: Validity;
  invalidReason: string | null;
  isEffective: boolean;
  contactPersonId: string | null;
  subject: string;
  text: string;
  durationSeconds: number | null;
  keptId: string | null;
  keptVersion: number | null;
  countedBecause: string | null;
  nextStep: 'touchpoint' | 'cadence' | 'none';
  nextStepReason: string | null;
  nextId: string | null;
  respondBy: Date | null;
  /** The open touchpoint that the next step is written into; null when a new one is planned. */
  movedId: string | null;
  movedVersion: number | null;
  /** Set when that touchpoint gets another date. */
  moveId: string | null;
  fromOn: string | null;
  fromAt: Date | null;
  plannedId: string | null;
  ownerId: string | null;
  nextChannelId: string | null;
  purpose: string | null;
  dueOn: string | null;
  dueAt: Date | null;
  isPromised: boolean | null;
  auditId: string;
  details: string;
}

/**
 * The whole write of a logged contact in one statement; `kept` and `moved` say how many touchpoints were still as they had been read. The customer's state is derived
 * last: the function sees what the parts have written that its row is made of, all that bear on it.
 */
export const writeContact = new NamedStatement<LoggedValues>(
  'contact_logged',
  `WITH kept AS (
     UPDATE touchpoints SET state = 'done', closed_at = :now, closed_reason = CASE state WHEN 'missed' THEN 'logged_late' END, remind_at = NULL, version = version + 1
     WHERE id = :keptId AND version = :keptVersion AND (state = 'scheduled' OR (state = 'missed' AND closed_reason = 'window_over')) RETURNING id
   ), moved AS (
     UPDATE touchpoints SET owner_id = :ownerId, channel_id = :nextChannelId, purpose = :purpose, due_on = :dueOn, due_at = :dueAt, is_promised = :isPromised, remind_at = NULL,
       times_moved = times_moved + (:moveId::uuid IS NOT NULL)::int, version = version + 1
     WHERE id = :movedId AND version = :movedVersion AND state = 'scheduled' RETURNING id
   ), move AS (
     INSERT INTO touchpoint_moves (id, touchpoint_id, moved_at, moved_by_id, from_on, from_at, to_on, to_at)
     SELECT :moveId::uuid, id, :now, :personId::uuid, :fromOn::date, :fromAt::timestamptz, :dueOn::date, :dueAt FROM moved WHERE :moveId::uuid IS NOT NULL
   ), planned AS (
     INSERT INTO touchpoints (id, customer_id, owner_id, channel_id, purpose, due_on, due_at, first_due_on, is_promised, origin, origin_follow_up_id, created_at, created_by_id)
     SELECT :plannedId::uuid, :customerId::uuid, :ownerId, :nextChannelId, :purpose, :dueOn::date, :dueAt, :dueOn::date, :isPromised, 'next_contact', :id::uuid, :now, :personId::uuid
     WHERE :plannedId::uuid IS NOT NULL RETURNING id
   ), record AS (
     INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, outcome_id, evaluation, validity, invalid_reason,
       is_effective, contact_person_id, subject, text, duration_seconds, touchpoint_id, counted_because, next_step, next_step_reason, next_touchpoint_id, respond_by)
     VALUES (:id::uuid, 'communication', :customerId::uuid, :personId::uuid, :personId::uuid, :occurredAt, :occurredOn, :now, :channelId, :direction, :dispositionId, :outcomeId, :evaluation, :validity,
       :invalidReason, :isEffective, :contactPersonId, :subject, :text, :durationSeconds, (SELECT id FROM kept), :countedBecause, :nextStep, :nextStepReason, :nextId, :respondBy) RETURNING id
   ), trace AS (
     INSERT INTO audit_entries (id, at, actor_id, action, subject_id, details) VALUES (:auditId, :now, :personId::uuid, 'follow_up.logged', :id::uuid, :details)
   )
   SELECT k.n AS kept, m.n AS moved, refresh_contact_state(ARRAY[:customerId::uuid])
   FROM (SELECT count(*)::int AS n FROM kept) k, (SELECT count(*)::int AS n FROM moved) m, (SELECT count(*) FROM planned) p, (SELECT count(*) FROM record) r`,
);
