var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Email, LanguageField, Secret, Text, Zone } from "../../platform/http/fields.js";
import { PASSWORD_LENGTH } from "../passwords/rules.js";
/** Whether this installation still has nobody. */
export class SetupView {
}
/** The organisation and its first administrator. */
export class SetUp {
}
__decorate([
    Text({ max: 40 }),
    __metadata("design:type", String)
], SetUp.prototype, "code", void 0);
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], SetUp.prototype, "name", void 0);
__decorate([
    Email(),
    __metadata("design:type", String)
], SetUp.prototype, "email", void 0);
__decorate([
    Secret(PASSWORD_LENGTH),
    __metadata("design:type", String)
], SetUp.prototype, "password", void 0);
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], SetUp.prototype, "organisationName", void 0);
__decorate([
    Zone(),
    __metadata("design:type", String)
], SetUp.prototype, "timeZone", void 0);
__decorate([
    LanguageField(),
    __metadata("design:type", String)
], SetUp.prototype, "language", void 0);
