var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Id } from "../../platform/http/fields.js";
/** One of the last contacts, short. */
export class BriefContactView {
}
/** An open touchpoint, promised ones among them. */
export class BriefTouchpointView {
}
export class BriefContactPointView {
}
/** A person at the customer, or the customer itself (id null), with the ways to reach them. */
export class BriefPersonView {
}
/** `inbound_unanswered`, `promise_broken`, `promise_due`, `quiet_hours`, `do_not_contact`, `contact_pressure`, `last_evaluation_low`, `contact_point_invalid`, `maximum_interval_passed`, `no_contact_point`. */
export class BriefWarningView {
}
/** What to know before speaking with the customer. */
export class BriefView {
}
export class LogDefaultsQuery {
}
__decorate([
    Id(),
    __metadata("design:type", String)
], LogDefaultsQuery.prototype, "customerId", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], LogDefaultsQuery.prototype, "channelId", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], LogDefaultsQuery.prototype, "dispositionId", void 0);
export class QuickDateView {
}
/** The open touchpoint that a reached contact would keep now, or that an attempt would leave open. */
export class MatchView {
}
/** What to try next after an attempt that did not reach. */
export class RetryView {
}
export class PressureView {
}
/** What the log sheet starts with. */
export class LogDefaultsView {
}
