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
import { Transactions } from "../../platform/database/transactions.js";
import { CalendarRecords } from "./calendar-records.js";
import { inZone, taskTime } from "./when.rules.js";
/** Things to do, with or without a customer. */
let Tasks = class Tasks {
    constructor(transactions, records) {
        this.transactions = transactions;
        this.records = records;
    }
    /** Adds a task. */
    add(actor, given) {
        return this.transactions.run(actor, async (tx) => {
            const ownerId = given.ownerId ?? actor.personId;
            const when = taskTime(given, await this.records.zoneOf(tx, actor, ownerId));
            return this.records.add(tx, actor, { kind: 'task', customerId: given.customerId ?? null, ownerId, subject: given.subject, text: given.text ?? '', place: null }, when);
        });
    }
    /** Changes what is given. */
    change(actor, id, version, { subject, text, ownerId, ...time }) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.records.open(tx, actor, id, 'task', version);
            const zone = ownerId ? await this.records.zoneOf(tx, actor, ownerId) : before.ownerZone;
            const isMoved = Boolean(time.dueOn ?? time.dueAt);
            const when = isMoved ? taskTime(time, zone) : inZone(before, before.ownerZone, zone);
            await this.records.change(tx, actor, before, { ownerId: ownerId ?? before.ownerId, subject: subject ?? before.subject, text: text ?? before.text, place: null }, when);
        });
    }
    /** Marks it as done or not done. */
    complete(actor, id, isDone) {
        return this.transactions.run(actor, (tx) => this.records.complete(tx, actor, id, isDone));
    }
    /** Takes it back. */
    withdraw(actor, id) {
        return this.transactions.run(actor, (tx) => this.records.withdraw(tx, actor, id, 'task'));
    }
};
Tasks = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        CalendarRecords])
], Tasks);
export { Tasks };
