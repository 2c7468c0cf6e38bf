var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
/** What was decided in a communication. */
let Outcome = class Outcome {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Outcome.prototype, "id", void 0);
__decorate([
    Index('one_outcome_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Outcome.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Outcome.prototype, "names", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Outcome.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Outcome.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Outcome.prototype, "version", void 0);
Outcome = __decorate([
    Entity('outcomes')
], Outcome);
export { Outcome };
