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
import { Clock } from "../../platform/clock.js";
import { fieldDefinitions } from "../fields/definitions.js";
import { NameMatches } from "../search/name-matches.js";
import { Conditions } from "./conditions.js";
import { addFieldConditions } from "./field-conditions.js";
import { addFilter } from "./filter-conditions.js";
import { ROW_JSON } from "./row.js";
import { Shapes } from "./shapes.js";
import { Sorting } from "./sorting.js";
const USUAL_LIMIT = 50;
/** The list of customers under the actor's scope: filtered, sorted, in pages, counted. */
let CustomerList = class CustomerList {
    constructor(source, clock, names) {
        this.source = source;
        this.clock = clock;
        this.names = names;
        this.pages = new Shapes('customers_page');
        this.counts = new Shapes('customers_count');
    }
    /** A page as the JSON text of a CustomerPage: its rows are shaped by the database and sent on as they are. */
    async page(actor, query) {
        const limit = query.limit ?? USUAL_LIMIT;
        const sorting = new Sorting(query.sort ?? '-lastContact');
        const listed = await this.rows(actor, query, sorting, sorting.position(query.cursor), limit + 1, ROW_JSON);
        const items = listed.slice(0, limit);
        const last = listed.length > limit ? items.at(-1) : undefined;
        return `{"items":[${items.map(({ row }) => row).join(',')}],"next":${last ? JSON.stringify(sorting.cursor(last)) : 'null'}}`;
    }
    /** At most `limit` customers after a position; `row` is the expression that each is answered as. */
    async rows(actor, filter, sorting, after, limit, row) {
        const where = await this.conditions(actor, filter, 'page');
        const text = sorting.page(where, row, after, where.value(limit));
        return this.pages.rows(this.source, text, where.values);
    }
    /** How many customers fit the filter, exactly. */
    async count(actor, filter) {
        const where = await this.conditions(actor, filter, 'count');
        const [found] = await this.counts.rows(this.source, `SELECT count(*)::int AS count FROM customers c WHERE ${where.sql}`, where.values);
        return found?.count ?? 0;
    }
    /** What a filter asks of the customers called `c`, within the actor's scope; `use` says whether a page or all of them are read. */
    async conditions(actor, filter, use) {
        const where = new Conditions();
        where.visible(actor, 'c');
        addFilter(where, filter, actor, this.clock.now());
        if (filter.fields !== undefined)
            addFieldConditions(where, filter.fields, await fieldDefinitions(this.source));
        if (filter.q !== undefined)
            await this.names.addTo(where, filter.q, use);
        return where;
    }
};
CustomerList = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        NameMatches])
], CustomerList);
export { CustomerList };
