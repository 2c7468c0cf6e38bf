import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { forbidden, invalidFields } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audiences } from '../audience/audiences.ts';
import { PlanChanges } from '../expansion/plan-changes.ts';
import { PlanReads } from '../plan-reads.ts';
import { Plan } from '../plan.entity.ts';
import { missingIn } from '../plan.rules.ts';
import type { PlanView } from '../plans.dto.ts';
import { Plans } from '../plans.ts';
import { Versions } from '../versions/versions.ts';
import { mayDecide } from './deciders.ts';

/** The decision on a plan: submitted by whoever plans, approved or returned by somebody above it, taken back until then. */
@Injectable()
export class Decisions {
  constructor(
    private readonly plans: Plans,
    private readonly reads: PlanReads,
    private readonly versions: Versions,
    private readonly audiences: Audiences,
    private readonly changes: PlanChanges,
  ) {}

  /** Puts a plan up for a decision and keeps it as a version; what an item does not name yet is said beside it (422). */
  submit(actor: Actor, id: string, version: number, comment: string): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx, plan) => {
      const missing = missingIn(await this.reads.items(tx, plan));
      if (missing.length) throw invalidFields(missing);
      await this.plans.take(tx, actor, plan, 'submit', comment);
      await tx.update(Plan, { id }, { plannerId: actor.personId });
      await this.versions.keep(tx, actor, plan);
    });
  }

  /** Takes a plan back that nobody has decided on. */
  withdraw(actor: Actor, id: string, version: number): Promise<PlanView> {
    return this.plans.holding(actor, id, version, (tx, plan) => this.plans.take(tx, actor, plan, 'withdraw', ''));
  }

  /** Approves a plan and freezes its audiences; 403 `not_yours_to_decide` unless the actor stands above it. */
  approve(actor: Actor, id: string, version: number, comment: string): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx, plan) => {
      await this.mustDecide(tx, actor, plan);
      await this.plans.take(tx, actor, plan, 'approve', comment);
      await this.audiences.freeze(tx, actor, plan);
      await this.changes.announce(tx, actor, id);
    });
  }

  /** Sends a plan back to be written again, and says why. */
  returnWith(actor: Actor, id: string, version: number, comment: string): Promise<PlanView> {
    return this.plans.holding(actor, id, version, async (tx, plan) => {
      await this.mustDecide(tx, actor, plan);
      await this.plans.take(tx, actor, plan, 'return', comment);
    });
  }

  private async mustDecide(tx: EntityManager, actor: Actor, plan: Plan): Promise<void> {
    if (plan.state === 'submitted' && !(await mayDecide(tx, actor, plan))) throw forbidden('not_yours_to_decide');
  }
}
