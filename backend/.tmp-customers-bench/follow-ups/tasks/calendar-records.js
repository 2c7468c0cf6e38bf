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
import { gone, invalid, localDateOf, stale } from "../../kernel/index.js";
import { seesPerson } from "../../people/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { NamedStatement } from "../../platform/database/named.js";
import { rows, statement } from "../../platform/database/statements.js";
import { newId } from "../../platform/ids.js";
import { checkCustomer, recordToChange } from "../records.js";
const add = new NamedStatement('calendar_record_added', `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, ends_at, is_all_day, logged_at, subject, text, place)
   VALUES (:id, :kind, :customerId, :personId, :ownerId, :occurredAt, :occurredOn, :endsAt, :isAllDay, :now, :subject, :text, :place)`);
const change = new NamedStatement('calendar_record_changed', `UPDATE follow_ups SET owner_id = :ownerId, occurred_at = :occurredAt, occurred_on = :occurredOn, ends_at = :endsAt, is_all_day = :isAllDay, subject = :subject, text = :text, place = :place,
     version = version + 1
   WHERE id = :id AND version = :version AND withdrawn_at IS NULL RETURNING id`);
const complete = statement('task_completed', 'UPDATE follow_ups SET done_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL AND (done_at IS NULL) <> ($2::timestamptz IS NULL)');
const withdraw = statement('calendar_record_withdrawn', 'UPDATE follow_ups SET withdrawn_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL');
const zoneOfActive = statement('zone_of_an_active_person', `SELECT time_zone AS zone FROM people WHERE id = $1 AND state = 'active'`);
/** What tasks and events have in common: they stand in somebody's calendar, and are changed by version. */
let CalendarRecords = class CalendarRecords {
    constructor(audit, clock) {
        this.audit = audit;
        this.clock = clock;
    }
    /** The zone of the person in whose calendar it is to stand; `unknown_person` when the actor may not see that calendar. */
    async zoneOf(tx, actor, ownerId) {
        if (ownerId === actor.personId)
            return actor.timeZone;
        const [owner] = seesPerson(actor, ownerId) ? await rows(tx, zoneOfActive, [ownerId]) : [];
        if (!owner)
            throw invalid('ownerId', 'unknown_person');
        return owner.zone;
    }
    /** Adds one; the customer, if any, is in the actor's scope. */
    async add(tx, actor, record, when) {
        await checkCustomer(tx, actor, record.customerId);
        const id = newId();
        await add.rows(tx, { ...record, ...when, id, occurredOn: localDateOf(when.occurredAt, actor.organisation.timeZone), personId: actor.personId, now: this.clock.now() });
        await this.audit.record(tx, actor, `${record.kind}.added`, id);
        return { id };
    }
    /** Locks one to change it; 410 `withdrawn` when it was taken back. */
    async open(tx, actor, id, kind, version) {
        const record = await recordToChange(tx, actor, id, [kind], version);
        if (record.withdrawnAt)
            throw gone('withdrawn');
        return record;
    }
    /** Writes what changed. */
    async change(tx, actor, before, after, when) {
        const occurredOn = localDateOf(when.occurredAt, actor.organisation.timeZone);
        const changed = await change.rows(tx, { ...after, ...when, occurredOn, id: before.id, version: before.version });
        if (changed.length === 0)
            throw stale();
        await this.audit.record(tx, actor, `${before.kind}.changed`, before.id);
    }
    /** Marks a task as done, or as not done; doing it twice changes nothing. */
    async complete(tx, actor, id, isDone) {
        await this.open(tx, actor, id, 'task');
        await rows(tx, complete, [id, isDone ? this.clock.now() : null]);
        await this.audit.record(tx, actor, isDone ? 'task.completed' : 'task.reopened', id);
    }
    /** Takes one back; it stays in the database and is shown nowhere. */
    async withdraw(tx, actor, id, kind) {
        const record = await recordToChange(tx, actor, id, [kind]);
        if (record.withdrawnAt)
            return;
        await rows(tx, withdraw, [id, this.clock.now()]);
        await this.audit.record(tx, actor, `${kind}.withdrawn`, id);
    }
};
CalendarRecords = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Audit,
        Clock])
], CalendarRecords);
export { CalendarRecords };
