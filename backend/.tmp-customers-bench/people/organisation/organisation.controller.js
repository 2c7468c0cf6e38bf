var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IfMatch } from "../../platform/http/if-match.js";
import { CurrentActor, Needs } from "../session.guard.js";
import { ChangeOrganisation } from "./organisation.dto.js";
import { Organisations } from "./organisations.js";
/** The organisation: open to read for everybody, changed in Settings. */
let OrganisationController = class OrganisationController {
    constructor(organisations) {
        this.organisations = organisations;
    }
    /** Name, zone, currency, language and working week. */
    get() {
        return this.organisations.get();
    }
    /** Changes what is given. */
    change(actor, version, input) {
        return this.organisations.change(actor, version, input);
    }
};
__decorate([
    Get(),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], OrganisationController.prototype, "get", null);
__decorate([
    Patch(),
    Needs('settings.manage'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, IfMatch()),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Number, ChangeOrganisation]),
    __metadata("design:returntype", Promise)
], OrganisationController.prototype, "change", null);
OrganisationController = __decorate([
    Controller('organisation'),
    __metadata("design:paramtypes", [Organisations])
], OrganisationController);
export { OrganisationController };
