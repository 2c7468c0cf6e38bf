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
import { localDateOf, unauthenticated } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { PasswordHashing } from "../passwords/hashing.js";
import { rightsOf } from "../rights.js";
import { Sessions } from "../sessions.js";
import { Attempts } from "./attempts.js";
const accountOfEmail = statement('account_of_email', `SELECT id, password_hash FROM people WHERE email = $1 AND state = 'active'`);
const passwordOf = statement('password_of_person', 'SELECT password_hash, email FROM people WHERE id = $1');
const sessionView = statement('session_view', `SELECT p.id, p.name, p.email, p.language, p.time_zone AS "timeZone", p.theme, p.roles, p.team_id AS "teamId",
     json_build_object('name', o.name, 'timeZone', o.time_zone, 'currency', o.currency, 'weekStartsOn', o.week_starts_on, 'isDemo', o.is_demo) AS organisation
   FROM people p CROSS JOIN organisation o WHERE p.id = $1`);
/** Signs people in with e-mail address and password, and says who is signed in. */
let SigningIn = class SigningIn {
    constructor(source, clock, sessions, hashing, attempts) {
        this.source = source;
        this.clock = clock;
        this.sessions = sessions;
        this.hashing = hashing;
        this.attempts = attempts;
    }
    /** Opens a session; 401 `wrong_credentials` whether the address is unknown, the password wrong or the account not active. */
    async signIn({ email, password }, origin) {
        await this.attempts.count(email, origin.address);
        const [account] = await rows(this.source, accountOfEmail, [email]);
        const isRight = await this.hashing.matches(password, account?.password_hash ?? null);
        if (!account || !isRight)
            throw unauthenticated('wrong_credentials');
        const token = await this.sessions.open(account.id, origin, this.source, account.password_hash);
        await this.attempts.forgive(email, origin.address);
        return { token, view: await this.view(account.id) };
    }
    /** Whether this is the person's password; counted as an attempt, so that a borrowed session can not be used to guess. */
    async isPassword(personId, password, origin) {
        const [account] = await rows(this.source, passwordOf, [personId]);
        if (!account)
            return false;
        await this.attempts.count(account.email, origin.address);
        const isRight = await this.hashing.matches(password, account.password_hash);
        if (isRight)
            await this.attempts.forgive(account.email, origin.address);
        return isRight;
    }
    /** The session view of a person. */
    async view(personId) {
        const [row] = await rows(this.source, sessionView, [personId]);
        if (!row)
            throw unauthenticated();
        const { organisation, ...person } = row;
        const today = localDateOf(this.clock.now(), organisation.timeZone);
        return { person, rights: [...rightsOf(person.roles)], organisation: { ...organisation, today } };
    }
};
SigningIn = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        Sessions,
        PasswordHashing,
        Attempts])
], SigningIn);
export { SigningIn };
