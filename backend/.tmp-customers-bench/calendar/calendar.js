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
import { invalid, invalidFields, notFound, unavailable } from "../kernel/index.js";
import { Audit } from "../platform/audit/audit.js";
import { rows, statement } from "../platform/database/statements.js";
import { Transactions } from "../platform/database/transactions.js";
import { OfficialCalendar, SOURCES, isOfficial } from "./official-calendar.js";
import { dayNameIn, officialRegionOf } from "./official.rules.js";
import { shippedYear } from "./shipped-days.js";
const LONGEST_DAYS = 800;
const DAY_MS = 86_400_000;
const week = statement('working_week', `SELECT working_weekdays AS "workingWeekdays", week_starts_on AS "weekStartsOn", opens_at AS "opensAt", closes_at AS "closesAt", time_zone AS "timeZone" FROM organisation`);
const daysBetween = statement('calendar_days_between', `SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, name, source FROM calendar_days WHERE day >= $1 AND day < $2 ORDER BY day`);
const setDay = statement('set_calendar_day', `INSERT INTO calendar_days AS d (day, kind, name, source) VALUES ($1, $2, $3, 'manual')
   ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = 'manual'`);
const removeDay = statement('remove_calendar_day', 'DELETE FROM calendar_days WHERE day = $1 RETURNING kind, name');
/** The working calendar as people see and edit it. */
let Calendar = class Calendar {
    constructor(source, transactions, audit, official) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.official = official;
    }
    /** The working week and the days that differ from it in `[from, until)`, at most 800 days. */
    async between(actor, from, until) {
        if (until <= from)
            throw invalid('until', 'ends_before_it_starts');
        if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY_MS)
            throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
        return { week: await this.week(this.source), days: (await daysOf(this.source, from, until)).map((row) => viewOf(actor, row)) };
    }
    /** One year with what is known of its official calendar. */
    year(actor, year) {
        return this.yearOn(this.source, actor, year);
    }
    /** Sets what a day is, whatever it was before. */
    setDay(actor, day, { kind, name }) {
        return this.transactions.run(actor, async (tx) => {
            await rows(tx, setDay, [day, kind, name]);
            await this.audit.record(tx, actor, 'calendar.day_set', null, { day, kind, name });
            return viewOf(actor, { day, kind, name, source: SOURCES.manual });
        });
    }
    /** Sets many days in one go; a day that is named twice is refused beside its line. */
    setDays(actor, days) {
        const twice = days.flatMap(({ day }, i) => (days.findIndex((other) => other.day === day) < i ? [{ field: `days.${i}.day`, code: 'twice' }] : []));
        if (twice.length)
            throw invalidFields(twice);
        return this.transactions.run(actor, async (tx) => {
            for (const { day, kind, name } of days)
                await rows(tx, setDay, [day, kind, name]);
            await this.audit.record(tx, actor, 'calendar.days_set', null, { days });
            return days.map(({ day, kind, name }) => viewOf(actor, { day, kind, name, source: SOURCES.manual }));
        });
    }
    /** Makes a day follow its weekday again; 404 when it already does. */
    removeDay(actor, day) {
        return this.transactions.run(actor, async (tx) => {
            const [removed] = await rows(tx, removeDay, [day]);
            if (!removed)
                throw notFound();
            await this.audit.record(tx, actor, 'calendar.day_removed', null, { day, ...removed });
        });
    }
    /** Loads the shipped official calendar of a year; refuses with `official_calendar_not_shipped` beside the year where there is none. */
    loadOfficial(actor, year, replacesManual) {
        if (shippedYear(year).completeness === 'none')
            throw invalid('year', 'official_calendar_not_shipped');
        return this.transactions.run(actor, async (tx) => {
            await this.official.load(tx, year, { replacesManual });
            await this.audit.record(tx, actor, 'calendar.official_loaded', null, { year, replacesManual });
            return this.yearOn(tx, actor, year);
        });
    }
    async yearOn(on, actor, year) {
        const found = await daysOf(on, `${year}-01-01`, `${year + 1}-01-01`);
        const working = await this.week(on);
        const official = { region: officialRegionOf(working.timeZone), shipped: shippedYear(year).completeness, loaded: loadedOf(found) };
        return { year, week: working, days: found.map((row) => viewOf(actor, row)), official };
    }
    async week(on) {
        const [found] = await rows(on, week);
        if (!found)
            throw unavailable('not_set_up');
        return found;
    }
};
Calendar = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        OfficialCalendar])
], Calendar);
export { Calendar };
const daysOf = (on, from, until) => rows(on, daysBetween, [from, until]);
const viewOf = ({ language }, { day, kind, name, source }) => ({
    day,
    kind,
    name: isOfficial(source) ? dayNameIn(language, name) : name,
    isManual: !isOfficial(source),
});
const loadedOf = (days) => {
    if (days.some(({ source }) => source === SOURCES.arrangement))
        return 'arrangement';
    return days.some(({ source }) => source === SOURCES.statutory) ? 'statutory' : 'none';
};
