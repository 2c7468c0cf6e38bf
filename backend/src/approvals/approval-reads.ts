import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decodeCursor, notFound, pageLimit, pageOf } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { rows } from '../platform/database/statements.ts';
import { peopleAbove, peopleBelow, peopleWhoDecide } from './above.ts';
import type { Subject } from './approval.entity.ts';
import type { ApprovalAction, ApprovalRow, ApprovalStepView, ApprovalView, ApprovalsPage, CandidatesView, DeciderInFullView, DeciderView, ListApprovals, StandingView, WaitingView } from './approvals.dto.ts';
import { decidersOf, listed, one, standing, stepsOf, waitingFor } from './approvals.sql.ts';
import { mayDecide } from './turns.rules.ts';

const LIMITS = { fallback: 50, max: 100 };

/** A decider with what tells who may replace them. */
export type DeciderRow = DeciderView & { isAway: boolean; teamId: string | null };

/** Reads approvals: lists, one with its history, how something stands. */
@Injectable()
export class ApprovalReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page of those that wait for the actor (left out), that they asked for, or that they decided. */
  async list(actor: Actor, { list = 'waiting', after, limit: wanted }: ListApprovals): Promise<ApprovalsPage> {
    const limit = pageLimit(wanted, LIMITS);
    const [at, id] = after === undefined ? [null, null] : decodeCursor(after, ['instant', 'uuid']);
    const { text, values } = listed(actor, list);
    const found = await rows<ApprovalRow & { sortedAt: string }>(this.source, text, [actor.personId, at, id, limit + 1, ...values]);
    const page = pageOf(found, limit, ({ sortedAt, id: last }) => [sortedAt, last]);
    return { items: page.items.map(({ sortedAt: _sortedAt, ...row }) => row), next: page.next };
  }

  /** How many wait for the actor. */
  async waiting(actor: Actor): Promise<WaitingView> {
    const [found] = await rows<WaitingView>(this.source, waitingFor, [actor.personId]);
    return found ?? { count: 0 };
  }

  /** One with its history; 404 when the actor does not see it. */
  async view(on: EntityManager | null, actor: Actor, id: string): Promise<ApprovalView> {
    const from = on ?? this.source;
    const { text, values } = one(actor);
    const [found] = await rows<Omit<ApprovalView, 'deciders' | 'steps' | 'allowed'>>(from, text, [actor.personId, id, ...values]);
    if (!found) throw notFound();
    const deciders = await this.deciders(from, id);
    const steps = await rows<ApprovalStepView>(from, stepsOf, [id]);
    const free = found.state === 'waiting' ? await replaceable(from, actor, found.requestedById, deciders) : new Set<string>();
    const shown: DeciderInFullView[] = deciders.map(({ teamId: _team, ...decider }) => ({ ...decider, canReplace: free.has(decider.personId) }));
    return { ...found, deciders: shown, steps, allowed: allowedFor(actor, found) };
  }

  /** The deciders of an approval in their order. */
  deciders(on: DataSource | EntityManager, id: string): Promise<DeciderRow[]> {
    return rows(on, decidersOf, [id, this.clock.now()]);
  }

  /** How the newest requests about something stand, by subject. */
  async standing(on: EntityManager, subjectId: string, subjects: readonly Subject[]): Promise<ReadonlyMap<Subject, StandingView>> {
    return new Map((await rows<StandingView>(on, standing, [subjectId, subjects])).map((found) => [found.subject, found]));
  }

  /** Who may be asked about a matter of the actor's own; the nearest above is proposed. */
  async candidates(actor: Actor): Promise<CandidatesView> {
    const may = mayDecide(await peopleWhoDecide(this.source), [actor.personId]);
    const above = mayDecide(await peopleAbove(this.source, actor.personId, actor.teamId), [actor.personId]);
    return { items: may.map(({ id, name }) => ({ id, name, isProposed: id === above[0]?.id })) };
  }
}

function allowedFor(actor: Actor, { state, requestedById, waitingSince }: Pick<ApprovalRow, 'state' | 'requestedById' | 'waitingSince'>): ApprovalAction[] {
  if (state !== 'waiting') return [];
  const actions: ApprovalAction[] = [];
  if (waitingSince !== null && rightsOf(actor.roles).includes('plans.approve')) actions.push('approve', 'return');
  if (requestedById === actor.personId) actions.push('withdraw');
  return actions;
}

/** Whose place the actor may give to somebody else: their own, those of whom they stand above, everybody's as an administrator, and, of what they asked for, of who is away or has left. */
export async function replaceable(on: DataSource | EntityManager, actor: Actor, requestedById: string, deciders: readonly DeciderRow[]): Promise<ReadonlySet<string>> {
  const open = deciders.filter(({ decision }) => decision === null);
  const below = rightsOf(actor.roles).includes('plans.approve') ? await peopleBelow(on, open.map(({ personId }) => personId), actor.personId) : new Set<string>();
  const may = ({ personId, isAway }: DeciderRow): boolean => personId === actor.personId || actor.roles.includes('administrator') || below.has(personId) || (isAway && requestedById === actor.personId);
  return new Set(open.filter(may).map(({ personId }) => personId));
}
