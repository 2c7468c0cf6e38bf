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
import { Person, Team } from "../people/index.js";
import { Customer } from "./customer.entity.js";
/** One change of a customer's owner or team. Credit for past communications stays with their authors. */
let OwnerChange = class OwnerChange {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], OwnerChange.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'owner_change_customer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], OwnerChange.prototype, "customerId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'owner_change_from_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], OwnerChange.prototype, "fromOwnerId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'owner_change_to_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], OwnerChange.prototype, "toOwnerId", void 0);
__decorate([
    ForeignKey(() => Team, { name: 'owner_change_from_team_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], OwnerChange.prototype, "fromTeamId", void 0);
__decorate([
    ForeignKey(() => Team, { name: 'owner_change_to_team_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], OwnerChange.prototype, "toTeamId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], OwnerChange.prototype, "changedAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'owner_change_person_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], OwnerChange.prototype, "changedById", void 0);
OwnerChange = __decorate([
    Entity('owner_changes'),
    Index('owner_changes_of_a_customer', ['customerId', 'changedAt'])
], OwnerChange);
export { OwnerChange };
