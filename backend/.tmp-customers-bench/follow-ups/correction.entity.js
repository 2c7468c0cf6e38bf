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
import { Person } from "../people/index.js";
import { FollowUp } from "./follow-up.entity.js";
/** The trace of one correction of a record: what stood there before. */
let Correction = class Correction {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Correction.prototype, "id", void 0);
__decorate([
    ForeignKey(() => FollowUp, { name: 'corrected_follow_up_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Correction.prototype, "followUpId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Correction.prototype, "correctedAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'corrector_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Correction.prototype, "correctedById", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Correction.prototype, "before", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Correction.prototype, "after", void 0);
Correction = __decorate([
    Entity('corrections'),
    Index('corrections_of_a_follow_up', ['followUpId', 'correctedAt'])
], Correction);
export { Correction };
