var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from "../people/index.js";
/** What a file can hold. */
export const IMPORT_KINDS = ['customers', 'communications'];
/** How far an import has come. */
export const IMPORT_STATES = ['uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed'];
/** What became, or in a dry run would become, of a row. */
export const ROW_FATES = ['new', 'update', 'unchanged', 'duplicate', 'error'];
/** One import of a file: from upload over mapping and dry run to its result. */
let Import = class Import {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Import.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 16 }),
    __metadata("design:type", String)
], Import.prototype, "kind", void 0);
__decorate([
    Column('varchar', { length: 200 }),
    __metadata("design:type", String)
], Import.prototype, "fileName", void 0);
__decorate([
    Column('varchar', { length: 12 }),
    __metadata("design:type", String)
], Import.prototype, "state", void 0);
__decorate([
    Column('varchar', { length: 20 }),
    __metadata("design:type", String)
], Import.prototype, "encoding", void 0);
__decorate([
    Column('varchar', { length: 1 }),
    __metadata("design:type", String)
], Import.prototype, "delimiter", void 0);
__decorate([
    Column('jsonb', { default: [] }),
    __metadata("design:type", Array)
], Import.prototype, "columns", void 0);
__decorate([
    Column('jsonb', { nullable: true }),
    __metadata("design:type", Object)
], Import.prototype, "mapping", void 0);
__decorate([
    Column('jsonb', { default: {} }),
    __metadata("design:type", Object)
], Import.prototype, "counts", void 0);
__decorate([
    Column('jsonb', { default: {} }),
    __metadata("design:type", Object)
], Import.prototype, "samples", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Import.prototype, "rowsDone", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Import.prototype, "rowsTotal", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], Import.prototype, "failure", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Import.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Import.prototype, "finishedAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'importer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Import.prototype, "createdById", void 0);
Import = __decorate([
    Entity('imports'),
    Index('imports_by_time', ['createdAt']),
    Check('an_import_has_a_state', `state IN (${IMPORT_STATES.map((state) => `'${state}'`).join(', ')})`)
], Import);
export { Import };
