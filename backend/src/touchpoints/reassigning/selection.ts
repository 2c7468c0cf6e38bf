import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

/** An open touchpoint that was chosen, with who of the people to take it may see its customer. */
export interface ChosenRow {
  id: string;
  version: number;
  customerId: string;
  customerName: string;
  purpose: string;
  ownerId: string;
  dueOn: string;
  dueAt: Date | null;
  isPromised: boolean;
  remindAt: Date | null;
  windowFrom: string | null;
  windowUntil: string | null;
  eligible: string[];
}

type Scoped = { readonly text: Statement; readonly values: readonly unknown[] };

const CHOSEN = `t.state = 'scheduled' AND c.archived_at IS NULL AND ($1::uuid[] IS NULL OR t.id = ANY($1)) AND ($2::uuid IS NULL OR t.plan_item_id IN (SELECT i.id FROM plan_items i WHERE i.plan_id = $2))
  AND ($3::uuid[] IS NULL OR t.owner_id = ANY($3)) AND ($4::date IS NULL OR t.due_on >= $4) AND ($5::date IS NULL OR t.due_on < $5) AND NOT (t.id = ANY($6::uuid[]))`;

/** Holds the customers of the chosen touchpoints ($1 ids, $2 plan, $3 owners, due in `[$4, $5)`, but for $6), in their order. */
export const lockChosen = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 7);
  const text = `SELECT c.id FROM customers c WHERE c.id IN (SELECT t.customer_id FROM touchpoints t JOIN customers c ON c.id = t.customer_id WHERE ${CHOSEN}) AND ${sql} ORDER BY c.id FOR NO KEY UPDATE`;
  return { text: statement('reassigned_customers', text), values };
};

/** The chosen touchpoints that the actor sees; $7 are who is to take them, $8 the most rows. */
export const chosen = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 9);
  const text = `SELECT t.id, t.version, t.customer_id AS "customerId", c.name AS "customerName", t.purpose, t.owner_id AS "ownerId", to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.due_at AS "dueAt", t.is_promised AS "isPromised",
      t.remind_at AS "remindAt", to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil",
      ARRAY(SELECT v.person_id FROM person_scopes v WHERE v.person_id = ANY($7::uuid[]) AND (v.sees_all OR c.owner_id = ANY(v.owner_ids) OR c.team_id = ANY(v.team_ids)) ORDER BY v.person_id) AS eligible
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id WHERE ${CHOSEN} AND ${sql} ORDER BY t.due_on, t.id LIMIT $8`;
  return { text: statement('touchpoints_to_reassign', text), values };
};

/** Those of these people ($1) who may take over: active, with their team. */
export const peopleToTakeOver = statement('people_to_take_over', `SELECT id, name, team_id AS "teamId" FROM people WHERE id = ANY($1::uuid[]) AND state = 'active'`);

/** The open touchpoints of people ($1) by day from $2 until $3. */
export const openByDay = statement(
  'open_touchpoints_by_day',
  `SELECT owner_id AS "ownerId", to_char(due_on, 'YYYY-MM-DD') AS "on", count(*)::int AS count FROM touchpoints WHERE state = 'scheduled' AND owner_id = ANY($1::uuid[]) AND due_on >= $2::date AND due_on < $3::date
     AND customer_id NOT IN (SELECT id FROM customers WHERE archived_at IS NOT NULL) GROUP BY 1, 2`,
);

/** How many contacts a person makes on a working day. */
export const contactsPerDay = statement('contacts_per_day', 'SELECT contacts_per_day AS "perDay" FROM organisation');

/** The latest reassignments that $1 did. */
export const latest = statement(
  'latest_reassignments',
  `SELECT r.id, r.way, r.reason, r.changed, iso(r.done_at) AS "doneAt", r.done_by_id AS "doneById", iso(r.reversed_at) AS "reversedAt" FROM reschedulings r
   WHERE r.person_id IS NULL AND r.done_by_id = $1 ORDER BY r.done_at DESC, r.id DESC LIMIT 20`,
);
