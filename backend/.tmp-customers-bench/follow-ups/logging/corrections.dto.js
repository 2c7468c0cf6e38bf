var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Id, Instant, OneOf, Text, Whole } from "../../platform/http/fields.js";
import { DIRECTIONS, VALIDITIES } from "./log-contact.dto.js";
/** What is put right in a communication or a log; what is left out stays. */
export class CorrectFollowUp {
}
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "channelId", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "dispositionId", void 0);
__decorate([
    OneOf(DIRECTIONS, { optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "direction", void 0);
__decorate([
    Instant({ optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "occurredAt", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CorrectFollowUp.prototype, "contactPersonId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CorrectFollowUp.prototype, "outcomeId", void 0);
__decorate([
    Whole({ min: 1, max: 5, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CorrectFollowUp.prototype, "evaluation", void 0);
__decorate([
    OneOf(VALIDITIES, { optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "validity", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CorrectFollowUp.prototype, "invalidReason", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true }),
    __metadata("design:type", String)
], CorrectFollowUp.prototype, "text", void 0);
__decorate([
    Whole({ min: 0, max: 86_400, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CorrectFollowUp.prototype, "durationSeconds", void 0);
/** One property before and after a correction. */
export class CorrectedPropertyView {
}
export class CorrectionView {
}
/** Every correction of a record, newest first. */
export class CorrectionsView {
}
