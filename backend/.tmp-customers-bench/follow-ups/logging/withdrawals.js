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
import { StageHistory } from "../../customers/index.js";
import { conflict, forbidden, gone } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { NamedStatement } from "../../platform/database/named.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { refreshContactState } from "../../touchpoints/index.js";
import { recordToChange } from "../records.js";
import { UNDO_MS } from "./undo.rules.js";
const traceOf = statement('trace_of_a_logged_contact', `SELECT details FROM audit_entries WHERE subject_id = $1 AND action = 'follow_up.logged' ORDER BY at DESC LIMIT 1`);
// Versions only ever grow, so that a page which read the state in between can not overwrite this one unseen.
const takeBack = new NamedStatement('contact_taken_back', `WITH kept AS (
     UPDATE touchpoints SET state = 'scheduled', closed_at = NULL, remind_at = :keptRemindAt, version = version + 1 WHERE id = :keptId AND state = 'done' RETURNING id
   ), moved AS (
     UPDATE touchpoints SET owner_id = :ownerId, channel_id = :channelId, purpose = :purpose, due_on = :dueOn, due_at = :dueAt, is_promised = :isPromised, times_moved = :timesMoved,
       remind_at = :remindAt, version = version + 1
     WHERE id = :movedId AND version = :movedVersion AND state = 'scheduled' RETURNING id
   ), move AS (
     DELETE FROM touchpoint_moves WHERE id = :moveId
   ), planned AS (
     DELETE FROM touchpoints WHERE id = :plannedId AND version = 1 AND state = 'scheduled' RETURNING id
   ), record AS (
     UPDATE follow_ups SET withdrawn_at = :now, touchpoint_id = NULL, next_touchpoint_id = NULL, version = version + 1 WHERE id = :id AND withdrawn_at IS NULL
   )
   SELECT (SELECT count(*) FROM kept)::int AS kept, (SELECT count(*) FROM moved)::int AS moved, (SELECT count(*) FROM planned)::int AS planned`);
/** Takes a contact or a log back within its window: everything is as it was before. */
let Withdrawals = class Withdrawals {
    constructor(transactions, stages, audit, clock) {
        this.transactions = transactions;
        this.stages = stages;
        this.audit = audit;
        this.clock = clock;
    }
    /**
     * By its author (`only_its_author`) within a minute (410 `too_late`); `changed_since` when somebody has gone on working with what it planned.
     * Doing it twice changes nothing.
     */
    undo(actor, id) {
        return this.transactions.run(actor, async (tx) => {
            const record = await recordToChange(tx, actor, id, ['communication', 'log']);
            if (record.authorId !== actor.personId)
                throw forbidden('only_its_author');
            if (this.clock.now().getTime() - record.loggedAt.getTime() > UNDO_MS)
                throw gone('too_late');
            if (record.withdrawnAt)
                return;
            await this.takeBack(tx, id, record.touchpointId);
            if (record.customerId) {
                await this.stages.takeBackOf(tx, actor, record.customerId, id);
                await refreshContactState(tx, [record.customerId]);
            }
            await this.audit.record(tx, actor, 'follow_up.withdrawn', id);
        });
    }
    async takeBack(tx, id, keptId) {
        const [entry] = await rows(tx, traceOf, [id]);
        const { kept, moved, planned, move } = entry?.details ?? {};
        const [done] = await takeBack.rows(tx, {
            id, now: this.clock.now(), keptId, keptRemindAt: kept?.remindAt ?? null, ...restored(moved ?? null), moveId: move ?? null, plannedId: planned ?? null,
        });
        const isWhole = done?.kept === (keptId ? 1 : 0) && done.moved === (moved ? 1 : 0) && done.planned === (planned ? 1 : 0);
        if (!isWhole)
            throw conflict('changed_since');
    }
};
Withdrawals = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        StageHistory,
        Audit,
        Clock])
], Withdrawals);
export { Withdrawals };
function restored(moved) {
    if (!moved)
        return { movedId: null, movedVersion: null, ownerId: null, channelId: null, purpose: null, dueOn: null, dueAt: null, isPromised: null, timesMoved: null, remindAt: null };
    const { id, version, ...before } = moved;
    return { ...before, movedId: id, movedVersion: version + 1 };
}
