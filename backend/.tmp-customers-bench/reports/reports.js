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
import { invalid, notFound } from "../kernel/index.js";
import { Clock } from "../platform/clock.js";
import { freshRows } from "../platform/database/statements.js";
import { answer, columnView } from "./answer.js";
import { dimensionsOf, filterDimensions, mayBe, partsOf, questionOf, split } from "./question.js";
import { isTimeout, tookTooLong } from "./refusals.js";
import { REPORTS } from "./registry/catalogue.js";
import { pageOfRows } from "./rows.js";
import { offeredValues } from "./values.js";
const LONGEST_SECONDS = 20;
const CALENDAR = { text: 'SELECT week_starts_on AS "weekStartsOn" FROM report_calendar', values: [] };
const FIELDS = { text: `SELECT key, names, kind, choices FROM report_fields WHERE kind IN ('text', 'choice', 'boolean') AND NOT is_archived ORDER BY position, key`, values: [] };
/** Answers the questions of a team lead out of the registry, each from one snapshot of the data and under the scope of who asks. */
let Reports = class Reports {
    constructor(source, clock) {
        this.source = source;
        this.clock = clock;
    }
    /** Every report, and how it can be broken down and filtered. */
    catalogue() {
        return this.reading(async (read) => {
            const { fields } = await this.setting(read);
            return { reports: REPORTS.map((report) => lineOf(report, fields)) };
        });
    }
    /** The answer of a report. */
    ask(actor, key, input) {
        return this.reading(async (read) => answer(read, questionOf(key, input, actor, await this.setting(read))));
    }
    /** One page of the communications or customers behind a number, at most `most` of them. */
    rows(actor, key, input, most = 200) {
        return this.reading(async (read) => {
            const question = questionOf(key, input, actor, await this.setting(read));
            return pageOfRows(read, question, openedBy(question, input), { size: Math.min(input.limit ?? 50, most), cursor: input.cursor });
        });
    }
    /** The values that a filter can offer to the actor. */
    values(actor, key, text) {
        return this.reading(async (read) => {
            const { fields } = await this.setting(read);
            const dimension = REPORTS.flatMap((report) => filterDimensions(report, fields)).find((one) => one.key === key);
            if (!dimension)
                throw notFound();
            return { values: await offeredValues(read, dimension, actor, text) };
        });
    }
    async setting(read) {
        const [calendar] = await read(CALENDAR);
        return { now: this.clock.now(), weekStartsOn: calendar?.weekStartsOn ?? 1, fields: await read(FIELDS) };
    }
    /**
     * A snapshot that nothing changes while it is read, with more time and memory than everyday statements have. Joins are hashed: of how many
     * customers a cohort holds the planner knows nothing, and looked up one by one they take ten times as long.
     */
    async reading(work) {
        try {
            return await this.source.transaction('REPEATABLE READ', async (tx) => {
                await freshRows(tx, `SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '${LONGEST_SECONDS}s'; SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL enable_nestloop = off`);
                return work(({ text, values }) => freshRows(tx, text, values));
            });
        }
        catch (error) {
            throw isTimeout(error) ? tookTooLong(LONGEST_SECONDS) : error;
        }
    }
};
Reports = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], Reports);
export { Reports };
/** Which number an input opens; refuses a column or a bucket that the question does not have. */
function openedBy(question, { column: key, bucket }) {
    const part = partsOf(question).find(({ columns }) => columns.some((one) => one.key === key));
    const column = part?.columns.find((one) => one.key === key);
    if (!part || !column)
        throw invalid('column', 'bad_value');
    if (!bucket)
        return { part, column, bucket: null };
    const values = new Map(bucket.map(split));
    const keys = question.by.map((dimension) => values.get(dimension.key) ?? null);
    const fits = values.size === question.by.length && question.by.every((dimension, i) => values.has(dimension.key) && (keys[i] == null || mayBe(dimension, keys[i])));
    if (!fits || (part.relation === 'uncontacted' && question.by.some(({ source }) => source === 'journey')))
        throw invalid('bucket', 'bad_value');
    return { part, column, bucket: keys };
}
const dimensionView = ({ key, names, kind }) => ({ key, names, kind });
function lineOf(report, fields) {
    const { key, group, names, asks, by, isAssociation, measure } = report;
    return {
        key, group, names, asks, isAssociation,
        by: [...by],
        isCohort: measure.isCohort,
        columns: measure.parts.flatMap(({ columns }) => columns.map(columnView)),
        rate: measure.rate,
        definition: measure.definition,
        dimensions: dimensionsOf(report, fields).map(dimensionView),
        filters: filterDimensions(report, fields).map(dimensionView),
    };
}
