var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { unauthenticated } from "../kernel/index.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { newId } from "../platform/ids.js";
/** Names of the session cookie: over HTTPS the browser itself enforces the `__Host-` prefix. */
export const COOKIES = { secure: '__Host-tangent', plain: 'tangent' };
/** A session ends after so many days even when it is used all the time. */
export const LONGEST_DAYS = 90;
const IDLE_DAYS = 14;
const DAY_MS = 86_400_000;
const SEEN_EVERY_MS = 60_000;
const actorByToken = statement('actor_by_token', `SELECT p.id, p.name, p.team_id, p.language, p.time_zone, p.roles, v.sees_all, v.owner_ids, v.team_ids, o.time_zone AS organisation_zone, o.currency, s.last_seen_at, s.id AS session_id
   FROM sessions s JOIN people p ON p.id = s.person_id JOIN person_scopes v ON v.person_id = p.id CROSS JOIN organisation o
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND p.state = 'active'`);
const seen = statement('session_seen', 'UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1');
const personSeen = statement('person_seen', 'UPDATE people SET last_seen_at = $2 WHERE id = $1');
// FOR SHARE: waits for a change of password or state that is under way, and then goes by its result.
const opened = statement('session_opened', `INSERT INTO sessions (token_hash, id, person_id, created_at, last_seen_at, expires_at, user_agent, address)
   SELECT $1, $2, p.id, $4, $4, $5, $6, $7 FROM people p
   WHERE p.id = $3 AND p.state = 'active' AND ($8::text IS NULL OR p.password_hash = $8) FOR SHARE
   RETURNING id`);
const overOnes = statement('sessions_over', 'DELETE FROM sessions WHERE person_id = $1 AND (expires_at <= $2 OR last_seen_at <= $3)');
const ofPerson = statement('sessions_of_person', `SELECT id, created_at, last_seen_at, user_agent, address FROM sessions
   WHERE person_id = $1 AND expires_at > $2 AND last_seen_at > $3 ORDER BY last_seen_at DESC, id`);
const ended = statement('session_ended', 'DELETE FROM sessions WHERE token_hash = $1');
const endedOne = statement('session_ended_by_handle', 'DELETE FROM sessions WHERE person_id = $1 AND id = $2 RETURNING id');
const endedAll = statement('sessions_ended', 'DELETE FROM sessions WHERE person_id = $1 AND id IS DISTINCT FROM $2 RETURNING id');
/** SHA-256 of a token; what the database keeps of it. */
export const hashOf = (token) => createHash('sha256').update(token).digest();
/** A new opaque token of 256 random bits. */
export const newToken = () => randomBytes(32).toString('base64url');
/** Opens and ends sessions and finds out who a request comes from; rights and scope are read anew on each request. */
let Sessions = class Sessions {
    constructor(source, clock) {
        this.source = source;
        this.clock = clock;
    }
    /**
     * Opens a session and answers its opaque token, which is stored nowhere else. With `passwordHash` only while that is
     * still the person's; 401 when it is not, or when the account is not active.
     */
    async open(personId, origin, on = this.source, passwordHash = null) {
        const token = newToken();
        const now = this.clock.now();
        const until = new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
        const values = [hashOf(token), newId(), personId, now, until, origin.userAgent.slice(0, 200), origin.address.slice(0, 64), passwordHash];
        if ((await rows(on, opened, values)).length === 0)
            throw unauthenticated('wrong_credentials');
        await rows(on, overOnes, [personId, now, this.idleSince(now)]);
        await rows(on, personSeen, [personId, now]);
        return token;
    }
    /** The person behind a session token, or null when there is none, it ended, or the account is not active. */
    async bearer(token) {
        if (!token)
            return null;
        const now = this.clock.now();
        const hash = hashOf(token);
        const [row] = await rows(this.source, actorByToken, [hash, now, this.idleSince(now)]);
        if (!row)
            return null;
        if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
            await rows(this.source, seen, [hash, now]);
            await rows(this.source, personSeen, [row.id, now]);
        }
        return { actor: actorFrom(row), sessionId: row.session_id };
    }
    /** The sessions of a person that are not over, the last used first. */
    listOf(personId) {
        const now = this.clock.now();
        return rows(this.source, ofPerson, [personId, now, this.idleSince(now)]);
    }
    /** Signs out the browser that holds the token. */
    async end(token) {
        await rows(this.source, ended, [hashOf(token)]);
    }
    /** Ends one session of a person by its handle; whether there was one. */
    async endOne(tx, personId, sessionId) {
        return (await rows(tx, endedOne, [personId, sessionId])).length === 1;
    }
    /** Ends a person's sessions but for the one to keep, at once; how many there were. */
    async endAll(tx, personId, keepSessionId = null) {
        return (await rows(tx, endedAll, [personId, keepSessionId])).length;
    }
    idleSince(now) {
        return new Date(now.getTime() - IDLE_DAYS * DAY_MS);
    }
};
Sessions = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], Sessions);
export { Sessions };
const actorFrom = (row) => ({
    personId: row.id,
    name: row.name,
    teamId: row.team_id,
    language: row.language,
    timeZone: row.time_zone,
    roles: row.roles,
    sees: { all: row.sees_all, ownerIds: row.owner_ids, teamIds: row.team_ids },
    organisation: { timeZone: row.organisation_zone, currency: row.currency },
});
