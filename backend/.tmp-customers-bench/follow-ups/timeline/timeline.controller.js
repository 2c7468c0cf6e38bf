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
import { AnswersJson } from "../../platform/http/json-text.js";
import { RecordId } from "../../platform/http/record-id.js";
import { TimelinePage, TimelineQuery } from "./timeline.dto.js";
import { Timeline } from "./timeline.js";
/** What happened with a customer. */
let TimelineController = class TimelineController {
    constructor(timeline) {
        this.timeline = timeline;
    }
    /** The records of a customer, newest first. */
    page(actor, id, query) {
        return this.timeline.page(actor, id, query);
    }
};
__decorate([
    Get(),
    AnswersJson(TimelinePage),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, TimelineQuery]),
    __metadata("design:returntype", Promise)
], TimelineController.prototype, "page", null);
TimelineController = __decorate([
    Controller('customers/:id/timeline'),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [Timeline])
], TimelineController);
export { TimelineController };
