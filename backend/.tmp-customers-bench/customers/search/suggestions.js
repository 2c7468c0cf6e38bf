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
import { searchTextOf } from "../../kernel/index.js";
import { Conditions } from "../list/conditions.js";
import { Shapes } from "../list/shapes.js";
const MOST = 20;
const MOST_READ = 5_000;
const VALUE = {
    source: { value: 'c.source', from: '' },
    industry: { value: 'c.industry', from: '' },
    region: { value: 'c.region', from: '' },
    tags: { value: 't.tag', from: 'CROSS JOIN LATERAL unnest(c.tags) AS t(tag)' },
};
/** Values that customers have already, so that the same thing is not written in two ways. */
let Suggestions = class Suggestions {
    constructor(source) {
        this.source = source;
        this.shapes = new Shapes('suggestions');
    }
    /** The values of a field among the actor's customers that begin with or hold the text, most used first. */
    async of(actor, field, text) {
        const where = new Conditions();
        where.visible(actor, 'c');
        where.and('c.archived_at IS NULL');
        const { value, from } = VALUE[field];
        const query = `SELECT ${value} AS value, count(*) AS uses FROM customers c ${from} WHERE ${where.sql} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, ${value} COLLATE "C" LIMIT ${MOST_READ}`;
        const found = await this.shapes.rows(this.source, query, where.values);
        const sought = searchTextOf(text);
        const fits = found.map((row) => ({ value: row.value, at: searchTextOf(row.value).indexOf(sought) })).filter(({ at }) => at >= 0);
        return [...fits.filter(({ at }) => at === 0), ...fits.filter(({ at }) => at > 0)].slice(0, MOST).map((fit) => fit.value);
    }
};
Suggestions = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], Suggestions);
export { Suggestions };
