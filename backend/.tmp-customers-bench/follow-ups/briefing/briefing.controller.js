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
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, Needs } from "../../people/index.js";
import { RecordId } from "../../platform/http/record-id.js";
import { LogDefaultsQuery } from "./briefing.dto.js";
import { Brief } from "./brief.js";
import { LogDefaults } from "./log-defaults.js";
/** What to know before a contact and what the log sheet starts with. */
let BriefingController = class BriefingController {
    constructor(brief, defaults) {
        this.brief = brief;
        this.defaults = defaults;
    }
    briefOf(actor, id) {
        return this.brief.of(actor, id);
    }
    logDefaults(actor, query) {
        return this.defaults.of(actor, query);
    }
};
__decorate([
    Get('customers/:id/brief'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], BriefingController.prototype, "briefOf", null);
__decorate([
    Get('log-defaults'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, LogDefaultsQuery]),
    __metadata("design:returntype", Promise)
], BriefingController.prototype, "logDefaults", null);
BriefingController = __decorate([
    Controller(),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [Brief,
        LogDefaults])
], BriefingController);
export { BriefingController };
