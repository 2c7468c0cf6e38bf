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
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentActor } from "../people/index.js";
import { ScheduleQuery } from "./schedule.dto.js";
import { Schedule } from "./schedule.js";
/** Calendars of people: read here, changed through touchpoints, events and tasks. */
let ScheduleController = class ScheduleController {
    constructor(schedule) {
        this.schedule = schedule;
    }
    /** What stands in the calendar of a person or a team over at most 62 days. */
    read(actor, query) {
        return this.schedule.read(actor, query);
    }
    /** Whose calendars can be opened. */
    calendars(actor) {
        return this.schedule.calendars(actor);
    }
};
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ScheduleQuery]),
    __metadata("design:returntype", Promise)
], ScheduleController.prototype, "read", null);
__decorate([
    Get('calendars'),
    __param(0, CurrentActor()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Promise)
], ScheduleController.prototype, "calendars", null);
ScheduleController = __decorate([
    Controller('schedule'),
    __metadata("design:paramtypes", [Schedule])
], ScheduleController);
export { ScheduleController };
