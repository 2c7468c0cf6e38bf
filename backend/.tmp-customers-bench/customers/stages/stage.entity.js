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
export const STAGE_KINDS = ['open', 'won', 'lost', 'dormant'];
/** A step of the pipeline. */
let Stage = class Stage {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Stage.prototype, "id", void 0);
__decorate([
    Index('one_stage_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Stage.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Stage.prototype, "names", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], Stage.prototype, "kind", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Stage.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Stage.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Stage.prototype, "version", void 0);
Stage = __decorate([
    Entity('stages'),
    Check('a_stage_has_a_kind', `kind IN ('open', 'won', 'lost', 'dormant')`)
], Stage);
export { Stage };
