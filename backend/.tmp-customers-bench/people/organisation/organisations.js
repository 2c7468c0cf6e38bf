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
import { DataSource } from 'typeorm';
import { invalid, notFound, stale } from "../../kernel/index.js";
import { Audit, differences } from "../../platform/audit/audit.js";
import { Transactions } from "../../platform/database/transactions.js";
import { Organisation } from "../organisation.entity.js";
/** The organisation's name, zone, currency and working week. */
let Organisations = class Organisations {
    constructor(source, transactions, audit) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
    }
    /** The organisation. */
    get() {
        return read(this.source.manager);
    }
    /** Changes what is given; 412 when somebody was faster. */
    change(actor, version, input) {
        return this.transactions.run(actor, async (tx) => {
            const before = await read(tx);
            if (input.workingWeekdays)
                input.workingWeekdays.sort();
            const after = Object.assign({}, before, input);
            if (after.opensAt >= after.closesAt)
                throw invalid('closesAt', 'must_be_after_opening');
            const { affected } = await tx.update(Organisation, { id: 1, version }, Object.assign({}, input, { version: version + 1 }));
            if (affected !== 1)
                throw stale();
            await this.audit.record(tx, actor, 'organisation.changed', null, differences(before, after));
            return Object.assign(after, { version: version + 1 });
        });
    }
};
Organisations = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit])
], Organisations);
export { Organisations };
async function read(on) {
    const row = await on.findOneBy(Organisation, { id: 1 });
    if (!row)
        throw notFound();
    const { name, timeZone, currency, language, weekStartsOn, workingWeekdays, opensAt, closesAt, version } = row;
    return { name, timeZone, currency, language, weekStartsOn, workingWeekdays, opensAt, closesAt, version };
}
