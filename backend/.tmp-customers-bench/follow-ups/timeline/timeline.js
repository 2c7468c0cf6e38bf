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
import { decodeCursor, encodeCursor, notFound, pageLimit, startOfDay } from "../../kernel/index.js";
import { visibleCustomers } from "../../people/index.js";
import { rows, statement } from "../../platform/database/statements.js";
import { visibleRecords } from "../records.js";
import { CARD, CARD_JOINS } from "./card.sql.js";
const LIMITS = { fallback: 20, max: 50 };
const AFTER_ALL = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
// One index range over (customer, time, id), walked backwards; the filters are tested on the way, and one row too many tells of a next page.
const pageOf = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 12);
    const text = `SELECT coalesce((SELECT json_agg(${CARD} ORDER BY f.occurred_at DESC, f.id DESC) FROM page f ${CARD_JOINS} WHERE f.nth < $11), '[]')::text AS items,
      (SELECT count(*) FROM page)::int AS count, last.at AS "lastAt", last.id AS "lastId"
    FROM customers c LEFT JOIN LATERAL (SELECT iso(occurred_at) AS at, id FROM page WHERE nth = $11 - 1) last ON true
    WHERE c.id = $1 AND ${sql}`;
    const page = `WITH page AS MATERIALIZED (
      SELECT k.*, row_number() OVER (ORDER BY k.occurred_at DESC, k.id DESC) AS nth FROM (
        SELECT * FROM follow_ups f WHERE f.customer_id = $1 AND (f.occurred_at, f.id) < ($2::timestamptz, $3::uuid) AND f.occurred_at >= $4::timestamptz AND f.occurred_at < $5::timestamptz
          AND f.withdrawn_at IS NULL AND ($6::varchar[] IS NULL OR f.kind = ANY($6)) AND ($7::uuid[] IS NULL OR f.channel_id = ANY($7)) AND ($8::uuid[] IS NULL OR f.author_id = ANY($8))
          AND ($9::varchar[] IS NULL OR (f.kind = 'communication' AND f.validity = ANY($9))) AND ($10::text IS NULL OR f.text ILIKE $10 OR f.subject ILIKE $10)
        ORDER BY f.occurred_at DESC, f.id DESC LIMIT $11) k)`;
    return { text: statement('timeline_page', `${page} ${text}`), values };
};
const one = (actor) => {
    const { sql, values } = visibleRecords(actor, 2);
    const text = `SELECT ${CARD}::text AS card FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id ${CARD_JOINS} WHERE f.id = $1 AND f.withdrawn_at IS NULL AND ${sql}`;
    return { text: statement('follow_up_card', text), values };
};
/** Reads what happened with a customer; PostgreSQL writes the JSON. */
let Timeline = class Timeline {
    constructor(source) {
        this.source = source;
    }
    /** A page of a customer's records, newest first; days are those of the reader. 404 out of scope. */
    async page(actor, customerId, query) {
        const limit = pageLimit(query.limit, LIMITS);
        const [at, id] = query.after === undefined ? AFTER_ALL : decodeCursor(query.after, ['instant', 'uuid']);
        const { text, values } = pageOf(actor);
        const [page] = await rows(this.source, text, [customerId, at, id, ...filtersOf(actor, query), limit + 1, ...values]);
        if (!page)
            throw notFound();
        const next = page.count > limit ? encodeCursor([page.lastAt, page.lastId]) : null;
        return `{"items":${page.items},"next":${JSON.stringify(next)}}`;
    }
    /** One record in full; 404 when it is out of scope or was taken back. */
    async one(actor, id) {
        const { text, values } = one(actor);
        const [found] = await rows(this.source, text, [id, ...values]);
        if (!found)
            throw notFound();
        return found.card;
    }
};
Timeline = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], Timeline);
export { Timeline };
function filtersOf({ timeZone }, { from, until, kinds, channelIds, authorIds, validity, q }) {
    const pattern = q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    return [from ? startOfDay(from, timeZone) : '-infinity', until ? startOfDay(until, timeZone) : 'infinity', kinds ?? null, channelIds ?? null, authorIds ?? null, validity ?? null, pattern];
}
