import { type Actor, visibleCustomers } from '../people/index.ts';
import { type Statement, statement } from '../platform/database/statements.ts';
import type { List } from './approvals.dto.ts';

/** The deciders of an approval in their order, as JSON; `approval` is an expression for its id. */
export const decidersJson = (approval: string): string => `(SELECT json_agg(json_build_object('personId', d.person_id, 'name', w.name, 'decision', d.decision, 'comment', d.comment,
    'decidedAt', iso(d.decided_at), 'waitingSince', iso(d.waiting_since)) ORDER BY d.position, w.name) FROM approval_deciders d JOIN people w ON w.id = d.person_id WHERE d.approval_id = ${approval})`;

const ROW = (sees: string): string => `a.id, a.subject, a.subject_id AS "subjectId", a.customer_id AS "customerId", c.name AS "customerName", (c.id IS NOT NULL AND ${sees}) IS TRUE AS "seesCustomer", a.title,
    a.amount::float8 AS amount, a.rule, a.state, a.requested_by_id AS "requestedById", r.name AS "requestedByName", iso(a.requested_at) AS "requestedAt", iso(a.decided_at) AS "decidedAt",
    iso(m.waiting_since) AS "waitingSince", m.decision AS "yourDecision"`;
const JOINS = 'JOIN people r ON r.id = a.requested_by_id LEFT JOIN customers c ON c.id = a.customer_id';
const MINE = 'LEFT JOIN approval_deciders m ON m.approval_id = a.id AND m.person_id = $1';

/** A statement with the values that it takes after its own. */
export interface Asked {
  readonly text: Statement;
  readonly values: readonly unknown[];
}

const FROM: Readonly<Record<List, { from: string; at: string; after: string; order: string }>> = {
  waiting: { from: `approval_deciders m JOIN approvals a ON a.id = m.approval_id ${JOINS} WHERE m.person_id = $1 AND m.waiting_since IS NOT NULL`, at: 'm.waiting_since', after: '>', order: '' },
  mine: { from: `approvals a ${MINE} ${JOINS} WHERE a.requested_by_id = $1`, at: 'a.requested_at', after: '<', order: 'DESC' },
  decided: { from: `approval_deciders m JOIN approvals a ON a.id = m.approval_id ${JOINS} WHERE m.person_id = $1 AND m.decided_at IS NOT NULL`, at: 'm.decided_at', after: '<', order: 'DESC' },
};

/** A list: the person `$1`, after the instant `$2` and the id `$3`, `$4` rows. */
export function listed(actor: Actor, list: List): Asked {
  const { from, at, after, order } = FROM[list];
  const { sql, values } = visibleCustomers(actor, 'c', 5);
  const text = `SELECT ${ROW(sql)}, iso(${at}) AS "sortedAt" FROM ${from} AND ($2::timestamptz IS NULL OR (${at}, a.id) ${after} ($2, $3::uuid)) ORDER BY ${at} ${order}, a.id ${order} LIMIT $4`;
  return { text: statement(`approvals_${list}`, text), values };
}

/** One approval `$2` that the person `$1` sees: asked, decided or handed on by them, or to be decided by them, about a customer that they see, or, about none, asked by somebody whose work they see. */
export function one(actor: Actor): Asked {
  const { sql, values } = visibleCustomers(actor, 'c', 3);
  const text = `SELECT ${ROW(sql)}, a.text, a.version FROM approvals a ${MINE} ${JOINS} WHERE a.id = $2
    AND (a.requested_by_id = $1 OR m.person_id IS NOT NULL OR EXISTS (SELECT 1 FROM approval_steps s WHERE s.approval_id = a.id AND (s.person_id = $1 OR s.from_person_id = $1)) OR CASE WHEN c.id IS NULL THEN $3::uuid[] IS NULL OR a.requested_by_id = ANY($3::uuid[]) ELSE ${sql} END)`;
  return { text: statement('approval_seen', text), values };
}

/** The deciders of `$1` with what they said and whether they are away at `$2`. */
export const decidersOf = statement(
  'deciders_of_an_approval',
  `SELECT d.person_id AS "personId", p.name, d.decision, d.comment, iso(d.decided_at) AS "decidedAt", iso(d.waiting_since) AS "waitingSince", p.team_id AS "teamId",
     p.state <> 'active' OR EXISTS (SELECT 1 FROM absences x WHERE x.person_id = p.id AND x.withdrawn_at IS NULL AND x.half IS NULL AND x.from_on <= ($2::timestamptz AT TIME ZONE p.time_zone)::date
       AND x.until_on > ($2::timestamptz AT TIME ZONE p.time_zone)::date) AS "isAway"
   FROM approval_deciders d JOIN people p ON p.id = d.person_id WHERE d.approval_id = $1 ORDER BY d.position, p.name`,
);

/** What happened to `$1`, oldest first. */
export const stepsOf = statement(
  'steps_of_an_approval',
  `SELECT iso(s.at) AS at, s.person_id AS "personId", p.name AS "personName", s.kind, s.comment, f.name AS "fromName", t.name AS "toName"
   FROM approval_steps s JOIN people p ON p.id = s.person_id LEFT JOIN people f ON f.id = s.from_person_id LEFT JOIN people t ON t.id = s.to_person_id WHERE s.approval_id = $1 ORDER BY s.at, s.id`,
);

/** How many wait for the person `$1`. */
export const waitingFor = statement('approvals_waiting_for', 'SELECT count(*)::int AS count FROM approval_deciders WHERE person_id = $1 AND waiting_since IS NOT NULL');

/** The newest approval about `$1` of each of the subjects `$2`. */
export const standing = statement(
  'approvals_standing',
  `SELECT a.id, a.subject, a.rule, a.state, a.amount::float8 AS amount, a.requested_by_id AS "requestedById", iso(a.requested_at) AS "requestedAt", iso(a.decided_at) AS "decidedAt", ${decidersJson('a.id')} AS deciders
   FROM (SELECT DISTINCT ON (subject) * FROM approvals WHERE subject = ANY($2::varchar[]) AND subject_id = $1 ORDER BY subject, requested_at DESC, id DESC) a`,
);
