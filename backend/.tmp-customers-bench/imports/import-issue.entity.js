var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Import } from "./import.entity.js";
/** Why a row of a file was not taken over: something wrong in a column, or a duplicate. */
let ImportIssue = class ImportIssue {
};
__decorate([
    ForeignKey(() => Import, { name: 'issue_import_exists', onDelete: 'CASCADE' }),
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], ImportIssue.prototype, "importId", void 0);
__decorate([
    PrimaryColumn('int'),
    __metadata("design:type", Number)
], ImportIssue.prototype, "line", void 0);
__decorate([
    PrimaryColumn('smallint'),
    __metadata("design:type", Number)
], ImportIssue.prototype, "position", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], ImportIssue.prototype, "fate", void 0);
__decorate([
    Column('varchar', { length: 200 }),
    __metadata("design:type", String)
], ImportIssue.prototype, "columnName", void 0);
__decorate([
    Column('varchar', { length: 60 }),
    __metadata("design:type", String)
], ImportIssue.prototype, "code", void 0);
__decorate([
    Column('jsonb', { default: {} }),
    __metadata("design:type", Object)
], ImportIssue.prototype, "params", void 0);
__decorate([
    Column('varchar', { length: 200 }),
    __metadata("design:type", String)
], ImportIssue.prototype, "value", void 0);
ImportIssue = __decorate([
    Entity('import_issues'),
    Check('an_issue_is_an_error_or_a_duplicate', `fate IN ('error', 'duplicate')`)
], ImportIssue);
export { ImportIssue };
