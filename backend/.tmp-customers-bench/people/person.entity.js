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
import { Team } from "./team.entity.js";
/** What a person may do; a person can hold several. */
export const ROLES = ['sales', 'manager', 'team_lead', 'administrator'];
/** Which rows a person sees; see `docs/domain.md`. */
export const DATA_SCOPES = ['own', 'reports', 'team', 'team_tree', 'all'];
/** A colleague with an account: invited, active or disabled. Never deleted, because records name their author. */
let Person = class Person {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Person.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 120 }),
    __metadata("design:type", String)
], Person.prototype, "name", void 0);
__decorate([
    Index('one_account_per_email', { unique: true }),
    Column('varchar', { length: 254 }),
    __metadata("design:type", String)
], Person.prototype, "email", void 0);
__decorate([
    Column('varchar', { length: 200, nullable: true, select: false }),
    __metadata("design:type", Object)
], Person.prototype, "passwordHash", void 0);
__decorate([
    ForeignKey(() => Team, { name: 'person_team_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Person.prototype, "teamId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'person_manager_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Person.prototype, "reportsToId", void 0);
__decorate([
    Column('varchar', { length: 20, array: true }),
    __metadata("design:type", Array)
], Person.prototype, "roles", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], Person.prototype, "dataScope", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], Person.prototype, "state", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], Person.prototype, "language", void 0);
__decorate([
    Column('varchar', { length: 64 }),
    __metadata("design:type", String)
], Person.prototype, "timeZone", void 0);
__decorate([
    Column('varchar', { length: 10, default: 'system' }),
    __metadata("design:type", String)
], Person.prototype, "theme", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Person.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Person.prototype, "lastSeenAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Person.prototype, "version", void 0);
Person = __decorate([
    Entity('people'),
    Index('people_by_team', ['teamId']),
    Index('people_by_manager', ['reportsToId']),
    Check('a_person_does_not_report_to_themselves', 'reports_to_id <> id')
], Person);
export { Person };
