import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflict, forbidden, invalid, notFound } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { peopleAbove } from './above.ts';
import { ApprovalDecider } from './approval-decider.entity.ts';
import { ApprovalReads, replaceable } from './approval-reads.ts';
import { Approval } from './approval.entity.ts';
import type { ApprovalView, CandidatesView, ReplaceDecider } from './approvals.dto.ts';
import { Approvals, mustWait } from './approvals.ts';
import { type Decision, mayDecide } from './turns.rules.ts';

/** Decisions at the door of the approvals themselves: decide, take back, put somebody else in a decider's place. */
@Injectable()
export class Deciding {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly approvals: Approvals,
    private readonly reads: ApprovalReads,
  ) {}

  /** Says the actor's word. 404 unless they see it; otherwise as {@link Approvals.decide}. */
  decide(actor: Actor, id: string, decision: Decision, comment: string): Promise<ApprovalView> {
    return this.holding(actor, id, (tx, approval) => this.approvals.decide(tx, actor, approval, decision, comment));
  }

  /** Takes back what the actor asked for; 403 `not_your_request`. */
  withdraw(actor: Actor, id: string): Promise<ApprovalView> {
    return this.holding(actor, id, async (tx, approval) => {
      if (approval.requestedById !== actor.personId) throw forbidden('not_your_request');
      await this.approvals.withdraw(tx, actor, approval);
    });
  }

  /** Who may take a decider's place: those above them, and administrators. */
  async replacements(actor: Actor, id: string, personId: string): Promise<CandidatesView> {
    const { deciders } = await this.reads.view(null, actor, id);
    if (!deciders.some((one) => one.personId === personId)) throw notFound();
    const may = await this.mayTakeOver(this.source.manager, await approvalOf(this.source.manager, id), personId);
    return { items: may.map(({ id: person, name }, i) => ({ id: person, name, isProposed: i === 0 })) };
  }

  /**
   * Puts somebody above a decider, or an administrator, in their place. 403 `not_yours_to_reassign`; 409 `already_decided` once they have spoken;
   * 422 `not_a_decider` beside `personId`.
   */
  replace(actor: Actor, id: string, personId: string, { personId: toId, comment = '' }: ReplaceDecider): Promise<ApprovalView> {
    return this.holding(actor, id, async (tx, approval) => {
      const decider = await tx.findOneBy(ApprovalDecider, { approvalId: id, personId });
      if (!decider) throw notFound();
      mustWait(approval);
      if (decider.decision !== null) throw conflict('already_decided');
      if (!(await replaceable(tx, actor, approval.requestedById, await this.reads.deciders(tx, id))).has(personId)) throw forbidden('not_yours_to_reassign');
      if (!(await this.mayTakeOver(tx, approval, personId)).some((one) => one.id === toId)) throw invalid('personId', 'not_a_decider');
      await this.approvals.replace(tx, actor, approval, decider, toId, comment);
    });
  }

  private async mayTakeOver(on: EntityManager, { id, ownerIds }: Approval, personId: string): Promise<{ id: string; name: string }[]> {
    const deciders = await this.reads.deciders(on, id);
    const teamId = deciders.find((one) => one.personId === personId)?.teamId ?? null;
    const may = mayDecide(await peopleAbove(on, personId, teamId), ownerIds);
    return may.filter((one) => !deciders.some((decider) => decider.personId === one.id));
  }

  /** What the approval is about is locked first, as at its own door. */
  private holding(actor: Actor, id: string, work: (tx: EntityManager, approval: Approval) => Promise<void>): Promise<ApprovalView> {
    return this.transactions.run(actor, async (tx) => {
      const { subject } = await this.reads.view(tx, actor, id);
      await this.approvals.handlerOf(subject)?.hold?.(tx, await approvalOf(tx, id));
      await work(tx, await tx.findOneOrFail(Approval, { where: { id }, lock: { mode: 'pessimistic_write' } }));
      return this.reads.view(tx, actor, id);
    });
  }
}

const approvalOf = (on: EntityManager, id: string): Promise<Approval> => on.findOneByOrFail(Approval, { id });
