import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Approval, Approvals, type Decision } from '../../approvals/index.ts';
import { conflict, invalidFields } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audiences } from '../audience/audiences.ts';
import { PlanChanges } from '../expansion/plan-changes.ts';
import { PlanReads } from '../plan-reads.ts';
import { Plan } from '../plan.entity.ts';
import { missingIn } from '../plan.rules.ts';
import type { PlanView } from '../plans.dto.ts';
import { Plans } from '../plans.ts';
import { Versions } from '../versions/versions.ts';
import { peopleAbovePlan } from './deciders.ts';
import type { SubmitPlan } from './decisions.dto.ts';
import { holdDecided, moveVersion } from './decided-plan.ts';

/** The decision on a plan: submitted by whoever plans, decided by those above it, taken back until then; the same at the plan's door and at that of the approvals. */
@Injectable()
export class Decisions {
  constructor(
    private readonly plans: Plans,
    private readonly reads: PlanReads,
    private readonly versions: Versions,
    private readonly audiences: Audiences,
    private readonly changes: PlanChanges,
    private readonly approvals: Approvals,
  ) {
    approvals.handle('plan', {
      hold: holdDecided,
      decided: (tx, actor, approval, outcome, comment) => this.follow(tx, actor, approval, outcome, comment),
      withdrawn: (tx, actor, approval) => this.goBack(tx, actor, approval.subjectId),
    });
  }

  /** Puts a plan up for a decision and keeps it as a version; what an item does not name yet is said beside it (422). */
  submit(actor: Actor, id: string, version: number, { comment = '', deciderIds, rule }: SubmitPlan): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx, plan) => {
      const missing = missingIn(await this.reads.items(tx, plan));
      if (missing.length) throw invalidFields(missing);
      await this.plans.take(tx, actor, plan, 'submit', comment);
      await tx.update(Plan, { id }, { plannerId: actor.personId });
      await this.versions.keep(tx, actor, plan);
      const amount = plan.budget === null ? null : Number(plan.budget);
      const candidates = await peopleAbovePlan(tx, plan);
      await this.approvals.request(tx, actor, { subject: 'plan', subjectId: id, title: plan.name, text: comment, amount, rule, candidates, deciderIds, ownerIds: [plan.responsibleId] });
    });
  }

  /** Takes a plan back that nobody has decided on. */
  withdraw(actor: Actor, id: string, version: number): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx) => {
      if (!(await this.approvals.withdrawAbout(tx, actor, 'plan', id))) await this.goBack(tx, actor, id);
    });
  }

  /** Says a decider's word on a plan; 403 `not_yours_to_decide` unless the actor is asked, 409 `plan_can_not_do_that` when it waits for nobody. */
  decide(actor: Actor, id: string, version: number, decision: Decision, comment: string): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx) => {
      if (!(await this.approvals.decideAbout(tx, actor, 'plan', id, decision, comment))) throw conflict('plan_can_not_do_that');
    });
  }

  /** An approved plan freezes its audiences and gets its touchpoints; a returned one is written again. */
  private async follow(tx: EntityManager, actor: Actor, { subjectId: id }: Approval, outcome: Decision, comment: string): Promise<void> {
    const plan = await tx.findOneByOrFail(Plan, { id });
    await this.plans.take(tx, actor, plan, outcome === 'approved' ? 'approve' : 'return', comment);
    await moveVersion(tx, plan);
    if (outcome === 'returned') return;
    await this.audiences.freeze(tx, actor, plan);
    await this.changes.announce(tx, actor, id);
  }

  private async goBack(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const plan = await tx.findOneByOrFail(Plan, { id });
    await this.plans.take(tx, actor, plan, 'withdraw', '');
    await moveVersion(tx, plan);
  }
}
