var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Flag, Id, Ids } from "../../platform/http/fields.js";
/** Gives a customer to somebody. */
export class ChangeOwner {
}
__decorate([
    Id({ nullable: true }),
    __metadata("design:type", Object)
], ChangeOwner.prototype, "ownerId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeOwner.prototype, "teamId", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], ChangeOwner.prototype, "moveTouchpoints", void 0);
/** Gives several customers to somebody: all of them or, when one of them can not be found, none. */
export class ChangeOwners extends ChangeOwner {
}
__decorate([
    Ids({ max: 500 }),
    __metadata("design:type", Array)
], ChangeOwners.prototype, "ids", void 0);
export class OwnersChangedView {
}
export class OwnerChangeView {
}
/** All changes of a customer's owner and team, newest first. */
export class OwnerHistoryView {
}
