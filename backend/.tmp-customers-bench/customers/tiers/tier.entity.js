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
/** How important a customer is, and by that how often it is contacted by default. */
let Tier = class Tier {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Tier.prototype, "id", void 0);
__decorate([
    Index('one_tier_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Tier.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Tier.prototype, "names", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Tier.prototype, "idealDays", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Tier.prototype, "maximumDays", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Tier.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Tier.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Tier.prototype, "version", void 0);
Tier = __decorate([
    Entity('tiers'),
    Check('a_tier_waits_at_least_a_day', 'ideal_days >= 1 AND maximum_days >= ideal_days')
], Tier);
export { Tier };
