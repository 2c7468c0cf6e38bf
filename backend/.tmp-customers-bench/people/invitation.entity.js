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
import { Person } from "./person.entity.js";
/** A one-time link that lets an invited person (or one who forgot the password) set a password. */
let Invitation = class Invitation {
};
__decorate([
    PrimaryColumn('bytea'),
    __metadata("design:type", Buffer)
], Invitation.prototype, "tokenHash", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'invitation_person_exists', onDelete: 'CASCADE' }),
    Column('uuid'),
    __metadata("design:type", String)
], Invitation.prototype, "personId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Invitation.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Invitation.prototype, "expiresAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Invitation.prototype, "usedAt", void 0);
Invitation = __decorate([
    Entity('invitations'),
    Index('invitations_by_person', ['personId'])
], Invitation);
export { Invitation };
