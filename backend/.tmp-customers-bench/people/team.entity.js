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
/** A team in the tree of teams. */
let Team = class Team {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Team.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 120 }),
    __metadata("design:type", String)
], Team.prototype, "name", void 0);
__decorate([
    ForeignKey(() => Team, { name: 'team_parent_exists' }),
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Team.prototype, "parentId", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Team.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Team.prototype, "version", void 0);
Team = __decorate([
    Entity('teams'),
    Index('one_team_of_a_name_per_parent', ['parentId', 'name'], { unique: true, where: 'archived_at IS NULL' }),
    Check('a_team_is_not_its_own_parent', 'parent_id <> id')
], Team);
export { Team };
