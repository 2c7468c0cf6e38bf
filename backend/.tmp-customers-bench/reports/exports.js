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
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from "../platform/audit/audit.js";
import { communicationHeads, communicationLine, csvOf, customerHeads, customerLine, reportLines } from "./csv.js";
import { Reports } from "./reports.js";
const PAGE = 5_000;
/** Reports and the rows behind their numbers as CSV, in the language of who asks. */
let ReportExports = class ReportExports {
    constructor(reports, source, audit) {
        this.reports = reports;
        this.source = source;
        this.audit = audit;
    }
    /** The answer of a report. */
    async report(actor, key, input) {
        const view = await this.reports.ask(actor, key, input);
        return { name: `${key}_${view.question.today}.csv`, content: Readable.from([csvOf(reportLines(view, actor.language))]) };
    }
    /** Every row behind a number, read page by page while it is sent; who took it is on record. */
    async rows(actor, key, input) {
        const first = await this.reports.rows(actor, key, { ...input, limit: PAGE }, PAGE);
        await this.source.transaction((tx) => this.audit.record(tx, actor, 'report.exported', null, { report: key, column: input.column, rows: first.count }));
        return { name: `${key}_${input.column}.csv`, content: Readable.from(this.pages(actor, key, input, first)) };
    }
    async *pages(actor, key, input, first) {
        const { language, organisation } = actor;
        yield csvOf([first.kind === 'communications' ? communicationHeads(language) : customerHeads(language)]);
        for (let page = first;; page = await this.reports.rows(actor, key, { ...input, limit: PAGE, cursor: page.next ?? '' }, PAGE)) {
            const lines = [...page.communications.map((row) => communicationLine(row, language, organisation.timeZone)), ...page.customers.map((row) => customerLine(row, language))];
            if (lines.length)
                yield csvOf(lines, false);
            if (page.next === null)
                return;
        }
    }
};
ReportExports = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reports,
        DataSource,
        Audit])
], ReportExports);
export { ReportExports };
