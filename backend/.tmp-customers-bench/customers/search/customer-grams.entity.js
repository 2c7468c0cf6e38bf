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
/**
 * The search index of a customer, apart from the customer row because that row is updated with every contact
 * and a GIN index on it would be rewritten each time.
 */
let CustomerGrams = class CustomerGrams {
};
__decorate([
    ForeignKey(() => Customer, { name: 'grams_customer_exists', onDelete: 'CASCADE' }),
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], CustomerGrams.prototype, "customerId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], CustomerGrams.prototype, "haystack", void 0);
__decorate([
    Index('customers_by_gram', { type: 'gin' }),
    Column('text', { array: true }),
    __metadata("design:type", Array)
], CustomerGrams.prototype, "grams", void 0);
CustomerGrams = __decorate([
    Entity('customer_grams')
], CustomerGrams);
export { CustomerGrams };
