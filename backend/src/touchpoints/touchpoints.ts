import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, gone, invalid, localDateOf, notFound, stale } from '../kernel/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { respectLimits } from './contact-limits.rules.ts';
import { refreshContactState } from './contact-state.ts';
import { CLOCK_SKEW_MS, type Due, dueOf, isSameDue } from './due.rules.ts';
import { type Planning, planningFor } from './planning.ts';
import { TouchpointReads } from './touchpoint-reads.ts';
import { type TouchpointContent, closeTouchpoint, keepMove, planTouchpoint, removeTouchpoint, reopenTouchpoint, rewriteTouchpoint } from './touchpoint.statements.ts';
import type { ChangeTouchpoint, MoveTouchpoint, PlanTouchpoint, TouchpointView } from './touchpoints.dto.ts';

/** How long a planned or closed touchpoint can be taken back; the page shows ten seconds, the rest is for slow networks. */
export const TAKE_BACK_MS = 60_000;

interface Present extends TouchpointContent {
  customerId: string;
  state: string;
  version: number;
}

const presentOf = (actor: Actor) => {
  const { sql, values } = visibleCustomers(actor, 'c', 2);
  const text = `SELECT t.customer_id AS "customerId", t.state, t.version, t.owner_id AS "ownerId", t.channel_id AS "channelId", t.purpose, t.talking_points AS "talkingPoints", t.place,
      to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.due_at AS "dueAt", t.times_moved AS "timesMoved", t.is_promised AS "isPromised", t.remind_at AS "remindAt"
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id WHERE t.id = $1 AND ${sql} FOR NO KEY UPDATE OF c`;
  return { text: statement('touchpoint_to_change', text), values };
};

/** Plans contacts and changes what was planned. Nothing here says that a contact happened: only a communication keeps a touchpoint. */
@Injectable()
export class Touchpoints {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: TouchpointReads,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Plans a contact; refuses a date that is over, and a channel or an hour that the customer does not want without a reason. */
  plan(actor: Actor, given: PlanTouchpoint): Promise<TouchpointView> {
    return this.transactions.run(actor, async (tx) => {
      const ownerId = given.ownerId ?? actor.personId;
      const planning = await planningFor(tx, actor, { customerId: given.customerId, ownerId });
      const due = dueOf(given, { now: this.clock.now(), timeZone: planning.ownerZone });
      const channelId = given.channelId ?? null;
      respectLimits({ channelId, at: due.dueAt, overrideReason: given.overrideReason }, planning.limits);
      const id = newId();
      const content = { ...due, channelId, purpose: given.purpose ?? '', talkingPoints: given.talkingPoints ?? '', place: given.place || null, isPromised: given.isPromised ?? false };
      await planTouchpoint.rows(tx, { id, customerId: given.customerId, ownerId, ...content, origin: 'manual', now: this.clock.now(), personId: actor.personId });
      return this.finish(tx, actor, { id, customerId: given.customerId, action: 'touchpoint.planned', details: overrideDetails(given) });
    });
  }

  /** Changes what it is about and whose it is. */
  change(actor: Actor, id: string, version: number, given: ChangeTouchpoint): Promise<TouchpointView> {
    return this.rewrite(actor, { id, version, action: 'touchpoint.changed', overrideReason: given.overrideReason }, (before, planning) => {
      const { purpose = before.purpose, talkingPoints = before.talkingPoints, place = before.place, channelId = before.channelId, ownerId = before.ownerId, isPromised = before.isPromised } = given;
      const dueOn = before.dueAt ? localDateOf(before.dueAt, planning.ownerZone) : before.dueOn;
      return { ...before, purpose, talkingPoints, place: place || null, channelId, ownerId, isPromised, dueOn };
    }, given.ownerId);
  }

  /** Moves it; the first due day stays, the moves are counted and kept, a reminder is spent. */
  move(actor: Actor, id: string, version: number, given: MoveTouchpoint): Promise<TouchpointView> {
    return this.rewrite(actor, { id, version, action: 'touchpoint.moved', overrideReason: given.overrideReason, moveReason: given.reason || null }, (before, planning) => {
      const due = dueOf(given, { now: this.clock.now(), timeZone: planning.ownerZone });
      if (isSameDue(due, before)) throw invalid(given.dueAt ? 'dueAt' : 'dueOn', 'same_date');
      return { ...before, ...due, remindAt: null };
    });
  }

  /** Hides it from My day until an instant to come (`null`: shows it again); its date does not change. */
  remind(actor: Actor, id: string, version: number, at: string | null): Promise<TouchpointView> {
    const remindAt = at === null ? null : new Date(at);
    if (remindAt && remindAt.getTime() < this.clock.now().getTime() - CLOCK_SKEW_MS) throw invalid('at', 'in_the_past');
    return this.rewrite(actor, { id, version, action: 'touchpoint.snoozed' }, (before) => ({ ...before, remindAt }));
  }

  /** Cancels it with a reason, or says that it was missed. */
  close(actor: Actor, id: string, version: number, state: 'cancelled' | 'missed', reason: string | null): Promise<TouchpointView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.open(tx, actor, id, version);
      const closed = await closeTouchpoint.rows(tx, { id, version, state, now: this.clock.now(), reason: reason || null });
      if (closed.length === 0) throw stale();
      return this.finish(tx, actor, { id, customerId: before.customerId, action: `touchpoint.${state}`, details: { reason } });
    });
  }

  /** Takes a cancellation or a miss back within a minute (410 `too_late` afterwards). */
  reopen(actor: Actor, id: string, version: number): Promise<TouchpointView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.present(tx, actor, id, version);
      if (before.state !== 'cancelled' && before.state !== 'missed') throw conflict('touchpoint_is_not_cancelled');
      const opened = await reopenTouchpoint.rows(tx, { id, version, since: this.since() });
      if (opened.length === 0) throw gone('too_late');
      return this.finish(tx, actor, { id, customerId: before.customerId, action: 'touchpoint.reopened' });
    });
  }

  /** Takes the planning back within a minute, by who planned it, as long as nothing was done with it (410 `too_late` otherwise). */
  remove(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const { customerId } = await this.present(tx, actor, id);
      const removed = await removeTouchpoint.rows(tx, { id, personId: actor.personId, since: this.since() });
      if (removed.length === 0) throw gone('too_late');
      await refreshContactState(tx, [customerId]);
      await this.audit.record(tx, actor, 'touchpoint.taken_back', id);
    });
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - TAKE_BACK_MS);
  }

  private async present(tx: EntityManager, actor: Actor, id: string, version?: number): Promise<Present> {
    const { text, values } = presentOf(actor);
    const [row] = await rows<Present>(tx, text, [id, ...values]);
    if (!row) throw notFound();
    if (version !== undefined && row.version !== version) throw stale();
    return row;
  }

  private async open(tx: EntityManager, actor: Actor, id: string, version: number): Promise<Present> {
    const row = await this.present(tx, actor, id, version);
    if (row.state !== 'scheduled') throw conflict('touchpoint_is_closed');
    return row;
  }

  private rewrite(
    actor: Actor,
    { id, version, action, overrideReason, moveReason }: { id: string; version: number; action: string; overrideReason?: string | null | undefined; moveReason?: string | null },
    next: (before: Present, planning: Planning) => Present,
    newOwnerId?: string,
  ): Promise<TouchpointView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.open(tx, actor, id, version);
      const planning = await this.planningOf(tx, actor, before, newOwnerId);
      const after = next(before, planning);
      respectLimits({ ...newlyPlanned(before, after), overrideReason }, planning.limits);
      const isMoved = !isSameDue(before, after);
      if (isMoved && action === 'touchpoint.moved') after.timesMoved += 1;
      const written = await rewriteTouchpoint.rows(tx, { ...after, id, version });
      if (written.length === 0) throw stale();
      if (action === 'touchpoint.moved') await this.keepMove(tx, actor, id, [before, after], moveReason ?? null);
      return this.finish(tx, actor, { id, customerId: before.customerId, action, details: { ...differences({ ...before }, { ...after }), ...overrideDetails({ overrideReason }) } });
    });
  }

  /** A touchpoint stays with an owner who has left the customer's scope since; a new owner is checked. */
  private async planningOf(tx: EntityManager, actor: Actor, before: Present, newOwnerId: string | undefined): Promise<Planning> {
    if (newOwnerId !== undefined && newOwnerId !== before.ownerId) return planningFor(tx, actor, { customerId: before.customerId, ownerId: newOwnerId });
    const { limits } = await planningFor(tx, actor, { customerId: before.customerId, ownerId: actor.personId });
    const [owner] = await rows<{ zone: string }>(tx, zoneOf, [before.ownerId]);
    return { limits, ownerZone: owner?.zone ?? actor.timeZone };
  }

  private async keepMove(tx: EntityManager, actor: Actor, id: string, [from, to]: [Due, Due], reason: string | null): Promise<void> {
    await keepMove.rows(tx, { id: newId(), touchpointId: id, now: this.clock.now(), personId: actor.personId, fromOn: from.dueOn, fromAt: from.dueAt, toOn: to.dueOn, toAt: to.dueAt, reason });
  }

  private async finish(tx: EntityManager, actor: Actor, done: { id: string; customerId: string; action: string; details?: Record<string, unknown> }): Promise<TouchpointView> {
    await refreshContactState(tx, [done.customerId]);
    await this.audit.record(tx, actor, done.action, done.id, done.details);
    return this.reads.one(actor, done.id, tx);
  }
}

const zoneOf = statement('zone_of_a_person', 'SELECT time_zone AS zone FROM people WHERE id = $1');

const overrideDetails = ({ overrideReason }: { overrideReason?: string | null | undefined }): Record<string, unknown> => (overrideReason ? { overrideReason } : {});

/** Limits are checked for what changes: a channel or a time that was accepted before is not asked about again. */
const newlyPlanned = (before: Present, after: Present): { channelId: string | null; at: Date | null } => ({
  channelId: after.channelId === before.channelId && isSameDue(before, after) ? null : after.channelId,
  at: isSameDue(before, after) ? null : after.dueAt,
});
