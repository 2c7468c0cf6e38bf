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
import { ContactPerson, Customer } from "../customers/index.js";
import { Person } from "../people/index.js";
import { Touchpoint } from "../touchpoints/index.js";
import { Disposition } from "./disposition.entity.js";
import { Outcome } from "./outcome.entity.js";
/** The five kinds of record; approval comes with the plans. */
export const FOLLOW_UP_KINDS = ['communication', 'log', 'schedule', 'task', 'approval'];
/** A record of what did happen with a customer (communication, log), or of a simple event or task. */
let FollowUp = class FollowUp {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], FollowUp.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 14 }),
    __metadata("design:type", String)
], FollowUp.prototype, "kind", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'follow_up_customer_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "customerId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'follow_up_author_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], FollowUp.prototype, "authorId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'follow_up_owner_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], FollowUp.prototype, "ownerId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], FollowUp.prototype, "occurredAt", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], FollowUp.prototype, "occurredOn", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], FollowUp.prototype, "loggedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "endsAt", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], FollowUp.prototype, "isAllDay", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "doneAt", void 0);
__decorate([
    ForeignKey(() => Channel, { name: 'follow_up_channel_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "channelId", void 0);
__decorate([
    Column('varchar', { length: 8, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "direction", void 0);
__decorate([
    ForeignKey(() => Disposition, { name: 'follow_up_disposition_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "dispositionId", void 0);
__decorate([
    ForeignKey(() => Outcome, { name: 'follow_up_outcome_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "outcomeId", void 0);
__decorate([
    Column('smallint', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "evaluation", void 0);
__decorate([
    Column('varchar', { length: 10, default: 'unassessed' }),
    __metadata("design:type", String)
], FollowUp.prototype, "validity", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "invalidReason", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], FollowUp.prototype, "isEffective", void 0);
__decorate([
    ForeignKey(() => ContactPerson, { name: 'follow_up_contact_person_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "contactPersonId", void 0);
__decorate([
    Column('varchar', { length: 200, default: '' }),
    __metadata("design:type", String)
], FollowUp.prototype, "subject", void 0);
__decorate([
    Column('text', { default: '' }),
    __metadata("design:type", String)
], FollowUp.prototype, "text", void 0);
__decorate([
    Column('varchar', { length: 200, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "place", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "durationSeconds", void 0);
__decorate([
    ForeignKey(() => Touchpoint, { name: 'kept_touchpoint_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "touchpointId", void 0);
__decorate([
    Column('varchar', { length: 40, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "countedBecause", void 0);
__decorate([
    ForeignKey(() => Touchpoint, { name: 'next_touchpoint_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "nextTouchpointId", void 0);
__decorate([
    Column('varchar', { length: 12, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "nextStep", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "nextStepReason", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "respondBy", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "correctedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "withdrawnAt", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "externalId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], FollowUp.prototype, "importId", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], FollowUp.prototype, "version", void 0);
FollowUp = __decorate([
    Entity('follow_ups'),
    Index('timeline_of_a_customer', ['customerId', 'occurredAt', 'id']),
    Index('follow_ups_by_day', ['occurredOn'])
    // Written by hand, because it includes columns: the communications alone, as reports count them.
    ,
    Index('communications_for_reports', { synchronize: false }),
    Index('follow_ups_by_owner_and_time', ['ownerId', 'occurredAt']),
    Index('events_and_tasks_of_an_owner', ['ownerId', 'occurredAt'], { where: `kind IN ('schedule', 'task')` }),
    Index('open_tasks_of_an_owner', ['ownerId', 'occurredAt'], { where: `kind = 'task' AND done_at IS NULL` }),
    Index('one_communication_per_touchpoint', ['touchpointId'], { unique: true, where: `touchpoint_id IS NOT NULL` }),
    Index('follow_ups_by_next_touchpoint', ['nextTouchpointId'], { where: 'next_touchpoint_id IS NOT NULL' }),
    Index('one_follow_up_per_external_id', ['externalId'], { unique: true, where: 'external_id IS NOT NULL' }),
    Check('a_follow_up_has_a_kind', `kind IN ('communication', 'log', 'schedule', 'task', 'approval')`),
    Check('a_communication_names_customer_channel_and_disposition', `kind <> 'communication' OR (customer_id IS NOT NULL AND channel_id IS NOT NULL AND disposition_id IS NOT NULL AND direction IS NOT NULL)`),
    Check('an_evaluation_is_1_to_5', 'evaluation BETWEEN 1 AND 5'),
    Check('an_invalid_communication_says_why', `validity <> 'invalid' OR invalid_reason IS NOT NULL`),
    Check('an_event_ends_after_it_starts', 'ends_at > occurred_at')
], FollowUp);
export { FollowUp };
