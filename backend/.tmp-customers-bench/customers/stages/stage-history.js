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
import { DataSource, In } from 'typeorm';
import { conflict, invalid, invalidFields, localDateOf, notFound } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { lockCustomer, mustSeeCustomer } from "../visible-rows.js";
import { StageChange } from "./stage-change.entity.js";
import { momentOf, wrongWithChange } from "./stage-changes.rules.js";
import { inOrder, misplaced, stageBefore, stateOf } from "./stage-history.rules.js";
import { Stage } from "./stage.entity.js";
const setState = statement('stage_state_set', 'UPDATE customers SET stage_id = $2, stage_since = $3, is_open = $4, converted_at = $5, version = version + 1 WHERE id = $1');
const setFrom = statement('stage_change_from_set', 'UPDATE stage_changes SET from_stage_id = $2 WHERE id = $1');
/** The dated history of customers' stages, and the current stage that follows from it. */
let StageHistory = class StageHistory {
    constructor(source, transactions, audit, clock) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** All changes of a customer's stage. */
    async read(actor, customerId) {
        await mustSeeCustomer(this.source, actor, customerId);
        return this.view(this.source.manager, customerId);
    }
    /** Moves a customer to a stage, now or in the past. */
    change(actor, customerId, { stageId, on, at, amount, reason }) {
        if (on !== undefined && at !== undefined)
            throw invalid('on', 'either_day_or_time');
        const now = this.clock.now();
        if (on !== undefined && on > localDateOf(now, actor.organisation.timeZone))
            throw invalid('on', 'in_the_future');
        const moment = momentOf({ ...(on && { on }), ...(at && { at }) }, now, actor.organisation.timeZone);
        return this.transactions.run(actor, async (tx) => {
            await this.changeStage(tx, actor, { customerId, stageId, at: moment, amount: amount ?? null, reason: reason ?? null });
            return this.view(tx, customerId);
        });
    }
    /**
     * Moves a customer to a stage inside the transaction of another use case. Refuses with 404 what the actor does not see, `already_in_stage` (409) where nothing
     * would change, and beside `stageId`, `at`, `amount` or `reason` what breaks a rule.
     */
    async changeStage(tx, actor, request) {
        const { customerId, stageId, at, amount = null, reason = null, followUpId = null } = request;
        await lockCustomer(tx, actor, customerId);
        const errors = wrongWithChange({ at, amount, reason }, (await tx.findBy(Stage, { id: stageId })).find(({ archivedAt }) => archivedAt === null), this.clock.now());
        if (errors.length)
            throw invalidFields(errors);
        const before = await tx.findBy(StageChange, { customerId });
        const fromStageId = stageBefore(before, at);
        if (fromStageId === stageId)
            throw conflict('already_in_stage');
        const change = {
            id: newId(), customerId, fromStageId, toStageId: stageId, changedAt: at, changedOn: localDateOf(at, actor.organisation.timeZone), amount: amount === null ? null : String(amount),
            reason, changedById: actor.personId, followUpId, importId: null,
        };
        await tx.insert(StageChange, change);
        await this.settle(tx, customerId, [...before, tx.create(StageChange, change)]);
        await this.audit.record(tx, actor, 'customer.stage_changed', customerId, { from: fromStageId, to: stageId, at: at.toISOString(), amount, reason });
    }
    /** Takes back a change that was recorded by mistake; the audit keeps what it said. The stage a customer began with stays. */
    takeBack(actor, customerId, changeId) {
        return this.transactions.run(actor, async (tx) => {
            await this.takeBackChange(tx, actor, customerId, ({ id }) => id === changeId);
            return this.view(tx, customerId);
        });
    }
    /** Takes back the change that a communication brought about, inside the transaction that withdraws it; nothing happens when there was none. */
    async takeBackOf(tx, actor, customerId, followUpId) {
        const has = await tx.existsBy(StageChange, { customerId, followUpId });
        if (has)
            await this.takeBackChange(tx, actor, customerId, (change) => change.followUpId === followUpId);
    }
    async takeBackChange(tx, actor, customerId, isIt) {
        await lockCustomer(tx, actor, customerId);
        const changes = inOrder(await tx.findBy(StageChange, { customerId }));
        const change = changes.find(isIt);
        if (!change)
            throw notFound();
        if (changes.length === 1)
            throw conflict('a_customer_has_a_stage');
        await tx.delete(StageChange, { id: change.id });
        await this.settle(tx, customerId, changes.filter(({ id }) => id !== change.id));
        await this.audit.record(tx, actor, 'customer.stage_change_taken_back', customerId, { ...change });
    }
    /** Brings the customer and the "from" of the changes up to date with the history. */
    async settle(tx, customerId, changes) {
        const stages = await tx.findBy(Stage, { id: In(changes.map(({ toStageId }) => toStageId)) });
        for (const { id, fromStageId } of misplaced(changes))
            await rows(tx, setFrom, [id, fromStageId]);
        const { stageId, stageSince, isOpen, convertedAt } = stateOf(changes, stages);
        await rows(tx, setState, [customerId, stageId, stageSince, isOpen, convertedAt]);
    }
    async view(on, customerId) {
        const changes = inOrder(await on.findBy(StageChange, { customerId }));
        const stages = await on.findBy(Stage, { id: In(changes.map(({ toStageId }) => toStageId)) });
        const { stageId, stageSince, isOpen, convertedAt } = stateOf(changes, stages);
        return {
            stageId, stageSince: stageSince.toISOString(), isOpen, convertedAt: convertedAt?.toISOString() ?? null,
            items: changes.reverse().map(({ customerId: _customer, importId: _import, changedAt, amount, ...change }) => ({ ...change, changedAt: changedAt.toISOString(), amount: amount === null ? null : Number(amount) })),
        };
    }
};
StageHistory = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        Clock])
], StageHistory);
export { StageHistory };
