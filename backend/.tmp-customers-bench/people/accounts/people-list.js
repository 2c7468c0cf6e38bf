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
import { notFound } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { seesPerson } from "../visible.js";
const everybody = statement('everybody', 'SELECT id, name, team_id AS "teamId", reports_to_id AS "reportsToId", state FROM people ORDER BY name, id');
const accounts = statement('accounts', `SELECT p.id, p.name, p.email, p.team_id AS "teamId", p.reports_to_id AS "reportsToId", p.roles, p.data_scope AS "dataScope", p.state, p.language,
     p.time_zone AS "timeZone", p.last_seen_at AS "lastSeenAt", p.version,
     (SELECT max(i.expires_at) FROM invitations i WHERE i.person_id = p.id AND i.used_at IS NULL AND i.expires_at > $1) AS "invitedUntil"
   FROM people p WHERE $2::uuid IS NULL OR p.id = $2 ORDER BY p.name, p.id`);
const viewOf = (row) => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null, invitedUntil: row.invitedUntil?.toISOString() ?? null });
/** Reads the colleagues. */
let PeopleList = class PeopleList {
    constructor(source, clock) {
        this.source = source;
        this.clock = clock;
    }
    /** Everybody, with whether the actor sees their records. */
    async everybody(actor) {
        const people = await rows(this.source, everybody);
        return { items: people.map((person) => ({ ...person, isVisible: seesPerson(actor, person.id) })) };
    }
    /** Every account, for administrators. */
    async accounts() {
        return { items: (await rows(this.source, accounts, [this.clock.now(), null])).map(viewOf) };
    }
    /** One account as it stands in the transaction; 404. */
    async account(tx, id) {
        const [row] = await rows(tx, accounts, [this.clock.now(), id]);
        if (!row)
            throw notFound();
        return viewOf(row);
    }
};
PeopleList = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], PeopleList);
export { PeopleList };
