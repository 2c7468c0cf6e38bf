var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Flag, Id, Instant, OneOf, Text } from "../platform/http/fields.js";
import { TOUCHPOINT_STATES } from "./touchpoint.entity.js";
/** A contact that is planned: exactly one of `dueOn` (a day) and `dueAt` (a time) is given. */
export class PlanTouchpoint {
}
__decorate([
    Id(),
    __metadata("design:type", String)
], PlanTouchpoint.prototype, "customerId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "ownerId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "channelId", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "dueOn", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "dueAt", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "purpose", void 0);
__decorate([
    Text({ max: 10_000, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "talkingPoints", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "place", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], PlanTouchpoint.prototype, "isPromised", void 0);
__decorate([
    Text({ max: 300, optional: true, nullable: true }),
    __metadata("design:type", Object)
], PlanTouchpoint.prototype, "overrideReason", void 0);
/** What can be changed of an open touchpoint besides its date; what is left out stays. */
export class ChangeTouchpoint {
}
__decorate([
    Text({ max: 300, min: 0, optional: true }),
    __metadata("design:type", String)
], ChangeTouchpoint.prototype, "purpose", void 0);
__decorate([
    Text({ max: 10_000, min: 0, optional: true }),
    __metadata("design:type", String)
], ChangeTouchpoint.prototype, "talkingPoints", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeTouchpoint.prototype, "place", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeTouchpoint.prototype, "channelId", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], ChangeTouchpoint.prototype, "ownerId", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], ChangeTouchpoint.prototype, "isPromised", void 0);
__decorate([
    Text({ max: 300, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeTouchpoint.prototype, "overrideReason", void 0);
/** The new date of an open touchpoint: exactly one of `dueOn` and `dueAt`. */
export class MoveTouchpoint {
}
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], MoveTouchpoint.prototype, "dueOn", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], MoveTouchpoint.prototype, "dueAt", void 0);
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], MoveTouchpoint.prototype, "reason", void 0);
__decorate([
    Text({ max: 300, optional: true, nullable: true }),
    __metadata("design:type", Object)
], MoveTouchpoint.prototype, "overrideReason", void 0);
export class CloseTouchpoint {
}
__decorate([
    Text({ max: 300 }),
    __metadata("design:type", String)
], CloseTouchpoint.prototype, "reason", void 0);
export class MissTouchpoint {
}
__decorate([
    Text({ max: 300, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], MissTouchpoint.prototype, "reason", void 0);
export class RemindInput {
}
__decorate([
    Instant({ nullable: true }),
    __metadata("design:type", Object)
], RemindInput.prototype, "at", void 0);
export class TouchpointsQuery {
}
__decorate([
    OneOf(TOUCHPOINT_STATES, { optional: true }),
    __metadata("design:type", String)
], TouchpointsQuery.prototype, "state", void 0);
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], TouchpointsQuery.prototype, "after", void 0);
/** One contact that is meant to happen, or was. */
export class TouchpointView {
}
export class TouchpointPage {
}
/** One move of a touchpoint, oldest first in a list. */
export class TouchpointMoveView {
}
export class TouchpointMovesView {
}
