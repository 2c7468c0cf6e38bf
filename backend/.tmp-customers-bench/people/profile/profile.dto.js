var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { LanguageField, OneOf, Secret, Text, Zone } from "../../platform/http/fields.js";
import { PASSWORD_LENGTH } from "../passwords/rules.js";
/** What a person changes about themselves. */
export class ChangeProfile {
}
__decorate([
    Text({ max: 120, optional: true }),
    __metadata("design:type", String)
], ChangeProfile.prototype, "name", void 0);
__decorate([
    LanguageField({ optional: true }),
    __metadata("design:type", String)
], ChangeProfile.prototype, "language", void 0);
__decorate([
    Zone({ optional: true }),
    __metadata("design:type", String)
], ChangeProfile.prototype, "timeZone", void 0);
__decorate([
    OneOf(['system', 'light', 'dark'], { optional: true }),
    __metadata("design:type", String)
], ChangeProfile.prototype, "theme", void 0);
/** A new password, and the one that proves whose it is. */
export class ChangePassword {
}
__decorate([
    Secret({ min: 1, max: 200 }),
    __metadata("design:type", String)
], ChangePassword.prototype, "current", void 0);
__decorate([
    Secret(PASSWORD_LENGTH),
    __metadata("design:type", String)
], ChangePassword.prototype, "next", void 0);
/** A browser in which the person is signed in. */
export class OpenSessionView {
}
/** Everywhere the person is signed in. */
export class OpenSessionsView {
}
