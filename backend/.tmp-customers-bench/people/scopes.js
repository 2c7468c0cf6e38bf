import { rows, statement } from "../platform/database/statements.js";
/**
 * Rewrites what everybody's data scope comes to. Small by nature (people × people), so it is done whole, in the
 * transaction that changed a person or a team.
 */
export const rewriteScopesStatement = statement('rewrite_scopes', `WITH RECURSIVE below(top, id) AS (
     SELECT id, id FROM people
     UNION SELECT b.top, p.id FROM below b JOIN people p ON p.reports_to_id = b.id
   ), teams_below(top, id) AS (
     SELECT id, id FROM teams
     UNION SELECT b.top, t.id FROM teams_below b JOIN teams t ON t.parent_id = b.id
   )
   INSERT INTO person_scopes (person_id, sees_all, owner_ids, team_ids)
   SELECT p.id, p.data_scope = 'all',
     CASE p.data_scope
       WHEN 'reports' THEN ARRAY(SELECT b.id FROM below b WHERE b.top = p.id)
       WHEN 'team' THEN ARRAY(SELECT m.id FROM people m WHERE m.id = p.id OR m.team_id = p.team_id)
       WHEN 'team_tree' THEN ARRAY(SELECT m.id FROM people m WHERE m.id = p.id OR m.team_id IN (SELECT t.id FROM teams_below t WHERE t.top = p.team_id))
       ELSE ARRAY[p.id] END,
     CASE p.data_scope
       WHEN 'team' THEN array_remove(ARRAY[p.team_id], NULL)
       WHEN 'team_tree' THEN ARRAY(SELECT t.id FROM teams_below t WHERE t.top = p.team_id)
       ELSE '{}'::uuid[] END
   FROM people p
   ON CONFLICT (person_id) DO UPDATE SET sees_all = excluded.sees_all, owner_ids = excluded.owner_ids, team_ids = excluded.team_ids`);
// Two changes at once could each see half of the other: a cycle, or a scope that lacks somebody.
const hold = statement('hold_people', `SELECT pg_advisory_xact_lock(hashtext('tangent people and teams'))`);
/** Lets one change of people or teams happen at a time, until the transaction ends. */
export const holdPeople = async (tx) => {
    await rows(tx, hold);
};
/** Brings `person_scopes` up to date after people or teams changed. */
export const rewriteScopes = async (tx) => {
    await holdPeople(tx);
    await rows(tx, rewriteScopesStatement);
};
