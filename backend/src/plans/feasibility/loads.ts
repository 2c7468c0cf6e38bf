import type { DataSource, EntityManager } from 'typeorm';
import type { LocalDate } from '../../kernel/index.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';

/** How many contacts outside of plans somebody has, by day. */
export interface PersonDays extends Record<string, unknown> {
  readonly personId: string;
  readonly contacts: Readonly<Record<LocalDate, number>>;
}

/** The days of contacts outside of plans by customer; without one: null. */
interface CustomersDays extends Record<string, unknown> {
  readonly days: Readonly<Record<string, readonly LocalDate[]>> | null;
}

/** An item of another plan, as far as it concerns the people and customers of the one that is looked at. */
export interface OtherItem extends Record<string, unknown> {
  readonly planId: string;
  readonly planName: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly recurrence: string | null;
  /** How many of its customers each of these people sees to; nobody: null. */
  readonly people: Readonly<Record<string, number>> | null;
  /** Those of these customers that it is for, by a space apart; none: null. */
  readonly customerIds: string | null;
}

// Thousands of ids go as one text and thousands of days come as one JSON: the driver takes arrays and rows apart one by one, which takes longer than the statement.
const SPACE = ' ';
const idsIn = (parameter: string): string => `string_to_array(${parameter}::text, '${SPACE}')::uuid[]`;

// Contacts that a plan has made stand in that plan's items; here are the others. Planned anew each time: two customers are looked up one by one, two thousand are not.
const OPEN = `t.state = 'scheduled' AND t.plan_item_id IS NULL AND t.due_on >= $1 AND t.due_on < $2`;
const ofPeople = `
  SELECT n.owner_id AS "personId", json_object_agg(n.due_on, n.contacts) AS contacts
  FROM (SELECT t.owner_id, t.due_on, count(*) AS contacts FROM touchpoints t WHERE ${OPEN} AND t.owner_id = ANY($3::uuid[]) GROUP BY 1, 2) n GROUP BY 1`;
const ofCustomers = `
  SELECT json_object_agg(n.customer_id, n.days) AS days
  FROM (SELECT t.customer_id, json_agg(t.due_on) AS days FROM unnest(${idsIn('$3')}) AS mine(id) JOIN touchpoints t ON t.customer_id = mine.id WHERE ${OPEN} GROUP BY 1) n`;
const others = statement(
  'plan_feasibility_others',
  `SELECT p.id AS "planId", p.name AS "planName", to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.until_on, 'YYYY-MM-DD') AS "untilOn", to_char(i.starts_on, 'YYYY-MM-DD') AS "startsOn",
     to_char(i.ends_on, 'YYYY-MM-DD') AS "endsOn", i.recurrence, a.people, a.ids AS "customerIds"
   FROM plans p JOIN plan_items i ON i.plan_id = p.id AND i.removed_at IS NULL
   CROSS JOIN LATERAL (
     SELECT json_object_agg(n.person_id, n.customers) FILTER (WHERE n.person_id = ANY($4::uuid[])) AS people, string_agg(n.ids, '${SPACE}') AS ids FROM (
       SELECT coalesce(i.responsible_id, c.owner_id, p.responsible_id) AS person_id, count(*) AS customers, string_agg(mine.id::text, '${SPACE}') AS ids
       FROM plan_audience m JOIN customers c ON c.id = m.customer_id LEFT JOIN unnest(${idsIn('$5')}) AS mine(id) ON mine.id = m.customer_id WHERE m.plan_item_id = i.id AND m.left_at IS NULL GROUP BY 1
     ) n
   ) a
   WHERE p.id <> $1 AND p.state IN ('approved', 'running') AND p.archived_at IS NULL AND p.from_on < $3 AND p.until_on > $2 AND (a.people IS NOT NULL OR a.ids IS NOT NULL) ORDER BY p.id, i.position`,
);

type Source = DataSource | EntityManager;

/** Open planned contacts of these people in a half-open period that no plan has made. */
export const openOfPeople = (on: Source, from: LocalDate, until: LocalDate, personIds: readonly string[]): Promise<PersonDays[]> => freshRows<PersonDays>(on, ofPeople, [from, until, personIds]);

/** The days of the same with these customers, in no order. */
export async function openOfCustomers(on: Source, from: LocalDate, until: LocalDate, customerIds: readonly string[]): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const [found] = await freshRows<CustomersDays>(on, ofCustomers, [from, until, customerIds.join(SPACE)]);
  return new Map(Object.entries(found?.days ?? {}));
}

/** Items of other plans that are approved or running in that period where they concern these people or customers. */
export const otherItems = (on: Source, planId: string, from: LocalDate, until: LocalDate, personIds: readonly string[], customerIds: readonly string[]): Promise<OtherItem[]> =>
  rows<OtherItem>(on, others, [planId, from, until, personIds, customerIds.join(SPACE)]);
