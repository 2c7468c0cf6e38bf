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
import { Customer } from "../customers/index.js";
import { Person } from "../people/index.js";
export const TOUCHPOINT_STATES = ['scheduled', 'done', 'missed', 'cancelled'];
export const TOUCHPOINT_ORIGINS = ['next_contact', 'manual', 'retry', 'inbound', 'cadence', 'plan'];
/** One contact that is meant to happen. A due day is a local date of the owner; a due time is an instant. */
let Touchpoint = class Touchpoint {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Touchpoint.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'touchpoint_customer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Touchpoint.prototype, "customerId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'touchpoint_owner_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Touchpoint.prototype, "ownerId", void 0);
__decorate([
    ForeignKey(() => Channel, { name: 'touchpoint_channel_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "channelId", void 0);
__decorate([
    Column('varchar', { length: 300, default: '' }),
    __metadata("design:type", String)
], Touchpoint.prototype, "purpose", void 0);
__decorate([
    Column('text', { default: '' }),
    __metadata("design:type", String)
], Touchpoint.prototype, "talkingPoints", void 0);
__decorate([
    Column('varchar', { length: 200, nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "place", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], Touchpoint.prototype, "dueOn", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "dueAt", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], Touchpoint.prototype, "firstDueOn", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Touchpoint.prototype, "timesMoved", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], Touchpoint.prototype, "isPromised", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "remindAt", void 0);
__decorate([
    Column('varchar', { length: 12 }),
    __metadata("design:type", String)
], Touchpoint.prototype, "origin", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "originFollowUpId", void 0);
__decorate([
    Column('varchar', { length: 10, default: 'scheduled' }),
    __metadata("design:type", String)
], Touchpoint.prototype, "state", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "closedAt", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], Touchpoint.prototype, "closedReason", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Touchpoint.prototype, "createdAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'touchpoint_creator_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Touchpoint.prototype, "createdById", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Touchpoint.prototype, "version", void 0);
Touchpoint = __decorate([
    Entity('touchpoints'),
    Index('open_touchpoints_of_an_owner', ['ownerId', 'dueOn'], { where: `state = 'scheduled'` }),
    Index('open_touchpoints_of_a_customer', ['customerId', 'dueOn'], { where: `state = 'scheduled'` }),
    Index('touchpoints_of_a_customer', ['customerId', 'dueOn']),
    Index('touchpoints_of_an_owner_by_day', ['ownerId', 'dueOn']),
    Check('a_touchpoint_has_a_state', `state IN ('scheduled', 'done', 'missed', 'cancelled')`),
    Check('a_closed_touchpoint_says_when', `(state = 'scheduled') = (closed_at IS NULL)`),
    Check('a_cancelled_touchpoint_says_why', `state <> 'cancelled' OR closed_reason IS NOT NULL`)
], Touchpoint);
export { Touchpoint };
