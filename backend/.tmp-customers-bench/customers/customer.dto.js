var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ContactPersonInput, ContactPointInput } from "./contact-people/contact-people.dto.js";
import { FieldValuesInput, FieldValuesView } from "./fields/field-values.dto.js";
import { Day, Id, Ids, Money, Nested, OneOf, Text, Texts, TimeOfDay, Zone } from "../platform/http/fields.js";
export const CUSTOMER_KINDS = ['person', 'organisation'];
/** What both a new and a changed customer may carry; what is left out stays as it is, or takes its default. */
export class CustomerDetails {
}
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], CustomerDetails.prototype, "tierId", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "source", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "industry", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "region", void 0);
__decorate([
    Texts({ max: 30, length: 60, optional: true }),
    __metadata("design:type", Array)
], CustomerDetails.prototype, "tags", void 0);
__decorate([
    Text({ max: 10_000, min: 0, optional: true }),
    __metadata("design:type", String)
], CustomerDetails.prototype, "note", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "formOfAddress", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "preferredChannelId", void 0);
__decorate([
    TimeOfDay({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "preferredFrom", void 0);
__decorate([
    TimeOfDay({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "preferredUntil", void 0);
__decorate([
    TimeOfDay({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "quietFrom", void 0);
__decorate([
    TimeOfDay({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "quietUntil", void 0);
__decorate([
    Zone({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "timeZone", void 0);
__decorate([
    Ids({ max: 50, optional: true }),
    __metadata("design:type", Array)
], CustomerDetails.prototype, "doNotContact", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], CustomerDetails.prototype, "knownSinceOn", void 0);
__decorate([
    Text({ max: 120, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "externalId", void 0);
__decorate([
    FieldValuesInput(),
    __metadata("design:type", Object)
], CustomerDetails.prototype, "fields", void 0);
__decorate([
    Nested(() => ContactPointInput, { max: 20, optional: true }),
    __metadata("design:type", Array)
], CustomerDetails.prototype, "contactPoints", void 0);
__decorate([
    Nested(() => ContactPersonInput, { max: 50, optional: true }),
    __metadata("design:type", Array)
], CustomerDetails.prototype, "contactPeople", void 0);
export class CreateCustomer extends CustomerDetails {
}
__decorate([
    Text({ max: 200 }),
    __metadata("design:type", String)
], CreateCustomer.prototype, "name", void 0);
__decorate([
    OneOf(CUSTOMER_KINDS),
    __metadata("design:type", String)
], CreateCustomer.prototype, "kind", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CreateCustomer.prototype, "ownerId", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CreateCustomer.prototype, "teamId", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], CreateCustomer.prototype, "stageId", void 0);
__decorate([
    Money({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], CreateCustomer.prototype, "amount", void 0);
__decorate([
    Text({ max: 500, optional: true, nullable: true }),
    __metadata("design:type", Object)
], CreateCustomer.prototype, "reason", void 0);
export class ChangeCustomer extends CustomerDetails {
}
__decorate([
    Text({ max: 200, optional: true }),
    __metadata("design:type", String)
], ChangeCustomer.prototype, "name", void 0);
__decorate([
    OneOf(CUSTOMER_KINDS, { optional: true }),
    __metadata("design:type", String)
], ChangeCustomer.prototype, "kind", void 0);
/** Everything the product keeps about a customer itself. */
export class CustomerView {
}
__decorate([
    FieldValuesView(),
    __metadata("design:type", Object)
], CustomerView.prototype, "fields", void 0);
