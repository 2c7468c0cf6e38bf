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
import { gone, notFound } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { PasswordHashing } from "../passwords/hashing.js";
import { refuseWeakPassword } from "../passwords/rules.js";
import { holdPeople } from "../scopes.js";
import { Sessions, hashOf, newToken } from "../sessions.js";
import { SigningIn } from "../signing-in/signing-in.js";
const VALID_MS = 7 * 86_400_000;
const endEarlier = statement('invitations_ended', 'UPDATE invitations SET expires_at = $2 WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2');
const made = statement('invitation_made', 'INSERT INTO invitations (token_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)');
const byToken = statement('invitation_by_token', `SELECT p.id, p.name, p.email, p.language, p.time_zone, o.name AS organisation_name, p.password_hash IS NULL AS is_new,
     i.used_at IS NULL AND i.expires_at > $2 AND p.state <> 'disabled' AS is_open
   FROM invitations i JOIN people p ON p.id = i.person_id CROSS JOIN organisation o WHERE i.token_hash = $1`);
const used = statement('invitation_used', 'UPDATE invitations SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING person_id');
const joined = statement('person_joined', `UPDATE people SET name = $2, password_hash = $3, language = $4, time_zone = $5, state = 'active', version = version + 1
   WHERE id = $1 AND state <> 'disabled' RETURNING id`);
/** One-time links with which a person chooses a password: the first, or a new one. */
let Invitations = class Invitations {
    constructor(source, clock, hashing, sessions, signingIn, audit) {
        this.source = source;
        this.clock = clock;
        this.hashing = hashing;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.audit = audit;
    }
    /** Makes a link's secret part, valid for seven days; earlier links of the person stop working. */
    async make(tx, personId) {
        await this.end(tx, personId);
        const token = newToken();
        const now = this.clock.now();
        await rows(tx, made, [hashOf(token), personId, now, new Date(now.getTime() + VALID_MS)]);
        return token;
    }
    /** Makes every open link of the person useless. */
    async end(tx, personId) {
        await rows(tx, endEarlier, [personId, this.clock.now()]);
    }
    /** Who is invited by this link; 404 when it was never made, 410 when it was used or is over. */
    async get(token) {
        const { name, email, language, time_zone: timeZone, organisation_name: organisationName, is_new: isNew } = await this.open(token);
        return { name, email, organisationName, language, timeZone, isNew };
    }
    /** Sets the password, ends whatever sessions the person had, and opens one. */
    async accept(token, input, origin) {
        const { id, email } = await this.open(token);
        refuseWeakPassword(input.password, { name: input.name, email }, 'password');
        const passwordHash = await this.hashing.hash(input.password);
        const session = await this.source.transaction(async (tx) => {
            await holdPeople(tx);
            if ((await rows(tx, used, [hashOf(token), this.clock.now()])).length === 0)
                throw over();
            if ((await rows(tx, joined, [id, input.name, passwordHash, input.language, input.timeZone])).length === 0)
                throw over();
            await this.sessions.endAll(tx, id);
            await this.audit.record(tx, { personId: id }, 'person.invitation_accepted', id);
            return this.sessions.open(id, origin, tx);
        });
        return { token: session, view: await this.signingIn.view(id) };
    }
    async open(token) {
        const [row] = await rows(this.source, byToken, [hashOf(token), this.clock.now()]);
        if (!row)
            throw notFound();
        if (!row.is_open)
            throw over();
        return row;
    }
};
Invitations = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        PasswordHashing,
        Sessions,
        SigningIn,
        Audit])
], Invitations);
export { Invitations };
const over = () => gone('invitation_over');
