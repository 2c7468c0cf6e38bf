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
import { LanguageField, Secret, Text, Zone } from "../../platform/http/fields.js";
import { PASSWORD_LENGTH } from "../passwords/rules.js";
/** What an invited person sees before they choose a password. */
export class InvitationView {
}
__decorate([
    ApiProperty({ type: 'string', enum: [...LANGUAGES] }),
    __metadata("design:type", String)
], InvitationView.prototype, "language", void 0);
/** How an invited person wants to be called, and their password. */
export class AcceptInvitation {
}
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], AcceptInvitation.prototype, "name", void 0);
__decorate([
    Secret(PASSWORD_LENGTH),
    __metadata("design:type", String)
], AcceptInvitation.prototype, "password", void 0);
__decorate([
    LanguageField(),
    __metadata("design:type", String)
], AcceptInvitation.prototype, "language", void 0);
__decorate([
    Zone(),
    __metadata("design:type", String)
], AcceptInvitation.prototype, "timeZone", void 0);
