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
import { decodeCursor, notFound, pageOf } from "../kernel/index.js";
import { visibleCustomers } from "../people/index.js";
import { rows, statement } from "../platform/database/statements.js";
const PAGE = 50;
const VIEW = `SELECT t.id, t.customer_id AS "customerId", c.name AS "customerName", t.owner_id AS "ownerId", p.name AS "ownerName", t.channel_id AS "channelId",
    t.purpose, t.talking_points AS "talkingPoints", t.place, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", iso(t.due_at) AS "dueAt",
    to_char(t.first_due_on, 'YYYY-MM-DD') AS "firstDueOn", t.times_moved AS "timesMoved", t.is_promised AS "isPromised", iso(t.remind_at) AS "remindAt",
    t.origin, t.state, iso(t.closed_at) AS "closedAt", t.closed_reason AS "closedReason", (SELECT f.id FROM follow_ups f WHERE f.touchpoint_id = t.id) AS "followUpId", t.version
  FROM touchpoints t JOIN customers c ON c.id = t.customer_id JOIN people p ON p.id = t.owner_id`;
const one = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 2);
    return { text: statement('touchpoint_view', `${VIEW} WHERE t.id = $1 AND ${sql}`), values };
};
// Open ones come first by due day, then the others with the newest due day first; both are one order over (rank, id).
const ofCustomer = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 6);
    const rank = `CASE WHEN t.state = 'scheduled' THEN t.due_on - date '2200-01-01' ELSE date '2200-01-01' - t.due_on END`;
    const text = `SELECT v.* FROM (SELECT ${rank} AS rank, t.id FROM touchpoints t WHERE t.customer_id = $1 AND ($2::varchar IS NULL OR t.state = $2)) k
    JOIN LATERAL (${VIEW} WHERE t.id = k.id AND ${sql}) v ON true
    WHERE (k.rank, k.id) > ($3::int, $4::uuid) ORDER BY k.rank, k.id LIMIT $5`;
    return { text: statement('touchpoints_of_a_customer', text.replace('SELECT v.*', 'SELECT k.rank, v.*')), values };
};
const isVisible = (actor) => {
    const { sql, values } = visibleCustomers(actor, 'c', 2);
    return { text: statement('touchpoints_customer_visible', `SELECT 1 FROM customers c WHERE c.id = $1 AND ${sql}`), values };
};
const movesOf = statement('moves_of_a_touchpoint', `SELECT m.id, iso(m.moved_at) AS "movedAt", m.moved_by_id AS "movedById", p.name AS "movedByName", to_char(m.from_on, 'YYYY-MM-DD') AS "fromOn", iso(m.from_at) AS "fromAt",
     to_char(m.to_on, 'YYYY-MM-DD') AS "toOn", iso(m.to_at) AS "toAt", m.reason
   FROM touchpoint_moves m JOIN people p ON p.id = m.moved_by_id WHERE m.touchpoint_id = $1 ORDER BY m.moved_at, m.id`);
/** Reads touchpoints within the actor's scope. */
let TouchpointReads = class TouchpointReads {
    constructor(source) {
        this.source = source;
    }
    /** One touchpoint; 404 when the actor may not see its customer. */
    async one(actor, id, on = this.source) {
        const { text, values } = one(actor);
        const [view] = await rows(on, text, [id, ...values]);
        if (!view)
            throw notFound();
        return view;
    }
    /** A page of a customer's touchpoints, open ones first. */
    async ofCustomer(actor, customerId, { state, after }) {
        const customer = isVisible(actor);
        if ((await rows(this.source, customer.text, [customerId, ...customer.values])).length === 0)
            throw notFound();
        const [rank, id] = after === undefined ? [-1_000_000, '00000000-0000-0000-0000-000000000000'] : decodeCursor(after, ['integer', 'uuid']);
        const { text, values } = ofCustomer(actor);
        const found = await rows(this.source, text, [customerId, state ?? null, rank, id, PAGE + 1, ...values]);
        const { items, next } = pageOf(found, PAGE, (row) => [row.rank, row.id]);
        return { items: items.map(({ rank: _rank, ...view }) => view), next };
    }
    /** Every move of a touchpoint, oldest first. */
    async moves(actor, id) {
        await this.one(actor, id);
        return { items: await rows(this.source, movesOf, [id]) };
    }
};
TouchpointReads = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], TouchpointReads);
export { TouchpointReads };
