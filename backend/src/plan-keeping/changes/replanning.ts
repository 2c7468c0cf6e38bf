import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Approval, Approvals, type Decision } from '../../approvals/index.ts';
import { conflict } from '../../kernel/index.ts';
import { type Actor, actorOf } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import {
  type ChangeRunningPlan, Plan, PlanChanges, PlanProposal, PlanReads, type PlanView, type Revision, Revisions, holdDecided, holdPlan, mayDecide, mustSeePlan, peopleAbovePlan,
} from '../../plans/index.ts';
import type { ApplyChange, ChangeDoneView, ChangePreviewView } from './changes.dto.ts';
import { needsDecision } from './consequence.rules.ts';
import { Consequences, type Counted } from './consequences.ts';

/** A change with what it does, worked out but not yet followed by touchpoints. */
interface Worked extends Counted {
  readonly revision: Revision;
  readonly needsDecision: boolean;
}

/** Carries what was worked out past the end of a transaction that is rolled back. */
class Rehearsed extends Error {
  constructor(readonly found: Worked) {
    super('rehearsed');
  }
}

/** Changes plans whose contacts are made already: shows what that will do, and then does exactly that. */
@Injectable()
export class Replanning {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly revisions: Revisions,
    private readonly consequences: Consequences,
    private readonly approvals: Approvals,
    private readonly changes: PlanChanges,
    private readonly reads: PlanReads,
    private readonly clock: Clock,
  ) {
    approvals.handle('change', { hold: holdDecided, decided: (tx, actor, approval, outcome, comment) => this.decided(tx, actor, approval, outcome, comment) });
  }

  /** What a change would do: it is written and worked out in a transaction that is taken back, so that nothing can come out otherwise. */
  preview(actor: Actor, id: string, version: number, given: ChangeRunningPlan): Promise<ChangePreviewView> {
    return this.rehearse(async (tx) => this.worked(tx, actor, await holdPlan(tx, actor, id, version), given));
  }

  /**
   * Changes the plan and lets its open touchpoints follow in the background. More than a tenth more contacts is put up for a decision instead, while the plan runs on as it is,
   * unless the actor stands above the plan; 409 `a_change_waits` while another one does.
   */
  async apply(actor: Actor, id: string, version: number, { fingerprint, ...given }: ApplyChange): Promise<ChangeDoneView> {
    const isAsShown = (found: Counted): boolean => fingerprint === undefined || fingerprint === found.fingerprint;
    try {
      return await this.transactions.run(actor, async (tx) => {
        const plan = await holdPlan(tx, actor, id, version);
        if ((await this.reads.view(tx, actor, id)).changeRequest?.state === 'waiting') throw conflict('a_change_waits');
        const found = await this.worked(tx, actor, plan, given);
        if (found.needsDecision) throw new Rehearsed(found);
        await this.follow(tx, actor, found);
        return { outcome: 'applied', plan: await this.reads.view(tx, actor, id), total: found.total, isAsShown: isAsShown(found) };
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      const { found } = error;
      return this.propose(actor, id, version, given, (plan) => ({ outcome: 'waits', plan, total: found.total, isAsShown: isAsShown(found) }));
    }
  }

  /** What the change that waits would do; 409 `no_change_waits`. */
  waiting(actor: Actor, id: string): Promise<ChangePreviewView> {
    return this.rehearse(async (tx) => {
      const { version } = await mustSeePlan(tx, actor, id);
      const plan = await holdPlan(tx, actor, id, version);
      const { changeRequest } = await this.reads.view(tx, actor, id);
      if (changeRequest?.state !== 'waiting') throw conflict('no_change_waits');
      return this.worked(tx, actor, plan, (await tx.findOneByOrFail(PlanProposal, { approvalId: changeRequest.id })).change, changeRequest.requestedById);
    });
  }

  /** Says a decider's word on the change that waits, at the plan's door; approved, it is done. */
  decide(actor: Actor, id: string, version: number, decision: Decision, comment: string): Promise<PlanView> {
    return this.withPlan(actor, id, version, (tx) => this.approvals.decideAbout(tx, actor, 'change', id, decision, comment));
  }

  /** Takes the change back that waits. */
  withdraw(actor: Actor, id: string, version: number): Promise<PlanView> {
    return this.withPlan(actor, id, version, (tx) => this.approvals.withdrawAbout(tx, actor, 'change', id));
  }

  private withPlan(actor: Actor, id: string, version: number, work: (tx: EntityManager) => Promise<boolean>): Promise<PlanView> {
    return this.transactions.run(actor, async (tx) => {
      await holdPlan(tx, actor, id, version);
      if (!(await work(tx))) throw conflict('no_change_waits');
      return this.reads.view(tx, actor, id);
    });
  }

  // The whole answer is made inside, because it is what a request that is sent again gets.
  private propose(actor: Actor, id: string, version: number, { comment = '', ...change }: ChangeRunningPlan, answer: (plan: PlanView) => ChangeDoneView): Promise<ChangeDoneView> {
    return this.transactions.run(actor, async (tx) => {
      const plan = await holdPlan(tx, actor, id, version);
      const candidates = await peopleAbovePlan(tx, plan);
      const { id: approvalId } = await this.approvals.request(tx, actor, { subject: 'change', subjectId: id, title: plan.name, text: comment, candidates, ownerIds: [plan.responsibleId] });
      await tx.insert(PlanProposal, { approvalId, planId: id, change: { ...change } as never });
      return answer(await this.reads.view(tx, actor, id));
    });
  }

  /** Does what was approved, with what its proposer may see and use. */
  private async decided(tx: EntityManager, actor: Actor, { id, subjectId, requestedById, text }: Approval, outcome: Decision, comment: string): Promise<void> {
    if (outcome === 'returned') return;
    const plan = await tx.findOneByOrFail(Plan, { id: subjectId });
    const { change } = await tx.findOneByOrFail(PlanProposal, { approvalId: id });
    await this.follow(tx, actor, await this.worked(tx, actor, plan, { ...change, comment: [text, comment].filter(Boolean).join('\n') }, requestedById));
  }

  private async worked(tx: EntityManager, actor: Actor, plan: Plan, given: ChangeRunningPlan, proposerId = actor.personId): Promise<Worked> {
    const by = proposerId === actor.personId ? actor : ((await actorOf(tx, proposerId)) ?? actor);
    const revision = await this.revisions.revise(tx, actor, plan, given, by);
    const found = await this.consequences.of(tx, actor, revision, this.clock.now());
    const { added, cancelled } = found.total;
    return { ...found, revision, needsDecision: needsDecision({ before: found.before, added, cancelled }) && !(await mayDecide(tx, actor, plan)) };
  }

  private async follow(tx: EntityManager, actor: Actor, { revision, total }: Worked): Promise<void> {
    await this.revisions.note(tx, actor, revision, { touchpoints: total });
    await this.changes.announce(tx, actor, revision.plan.id, revision.former);
  }

  private async rehearse(work: (tx: EntityManager) => Promise<Worked>): Promise<ChangePreviewView> {
    try {
      return await this.source.transaction(async (tx) => {
        throw new Rehearsed(await work(tx));
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      const { total, items, samples, needsDecision: isNeeded, fingerprint, revision } = error.found;
      return { total, items, samples, differences: [...revision.differences], needsDecision: isNeeded, fingerprint };
    }
  }
}
