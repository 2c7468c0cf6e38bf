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
import { invalid, localDateOf } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { NamedStatement } from "../../platform/database/named.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { CLOCK_SKEW_MS } from "../../touchpoints/index.js";
import { checkCustomer } from "../records.js";
const writeLog = new NamedStatement('log_written', `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, subject, text)
   VALUES (:id, 'log', :customerId, :personId, :personId, :occurredAt, :occurredOn, :now, :subject, :text)`);
/** Notes that are no contact: they move no date. */
let Logs = class Logs {
    constructor(transactions, audit, clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** Writes a log down; refuses a time to come (`not_yet_happened`). */
    write(actor, given) {
        const now = this.clock.now();
        const occurredAt = given.occurredAt ? new Date(given.occurredAt) : now;
        if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MS)
            throw invalid('occurredAt', 'not_yet_happened');
        return this.transactions.run(actor, async (tx) => {
            const customerId = given.customerId ?? null;
            await checkCustomer(tx, actor, customerId);
            const id = newId();
            const occurredOn = localDateOf(occurredAt, actor.organisation.timeZone);
            await writeLog.rows(tx, { id, customerId, personId: actor.personId, occurredAt, occurredOn, now, subject: given.subject ?? '', text: given.text });
            await this.audit.record(tx, actor, 'log.written', id);
            return { id };
        });
    }
};
Logs = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        Audit,
        Clock])
], Logs);
export { Logs };
