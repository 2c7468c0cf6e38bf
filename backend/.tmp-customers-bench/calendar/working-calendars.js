var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
import { addDays, unavailable } from "../kernel/index.js";
import { rows, statement } from "../platform/database/statements.js";
const BEFORE_FIRST_DAY = '1899-12-31';
/**
 * The working week and, in one text, the days that differ from it: day numbers, negative ones for make-up days.
 * Numbers, because this is read with every contact that is logged and formatting dates cost more than all the rest.
 */
const readCalendar = statement('working_calendar', `SELECT o.working_weekdays AS weekdays, o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.time_zone AS "timeZone",
     (SELECT string_agg(((d.day - DATE '${BEFORE_FIRST_DAY}') * CASE d.kind WHEN 'working' THEN -1 ELSE 1 END)::text, ',') FROM calendar_days d) AS days
   FROM organisation o`);
/** Answers when the organisation works. Reads on every call, so that several processes agree; only the parsing is spared. */
let WorkingCalendars = class WorkingCalendars {
    constructor() {
        this.last = null;
    }
    /** The organisation's working week with its holidays and make-up days as the transaction sees them; refuses with `not_set_up` (503) before the first administrator exists. */
    async forOrganisation(on) {
        const [row] = await rows(on, readCalendar);
        if (!row)
            throw unavailable('not_set_up');
        if (this.last && isSame(this.last.row, row))
            return this.last.calendar;
        const { days, ...week } = row;
        const calendar = { ...week, exceptions: exceptionsOf(days) };
        this.last = { row, calendar };
        return calendar;
    }
};
WorkingCalendars = __decorate([
    Injectable()
], WorkingCalendars);
export { WorkingCalendars };
const isSame = (a, b) => a.days === b.days && a.opensAt === b.opensAt && a.closesAt === b.closesAt && a.timeZone === b.timeZone && a.weekdays.join() === b.weekdays.join();
const exceptionsOf = (days) => {
    const numbers = days ? days.split(',').map(Number) : [];
    return new Map(numbers.map((number) => [addDays(BEFORE_FIRST_DAY, Math.abs(number)), number < 0 ? 'working' : 'holiday']));
};
