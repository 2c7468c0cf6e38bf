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
import { Calendar } from "../calendar/index.js";
import { daysBetween, invalid, notFound, startOfDay } from "../kernel/index.js";
import { rightsOf, seesPerson } from "../people/index.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { MOST_OF_A_KIND, entriesOf, viewOf } from "./entries.js";
import { whoseOf } from "./whose.js";
const LONGEST_DAYS = 62;
const membersOfTeam = statement('calendar_members_of_team', `SELECT id FROM people WHERE team_id = $1 AND state <> 'invited' AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))`);
const peopleSeen = statement('calendar_people', `SELECT p.id, p.name, t.id AS "teamId", t.name AS "teamName" FROM people p LEFT JOIN teams t ON t.id = p.team_id AND t.archived_at IS NULL
   WHERE p.state = 'active' AND ($1::uuid[] IS NULL OR p.id = ANY($1::uuid[])) ORDER BY p.name, p.id`);
/** A person's calendar: one read over touchpoints, events and tasks. */
let Schedule = class Schedule {
    constructor(source, calendar, clock) {
        this.source = source;
        this.calendar = calendar;
        this.clock = clock;
    }
    /** The calendars of one or several people in `[from, until)`, at most 62 days; 404 for whom the actor may not see. */
    async read(actor, { from, until, whose }) {
        if (until <= from)
            throw invalid('until', 'ends_before_it_starts');
        if (daysBetween(from, until) > LONGEST_DAYS)
            throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
        const ownerIds = await this.ownersOf(actor, whoseOf(whose));
        const { timeZone } = actor;
        const window = { ownerIds, from, until, startsAt: startOfDay(from, timeZone), endsAt: startOfDay(until, timeZone) };
        const [{ week, days }, kinds] = await Promise.all([this.calendar.between(actor, from, until), entriesOf(this.source, actor, window)]);
        const seen = { now: this.clock.now(), canWork: rightsOf(actor.roles).includes('contacts.work') };
        const entries = kinds.flatMap((found) => found.slice(0, MOST_OF_A_KIND).map((row) => viewOf(row, seen)));
        return { from, until, timeZone, week, days, entries, isCut: kinds.some((found) => found.length > MOST_OF_A_KIND) };
    }
    /** Whose calendars the actor may open besides their own. */
    async calendars(actor) {
        const seen = await rows(this.source, peopleSeen, [seenIds(actor)]);
        const teams = new Map();
        for (const { teamId, teamName } of seen)
            if (teamId && teamName)
                teams.set(teamId, { id: teamId, name: teamName });
        const people = seen.filter(({ id }) => id !== actor.personId).map(({ id, name }) => ({ id, name }));
        return { people, teams: people.length ? [...teams.values()].sort((a, b) => a.name.localeCompare(b.name)) : [] };
    }
    async ownersOf(actor, whose) {
        if (whose.kind === 'me')
            return [actor.personId];
        if (whose.kind === 'person') {
            if (!seesPerson(actor, whose.id))
                throw notFound();
            return [whose.id];
        }
        const members = await rows(this.source, membersOfTeam, [whose.id, seenIds(actor)]);
        if (members.length === 0)
            throw notFound();
        return members.map(({ id }) => id);
    }
};
Schedule = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Calendar,
        Clock])
], Schedule);
export { Schedule };
/** The people whose calendars the actor sees; null means everybody. */
const seenIds = (actor) => (actor.sees.all ? null : [actor.personId, ...actor.sees.ownerIds]);
