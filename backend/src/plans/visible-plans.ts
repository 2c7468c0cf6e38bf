import type { EntityManager } from 'typeorm';
import { conflict, notFound, stale } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Plan } from './plan.entity.ts';

/**
 * Which plans an actor sees, as a condition on the plans called `p`: those of their team and of teams and people that they see, their own, and those with an item of
 * theirs. What is still being written is for those who write or decide. Takes the parameters `$1` to `$5` of `plansParameters`.
 */
export const VISIBLE = `(($1 OR p.created_by_id = $2 OR p.planner_id = $2 OR p.responsible_id = ANY($3::uuid[]) OR p.team_id = ANY($4::uuid[])
  OR EXISTS (SELECT 1 FROM plan_items i WHERE i.plan_id = p.id AND i.responsible_id = $2)) AND ($5 OR p.state NOT IN ('draft', 'returned')))`;

/** The values of those parameters. */
export function plansParameters(actor: Actor): unknown[] {
  const { all, ownerIds, teamIds } = actor.sees;
  const rights = rightsOf(actor.roles);
  return [all, actor.personId, ownerIds, actor.teamId === null ? teamIds : [...teamIds, actor.teamId], rights.includes('plans.write') || rights.includes('plans.approve')];
}

const seen = statement('plan_seen', `SELECT 1 FROM plans p WHERE p.id = $6 AND ${VISIBLE}`);
const among = statement('plans_seen_among', `SELECT p.id FROM plans p WHERE p.id = ANY($6::uuid[]) AND ${VISIBLE}`);
const held = statement('plan_held', `SELECT 1 FROM plans p WHERE p.id = $6 AND ${VISIBLE} FOR UPDATE`);

/** 404 unless the actor sees the plan. */
export const mustSeePlan = (on: EntityManager, actor: Actor, id: string): Promise<Plan> => read(on, actor, id, seen);

/** Those of the plans that the actor sees. */
export async function plansSeen(on: EntityManager, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(on, among, [...plansParameters(actor), ids]);
  return new Set(found.map(({ id }) => id));
}

/** The same with the row held for the transaction; 412 when it is not the version that was read, 409 `plan_is_deleted` once it is deleted. */
export async function holdPlan(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Plan> {
  const plan = await read(tx, actor, id, held);
  if (plan.version !== version) throw stale();
  if (plan.archivedAt !== null) throw conflict('plan_is_deleted');
  return plan;
}

async function read(on: EntityManager, actor: Actor, id: string, text: typeof seen): Promise<Plan> {
  const found = await rows(on, text, [...plansParameters(actor), id]);
  const plan = found.length ? await on.findOneBy(Plan, { id }) : null;
  if (!plan) throw notFound();
  return plan;
}
