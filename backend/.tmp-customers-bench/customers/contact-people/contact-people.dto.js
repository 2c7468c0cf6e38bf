var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Id, Nested, OneOf, Text } from "../../platform/http/fields.js";
import { CONTACT_POINT_KINDS, VALIDITIES } from "./contact-point.entity.js";
/** A way to reach a customer or one of its people, as a form sends it. */
export class ContactPointInput {
}
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], ContactPointInput.prototype, "id", void 0);
__decorate([
    OneOf(CONTACT_POINT_KINDS),
    __metadata("design:type", String)
], ContactPointInput.prototype, "kind", void 0);
__decorate([
    Text({ max: 254 }),
    __metadata("design:type", String)
], ContactPointInput.prototype, "value", void 0);
__decorate([
    OneOf(VALIDITIES, { optional: true }),
    __metadata("design:type", String)
], ContactPointInput.prototype, "validity", void 0);
/** A person at a customer, as a form sends it. */
export class ContactPersonInput {
}
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], ContactPersonInput.prototype, "id", void 0);
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], ContactPersonInput.prototype, "name", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ContactPersonInput.prototype, "title", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ContactPersonInput.prototype, "formOfAddress", void 0);
__decorate([
    Nested(() => ContactPointInput, { max: 20, optional: true }),
    __metadata("design:type", Array)
], ContactPersonInput.prototype, "contactPoints", void 0);
export class ContactPointView {
}
export class ContactPersonView {
}
/** Somebody who was a contact person once; old records still name them. */
export class FormerContactPersonView {
}
