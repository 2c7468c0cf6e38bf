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
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { invalid, isLocalDate, notFound } from "../kernel/index.js";
import { CurrentActor, Needs } from "../people/index.js";
import { CalendarQuery, LoadOfficial, SetDay, SetDays } from "./calendar.dto.js";
import { Calendar } from "./calendar.js";
/** The organisation's working days: open to read for everybody, edited in Settings. */
let CalendarController = class CalendarController {
    constructor(calendar) {
        this.calendar = calendar;
    }
    /** Holidays and make-up working days of a period. */
    between(actor, { from, until }) {
        return this.calendar.between(actor, from, until);
    }
    /** A year for editing, with the state of its official calendar. */
    year(actor, year) {
        if (!/^(19|20|21)\d\d$/.test(year))
            throw notFound();
        return this.calendar.year(actor, Number(year));
    }
    /** Sets a day to a holiday or a working day. */
    setDay(actor, day, input) {
        return this.calendar.setDay(actor, parsedDay(day), input);
    }
    /** Sets many days at once. */
    setDays(actor, { days }) {
        return this.calendar.setDays(actor, days);
    }
    /** Makes a day follow its weekday again. */
    async removeDay(actor, day) {
        await this.calendar.removeDay(actor, parsedDay(day));
    }
    /** Loads the shipped official calendar of a year. */
    loadOfficial(actor, { year, replacesManual }) {
        return this.calendar.loadOfficial(actor, year, replacesManual ?? false);
    }
};
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, CalendarQuery]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "between", null);
__decorate([
    Get(':year'),
    __param(0, CurrentActor()),
    __param(1, Param('year')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "year", null);
__decorate([
    Put('days/:day'),
    Needs('settings.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('day')),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, SetDay]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "setDay", null);
__decorate([
    Post('days'),
    Needs('settings.manage'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, SetDays]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "setDays", null);
__decorate([
    Delete('days/:day'),
    HttpCode(204),
    Needs('settings.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('day')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "removeDay", null);
__decorate([
    Post('official'),
    HttpCode(200),
    Needs('settings.manage'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, LoadOfficial]),
    __metadata("design:returntype", Promise)
], CalendarController.prototype, "loadOfficial", null);
CalendarController = __decorate([
    Controller('calendar'),
    __metadata("design:paramtypes", [Calendar])
], CalendarController);
export { CalendarController };
const parsedDay = (day) => {
    if (!isLocalDate(day) || day < '1900-01-01' || day >= '2200-01-01')
        throw invalid('day', 'bad_date');
    return day;
};
