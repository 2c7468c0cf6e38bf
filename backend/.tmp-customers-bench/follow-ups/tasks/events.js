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
import { eventTime, inZone } from "./when.rules.js";
/** Appointments that are no contact with a plan behind it: a meeting, a fair, a day off. */
let Events = class Events {
    constructor(transactions, records) {
        this.transactions = transactions;
        this.records = records;
    }
    /** Adds an event. */
    add(actor, given) {
        return this.transactions.run(actor, async (tx) => {
            const ownerId = given.ownerId ?? actor.personId;
            const when = eventTime(given, await this.records.zoneOf(tx, actor, ownerId));
            return this.records.add(tx, actor, { kind: 'schedule', customerId: given.customerId ?? null, ownerId, subject: given.subject, text: given.text ?? '', place: given.place || null }, when);
        });
    }
    /** Changes what is given. */
    change(actor, id, version, { subject, text, ownerId, place, ...time }) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.records.open(tx, actor, id, 'schedule', version);
            const zone = ownerId ? await this.records.zoneOf(tx, actor, ownerId) : before.ownerZone;
            const isMoved = Object.values(time).some((value) => value != null);
            const when = isMoved ? eventTime(time, zone) : inZone(before, before.ownerZone, zone);
            const after = { ownerId: ownerId ?? before.ownerId, subject: subject ?? before.subject, text: text ?? before.text, place: place === undefined ? before.place : place || null };
            await this.records.change(tx, actor, before, after, when);
        });
    }
    /** Takes it back. */
    withdraw(actor, id) {
        return this.transactions.run(actor, (tx) => this.records.withdraw(tx, actor, id, 'schedule'));
    }
};
Events = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        CalendarRecords])
], Events);
export { Events };
