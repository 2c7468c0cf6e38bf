import type { DataSource, EntityManager } from 'typeorm';
import { ROLES, rightsOf } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { Candidate } from './turns.rules.ts';

/** Roles that give the right to decide. */
export const DECIDING_ROLES = ROLES.filter((role) => rightsOf([role]).includes('plans.approve'));

// Above a person and a team: whoever the person reports to, the lead of the team, and whoever leads or manages a team above that.
const above = statement(
  'people_above',
  `WITH RECURSIVE line(id, steps) AS (
     SELECT reports_to_id, 1 FROM people WHERE id = $1 UNION SELECT p.reports_to_id, l.steps + 1 FROM line l JOIN people p ON p.id = l.id WHERE l.steps < 100
   ), teams_above(id) AS (
     SELECT parent_id FROM teams WHERE id = $2 UNION SELECT t.parent_id FROM teams_above u JOIN teams t ON t.id = u.id
   ), found AS (
     SELECT p.id, p.name, 'administrator' = ANY(p.roles) AS "isAdministrator", (SELECT min(steps) FROM line WHERE line.id = p.id) AS steps,
       p.team_id = $2 AND 'team_lead' = ANY(p.roles) AS leads, p.team_id IN (SELECT id FROM teams_above) AS over
     FROM people p WHERE p.state = 'active' AND p.roles && $3::varchar[]
   )
   SELECT id, name, "isAdministrator" FROM found WHERE "isAdministrator" OR steps IS NOT NULL OR leads OR over
   ORDER BY steps NULLS LAST, coalesce(leads, false) DESC, coalesce(over, false) DESC, name, id`,
);
// The same question from the other end: which of several people somebody stands above.
const below = statement(
  'people_below',
  `WITH RECURSIVE line(person, id, steps) AS (
     SELECT id, reports_to_id, 1 FROM people WHERE id = ANY($1::uuid[]) UNION SELECT l.person, p.reports_to_id, l.steps + 1 FROM line l JOIN people p ON p.id = l.id WHERE l.steps < 100
   ), teams_above(person, id) AS (
     SELECT p.id, t.parent_id FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = ANY($1::uuid[]) UNION SELECT u.person, t.parent_id FROM teams_above u JOIN teams t ON t.id = u.id
   )
   SELECT p.id FROM people p JOIN people me ON me.id = $2 WHERE p.id = ANY($1::uuid[]) AND (EXISTS (SELECT 1 FROM line l WHERE l.person = p.id AND l.id = me.id)
     OR (me.team_id = p.team_id AND 'team_lead' = ANY(me.roles)) OR EXISTS (SELECT 1 FROM teams_above u WHERE u.person = p.id AND u.id = me.team_id))`,
);
const anybody = statement(
  'people_who_decide',
  `SELECT id, name, 'administrator' = ANY(roles) AS "isAdministrator" FROM people WHERE state = 'active' AND roles && $1::varchar[] ORDER BY name, id`,
);

/** Somebody who could decide, by name. */
export interface NamedCandidate extends Candidate {
  readonly name: string;
}

/** Those with the right to decide who stand above a person and a team (either may be missing), the nearest first, administrators included. */
export const peopleAbove = (on: DataSource | EntityManager, personId: string | null, teamId: string | null): Promise<NamedCandidate[]> => rows(on, above, [personId, teamId, DECIDING_ROLES]);

/** Those of the people whom somebody with the right to decide stands above. */
export const peopleBelow = async (on: DataSource | EntityManager, personIds: readonly string[], aboveId: string): Promise<ReadonlySet<string>> =>
  new Set((await rows<{ id: string }>(on, below, [personIds, aboveId])).map(({ id }) => id));

/** Everybody with the right to decide, by name. */
export const peopleWhoDecide = (on: DataSource | EntityManager): Promise<NamedCandidate[]> => rows(on, anybody, [DECIDING_ROLES]);
