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
import { Check } from "../../platform/http/field-check.js";
import { LanguageField, Text, TimeOfDay, Whole, Wholes, Zone } from "../../platform/http/fields.js";
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** The organisation as Settings show it. */
export class OrganisationView {
}
__decorate([
    ApiProperty({ type: 'string', enum: [...LANGUAGES] }),
    __metadata("design:type", String)
], OrganisationView.prototype, "language", void 0);
/** What to change of the organisation; what is left out stays. */
export class ChangeOrganisation {
}
__decorate([
    Text({ max: 120, optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "name", void 0);
__decorate([
    Zone({ optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "timeZone", void 0);
__decorate([
    Check('isCurrency', (value) => CURRENCIES.has(value), 'bad_choice'),
    Text({ min: 3, max: 3, optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "currency", void 0);
__decorate([
    LanguageField({ optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "language", void 0);
__decorate([
    Whole({ min: 1, max: 7, optional: true }),
    __metadata("design:type", Number)
], ChangeOrganisation.prototype, "weekStartsOn", void 0);
__decorate([
    Wholes({ min: 1, max: 7, least: 1, most: 7, optional: true }),
    __metadata("design:type", Array)
], ChangeOrganisation.prototype, "workingWeekdays", void 0);
__decorate([
    TimeOfDay({ optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "opensAt", void 0);
__decorate([
    TimeOfDay({ optional: true }),
    __metadata("design:type", String)
], ChangeOrganisation.prototype, "closesAt", void 0);
