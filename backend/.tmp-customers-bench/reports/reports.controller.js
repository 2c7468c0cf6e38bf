var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Controller, Get, Param, Query, StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import { CurrentActor, Needs } from "../people/index.js";
import { ReportExports } from "./exports.js";
import { REPORTS } from "./registry/catalogue.js";
import { ReportInput, RowsInput, RowsPageInput, ValuesInput } from "./report-input.dto.js";
import { Reports } from "./reports.js";
const OfReport = () => ApiParam({ name: 'key', enum: REPORTS.map(({ key }) => key) });
const AsCsv = () => applyDecorators(ApiProduces('text/csv'), ApiOkResponse({ schema: { type: 'string', format: 'binary' } }));
const csv = ({ name, content }) => new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
/** Reports: the catalogue, the answers, the rows behind each number, and all of it as CSV. */
let ReportsController = class ReportsController {
    constructor(reports, exports) {
        this.reports = reports;
        this.exports = exports;
    }
    /** Every report with its definition, dimensions and filters. */
    catalogue() {
        return this.reports.catalogue();
    }
    /** Values that a filter can offer. */
    values(actor, dimension, { text }) {
        return this.reports.values(actor, dimension, text ?? '');
    }
    /** The answer of a report, with the question as it was decided. */
    ask(actor, key, input) {
        return this.reports.ask(actor, key, input);
    }
    /** The communications or customers behind one of its numbers. */
    rows(actor, key, input) {
        return this.reports.rows(actor, key, input);
    }
    /** The answer as a file. */
    async exportReport(actor, key, input) {
        return csv(await this.exports.report(actor, key, input));
    }
    /** The rows behind one of its numbers as a file. */
    async exportRows(actor, key, input) {
        return csv(await this.exports.rows(actor, key, input));
    }
};
__decorate([
    Get(),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "catalogue", null);
__decorate([
    Get('dimensions/:dimension/values'),
    __param(0, CurrentActor()),
    __param(1, Param('dimension')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ValuesInput]),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "values", null);
__decorate([
    Get(':key'),
    OfReport(),
    __param(0, CurrentActor()),
    __param(1, Param('key')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ReportInput]),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "ask", null);
__decorate([
    Get(':key/rows'),
    OfReport(),
    __param(0, CurrentActor()),
    __param(1, Param('key')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, RowsPageInput]),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "rows", null);
__decorate([
    Get(':key/export.csv'),
    OfReport(),
    AsCsv(),
    __param(0, CurrentActor()),
    __param(1, Param('key')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ReportInput]),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "exportReport", null);
__decorate([
    Get(':key/rows/export.csv'),
    Needs('customers.export'),
    OfReport(),
    AsCsv(),
    __param(0, CurrentActor()),
    __param(1, Param('key')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, RowsInput]),
    __metadata("design:returntype", Promise)
], ReportsController.prototype, "exportRows", null);
ReportsController = __decorate([
    Controller('reports'),
    Needs('reports.see'),
    __metadata("design:paramtypes", [Reports,
        ReportExports])
], ReportsController);
export { ReportsController };
