var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'boolean'];
/** A field that the organisation added to its customers. Values stand in `customers.fields` under `key`. */
let CustomField = class CustomField {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], CustomField.prototype, "id", void 0);
__decorate([
    Index('one_custom_field_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], CustomField.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], CustomField.prototype, "names", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], CustomField.prototype, "kind", void 0);
__decorate([
    Column('jsonb', { default: [] }),
    __metadata("design:type", Array)
], CustomField.prototype, "choices", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], CustomField.prototype, "isRequired", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], CustomField.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], CustomField.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], CustomField.prototype, "version", void 0);
CustomField = __decorate([
    Entity('custom_fields'),
    Check('a_custom_field_has_a_kind', `kind IN ('text', 'number', 'date', 'choice', 'boolean')`)
], CustomField);
export { CustomField };
