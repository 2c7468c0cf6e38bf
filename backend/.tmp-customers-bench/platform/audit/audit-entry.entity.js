var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
/** One thing that somebody did, written in the transaction that did it. */
let AuditEntry = class AuditEntry {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], AuditEntry.prototype, "id", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], AuditEntry.prototype, "at", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], AuditEntry.prototype, "actorId", void 0);
__decorate([
    Column('varchar', { length: 60 }),
    __metadata("design:type", String)
], AuditEntry.prototype, "action", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], AuditEntry.prototype, "subjectId", void 0);
__decorate([
    Column('jsonb', { default: {} }),
    __metadata("design:type", Object)
], AuditEntry.prototype, "details", void 0);
AuditEntry = __decorate([
    Entity('audit_entries'),
    Index('audit_of_a_subject', ['subjectId', 'at']),
    Index('audit_by_time', ['at'])
], AuditEntry);
export { AuditEntry };
