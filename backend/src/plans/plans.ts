import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, daysBetween, invalid, invalidFields, notFound } from '../kernel/index.ts';
import { Approvals } from '../approvals/index.ts';
import { type Actor, Person, Team, seesPerson } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { PlanChanges } from './expansion/plan-changes.ts';
import { PlanReads } from './plan-reads.ts';
import { PlanStep } from './plan-step.entity.ts';
import { Plan } from './plan.entity.ts';
import { STEPS, type Step, WRITABLE, canTake, wrongWithPeriod } from './plan.rules.ts';
import type { ChangePlan, CreatePlan, PlanView } from './plans.dto.ts';
import { holdPlan, mustSeePlan } from './visible-plans.ts';

/** What a change of a plan does in its transaction, while the plan's row is held. */
export type PlanWork = (tx: EntityManager, plan: Plan) => Promise<void>;

/** Contact plans: written, changed, deleted and brought back, started and closed. */
@Injectable()
export class Plans {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: PlanReads,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly changes: PlanChanges,
    private readonly approvals: Approvals,
  ) {}

  /** Begins a plan as a draft. */
  create(actor: Actor, { name, fromOn, untilOn, objective = '', teamId, responsibleId = actor.personId, budget = null }: CreatePlan): Promise<PlanView> {
    return this.transactions.run(actor, async (tx) => {
      const id = newId();
      const team = teamId === undefined ? actor.teamId : teamId;
      await refuse(tx, actor, { fromOn, untilOn, teamId: team, responsibleId });
      await tx.insert(Plan, {
        id, name, fromOn, untilOn, objective, teamId: team, responsibleId, budget: budget === null ? null : String(budget), copiedFromId: null,
        plannerId: actor.personId, createdById: actor.personId, createdAt: this.clock.now(), archivedAt: null,
      });
      await this.audit.record(tx, actor, 'plan.created', id, { name, fromOn, untilOn });
      return this.reads.view(tx, actor, id);
    });
  }

  /** Changes the head of a plan that is being written. */
  change(actor: Actor, id: string, version: number, { budget, ...input }: ChangePlan): Promise<PlanView> {
    return this.writing(actor, id, version, async (tx, plan) => {
      const given = { ...Object.fromEntries(Object.entries(input as Record<string, unknown>).filter(([, value]) => value !== undefined)), ...(budget === undefined ? {} : { budget: budget === null ? null : String(budget) }) };
      const after: Plan = { ...plan, ...given };
      await refuse(tx, actor, after, plan);
      if (Object.keys(given).length) await tx.update(Plan, { id }, given);
      await this.audit.record(tx, actor, 'plan.changed', id, differences(plan, after));
    });
  }

  /** Deletes a plan that nobody has approved. */
  remove(actor: Actor, id: string, version: number): Promise<PlanView> {
    return this.writing(actor, id, version, async (tx, plan) => {
      await tx.update(Plan, { id }, { archivedAt: this.clock.now() });
      await this.audit.record(tx, actor, 'plan.deleted', id, { name: plan.name });
    });
  }

  /** Brings a deleted plan back. */
  restore(actor: Actor, id: string): Promise<PlanView> {
    return this.transactions.run(actor, async (tx) => {
      const plan = await mustSeePlan(tx, actor, id);
      if (plan.archivedAt !== null) {
        await tx.update(Plan, { id }, { archivedAt: null, version: plan.version + 1 });
        await this.audit.record(tx, actor, 'plan.restored', id, { name: plan.name });
      }
      return this.reads.view(tx, actor, id);
    });
  }

  /** Starts an approved plan, or closes one. */
  step(actor: Actor, id: string, version: number, step: 'start' | 'close'): Promise<PlanView> {
    return this.holding(actor, id, version, async (tx, plan) => {
      await this.take(tx, actor, plan, step, '');
      if (step !== 'close') return;
      for (const subject of ['budget', 'change'] as const) await this.approvals.withdrawAbout(tx, actor, subject, id);
      await this.changes.announce(tx, actor, id);
    });
  }

  /** Does `work` on a plan that is being written, and answers it; 409 `plan_is_not_being_written` in any other state. */
  writing(actor: Actor, id: string, version: number, work: PlanWork): Promise<PlanView> {
    return this.holding(actor, id, version, async (tx, plan) => {
      if (!WRITABLE.includes(plan.state)) throw conflict('plan_is_not_being_written');
      await work(tx, plan);
    });
  }

  /** Does `work` while the plan's row is held, moves its version and answers it. */
  holding(actor: Actor, id: string, version: number, work: PlanWork): Promise<PlanView> {
    return this.transactions.run(actor, async (tx) => {
      const plan = await holdPlan(tx, actor, id, version);
      await work(tx, plan);
      await tx.update(Plan, { id }, { version: version + 1 });
      return this.reads.view(tx, actor, id);
    });
  }

  /** Takes a step from state to state and writes down who, when and why; 409 `plan_can_not_do_that` from a state it does not lead from. */
  async take(tx: EntityManager, actor: Actor, plan: Plan, step: Step, comment: string): Promise<void> {
    if (plan.isTemplate || !canTake(step, plan.state)) throw conflict('plan_can_not_do_that');
    const toState = STEPS[step].to;
    await tx.update(Plan, { id: plan.id }, { state: toState });
    await tx.insert(PlanStep, { id: newId(), planId: plan.id, at: this.clock.now(), personId: actor.personId, fromState: plan.state, toState, comment });
    await this.audit.record(tx, actor, `plan.${toState}`, plan.id, { from: plan.state, ...(comment ? { comment } : {}) });
  }
}

/** Refuses a period, a team or a responsible person that can not be; what was there before may stay. */
export async function refuse(tx: EntityManager, actor: Actor, plan: Pick<Plan, 'fromOn' | 'untilOn' | 'teamId' | 'responsibleId'>, before?: Plan): Promise<void> {
  const errors = wrongWithPeriod(plan.fromOn, plan.untilOn, daysBetween(plan.fromOn, plan.untilOn));
  if (errors.length) throw invalidFields(errors);
  if (plan.responsibleId !== before?.responsibleId && !(await isColleague(tx, actor, plan.responsibleId))) throw invalid('responsibleId', 'unknown_person');
  if (plan.teamId !== null && plan.teamId !== before?.teamId && !(await isTeam(tx, plan.teamId))) throw invalid('teamId', 'unknown_team');
}

/** Whether that is an account in use whose work the actor sees. */
export const isColleague = async (tx: EntityManager, actor: Actor, id: string): Promise<boolean> => seesPerson(actor, id) && (await tx.findOneBy(Person, { id }))?.state === 'active';

/** Whether that is a team in use. */
export async function isTeam(tx: EntityManager, id: string): Promise<boolean> {
  const team = await tx.findOneBy(Team, { id });
  return team?.archivedAt === null;
}

/** 404 unless the item belongs to the plan. */
export function itemIn<T extends { id: string }>(items: readonly T[], id: string): T {
  const item = items.find((one) => one.id === id);
  if (!item) throw notFound();
  return item;
}
