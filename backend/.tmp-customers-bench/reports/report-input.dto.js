var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PERIOD_NAMES } from "../kernel/index.js";
import { Day, Flag, OneOf, Text, Texts, Whole } from "../platform/http/fields.js";
import { DAYS, ORIGINS } from "./question.js";
const LONGEST_VALUE = 300;
/** Texts that may hold commas: the parameter is given once for each of them. */
const Repeated = (max) => applyDecorators(Transform(({ value }) => (typeof value === 'string' ? [value] : value)), IsOptional(), IsArray({ context: { code: 'must_be_a_list' } }), ArrayMaxSize(max, { context: { code: 'too_many', params: { max } } }), IsString({ each: true, context: { code: 'must_be_text' } }), MaxLength(LONGEST_VALUE, { each: true, context: { code: 'too_long', params: { max: LONGEST_VALUE } } }), ApiProperty({ required: false, type: 'array', maxItems: max, items: { type: 'string', maxLength: LONGEST_VALUE } }));
/** A question to a report. */
export class ReportInput {
}
__decorate([
    OneOf(PERIOD_NAMES, { optional: true }),
    __metadata("design:type", String)
], ReportInput.prototype, "period", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], ReportInput.prototype, "from", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], ReportInput.prototype, "until", void 0);
__decorate([
    Texts({ length: 60, optional: true }),
    __metadata("design:type", Array)
], ReportInput.prototype, "by", void 0);
__decorate([
    OneOf(ORIGINS, { optional: true }),
    __metadata("design:type", String)
], ReportInput.prototype, "origin", void 0);
__decorate([
    OneOf(DAYS, { optional: true }),
    __metadata("design:type", Object)
], ReportInput.prototype, "days", void 0);
__decorate([
    Repeated(100),
    __metadata("design:type", Array)
], ReportInput.prototype, "filter", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], ReportInput.prototype, "compare", void 0);
/** A question to a report, and which of its numbers to open. */
export class RowsInput extends ReportInput {
}
__decorate([
    Text({ max: 40 }),
    __metadata("design:type", String)
], RowsInput.prototype, "column", void 0);
__decorate([
    Repeated(3),
    __metadata("design:type", Array)
], RowsInput.prototype, "bucket", void 0);
/** One page of the rows behind a number. */
export class RowsPageInput extends RowsInput {
}
__decorate([
    Whole({ min: 1, max: 200, optional: true }),
    __metadata("design:type", Number)
], RowsPageInput.prototype, "limit", void 0);
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], RowsPageInput.prototype, "cursor", void 0);
/** Which values a filter offers. */
export class ValuesInput {
}
__decorate([
    Text({ max: 100, min: 0, optional: true }),
    __metadata("design:type", String)
], ValuesInput.prototype, "text", void 0);
