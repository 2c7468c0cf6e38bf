import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, forbidden, invalid } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { newId } from '../platform/ids.ts';
import { ApprovalDecider } from './approval-decider.entity.ts';
import { ApprovalStep } from './approval-step.entity.ts';
import { Approval, type DecidingRule, type Subject } from './approval.entity.ts';
import { type Candidate, type Decision, mayDecide, outcomeOf, turnsOf } from './turns.rules.ts';

/** What a feature does when something of its own is decided; everything runs in the transaction of the decision. */
export interface ApprovalHandler {
  /** Locks what the approval is about, before the approval itself is locked, so that two doors never wait for each other. */
  hold?(tx: EntityManager, approval: Approval): Promise<void>;
  /** It is decided; `actor` is the decider whose word settled it, `comment` what they said. */
  decided(tx: EntityManager, actor: Actor, approval: Approval, outcome: Decision, comment: string): Promise<void>;
  /** Whoever asked took it back. */
  withdrawn?(tx: EntityManager, actor: Actor, approval: Approval): Promise<void>;
}

/** Keeps the record of a request on its customer's timeline; its id is that of the approval. */
export type RecordRequest = (tx: EntityManager, actor: Actor, approval: Approval & { customerId: string }) => Promise<void>;

/** What is asked, and of whom. */
export interface NewApproval {
  readonly subject: Subject;
  /** Left out: the approval stands for itself (a free request). */
  readonly subjectId?: string;
  readonly customerId?: string | null;
  readonly title: string;
  readonly text?: string;
  readonly amount?: number | null;
  /** Left out: any one of them. */
  readonly rule?: DecidingRule | undefined;
  /** Who could decide: `peopleAbove` or `peopleWhoDecide`. */
  readonly candidates: readonly Candidate[];
  /** Who is asked, in order; left out: everybody who may. */
  readonly deciderIds?: readonly string[] | undefined;
  /** Whose own matter it is besides whoever asks. */
  readonly ownerIds?: readonly string[];
}

const turns = statement('approval_turns', 'UPDATE approval_deciders SET waiting_since = CASE WHEN person_id = ANY($2::uuid[]) THEN coalesce(waiting_since, $3) END WHERE approval_id = $1');

/** Decisions that are asked for, given and taken back, whatever they are about; features say what follows by `handle`. */
@Injectable()
export class Approvals {
  private readonly handlers = new Map<Subject, ApprovalHandler>();
  private recordRequest: RecordRequest | null = null;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Names who follows the decisions about a subject; called by a feature when its module starts. */
  handle(subject: Subject, handler: ApprovalHandler): void {
    this.handlers.set(subject, handler);
  }

  /** Names who keeps requests about customers on their timelines. */
  recordWith(record: RecordRequest): void {
    this.recordRequest = record;
  }

  /** Who follows the decisions about that subject. */
  handlerOf(subject: Subject): ApprovalHandler | undefined {
    return this.handlers.get(subject);
  }

  /** Asks for a decision. 409 `nobody_can_decide`; 422 `not_a_decider` beside `deciderIds`; 409 `one_waiting_request_per_subject` while another one waits. */
  async request(tx: EntityManager, actor: Actor, given: NewApproval): Promise<Approval> {
    const id = newId();
    const at = this.clock.now();
    const { subject, subjectId = id, customerId = null, title, text = '', amount = null, rule = 'any', ownerIds = [] } = given;
    const owners = [...new Set([actor.personId, ...ownerIds])];
    const deciders = asked(given, owners);
    const approval = tx.create(Approval, {
      id, subject, subjectId, customerId, title, text, amount: amount === null ? null : amount.toFixed(2), rule, state: 'waiting', ownerIds: owners, requestedById: actor.personId, requestedAt: at, decidedAt: null, version: 1,
    });
    await tx.insert(Approval, approval);
    const voices = deciders.map((personId, position) => ({ approvalId: id, personId, position, decision: null, comment: '', decidedAt: null, waitingSince: null }));
    await tx.insert(ApprovalDecider, voices);
    await rows(tx, turns, [id, turnsOf(rule, voices), at]);
    await this.note(tx, actor, approval, 'requested', '', { subject, subjectId, rule, deciders, ...(amount === null ? {} : { amount }) });
    if (customerId !== null) await this.recordRequest?.(tx, actor, { ...approval, customerId });
    return approval;
  }

  /** Decides on what waits about a subject, at the subject's own door; the subject is locked already. Answers false when nothing waits. */
  async decideAbout(tx: EntityManager, actor: Actor, subject: Subject, subjectId: string, decision: Decision, comment: string): Promise<boolean> {
    const approval = await this.waiting(tx, subject, subjectId);
    if (approval) await this.decide(tx, actor, approval, decision, comment);
    return approval !== null;
  }

  /** Takes back what waits about a subject, at the subject's own door. Answers false when nothing waits. */
  async withdrawAbout(tx: EntityManager, actor: Actor, subject: Subject, subjectId: string): Promise<boolean> {
    const approval = await this.waiting(tx, subject, subjectId);
    if (approval) await this.withdraw(tx, actor, approval);
    return approval !== null;
  }

  /**
   * Says a decider's word on an approval whose row is held. 403 `not_yours_to_decide`; 409 `not_your_turn`, `already_decided` (by you or for good),
   * `request_withdrawn`.
   */
  async decide(tx: EntityManager, actor: Actor, approval: Approval, decision: Decision, comment: string): Promise<void> {
    const voices = await tx.findBy(ApprovalDecider, { approvalId: approval.id });
    const mine = voices.find(({ personId }) => personId === actor.personId);
    if (!mine || !rightsOf(actor.roles).includes('plans.approve')) throw forbidden('not_yours_to_decide');
    mustWait(approval);
    if (mine.decision !== null) throw conflict('already_decided');
    if (!turnsOf(approval.rule, voices).includes(mine.personId)) throw conflict('not_your_turn');
    const at = this.clock.now();
    await tx.update(ApprovalDecider, { approvalId: approval.id, personId: mine.personId }, { decision, comment, decidedAt: at });
    mine.decision = decision;
    await rows(tx, turns, [approval.id, turnsOf(approval.rule, voices), at]);
    await this.note(tx, actor, approval, decision, comment);
    const outcome = outcomeOf(approval.rule, voices);
    const settled = outcome === 'waiting' ? {} : { state: outcome, decidedAt: at };
    await tx.update(Approval, { id: approval.id }, { ...settled, version: approval.version + 1 });
    if (outcome !== 'waiting') await this.handlers.get(approval.subject)?.decided(tx, actor, { ...approval, ...settled }, outcome, comment);
  }

  /** Takes back an approval whose row is held; 409 once it is decided. */
  async withdraw(tx: EntityManager, actor: Actor, approval: Approval): Promise<void> {
    mustWait(approval);
    await tx.update(Approval, { id: approval.id }, { state: 'withdrawn', version: approval.version + 1 });
    await rows(tx, turns, [approval.id, [], this.clock.now()]);
    await this.note(tx, actor, approval, 'withdrawn', '');
    await this.handlers.get(approval.subject)?.withdrawn?.(tx, actor, approval);
  }

  /** Puts somebody else in the place of a decider who has not spoken; whoever calls has checked that they may. */
  async replace(tx: EntityManager, actor: Actor, approval: Approval, decider: ApprovalDecider, personId: string, comment: string): Promise<void> {
    const { id, rule } = approval;
    await tx.delete(ApprovalDecider, { approvalId: id, personId: decider.personId });
    await tx.insert(ApprovalDecider, { ...decider, personId, waitingSince: null });
    await rows(tx, turns, [id, turnsOf(rule, await tx.findBy(ApprovalDecider, { approvalId: id })), this.clock.now()]);
    await tx.update(Approval, { id }, { version: approval.version + 1 });
    await this.note(tx, actor, approval, 'reassigned', comment, { from: decider.personId, to: personId });
  }

  private waiting(tx: EntityManager, subject: Subject, subjectId: string): Promise<Approval | null> {
    return tx.findOne(Approval, { where: { subject, subjectId, state: 'waiting' }, lock: { mode: 'pessimistic_write' } });
  }

  private async note(tx: EntityManager, actor: Actor, { id }: Approval, kind: ApprovalStep['kind'], comment: string, details: { from?: string; to?: string } & Record<string, unknown> = {}): Promise<void> {
    await tx.insert(ApprovalStep, { id: newId(), approvalId: id, at: this.clock.now(), personId: actor.personId, kind, comment, fromPersonId: details.from ?? null, toPersonId: details.to ?? null });
    await this.audit.record(tx, actor, `approval.${kind}`, id, comment ? { ...details, comment } : details);
  }
}

function asked({ candidates, deciderIds }: NewApproval, ownerIds: readonly string[]): readonly string[] {
  const may = mayDecide(candidates, ownerIds).map(({ id }) => id);
  if (may.length === 0) throw conflict('nobody_can_decide');
  if (!deciderIds?.length) return may;
  if (deciderIds.some((id) => !may.includes(id))) throw invalid('deciderIds', 'not_a_decider');
  return [...new Set(deciderIds)];
}

/** 409 unless it still waits. */
export function mustWait({ state }: Approval): void {
  if (state !== 'waiting') throw conflict(state === 'withdrawn' ? 'request_withdrawn' : 'already_decided');
}
