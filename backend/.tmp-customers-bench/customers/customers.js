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
import { conflict, stale } from "../kernel/index.js";
import { visibleCustomers } from "../people/index.js";
import { Audit, differences } from "../platform/audit/audit.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { Transactions } from "../platform/database/transactions.js";
import { writeChange } from "./change.js";
import { writeNewCustomer } from "./creation.js";
import { readCustomer } from "./customer-view.js";
import { lockCustomer } from "./visible-rows.js";
/** Customers one by one: created, read, changed, archived and restored, always under the data scope of whoever asks. */
let Customers = class Customers {
    constructor(source, transactions, audit, clock) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** Creates a customer; broken rules are named beside their fields (422). */
    create(actor, input) {
        return this.transactions.run(actor, async (tx) => {
            const id = await writeNewCustomer(tx, actor, input, this.clock.now());
            await this.audit.record(tx, actor, 'customer.created', id, { name: input.name });
            return readCustomer(tx, actor, id);
        });
    }
    /** Everything about a customer itself. */
    read(actor, id) {
        return readCustomer(this.source, actor, id);
    }
    /** Changes what is given, made from `version`; 412 `changed_meanwhile` when somebody was faster, 409 `customer_is_archived` until it is restored. */
    change(actor, id, version, input) {
        return this.transactions.run(actor, async (tx) => {
            const { archivedAt, version: current } = await lockCustomer(tx, actor, id);
            if (current !== version)
                throw stale();
            if (archivedAt !== null)
                throw conflict('customer_is_archived');
            const before = await readCustomer(tx, actor, id);
            if (!(await writeChange(tx, actor, before, input, this.clock.now())))
                throw stale();
            const after = await readCustomer(tx, actor, id);
            const { version: _version, ...changed } = differences({ ...before }, { ...after });
            await this.audit.record(tx, actor, 'customer.changed', id, changed);
            return after;
        });
    }
    /** Takes a customer out of lists, searches and queues; nothing happens when it is archived already. */
    archive(actor, id) {
        return this.setArchived(actor, id, this.clock.now());
    }
    /** Brings an archived customer back. */
    restore(actor, id) {
        return this.setArchived(actor, id, null);
    }
    setArchived(actor, id, at) {
        return this.transactions.run(actor, async (tx) => {
            const visible = visibleCustomers(actor, 'c', 3);
            const set = statement('customer_archived_set', `UPDATE customers c SET archived_at = $2, version = version + 1 WHERE c.id = $1 AND (c.archived_at IS NULL) <> ($2::timestamptz IS NULL) AND ${visible.sql} RETURNING c.id`);
            const written = await rows(tx, set, [id, at, ...visible.values]);
            if (written.length)
                await this.audit.record(tx, actor, at ? 'customer.archived' : 'customer.restored', id);
            return readCustomer(tx, actor, id);
        });
    }
};
Customers = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        Clock])
], Customers);
export { Customers };
