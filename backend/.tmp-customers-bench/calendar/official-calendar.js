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
import { Beginnings } from "../platform/beginnings.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { officialRegionOf } from "./official.rules.js";
import { shippedYear } from "./shipped-days.js";
/** What stands in `calendar_days.source`. */
export const SOURCES = { manual: 'manual', arrangement: 'cn_arrangement', statutory: 'cn_statutory' };
/** Whether a day comes from an official calendar. */
export const isOfficial = (source) => source !== SOURCES.manual;
const zone = statement('organisation_zone', 'SELECT time_zone AS "timeZone" FROM organisation');
const sourcesOfYear = statement('calendar_sources_of_year', 'SELECT DISTINCT source FROM calendar_days WHERE day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1)');
const clear = statement('clear_calendar_year', `DELETE FROM calendar_days WHERE day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1) AND (source <> 'manual' OR $2)`);
const fill = statement('fill_calendar_year', `INSERT INTO calendar_days (day, kind, name, source) SELECT d.day, d.kind, d.name, $4 FROM unnest($1::date[], $2::text[], $3::text[]) AS d(day, kind, name) ON CONFLICT (day) DO NOTHING`);
/**
 * Puts the shipped official calendar into the organisation's own, which people may then edit: last, this and next year
 * when an installation in mainland China is set up or started, any year on demand.
 */
let OfficialCalendar = class OfficialCalendar {
    constructor(source, beginnings, clock) {
        this.source = source;
        this.beginnings = beginnings;
        this.clock = clock;
    }
    onModuleInit() {
        this.beginnings.add((tx) => this.catchUp(tx));
    }
    async onApplicationBootstrap() {
        await this.source.transaction((tx) => this.catchUp(tx));
    }
    /** Replaces the official days of a year by the shipped ones; days entered by hand win unless `replacesManual`. */
    async load(tx, year, { replacesManual = false } = {}) {
        const { completeness, days } = shippedYear(year);
        await rows(tx, clear, [year, replacesManual]);
        const source = completeness === 'arrangement' ? SOURCES.arrangement : SOURCES.statutory;
        await rows(tx, fill, [days.map(({ day }) => day), days.map(({ kind }) => kind), days.map(({ name }) => name), source]);
    }
    /** Loads years that hold nothing yet, and the yearly notice where so far only the days named by law were known. Touches no year that people edited. */
    async catchUp(tx) {
        const [organisation] = await rows(tx, zone);
        if (!organisation || officialRegionOf(organisation.timeZone) !== 'CN')
            return;
        const thisYear = this.clock.now().getUTCFullYear();
        for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
            const found = await rows(tx, sourcesOfYear, [year]);
            const isBetter = found.length === 0 || (shippedYear(year).completeness === 'arrangement' && found.every(({ source }) => source === SOURCES.statutory));
            if (isBetter)
                await this.load(tx, year);
        }
    }
};
OfficialCalendar = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Beginnings,
        Clock])
], OfficialCalendar);
export { OfficialCalendar };
