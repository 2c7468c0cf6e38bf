var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { conflict, gone, invalid, localDateOf, notFound, stale } from "../kernel/index.js";
import { visibleCustomers } from "../people/index.js";
import { Audit, differences } from "../platform/audit/audit.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { Transactions } from "../platform/database/transactions.js";
import { newId } from "../platform/ids.js";
import { respectLimits } from "./contact-limits.rules.js";
import { refreshContactState } from "./contact-state.js";
import { CLOCK_SKEW_MS, dueOf, isSameDue } from "./due.rules.js";
import { planningFor } from "./planning.js";
import { TouchpointReads } from "./touchpoint-reads.js";
import { closeTouchpoint, keepMove, planTouchpoint, removeTouchpoint, reopenTouchpoint, rewriteTouchpoint } from "./touchpoint.statements.js";
/** How long a planned or closed touchpoint can be taken back; the page shows ten seconds, the rest is for slow networks. */
export const TAKE_BACK_MS = 60_000;
const presentOf = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 2);
    const text = `SELECT t.customer_id AS "customerId", t.state, t.version, t.owner_id AS "ownerId", t.channel_id AS "channelId", t.purpose, t.talking_points AS "talkingPoints", t.place,
      to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.due_at AS "dueAt", t.times_moved AS "timesMoved", t.is_promised AS "isPromised", t.remind_at AS "remindAt"
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id WHERE t.id = $1 AND ${sql} FOR NO KEY UPDATE OF c`;
    return { text: statement('touchpoint_to_change', text), values };
};
/** Plans contacts and changes what was planned. Nothing here says that a contact happened: only a communication keeps a touchpoint. */
let Touchpoints = class Touchpoints {
    constructor(transactions, reads, audit, clock) {
        this.transactions = transactions;
        this.reads = reads;
        this.audit = audit;
        this.clock = clock;
    }
    /** Plans a contact; refuses a date that is over, and a channel or an hour that the customer does not want without a reason. */
    plan(actor, given) {
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
    change(actor, id, version, given) {
        return this.rewrite(actor, { id, version, action: 'touchpoint.changed', overrideReason: given.overrideReason }, (before, planning) => {
            const { overrideReason: _why, ...changes } = given;
            const dueOn = before.dueAt ? localDateOf(before.dueAt, planning.ownerZone) : before.dueOn;
            return { ...before, ...changes, dueOn };
        }, given.ownerId);
    }
    /** Moves it; the first due day stays, the moves are counted and kept, a reminder is spent. */
    move(actor, id, version, given) {
        return this.rewrite(actor, { id, version, action: 'touchpoint.moved', overrideReason: given.overrideReason, moveReason: given.reason || null }, (before, planning) => {
            const due = dueOf(given, { now: this.clock.now(), timeZone: planning.ownerZone });
            if (isSameDue(due, before))
                throw invalid(given.dueAt ? 'dueAt' : 'dueOn', 'same_date');
            return { ...before, ...due, remindAt: null };
        });
    }
    /** Hides it from My day until an instant to come (`null`: shows it again); its date does not change. */
    remind(actor, id, version, at) {
        const remindAt = at === null ? null : new Date(at);
        if (remindAt && remindAt.getTime() < this.clock.now().getTime() - CLOCK_SKEW_MS)
            throw invalid('at', 'in_the_past');
        return this.rewrite(actor, { id, version, action: 'touchpoint.snoozed' }, (before) => ({ ...before, remindAt }));
    }
    /** Cancels it with a reason, or says that it was missed. */
    close(actor, id, version, state, reason) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.open(tx, actor, id, version);
            const closed = await closeTouchpoint.rows(tx, { id, version, state, now: this.clock.now(), reason: reason || null });
            if (closed.length === 0)
                throw stale();
            return this.finish(tx, actor, { id, customerId: before.customerId, action: `touchpoint.${state}`, details: { reason } });
        });
    }
    /** Takes a cancellation or a miss back within a minute (410 `too_late` afterwards). */
    reopen(actor, id, version) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.present(tx, actor, id, version);
            if (before.state !== 'cancelled' && before.state !== 'missed')
                throw conflict('touchpoint_is_not_cancelled');
            const opened = await reopenTouchpoint.rows(tx, { id, version, since: this.since() });
            if (opened.length === 0)
                throw gone('too_late');
            return this.finish(tx, actor, { id, customerId: before.customerId, action: 'touchpoint.reopened' });
        });
    }
    /** Takes the planning back within a minute, by who planned it, as long as nothing was done with it (410 `too_late` otherwise). */
    remove(actor, id) {
        return this.transactions.run(actor, async (tx) => {
            const { customerId } = await this.present(tx, actor, id);
            const removed = await removeTouchpoint.rows(tx, { id, personId: actor.personId, since: this.since() });
            if (removed.length === 0)
                throw gone('too_late');
            await refreshContactState(tx, [customerId]);
            await this.audit.record(tx, actor, 'touchpoint.taken_back', id);
        });
    }
    since() {
        return new Date(this.clock.now().getTime() - TAKE_BACK_MS);
    }
    async present(tx, actor, id, version) {
        const { text, values } = presentOf(actor);
        const [row] = await rows(tx, text, [id, ...values]);
        if (!row)
            throw notFound();
        if (version !== undefined && row.version !== version)
            throw stale();
        return row;
    }
    async open(tx, actor, id, version) {
        const row = await this.present(tx, actor, id, version);
        if (row.state !== 'scheduled')
            throw conflict('touchpoint_is_closed');
        return row;
    }
    rewrite(actor, { id, version, action, overrideReason, moveReason }, next, newOwnerId) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.open(tx, actor, id, version);
            const planning = await this.planningOf(tx, actor, before, newOwnerId);
            const after = next(before, planning);
            respectLimits({ ...newlyPlanned(before, after), overrideReason }, planning.limits);
            const isMoved = !isSameDue(before, after);
            if (isMoved && action === 'touchpoint.moved')
                after.timesMoved += 1;
            const written = await rewriteTouchpoint.rows(tx, { ...after, id, version });
            if (written.length === 0)
                throw stale();
            if (action === 'touchpoint.moved')
                await this.keepMove(tx, actor, id, [before, after], moveReason ?? null);
            return this.finish(tx, actor, { id, customerId: before.customerId, action, details: { ...differences({ ...before }, { ...after }), ...overrideDetails({ overrideReason }) } });
        });
    }
    /** A touchpoint stays with an owner who has left the customer's scope since; a new owner is checked. */
    async planningOf(tx, actor, before, newOwnerId) {
        if (newOwnerId !== undefined && newOwnerId !== before.ownerId)
            return planningFor(tx, actor, { customerId: before.customerId, ownerId: newOwnerId });
        const { limits } = await planningFor(tx, actor, { customerId: before.customerId, ownerId: actor.personId });
        const [owner] = await rows(tx, zoneOf, [before.ownerId]);
        return { limits, ownerZone: owner?.zone ?? actor.timeZone };
    }
    async keepMove(tx, actor, id, [from, to], reason) {
        await keepMove.rows(tx, { id: newId(), touchpointId: id, now: this.clock.now(), personId: actor.personId, fromOn: from.dueOn, fromAt: from.dueAt, toOn: to.dueOn, toAt: to.dueAt, reason });
    }
    async finish(tx, actor, done) {
        await refreshContactState(tx, [done.customerId]);
        await this.audit.record(tx, actor, done.action, done.id, done.details);
        return this.reads.one(actor, done.id, tx);
    }
};
Touchpoints = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        TouchpointReads,
        Audit,
        Clock])
], Touchpoints);
export { Touchpoints };
const zoneOf = statement('zone_of_a_person', 'SELECT time_zone AS zone FROM people WHERE id = $1');
const overrideDetails = ({ overrideReason }) => (overrideReason ? { overrideReason } : {});
/** Limits are checked for what changes: a channel or a time that was accepted before is not asked about again. */
const newlyPlanned = (before, after) => ({
    channelId: after.channelId === before.channelId && isSameDue(before, after) ? null : after.channelId,
    at: isSameDue(before, after) ? null : after.dueAt,
});
