var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { CalendarController } from "./calendar.controller.js";
import { Calendar } from "./calendar.js";
import { OfficialCalendar } from "./official-calendar.js";
import { WorkingCalendars } from "./working-calendars.js";
/** When people work: the working week, holidays and make-up working days. */
let CalendarModule = class CalendarModule {
};
CalendarModule = __decorate([
    Module({ controllers: [CalendarController], providers: [Calendar, OfficialCalendar, WorkingCalendars], exports: [Calendar, WorkingCalendars] })
], CalendarModule);
export { CalendarModule };
