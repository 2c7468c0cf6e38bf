import type { EntityManager } from 'typeorm';
import { invalid, notFound, stale } from '../kernel/index.ts';
import { type Actor, type Predicate, visibleCustomers } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { type FollowUpKind, type Validity, type Direction } from './follow-up.entity.ts';

/**
 * Which records `f` (with their customer `c`, outer joined) the actor sees: those of customers in the scope, and those without a customer of people in it.
 * Two parameters, like `visibleCustomers`.
 */
export function visibleRecords(actor: Actor, at: number): Predicate {
  const { sql, values } = visibleCustomers(actor, 'c', at);
  return { sql: `CASE WHEN f.customer_id IS NULL THEN ($${at}::uuid[] IS NULL OR f.owner_id = ANY($${at}::uuid[])) ELSE ${sql} END`, values };
}

/** A record as it stands before a change. */
export interface PresentRecord {
  id: string;
  kind: FollowUpKind;
  customerId: string | null;
  authorId: string;
  ownerId: string;
  ownerZone: string;
  occurredAt: Date;
  endsAt: Date | null;
  isAllDay: boolean;
  loggedAt: Date;
  doneAt: Date | null;
  withdrawnAt: Date | null;
  channelId: string | null;
  direction: Direction | null;
  dispositionId: string | null;
  outcomeId: string | null;
  evaluation: number | null;
  validity: Validity;
  invalidReason: string | null;
  contactPersonId: string | null;
  subject: string;
  text: string;
  place: string | null;
  durationSeconds: number | null;
  touchpointId: string | null;
  countedBecause: string | null;
  nextStep: 'touchpoint' | 'cadence' | 'none' | null;
  respondBy: Date | null;
  version: number;
}

// Customers are locked before their records and touchpoints, everywhere, so that no two changes wait for each other.
const lockCustomerOf = statement('lock_customer_of_a_record', 'SELECT 1 FROM customers WHERE id = (SELECT customer_id FROM follow_ups WHERE id = $1) FOR NO KEY UPDATE');

const present = (actor: Actor) => {
  const { sql, values } = visibleRecords(actor, 2);
  const text = `SELECT f.id, f.kind, f.customer_id AS "customerId", f.author_id AS "authorId", f.owner_id AS "ownerId", p.time_zone AS "ownerZone", f.occurred_at AS "occurredAt", f.ends_at AS "endsAt",
      f.is_all_day AS "isAllDay", f.logged_at AS "loggedAt", f.done_at AS "doneAt", f.withdrawn_at AS "withdrawnAt", f.channel_id AS "channelId", f.direction, f.disposition_id AS "dispositionId",
      f.outcome_id AS "outcomeId", f.evaluation, f.validity, f.invalid_reason AS "invalidReason", f.contact_person_id AS "contactPersonId", f.subject, f.text, f.place,
      f.duration_seconds AS "durationSeconds", f.touchpoint_id AS "touchpointId", f.counted_because AS "countedBecause", f.next_step AS "nextStep", f.respond_by AS "respondBy", f.version
    FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id JOIN people p ON p.id = f.owner_id WHERE f.id = $1 AND ${sql} FOR NO KEY UPDATE OF f`;
  return { text: statement('record_to_change', text), values };
};

/** Locks and reads a record of one of these kinds, withdrawn ones included; 404 out of scope, 412 when a version is given that is not its own. */
export async function recordToChange(tx: EntityManager, actor: Actor, id: string, kinds: readonly FollowUpKind[], version?: number): Promise<PresentRecord> {
  await rows(tx, lockCustomerOf, [id]);
  const { text, values } = present(actor);
  const [record] = await rows<PresentRecord>(tx, text, [id, ...values]);
  if (!record || !kinds.includes(record.kind)) throw notFound();
  if (version !== undefined && record.version !== version) throw stale();
  return record;
}

const workableCustomer = (actor: Actor) => {
  const { sql, values } = visibleCustomers(actor, 'c', 2);
  return { text: statement('customer_of_a_new_record', `SELECT c.archived_at IS NOT NULL AS "isArchived" FROM customers c WHERE c.id = $1 AND ${sql}`), values };
};

/** Refuses a customer that the actor may not see (404) or that is archived (`customer_is_archived`); null passes. */
export async function checkCustomer(tx: EntityManager, actor: Actor, customerId: string | null): Promise<void> {
  if (customerId === null) return;
  const { text, values } = workableCustomer(actor);
  const [customer] = await rows<{ isArchived: boolean }>(tx, text, [customerId, ...values]);
  if (!customer) throw notFound();
  if (customer.isArchived) throw invalid('customerId', 'customer_is_archived');
}
