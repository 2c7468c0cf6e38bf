import type { DataSource, EntityManager } from 'typeorm';
import { type NamedCandidate, mayDecide as notTheirOwn, peopleAbove } from '../../approvals/index.ts';
import { type Actor, rightsOf } from '../../people/index.ts';
import type { Plan } from '../plan.entity.ts';

type Decided = Pick<Plan, 'responsibleId' | 'teamId' | 'plannerId'>;

/** Those with the right to decide who stand above a plan: in the line of its responsible person, or over its team; administrators too. The nearest first. */
export const peopleAbovePlan = (on: DataSource | EntityManager, { responsibleId, teamId }: Pick<Plan, 'responsibleId' | 'teamId'>): Promise<NamedCandidate[]> => peopleAbove(on, responsibleId, teamId);

/** Whether the actor stands above a plan and may decide on it: never on one's own, unless an administrator is the only one who could. */
export async function mayDecide(on: DataSource | EntityManager, actor: Actor, plan: Decided): Promise<boolean> {
  if (!rightsOf(actor.roles).includes('plans.approve')) return false;
  return notTheirOwn(await peopleAbovePlan(on, plan), [plan.plannerId, plan.responsibleId]).some(({ id }) => id === actor.personId);
}
