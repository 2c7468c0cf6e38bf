import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, ROLES, rightsOf } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { Plan } from '../plan.entity.ts';

const DECIDING = ROLES.filter((role) => rightsOf([role]).includes('plans.approve'));

// Above the plan: whoever the responsible person reports to, the lead of the responsible team, and whoever leads or manages a team above that.
const deciders = statement(
  'plan_deciders',
  `WITH RECURSIVE above(id) AS (
     SELECT reports_to_id FROM people WHERE id = $1 UNION SELECT p.reports_to_id FROM above a JOIN people p ON p.id = a.id
   ), teams_above(id) AS (
     SELECT parent_id FROM teams WHERE id = $2 UNION SELECT t.parent_id FROM teams_above u JOIN teams t ON t.id = u.id
   )
   SELECT p.id, 'administrator' = ANY(p.roles) AS "isAdministrator" FROM people p
   WHERE p.state = 'active' AND p.roles && $3::varchar[] AND ('administrator' = ANY(p.roles) OR p.id IN (SELECT id FROM above)
     OR p.team_id IN (SELECT id FROM teams_above) OR (p.team_id = $2 AND 'team_lead' = ANY(p.roles)))`,
);

/** Whether the actor may decide on a plan that waits: somebody above it, or an administrator; never one's own, unless an administrator is the only one who could. */
export async function mayDecide(on: DataSource | EntityManager, actor: Actor, plan: Pick<Plan, 'responsibleId' | 'teamId' | 'plannerId'>): Promise<boolean> {
  if (!rightsOf(actor.roles).includes('plans.approve')) return false;
  const found = await rows<{ id: string; isAdministrator: boolean }>(on, deciders, [plan.responsibleId, plan.teamId, DECIDING]);
  const isOwn = (id: string): boolean => id === plan.plannerId || id === plan.responsibleId;
  const me = found.find(({ id }) => id === actor.personId);
  if (!me) return false;
  return !isOwn(me.id) || (me.isAdministrator && found.every(({ id }) => isOwn(id)));
}
