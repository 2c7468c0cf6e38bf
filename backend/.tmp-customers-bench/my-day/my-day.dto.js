var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Id, Text } from "../platform/http/fields.js";
/** The five buckets, in their order. */
export const BUCKETS = ['waiting', 'overdue', 'today', 'cadence', 'no_next_step'];
export class MyDayQuery {
}
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], MyDayQuery.prototype, "personId", void 0);
export class BucketQuery extends MyDayQuery {
}
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], BucketQuery.prototype, "after", void 0);
/** Why a row stands here; the page has the words. */
export class ReasonView {
}
/** The start of what was said last. */
export class LastLineView {
}
/** One row of My day. */
export class MyDayItemView {
}
/** The first rows of a bucket; `next` continues with `GET /api/my-day/{bucket}`. */
export class BucketView {
}
/** A person's queue of the day. */
export class MyDayView {
}
export class BucketPage {
}
