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
import { ValidateIf } from 'class-validator';
import { Check } from "../platform/http/field-check.js";
import { Nested, OneOf, Text, Whole } from "../platform/http/fields.js";
import { DELIMITERS } from "./file/delimiter.rules.js";
import { ENCODINGS } from "./file/encoding.js";
import { IMPORT_KINDS } from "./import.entity.js";
import { DATE_FORMATS } from "./mapping/date-formats.rules.js";
import { UNKNOWN_WORDS } from "./mapping/mapping.rules.js";
import { DECIMAL_MARKS } from "./mapping/numbers.rules.js";
const MAX_WORDS = 500;
const isTextByText = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= MAX_WORDS &&
    Object.entries(value).every(([key, text]) => key.length <= 200 && typeof text === 'string' && text.length <= 500);
/** Texts by text: words and what they mean, or targets and their default. */
const TextByText = () => applyDecorators(ValidateIf((_object, value) => value !== undefined), Check('isTextByText', isTextByText, 'bad_value'), ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } }));
/** What an uploaded file holds. */
export class UploadQuery {
}
__decorate([
    OneOf(IMPORT_KINDS),
    __metadata("design:type", String)
], UploadQuery.prototype, "kind", void 0);
/** Where one column goes, and how it is read. */
export class ColumnMappingInput {
}
__decorate([
    Text({ max: 200 }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "column", void 0);
__decorate([
    Text({ max: 60 }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "to", void 0);
__decorate([
    OneOf(DATE_FORMATS, { optional: true }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "format", void 0);
__decorate([
    OneOf(DECIMAL_MARKS, { optional: true }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "decimal", void 0);
__decorate([
    Text({ max: 3, optional: true }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "separator", void 0);
__decorate([
    TextByText(),
    __metadata("design:type", Object)
], ColumnMappingInput.prototype, "values", void 0);
__decorate([
    OneOf(UNKNOWN_WORDS, { optional: true }),
    __metadata("design:type", String)
], ColumnMappingInput.prototype, "unknown", void 0);
/** How a file is read. */
export class ChooseMapping {
}
__decorate([
    Nested(() => ColumnMappingInput, { max: 200 }),
    __metadata("design:type", Array)
], ChooseMapping.prototype, "columns", void 0);
__decorate([
    TextByText(),
    __metadata("design:type", Object)
], ChooseMapping.prototype, "defaults", void 0);
/** How the file is to be read, when it was not detected rightly. */
export class ChooseFormat {
}
__decorate([
    OneOf(ENCODINGS),
    __metadata("design:type", String)
], ChooseFormat.prototype, "encoding", void 0);
__decorate([
    OneOf(DELIMITERS),
    __metadata("design:type", String)
], ChooseFormat.prototype, "delimiter", void 0);
/** Which part of a list is asked for. */
export class ImportsQuery {
}
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], ImportsQuery.prototype, "cursor", void 0);
__decorate([
    Whole({ min: 1, max: 100, optional: true }),
    __metadata("design:type", Number)
], ImportsQuery.prototype, "limit", void 0);
/** Which issues are asked for. */
export class IssuesQuery extends ImportsQuery {
}
__decorate([
    OneOf(['error', 'duplicate'], { optional: true }),
    __metadata("design:type", String)
], IssuesQuery.prototype, "fate", void 0);
/** How many rows met each fate. */
export class ImportCountsView {
}
/** An import as a list shows it. */
export class ImportSummaryView {
}
/** A part of the list of imports. */
export class ImportPageView {
}
/** A column of the file and what stands in it. */
export class ImportColumnView {
}
/** Where one column goes, and how it is read. */
export class ColumnMappingView {
}
__decorate([
    ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } }),
    __metadata("design:type", Object)
], ColumnMappingView.prototype, "values", void 0);
/** How a file is read. */
export class MappingView {
}
__decorate([
    ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }),
    __metadata("design:type", Object)
], MappingView.prototype, "defaults", void 0);
/** Words of a column that nobody has explained. */
export class UnknownWordsView {
}
/** A row as the product understood it. */
export class SampleRowView {
}
/** The first rows of each fate. */
export class ImportSamplesView {
}
/** An import with all that its page shows. */
export class ImportView extends ImportSummaryView {
}
/** Why a row is not taken over. */
export class ImportIssueView {
}
/** A part of the issues of an import. */
export class ImportIssuePageView {
}
/** A word that a target can take. */
export class ImportWordView {
}
__decorate([
    ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }),
    __metadata("design:type", Object)
], ImportWordView.prototype, "names", void 0);
/** Something that a column can fill. */
export class ImportTargetView {
}
__decorate([
    ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }),
    __metadata("design:type", Object)
], ImportTargetView.prototype, "names", void 0);
/** Everything that columns of such a file can fill. */
export class ImportTargetsView {
}
