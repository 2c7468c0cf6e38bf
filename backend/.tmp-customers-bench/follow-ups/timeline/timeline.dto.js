var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Ids, SomeOf, Text, Whole } from "../../platform/http/fields.js";
import { FOLLOW_UP_KINDS } from "../follow-up.entity.js";
import { VALIDITIES } from "../logging/log-contact.dto.js";
export class TimelineQuery {
}
__decorate([
    SomeOf(FOLLOW_UP_KINDS, { optional: true }),
    __metadata("design:type", Array)
], TimelineQuery.prototype, "kinds", void 0);
__decorate([
    Ids({ optional: true }),
    __metadata("design:type", Array)
], TimelineQuery.prototype, "channelIds", void 0);
__decorate([
    Ids({ optional: true }),
    __metadata("design:type", Array)
], TimelineQuery.prototype, "authorIds", void 0);
__decorate([
    SomeOf(VALIDITIES, { optional: true }),
    __metadata("design:type", Array)
], TimelineQuery.prototype, "validity", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], TimelineQuery.prototype, "from", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], TimelineQuery.prototype, "until", void 0);
__decorate([
    Text({ max: 200, optional: true }),
    __metadata("design:type", String)
], TimelineQuery.prototype, "q", void 0);
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], TimelineQuery.prototype, "after", void 0);
__decorate([
    Whole({ min: 1, max: 50, optional: true }),
    __metadata("design:type", Number)
], TimelineQuery.prototype, "limit", void 0);
/** The touchpoint that a communication kept. */
export class KeptTouchpointView {
}
/** The touchpoint of a next step, as it stands now. */
export class NextTouchpointView {
}
/** How a communication ended. */
export class NextStepView {
}
/** The stage change that a communication brought about. */
export class CardStageChangeView {
}
/** The newest remarks on a record, oldest first, and how many there are in all. */
export class CardCommentsView {
}
/** One record in full: a communication, log, event, task or approval. */
export class FollowUpView {
}
/** A page of a customer's timeline, newest first. */
export class TimelinePage {
}
