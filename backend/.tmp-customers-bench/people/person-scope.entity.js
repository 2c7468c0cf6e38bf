var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from "./person.entity.js";
/**
 * What a person's data scope comes to today: whose customers and which teams' customers they see.
 * Derived from people and teams, rewritten in the transaction that changes either.
 */
let PersonScope = class PersonScope {
};
__decorate([
    ForeignKey(() => Person, { name: 'scope_person_exists', onDelete: 'CASCADE' }),
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], PersonScope.prototype, "personId", void 0);
__decorate([
    Column('boolean'),
    __metadata("design:type", Boolean)
], PersonScope.prototype, "seesAll", void 0);
__decorate([
    Column('uuid', { array: true }),
    __metadata("design:type", Array)
], PersonScope.prototype, "ownerIds", void 0);
__decorate([
    Column('uuid', { array: true }),
    __metadata("design:type", Array)
], PersonScope.prototype, "teamIds", void 0);
PersonScope = __decorate([
    Entity('person_scopes')
], PersonScope);
export { PersonScope };
