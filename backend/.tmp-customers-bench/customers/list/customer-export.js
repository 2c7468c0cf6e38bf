var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localDateOf } from "../../kernel/index.js";
import { Person, Team } from "../../people/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { BYTE_ORDER_MARK, csvLine } from "../../platform/csv/csv.js";
import { fieldDefinitions } from "../fields/definitions.js";
import { Stage } from "../stages/stage.entity.js";
import { Tier } from "../tiers/tier.entity.js";
import { CustomerList } from "./customer-list.js";
import { cellsOf, headsOf } from "./export-columns.js";
import { EXPORT_COLUMNS } from "./list.dto.js";
import { ROW_COLUMNS } from "./row.js";
import { Sorting } from "./sorting.js";
const BATCH = 1_000;
const ROW = `(SELECT row_to_json(r) FROM (SELECT ${ROW_COLUMNS}, c.external_id AS "externalId") r)`;
/** The list of customers as a CSV file. */
let CustomerExport = class CustomerExport {
    constructor(source, list, audit, clock) {
        this.source = source;
        this.list = list;
        this.audit = audit;
        this.clock = clock;
    }
    /** The customers that fit the filter, read in batches while they are sent. Written down in the audit before the first one leaves. */
    async csv(actor, { sort = 'name', columns = [...EXPORT_COLUMNS], ...filter }) {
        const names = await this.names(actor);
        const count = await this.list.count(actor, filter);
        await this.audit.record(this.source.manager, actor, 'customers.exported', null, { count, columns, filter, sort });
        const name = `customers-${localDateOf(this.clock.now(), actor.timeZone)}.csv`;
        const text = Readable.from(this.lines(actor, { ...filter, sort, columns }, names), { objectMode: false, highWaterMark: 65_536 });
        return new StreamableFile(text, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
    }
    async *lines(actor, { sort = 'name', columns = [], ...filter }, names) {
        yield BYTE_ORDER_MARK + csvLine(headsOf(columns, names));
        const sorting = new Sorting(sort);
        let after = null;
        do {
            const batch = await this.list.rows(actor, filter, sorting, after, BATCH, ROW);
            if (batch.length)
                yield batch.map(({ row }) => csvLine(cellsOf(columns, row, names))).join('');
            after = batch.length === BATCH ? batch.at(-1) : null;
        } while (after);
    }
    async names({ language, timeZone }) {
        const [people, teams] = [await this.source.getRepository(Person).find({ select: { id: true, name: true } }), await this.source.getRepository(Team).find()];
        const [tiers, stages] = [await this.source.getRepository(Tier).find(), await this.source.getRepository(Stage).find()];
        return {
            language, timeZone, fields: await fieldDefinitions(this.source),
            people: new Map(people.map(({ id, name }) => [id, name])), teams: new Map(teams.map(({ id, name }) => [id, name])),
            tiers: new Map(tiers.map(({ id, names }) => [id, names])), stages: new Map(stages.map(({ id, names }) => [id, names])),
        };
    }
};
CustomerExport = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        CustomerList,
        Audit,
        Clock])
], CustomerExport);
export { CustomerExport };
