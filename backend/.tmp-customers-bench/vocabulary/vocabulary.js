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
import { DataSource, IsNull } from 'typeorm';
import { conflict, invalid, localisedNames, notFound, stale } from "../kernel/index.js";
import { Audit, differences } from "../platform/audit/audit.js";
import { Clock } from "../platform/clock.js";
import { Transactions } from "../platform/database/transactions.js";
import { newId } from "../platform/ids.js";
import { ENTITY_OF, viewOf } from "./entries.js";
import { archivalRefusal, freeKey, isKey, slugOf } from "./entry.rules.js";
import { refuseChangeOfUsed, withChoiceKeys } from "./used-entries.js";
/** The words that records point to: channels, dispositions, outcomes, stages, tiers and custom fields. */
let Vocabulary = class Vocabulary {
    constructor(source, transactions, audit, clock) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** Everything, in order; archived entries included because old records point to them. */
    async all() {
        const read = async (list) => {
            const entries = await this.source.getRepository(ENTITY_OF[list]).find({ order: { position: 'ASC', id: 'ASC' } });
            return entries.map((entry) => viewOf[list](entry));
        };
        const [channels, dispositions, outcomes, stages, tiers, fields] = await Promise.all([read('channels'), read('dispositions'), read('outcomes'), read('stages'), read('tiers'), read('fields')]);
        return { channels, dispositions, outcomes, stages, tiers, fields };
    }
    /** Adds an entry at the end of its list. */
    add(actor, list, given) {
        return this.transactions.run(actor, async (tx) => {
            const entries = await tx.getRepository(ENTITY_OF[list]).find();
            const names = localisedNames(given.names);
            const taken = new Set(entries.map(({ key }) => key));
            if (given.key !== undefined && !isKey(given.key))
                throw invalid('key', 'bad_key');
            if (given.key !== undefined && taken.has(given.key))
                throw invalid('key', 'taken');
            const key = given.key ?? freeKey(slugOf(names), taken);
            const position = Math.max(0, ...entries.map((entry) => entry.position)) + 1;
            const row = { ...withChoiceKeys(given), id: newId(), key, names, position, archivedAt: null, version: 1 };
            await tx.getRepository(ENTITY_OF[list]).insert(row);
            await this.audit.record(tx, actor, `${list}.added`, row.id, { key, names });
            return viewOf[list](row);
        });
    }
    /** Changes an entry; its key never changes, and what would rewrite history of used entries is refused. */
    change(actor, list, id, version, given) {
        return this.transactions.run(actor, async (tx) => {
            const before = await this.one(tx, list, id);
            await refuseChangeOfUsed(tx, list, before, given);
            const { key: _key, ...changes } = { ...withChoiceKeys(given), names: localisedNames(given.names) };
            await this.update(tx, list, id, version, changes);
            const after = await this.one(tx, list, id);
            await this.audit.record(tx, actor, `${list}.changed`, id, differences({ ...before }, { ...after }));
            return viewOf[list](after);
        });
    }
    /** Takes an entry out of use (records keep pointing to it), or brings it back. */
    archive(actor, list, id, isArchived) {
        return this.transactions.run(actor, async (tx) => {
            const entry = await this.one(tx, list, id);
            if ((entry.archivedAt !== null) === isArchived)
                return;
            if (isArchived) {
                const inUse = await tx.getRepository(ENTITY_OF[list]).findBy({ archivedAt: IsNull() });
                const refusal = archivalRefusal(list, inUse.filter((other) => other.id !== id));
                if (refusal)
                    throw conflict(refusal);
            }
            await this.update(tx, list, id, entry.version, { archivedAt: isArchived ? this.clock.now() : null });
            await this.audit.record(tx, actor, `${list}.${isArchived ? 'archived' : 'restored'}`, id);
        });
    }
    /** Puts the entries in the order of their identifiers; those not named follow as they were. */
    order(actor, list, ids) {
        return this.transactions.run(actor, async (tx) => {
            const entries = await tx.getRepository(ENTITY_OF[list]).find({ order: { position: 'ASC', id: 'ASC' } });
            const rest = entries.map(({ id }) => id).filter((id) => !ids.includes(id));
            if (ids.length + rest.length !== entries.length)
                throw notFound();
            for (const [i, id] of [...ids, ...rest].entries())
                await tx.getRepository(ENTITY_OF[list]).update({ id }, { position: i + 1 });
            await this.audit.record(tx, actor, `${list}.ordered`, null, { ids });
        });
    }
    async one(tx, list, id) {
        const entry = await tx.getRepository(ENTITY_OF[list]).findOneBy({ id });
        if (!entry)
            throw notFound();
        return entry;
    }
    async update(tx, list, id, version, changes) {
        const { affected } = await tx.getRepository(ENTITY_OF[list]).update({ id, version }, { ...changes, version: version + 1 });
        if (affected !== 1)
            throw stale();
    }
};
Vocabulary = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        Clock])
], Vocabulary);
export { Vocabulary };
