var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from "../customer.entity.js";
import { ContactPerson } from "./contact-person.entity.js";
export const CONTACT_POINT_KINDS = ['phone', 'email', 'wechat', 'other'];
export const VALIDITIES = ['unknown', 'ok', 'suspect', 'invalid'];
/** A way to reach a customer or one of its people: a phone number, an e-mail address, a WeChat id. */
let ContactPoint = class ContactPoint {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], ContactPoint.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'contact_point_customer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], ContactPoint.prototype, "customerId", void 0);
__decorate([
    ForeignKey(() => ContactPerson, { name: 'contact_point_person_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], ContactPoint.prototype, "contactPersonId", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], ContactPoint.prototype, "kind", void 0);
__decorate([
    Column('varchar', { length: 254 }),
    __metadata("design:type", String)
], ContactPoint.prototype, "value", void 0);
__decorate([
    Index('contact_points_by_search_key'),
    Column({ type: 'varchar', length: 254, collation: 'C' }),
    __metadata("design:type", String)
], ContactPoint.prototype, "searchKey", void 0);
__decorate([
    Column('varchar', { length: 10, default: 'unknown' }),
    __metadata("design:type", String)
], ContactPoint.prototype, "validity", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], ContactPoint.prototype, "position", void 0);
ContactPoint = __decorate([
    Entity('contact_points'),
    Index('contact_points_of_a_customer', ['customerId', 'position']),
    Check('a_contact_point_has_a_kind', `kind IN ('phone', 'email', 'wechat', 'other')`),
    Check('a_contact_point_has_a_validity', `validity IN ('unknown', 'ok', 'suspect', 'invalid')`)
], ContactPoint);
export { ContactPoint };
