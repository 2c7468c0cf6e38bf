import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

/** An open touchpoint with what its new date has to respect. */
export interface OpenRow {
  id: string;
  version: number;
  customerId: string;
  customerName: string;
  purpose: string;
  dueOn: string;
  dueAt: Date | null;
  isPromised: boolean;
  remindAt: Date | null;
  /** Where it comes from a plan: the days in which it counts. */
  windowFrom: string | null;
  windowUntil: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  /** The customer's zone. */
  timeZone: string;
  doNotContact: string[];
  /** Due days of the customer's other open touchpoints. */
  otherDays: string[];
  /** Whether the new owner may see the customer. */
  isAccessible: boolean;
}

type Scoped = { readonly text: Statement; readonly values: readonly unknown[] };

const WHERE = `t.owner_id = $1 AND t.state = 'scheduled' AND ($2::date IS NULL OR t.due_on >= $2) AND ($3::date IS NULL OR t.due_on < $3) AND c.archived_at IS NULL`;

/** Locks the customers of somebody's open touchpoints ($1 owner, due in `[$2, $3)`), in their order: whoever changes a customer's touchpoints works one after the other. */
export const lockCustomers = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 4);
  return { text: statement('rescheduled_customers', `SELECT c.id FROM customers c WHERE c.id IN (SELECT t.customer_id FROM touchpoints t JOIN customers c ON c.id = t.customer_id WHERE ${WHERE}) AND ${sql} ORDER BY c.id FOR NO KEY UPDATE`), values };
};

/** Somebody's open touchpoints, as far as the actor sees them; $4 is the new owner, $5 the most rows. */
export const openTouchpoints = (actor: Actor): Scoped => {
  const { sql, values } = visibleCustomers(actor, 'c', 6);
  const text = `SELECT t.id, t.version, t.customer_id AS "customerId", c.name AS "customerName", t.purpose, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.due_at AS "dueAt", t.is_promised AS "isPromised",
      t.remind_at AS "remindAt", to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil", coalesce(c.time_zone, o.time_zone) AS "timeZone", c.do_not_contact AS "doNotContact",
      ARRAY(SELECT to_char(s.due_on, 'YYYY-MM-DD') FROM touchpoints s WHERE s.customer_id = t.customer_id AND s.state = 'scheduled' AND s.id <> t.id) AS "otherDays",
      EXISTS (SELECT 1 FROM person_scopes v WHERE v.person_id = $4::uuid AND (v.sees_all OR c.owner_id = ANY(v.owner_ids) OR c.team_id = ANY(v.team_ids))) AS "isAccessible"
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id CROSS JOIN organisation o WHERE ${WHERE} AND ${sql} ORDER BY t.due_on, t.is_promised DESC, t.due_at NULLS LAST, t.id LIMIT $5`;
  return { text: statement('touchpoints_to_reschedule', text), values };
};

/** Somebody who may take over: active, with their team. */
export const personToTakeOver = statement('person_to_take_over', `SELECT id, name, team_id AS "teamId", state FROM people WHERE id = $1`);

/** Who leads a person: whom they report to, else a team lead or manager of their team or the nearest team above. */
export const leadOf = statement(
  'lead_of_a_person',
  `WITH RECURSIVE line(id, depth) AS (
     SELECT p.team_id, 1 FROM people p WHERE p.id = $1 AND p.team_id IS NOT NULL
     UNION ALL SELECT t.parent_id, l.depth + 1 FROM line l JOIN teams t ON t.id = l.id WHERE t.parent_id IS NOT NULL AND l.depth < 100
   ), lead AS (
     SELECT m.id, m.name, 0 AS depth FROM people p JOIN people m ON m.id = p.reports_to_id WHERE p.id = $1 AND m.state = 'active'
     UNION ALL SELECT m.id, m.name, l.depth FROM line l JOIN people m ON m.team_id = l.id WHERE m.id <> $1 AND m.state = 'active' AND m.roles && ARRAY['team_lead', 'manager']::varchar[]
   )
   SELECT id, name FROM lead ORDER BY depth, name, id LIMIT 1`,
);

const CHANGE = `jsonb_to_recordset($1::jsonb) AS r(id uuid, version int, "fromOwnerId" uuid, "toOwnerId" uuid, "fromOn" date, "fromAt" timestamptz, "toOn" date, "toAt" timestamptz, "remindAt" timestamptz, "moveId" uuid)`;

/** Gives touchpoints their new owner and date, if they are still open and of that version. */
export const writeTouchpoints = statement(
  'touchpoints_rescheduled',
  `UPDATE touchpoints t SET owner_id = r."toOwnerId", due_on = r."toOn", due_at = r."toAt", times_moved = t.times_moved + CASE WHEN r."moveId" IS NULL THEN 0 ELSE 1 END,
     remind_at = CASE WHEN r."moveId" IS NULL THEN t.remind_at END, version = t.version + 1
   FROM ${CHANGE} WHERE t.id = r.id AND t.version = r.version AND t.state = 'scheduled' RETURNING t.id`,
);

/** The moves among them, for their history. */
export const writeMoves = statement(
  'moves_rescheduled',
  `INSERT INTO touchpoint_moves (id, touchpoint_id, moved_at, moved_by_id, from_on, from_at, to_on, to_at, reason)
   SELECT r."moveId", r.id, $2, $3, r."fromOn", r."fromAt", r."toOn", r."toAt", nullif($4, '') FROM ${CHANGE} WHERE r."moveId" IS NOT NULL`,
);

/** The rescheduling itself. */
export const writeRescheduling = statement(
  'rescheduling_done',
  'INSERT INTO reschedulings (id, person_id, way, absence_id, reason, changed, done_at, done_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
);

/** What each touchpoint was and is. */
export const writeItems = statement(
  'rescheduling_items',
  `INSERT INTO rescheduled_touchpoints (rescheduling_id, touchpoint_id, from_owner_id, to_owner_id, from_on, from_at, to_on, to_at, remind_at, move_id, version)
   SELECT $2, r.id, r."fromOwnerId", r."toOwnerId", r."fromOn", r."fromAt", r."toOn", r."toAt", r."remindAt", r."moveId", r.version + 1 FROM ${CHANGE}`,
);

/** Reschedulings as the page shows them; ends with a WHERE to be added. */
export const RESCHEDULING_VIEW = `SELECT r.id, r.person_id AS "personId", p.name AS "personName", r.way, r.reason, r.changed, iso(r.done_at) AS "doneAt", b.name AS "doneByName", iso(r.reversed_at) AS "reversedAt"
  FROM reschedulings r JOIN people p ON p.id = r.person_id JOIN people b ON b.id = r.done_by_id`;
