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
import { Channel } from "../channels/index.js";
import { Person, Team } from "../people/index.js";
import { Stage } from "./stages/stage.entity.js";
import { Tier } from "./tiers/tier.entity.js";
/** A person or an organisation we keep in touch with. */
let Customer = class Customer {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Customer.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 12 }),
    __metadata("design:type", String)
], Customer.prototype, "kind", void 0);
__decorate([
    Column('varchar', { length: 200 }),
    __metadata("design:type", String)
], Customer.prototype, "name", void 0);
__decorate([
    Column({ type: 'varchar', length: 400, collation: 'C' }),
    __metadata("design:type", String)
], Customer.prototype, "sortName", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'customer_owner_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "ownerId", void 0);
__decorate([
    ForeignKey(() => Team, { name: 'customer_team_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "teamId", void 0);
__decorate([
    ForeignKey(() => Tier, { name: 'customer_tier_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Customer.prototype, "tierId", void 0);
__decorate([
    ForeignKey(() => Stage, { name: 'customer_stage_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Customer.prototype, "stageId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Customer.prototype, "stageSince", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "source", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "industry", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "region", void 0);
__decorate([
    Column('varchar', { length: 60, array: true, default: [] }),
    __metadata("design:type", Array)
], Customer.prototype, "tags", void 0);
__decorate([
    Column('jsonb', { default: {} }),
    __metadata("design:type", Object)
], Customer.prototype, "fields", void 0);
__decorate([
    Column('text', { default: '' }),
    __metadata("design:type", String)
], Customer.prototype, "note", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "formOfAddress", void 0);
__decorate([
    ForeignKey(() => Channel, { name: 'preferred_channel_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "preferredChannelId", void 0);
__decorate([
    Column('char', { length: 5, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "preferredFrom", void 0);
__decorate([
    Column('char', { length: 5, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "preferredUntil", void 0);
__decorate([
    Column('char', { length: 5, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "quietFrom", void 0);
__decorate([
    Column('char', { length: 5, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "quietUntil", void 0);
__decorate([
    Column('varchar', { length: 64, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "timeZone", void 0);
__decorate([
    Column('uuid', { array: true, default: [] }),
    __metadata("design:type", Array)
], Customer.prototype, "doNotContact", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], Customer.prototype, "knownSinceOn", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Customer.prototype, "createdAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'customer_creator_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Customer.prototype, "createdById", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "archivedAt", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "externalId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "importId", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Customer.prototype, "version", void 0);
__decorate([
    Column('boolean', { default: true }),
    __metadata("design:type", Boolean)
], Customer.prototype, "isOpen", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "convertedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "firstContactAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "lastContactAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "lastHeardAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "lastEffectiveAt", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], Customer.prototype, "cadenceAnchorOn", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "respondBy", void 0);
__decorate([
    Column('date', { nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "nextTouchpointOn", void 0);
__decorate([
    Column('varchar', { length: 12, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "nextStep", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], Customer.prototype, "nextStepReason", void 0);
Customer = __decorate([
    Entity('customers'),
    Index('customers_of_an_owner', ['ownerId', 'nextTouchpointOn']),
    Index('customers_of_an_owner_by_last_contact', ['ownerId', 'lastContactAt', 'id']),
    Index('customers_of_a_team', ['teamId']),
    Index('customers_by_name', ['sortName', 'id']),
    Index('customers_by_last_contact', ['lastContactAt', 'id']),
    Index('customers_waiting_on_us', ['ownerId', 'respondBy'], { where: 'respond_by IS NOT NULL AND archived_at IS NULL' }),
    Index('customers_with_nothing_scheduled', ['ownerId', 'tierId', 'cadenceAnchorOn', 'id', 'nextStep', 'respondBy'], {
        where: 'next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL',
    }),
    Index('one_customer_per_external_id', ['externalId'], { unique: true, where: 'external_id IS NOT NULL' }),
    Check('a_customer_is_a_person_or_an_organisation', `kind IN ('person', 'organisation')`)
], Customer);
export { Customer };
