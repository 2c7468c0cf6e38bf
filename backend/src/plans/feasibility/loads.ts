import type { DataSource, EntityManager } from 'typeorm';
import type { LocalDate } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';

/** What is planned for a customer on a day by somebody, outside of the plan that is looked at. */
export interface OtherContact {
  readonly customerId: string;
  readonly ownerId: string;
  readonly on: LocalDate;
}

/** An item of another plan with the customers that it shares with the one that is looked at. */
export interface OtherItem {
  readonly planId: string;
  readonly planName: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly recurrence: string | null;
  /** Who makes the contacts; null = each customer's owner. */
  readonly responsibleId: string | null;
  readonly planResponsibleId: string;
  readonly customerId: string;
  readonly ownerId: string | null;
}

// Contacts that a plan has made stand in that plan's items; here are the others.
const open = statement(
  'plans_open_touchpoints',
  `SELECT t.customer_id AS "customerId", t.owner_id AS "ownerId", to_char(t.due_on, 'YYYY-MM-DD') AS "on" FROM touchpoints t
   WHERE t.state = 'scheduled' AND t.origin <> 'plan' AND t.due_on >= $1 AND t.due_on < $2 AND (t.owner_id = ANY($3::uuid[]) OR t.customer_id = ANY($4::uuid[]))`,
);
const others = statement(
  'plans_other_items',
  `SELECT p.id AS "planId", p.name AS "planName", to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.until_on, 'YYYY-MM-DD') AS "untilOn", to_char(i.starts_on, 'YYYY-MM-DD') AS "startsOn",
     to_char(i.ends_on, 'YYYY-MM-DD') AS "endsOn", i.recurrence, i.responsible_id AS "responsibleId", p.responsible_id AS "planResponsibleId", m.customer_id AS "customerId", c.owner_id AS "ownerId"
   FROM plans p JOIN plan_items i ON i.plan_id = p.id AND i.removed_at IS NULL JOIN plan_audience m ON m.plan_item_id = i.id AND m.left_at IS NULL JOIN customers c ON c.id = m.customer_id
   WHERE p.id <> $1 AND p.state IN ('approved', 'running') AND p.archived_at IS NULL AND p.from_on < $3 AND p.until_on > $2
     AND (m.customer_id = ANY($5::uuid[]) OR coalesce(i.responsible_id, c.owner_id, p.responsible_id) = ANY($4::uuid[]))`,
);

/** Open planned contacts of these people or with these customers in a half-open period. */
export const openContacts = (on: DataSource | EntityManager, from: LocalDate, until: LocalDate, personIds: readonly string[], customerIds: readonly string[]): Promise<OtherContact[]> =>
  rows<OtherContact & Record<string, unknown>>(on, open, [from, until, personIds, customerIds]);

/** Items of other plans that are approved or running in that period, customer by customer, where they concern these people or customers. */
export const otherItems = (on: DataSource | EntityManager, planId: string, from: LocalDate, until: LocalDate, personIds: readonly string[], customerIds: readonly string[]): Promise<OtherItem[]> =>
  rows<OtherItem & Record<string, unknown>>(on, others, [planId, from, until, personIds, customerIds]);
