var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES } from "../../kernel/index.js";
import { Email, Flag, Id, LanguageField, OneOf, SomeOf, Text, Zone } from "../../platform/http/fields.js";
import { DATA_SCOPES, ROLES } from "../person.entity.js";
const STATES = ['invited', 'active', 'disabled'];
/** A colleague as everybody sees them: for names beside records and for choosing somebody. */
export class PersonView {
}
__decorate([
    ApiProperty({ type: 'string', enum: STATES }),
    __metadata("design:type", Object)
], PersonView.prototype, "state", void 0);
/** All colleagues by name. */
export class PeopleView {
}
/** An account as administrators see it. */
export class AccountView {
}
__decorate([
    ApiProperty({ type: 'array', items: { type: 'string', enum: [...ROLES] } }),
    __metadata("design:type", Array)
], AccountView.prototype, "roles", void 0);
__decorate([
    ApiProperty({ type: 'string', enum: [...DATA_SCOPES] }),
    __metadata("design:type", String)
], AccountView.prototype, "dataScope", void 0);
__decorate([
    ApiProperty({ type: 'string', enum: STATES }),
    __metadata("design:type", Object)
], AccountView.prototype, "state", void 0);
__decorate([
    ApiProperty({ type: 'string', enum: [...LANGUAGES] }),
    __metadata("design:type", String)
], AccountView.prototype, "language", void 0);
/** All accounts by name. */
export class AccountsView {
}
/** A new colleague. */
export class InvitePerson {
}
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], InvitePerson.prototype, "name", void 0);
__decorate([
    Email(),
    __metadata("design:type", String)
], InvitePerson.prototype, "email", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], InvitePerson.prototype, "teamId", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], InvitePerson.prototype, "reportsToId", void 0);
__decorate([
    SomeOf(ROLES),
    __metadata("design:type", Array)
], InvitePerson.prototype, "roles", void 0);
__decorate([
    OneOf(DATA_SCOPES),
    __metadata("design:type", String)
], InvitePerson.prototype, "dataScope", void 0);
__decorate([
    LanguageField(),
    __metadata("design:type", String)
], InvitePerson.prototype, "language", void 0);
__decorate([
    Zone(),
    __metadata("design:type", String)
], InvitePerson.prototype, "timeZone", void 0);
/** An account with the link to hand over, which is shown this once. */
export class InvitedView {
}
/** What to change of an account; what is left out stays. */
export class ChangePerson {
}
__decorate([
    Text({ max: 120, optional: true }),
    __metadata("design:type", String)
], ChangePerson.prototype, "name", void 0);
__decorate([
    Email({ optional: true }),
    __metadata("design:type", String)
], ChangePerson.prototype, "email", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], ChangePerson.prototype, "teamId", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], ChangePerson.prototype, "reportsToId", void 0);
__decorate([
    SomeOf(ROLES, { optional: true }),
    __metadata("design:type", Array)
], ChangePerson.prototype, "roles", void 0);
__decorate([
    OneOf(DATA_SCOPES, { optional: true }),
    __metadata("design:type", String)
], ChangePerson.prototype, "dataScope", void 0);
__decorate([
    LanguageField({ optional: true }),
    __metadata("design:type", String)
], ChangePerson.prototype, "language", void 0);
__decorate([
    Zone({ optional: true }),
    __metadata("design:type", String)
], ChangePerson.prototype, "timeZone", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], ChangePerson.prototype, "isDisabled", void 0);
