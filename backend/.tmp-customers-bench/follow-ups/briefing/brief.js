var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from "../../calendar/index.js";
import { DAY_MS, addWorkingDays, daysBetween, localDateOf, notFound } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { rows } from "../../platform/database/statements.js";
import { isQuiet } from "../../touchpoints/index.js";
import { PRESSURE, briefOf } from "./brief.statement.js";
import { warningsOf } from "./warnings.rules.js";
/** What to know before speaking with a customer. */
let Brief = class Brief {
    constructor(source, calendars, clock) {
        this.source = source;
        this.calendars = calendars;
        this.clock = clock;
    }
    /** The brief of a customer; 404 out of scope. */
    async of(actor, customerId) {
        const now = this.clock.now();
        const { text, values } = briefOf(actor);
        const [row] = await rows(this.source, text, [customerId, new Date(now.getTime() - PRESSURE.days * DAY_MS), ...values]);
        if (!row)
            throw notFound();
        const { cadenceAnchorOn, maximumDays, ...known } = row;
        const calendar = await this.calendars.forOrganisation(this.source);
        const today = localDateOf(now, actor.timeZone);
        const brief = {
            ...known,
            isQuietNow: isQuiet(now, known),
            daysSilent: known.lastHeardAt === null ? null : Math.max(0, daysBetween(localDateOf(known.lastHeardAt, actor.timeZone), today)),
            pressureLimit: PRESSURE.limit,
        };
        const isMaximumPassed = cadenceAnchorOn <= addWorkingDays(today, -maximumDays, calendar);
        return { ...brief, warnings: warningsOf({ ...brief, isMaximumPassed }, now, today).map((code) => ({ code })) };
    }
};
Brief = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        WorkingCalendars,
        Clock])
], Brief);
export { Brief };
