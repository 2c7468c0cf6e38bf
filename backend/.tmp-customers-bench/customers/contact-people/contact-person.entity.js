var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from "../customer.entity.js";
/** A person at a customer. */
let ContactPerson = class ContactPerson {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], ContactPerson.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'contact_person_customer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], ContactPerson.prototype, "customerId", void 0);
__decorate([
    Column('varchar', { length: 120 }),
    __metadata("design:type", String)
], ContactPerson.prototype, "name", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], ContactPerson.prototype, "title", void 0);
__decorate([
    Column('varchar', { length: 120, nullable: true }),
    __metadata("design:type", Object)
], ContactPerson.prototype, "formOfAddress", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], ContactPerson.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], ContactPerson.prototype, "archivedAt", void 0);
ContactPerson = __decorate([
    Entity('contact_people'),
    Index('contact_people_of_a_customer', ['customerId', 'position'])
], ContactPerson);
export { ContactPerson };
