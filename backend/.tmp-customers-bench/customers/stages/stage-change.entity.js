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
import { Person } from "../../people/index.js";
import { Customer } from "../customer.entity.js";
import { Stage } from "./stage.entity.js";
/** One dated change of a customer's stage: who, when, from, to, the amount if won, the reason if lost. */
let StageChange = class StageChange {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], StageChange.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Customer, { name: 'stage_change_customer_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], StageChange.prototype, "customerId", void 0);
__decorate([
    ForeignKey(() => Stage, { name: 'stage_change_from_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], StageChange.prototype, "fromStageId", void 0);
__decorate([
    ForeignKey(() => Stage, { name: 'stage_change_to_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], StageChange.prototype, "toStageId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], StageChange.prototype, "changedAt", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], StageChange.prototype, "changedOn", void 0);
__decorate([
    Column('numeric', { precision: 16, scale: 2, nullable: true }),
    __metadata("design:type", Object)
], StageChange.prototype, "amount", void 0);
__decorate([
    Column('varchar', { length: 500, nullable: true }),
    __metadata("design:type", Object)
], StageChange.prototype, "reason", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'stage_change_person_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], StageChange.prototype, "changedById", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], StageChange.prototype, "followUpId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], StageChange.prototype, "importId", void 0);
StageChange = __decorate([
    Entity('stage_changes'),
    Index('stage_changes_of_a_customer', ['customerId', 'changedAt']),
    Index('stage_changes_by_day', ['changedOn']),
    Check('an_amount_is_not_negative', 'amount >= 0')
], StageChange);
export { StageChange };
