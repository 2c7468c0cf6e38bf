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
import { WorkingCalendars } from "../calendar/index.js";
import { addWorkingDays, decodeCursor, encodeCursor, localDateOf, notFound } from "../kernel/index.js";
import { seesPerson, visibleCustomers } from "../people/index.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { BUCKETS } from "./my-day.dto.js";
import { NUMBER_OF, PAGE, pageOfDue, pageOfQuiet, wholeDay } from "./my-day.sql.js";
const frameOf = statement('my_day_frame', `SELECT p.time_zone AS zone, (SELECT json_agg(json_build_object('id', t.id, 'ideal', t.ideal_days, 'maximum', t.maximum_days) ORDER BY t.position, t.id) FROM tiers t) AS tiers
   FROM people p WHERE p.id = $1`);
/** Answers the queue of a day: exclusive buckets, in their order, with a reason on each row. */
let MyDay = class MyDay {
    constructor(source, calendars, clock) {
        this.source = source;
        this.calendars = calendars;
        this.clock = clock;
    }
    /** The five buckets of a person with their exact numbers and first rows; 404 for somebody whose work the actor does not see. */
    async of(actor, personId) {
        const { today, values } = await this.frame(actor, personId);
        const scope = visibleCustomers(actor, 'c', 8);
        const found = await rows(this.source, statement('my_day', wholeDay(scope.sql)), [...values, ...scope.values]);
        const buckets = found.map((row) => `{"bucket":"${nameOf(row.bucket)}","total":${row.total},"items":${row.items},"next":${nextOf(row.total > PAGE, row)}}`);
        return `{"personId":"${personId}","today":"${today}","snoozed":${found[0]?.snoozed ?? 0},"buckets":[${buckets.join(',')}]}`;
    }
    /** The rows of a bucket after the cursor that the page before it gave; from the beginning without one. */
    async bucket(actor, personId, bucket, after) {
        const { values } = await this.frame(actor, personId);
        const key = after === null ? ['-infinity', 0, '1900-01-01', '00000000-0000-0000-0000-000000000000'] : decodeCursor(after, ['instant?', 'integer', 'date', 'uuid']);
        const { text, extra } = pageStatement(actor, bucket);
        const [page] = await rows(this.source, text, [...values, key[0] ?? 'infinity', ...key.slice(1), ...extra]);
        return `{"items":${page?.items ?? '[]'},"next":${page ? nextOf(page.total > PAGE, page) : 'null'}}`;
    }
    async frame(actor, personId) {
        if (!seesPerson(actor, personId))
            throw notFound();
        const [[frame], calendar] = await Promise.all([rows(this.source, frameOf, [personId]), this.calendars.forOrganisation(this.source)]);
        if (!frame)
            throw notFound();
        const { zone, tiers } = frame;
        const now = this.clock.now();
        const today = localDateOf(now, zone);
        const passed = (days) => addWorkingDays(today, -days, calendar);
        const values = [personId, today, now, zone, tiers.map(({ id }) => id), tiers.map(({ ideal }) => passed(ideal)), tiers.map(({ maximum }) => passed(maximum))];
        return { today, values };
    }
};
MyDay = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        WorkingCalendars,
        Clock])
], MyDay);
export { MyDay };
const nameOf = (number) => BUCKETS[number - 1];
function pageStatement(actor, bucket) {
    const number = NUMBER_OF[bucket];
    if (number === 4 || number === 5)
        return { text: statement(`my_day_page_${number}`, pageOfQuiet(number)), extra: [] };
    const { sql, values } = visibleCustomers(actor, 'c', 13);
    return { text: statement('my_day_page_due', pageOfDue(sql)), extra: [number, ...values] };
}
const nextOf = (hasMore, { lastBreach, lastRank, lastDay, lastId }) => hasMore ? JSON.stringify(encodeCursor([lastBreach, lastRank, lastDay, lastId])) : 'null';
