var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Id, Instant, Money, Text } from "../../platform/http/fields.js";
/** Moves a customer to a stage now, at an instant, or on a day when only the day is known. */
export class ChangeStage {
}
__decorate([
    Id(),
    __metadata("design:type", String)
], ChangeStage.prototype, "stageId", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], ChangeStage.prototype, "on", void 0);
__decorate([
    Instant({ optional: true }),
    __metadata("design:type", String)
], ChangeStage.prototype, "at", void 0);
__decorate([
    Money({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeStage.prototype, "amount", void 0);
__decorate([
    Text({ max: 500, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeStage.prototype, "reason", void 0);
export class StageChangeView {
}
/** All changes of a customer's stage, newest first, with what they come to. */
export class StageHistoryView {
}
