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
import { WorkingCalendars } from "../../calendar/index.js";
import { StageHistory } from "../../customers/index.js";
import { Refusal, invalid, invalidFields, localDateOf } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { CLOCK_SKEW_MS, refreshContactState } from "../../touchpoints/index.js";
import { invalidReasonOf, isEffective } from "./judgement.rules.js";
import { contextFor } from "./log-context.js";
import { addressedBy, dueOfOpen, isMove, planOf } from "./log-plan.js";
import { writeContact } from "./log.statement.js";
import { checkNextStep } from "./next-step.rules.js";
import { needsAnswer, respondByOf } from "./respond-by.rules.js";
import { UNDO_SHOWN_MS } from "./undo.rules.js";
/** Somebody changed the touchpoint between our reading and our writing: read again. */
class ReadAgain extends Error {
}
const MOST_READINGS = 3;
/** The main job: logs a contact with its next step. */
let ContactLog = class ContactLog {
    constructor(transactions, calendars, stages, clock) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.stages = stages;
        this.clock = clock;
    }
    /**
     * One transaction: the record, the touchpoint that it keeps, the next one (new, or the open one moved), a stage change, the audit entry.
     * Refuses what lies ahead (`not_yet_happened`), and a channel that the customer does not want without a reason (`do_not_contact`).
     */
    async log(actor, given) {
        const now = this.clock.now();
        const occurredAt = given.occurredAt ? new Date(given.occurredAt) : now;
        if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MS)
            throw invalid('occurredAt', 'not_yet_happened');
        checkNextStep(given.nextStep);
        const moment = { actor, now, occurredAt: occurredAt > now ? now : occurredAt };
        for (let reading = 1;; reading++) {
            try {
                return await this.transactions.run(actor, (tx) => this.write(tx, given, moment));
            }
            catch (error) {
                if (!(error instanceof ReadAgain))
                    throw error;
                if (reading === MOST_READINGS)
                    throw invalid('touchpointId', 'touchpoint_is_not_open');
            }
        }
    }
    async write(tx, given, moment) {
        const context = await contextFor(tx, moment.actor, given);
        if ((given.direction ?? 'outbound') === 'outbound' && context.doNotContact.includes(given.channelId) && !given.overrideReason)
            throw invalid('channelId', 'do_not_contact');
        const answerable = { direction: given.direction ?? 'outbound', dispositionKind: context.dispositionKind, occurredAt: moment.occurredAt, nextStep: given.nextStep.kind };
        const calendar = await this.calendarFor(tx, (given.touchpointId === undefined && context.open.length > 0) || needsAnswer(answerable, context));
        const plan = planOf(given, context, moment, addressedBy(given, context, moment, calendar));
        const respondBy = calendar && respondByOf(answerable, context, calendar);
        const values = valuesOf(given, context, moment, plan, respondBy);
        const [done] = await writeContact.rows(tx, values);
        if (done?.kept !== (values.keptId ? 1 : 0) || done.moved !== (values.movedId ? 1 : 0))
            throw new ReadAgain();
        await refreshContactState(tx, [given.customerId]);
        if (given.stageChange)
            await this.changeStage(tx, given, moment, values.id);
        return viewOf(values);
    }
    async changeStage(tx, { customerId, stageChange }, { actor, occurredAt }, followUpId) {
        if (!stageChange)
            return;
        try {
            await this.stages.changeStage(tx, actor, { ...stageChange, reason: stageChange.reason || null, customerId, at: occurredAt, followUpId });
        }
        catch (error) {
            throw error instanceof Refusal && error.fields.length > 0 ? invalidFields(error.fields.map((wrong) => ({ ...wrong, field: fieldOfStage(wrong.field) }))) : error;
        }
    }
    async calendarFor(tx, isNeeded) {
        return isNeeded ? this.calendars.forOrganisation(tx) : null;
    }
};
ContactLog = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        WorkingCalendars,
        StageHistory,
        Clock])
], ContactLog);
export { ContactLog };
/** The time of a stage change is that of the contact. */
const fieldOfStage = (field) => (field === 'at' ? 'occurredAt' : `stageChange.${field}`);
function valuesOf(given, context, { actor, occurredAt, now }, { kept, next }, respondBy) {
    const validity = given.validity ?? 'unassessed';
    const evaluation = given.evaluation ?? null;
    const plannedId = next && !next.moves ? newId() : null;
    const moveId = isMove(next) ? newId() : null;
    const from = next?.moves ? dueOfOpen(next.moves) : null;
    const details = { kept: kept && undoable(kept.touchpoint), moved: next?.moves && undoable(next.moves), planned: plannedId, move: moveId, overrideReason: given.overrideReason };
    return {
        id: newId(), customerId: given.customerId, personId: actor.personId, occurredAt, occurredOn: localDateOf(occurredAt, actor.organisation.timeZone), now,
        channelId: given.channelId, direction: given.direction ?? 'outbound', dispositionId: given.dispositionId, outcomeId: given.outcomeId ?? null,
        evaluation, validity, invalidReason: invalidReasonOf(validity, given.invalidReason),
        isEffective: isEffective({ dispositionKind: context.dispositionKind, isTwoWay: context.isTwoWay, evaluation, validity }),
        contactPersonId: given.contactPersonId ?? null, subject: given.subject ?? '', text: given.text ?? '', durationSeconds: given.durationSeconds ?? null,
        keptId: kept?.touchpoint.id ?? null, keptVersion: kept?.touchpoint.version ?? null, countedBecause: kept?.because ?? null,
        nextStep: given.nextStep.kind, nextStepReason: given.nextStep.reason || null, nextId: plannedId ?? next?.moves?.id ?? null, respondBy,
        movedId: next?.moves?.id ?? null, movedVersion: next?.moves?.version ?? null, moveId, fromOn: from?.dueOn ?? null, fromAt: from?.dueAt ?? null,
        plannedId, ownerId: next?.ownerId ?? null, nextChannelId: next?.channelId ?? null, purpose: next?.purpose ?? null,
        dueOn: next?.dueOn ?? null, dueAt: next?.dueAt ?? null, isPromised: next?.isPromised ?? null, auditId: newId(), details: JSON.stringify(details),
    };
}
/** What undo needs to put a touchpoint back; kept in the audit entry. */
const undoable = ({ id, ownerId, channelId, purpose, dueOn, dueAt, isPromised, timesMoved, remindAt, version }) => ({
    id, ownerId, channelId, purpose, dueOn, dueAt, isPromised, timesMoved, remindAt, version,
});
const viewOf = (values) => ({
    id: values.id,
    customerId: values.customerId,
    version: 1,
    keptTouchpointId: values.keptId,
    countedBecause: values.countedBecause,
    nextTouchpointId: values.nextId,
    isNextTouchpointMoved: values.moveId !== null,
    respondBy: values.respondBy?.toISOString() ?? null,
    undoUntil: new Date(values.now.getTime() + UNDO_SHOWN_MS).toISOString(),
});
