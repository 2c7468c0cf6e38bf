var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Flag, Day, Id, Instant, Money, Nested, OneOf, Text, Whole } from "../../platform/http/fields.js";
/** What happens next with the customer; a communication can not be logged without it. */
export const NEXT_STEPS = ['touchpoint', 'cadence', 'none'];
/** The words for who spoke first, and for whether a record counts. */
export const DIRECTIONS = ['outbound', 'inbound'];
export const VALIDITIES = ['unassessed', 'valid', 'invalid'];
/** `touchpoint` names exactly one of `dueOn` and `dueAt`; `none` gives its `reason`. */
export class NextStepInput {
}
__decorate([
    OneOf(NEXT_STEPS),
    __metadata("design:type", String)
], NextStepInput.prototype, "kind", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "dueOn", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "dueAt", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "channelId", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "purpose", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], NextStepInput.prototype, "isPromised", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "ownerId", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], NextStepInput.prototype, "reason", void 0);
/** The stage that the communication brought the customer to. */
export class StageChangeInput {
}
__decorate([
    Id(),
    __metadata("design:type", String)
], StageChangeInput.prototype, "stageId", void 0);
__decorate([
    Money({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], StageChangeInput.prototype, "amount", void 0);
__decorate([
    Text({ max: 500, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], StageChangeInput.prototype, "reason", void 0);
/** A communication that did happen, with its next step. */
export class LogContact {
}
__decorate([
    Id(),
    __metadata("design:type", String)
], LogContact.prototype, "customerId", void 0);
__decorate([
    Id(),
    __metadata("design:type", String)
], LogContact.prototype, "channelId", void 0);
__decorate([
    Id(),
    __metadata("design:type", String)
], LogContact.prototype, "dispositionId", void 0);
__decorate([
    OneOf(DIRECTIONS, { optional: true }),
    __metadata("design:type", String)
], LogContact.prototype, "direction", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "occurredAt", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "contactPersonId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "outcomeId", void 0);
__decorate([
    Whole({ min: 1, max: 5, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "evaluation", void 0);
__decorate([
    OneOf(VALIDITIES, { optional: true }),
    __metadata("design:type", String)
], LogContact.prototype, "validity", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "invalidReason", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "text", void 0);
__decorate([
    Whole({ min: 0, max: 86_400, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "durationSeconds", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "touchpointId", void 0);
__decorate([
    Nested(() => NextStepInput),
    __metadata("design:type", NextStepInput)
], LogContact.prototype, "nextStep", void 0);
__decorate([
    Nested(() => StageChangeInput, { optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "stageChange", void 0);
__decorate([
    Text({ max: 300, optional: true, nullable: true }),
    __metadata("design:type", Object)
], LogContact.prototype, "overrideReason", void 0);
/** Things worth knowing that do not stop a record. */
export const LOG_WARNINGS = ['contact_pressure', 'quiet_hours', 'do_not_contact'];
/** What became of a logged communication. */
export class LoggedView {
}
