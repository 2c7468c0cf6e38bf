import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Approval, Approvals, type Decision } from '../../approvals/index.ts';
import { conflict, invalid } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Plan } from '../plan.entity.ts';
import { takesBudget } from '../plan.rules.ts';
import type { PlanView } from '../plans.dto.ts';
import { Plans } from '../plans.ts';
import { Versions } from '../versions/versions.ts';
import { holdDecided, moveVersion } from './decided-plan.ts';
import { peopleAbovePlan } from './deciders.ts';
import type { RequestBudget } from './decisions.dto.ts';

/** Another budget for a plan that is approved: asked for, decided by those above the plan, then on record as a version. */
@Injectable()
export class Budgets {
  constructor(
    private readonly plans: Plans,
    private readonly versions: Versions,
    private readonly audit: Audit,
    private readonly approvals: Approvals,
  ) {
    approvals.handle('budget', { hold: holdDecided, decided: (tx, actor, approval, outcome) => this.follow(tx, actor, approval, outcome) });
  }

  /** Asks for another budget; 409 `plan_can_not_do_that` unless the plan is approved or running, 422 `unchanged`, 409 while another request waits. */
  request(actor: Actor, id: string, version: number, { amount, reason, deciderIds, rule }: RequestBudget): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx, plan) => {
      if (!takesBudget(plan.state)) throw conflict('plan_can_not_do_that');
      if (plan.budget !== null && Number(plan.budget) === amount) throw invalid('amount', 'unchanged');
      const candidates = await peopleAbovePlan(tx, plan);
      await this.approvals.request(tx, actor, { subject: 'budget', subjectId: id, title: plan.name, text: reason, amount, rule, candidates, deciderIds, ownerIds: [plan.responsibleId] });
    });
  }

  private async follow(tx: EntityManager, actor: Actor, { subjectId: id, amount }: Approval, outcome: Decision): Promise<void> {
    if (outcome === 'returned') return;
    const plan = await tx.findOneByOrFail(Plan, { id });
    if (!takesBudget(plan.state)) throw conflict('plan_can_not_do_that');
    await tx.update(Plan, { id }, { budget: amount });
    await moveVersion(tx, plan);
    await this.versions.keep(tx, actor, plan);
    await this.audit.record(tx, actor, 'plan.budget_changed', id, { budget: [plan.budget, amount] });
  }
}
