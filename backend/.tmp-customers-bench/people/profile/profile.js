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
import { invalid, notFound } from "../../kernel/index.js";
import { Audit, differences } from "../../platform/audit/audit.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { PasswordHashing } from "../passwords/hashing.js";
import { refuseWeakPassword } from "../passwords/rules.js";
import { Sessions } from "../sessions.js";
import { SigningIn } from "../signing-in/signing-in.js";
const profileOf = statement('profile_for_change', 'SELECT name, language, time_zone AS "timeZone", theme FROM people WHERE id = $1 FOR NO KEY UPDATE');
const changed = statement('profile_changed', 'UPDATE people SET name = $2, language = $3, time_zone = $4, theme = $5, version = version + 1 WHERE id = $1');
const passwordChanged = statement('password_changed', 'UPDATE people SET password_hash = $2, version = version + 1 WHERE id = $1');
/** What everybody may change about themselves. */
let Profile = class Profile {
    constructor(transactions, audit, sessions, signingIn, hashing) {
        this.transactions = transactions;
        this.audit = audit;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.hashing = hashing;
    }
    /** Name, language, time zone and theme; what is left out stays. */
    async change(actor, input) {
        await this.transactions.run(actor, async (tx) => {
            const [before] = await rows(tx, profileOf, [actor.personId]);
            if (!before)
                throw notFound();
            const after = Object.assign({}, before, input);
            await rows(tx, changed, [actor.personId, after.name, after.language, after.timeZone, after.theme]);
            await this.audit.record(tx, actor, 'person.changed', actor.personId, differences(before, after));
        });
        return this.signingIn.view(actor.personId);
    }
    /** Sets a new password and ends every other session of the person; 422 with `wrong_password` beside the current one. */
    async changePassword(actor, sessionId, { current, next }, origin) {
        if (!(await this.signingIn.isPassword(actor.personId, current, origin)))
            throw invalid('current', 'wrong_password');
        const { person } = await this.signingIn.view(actor.personId);
        refuseWeakPassword(next, person, 'next');
        const hash = await this.hashing.hash(next);
        await this.transactions.run(actor, async (tx) => {
            await rows(tx, passwordChanged, [actor.personId, hash]);
            await this.sessions.endAll(tx, actor.personId, sessionId);
            await this.audit.record(tx, actor, 'person.password_changed', actor.personId);
        });
    }
    /** Where the person is signed in, the last used first. */
    async openSessions(actor, sessionId) {
        const open = await this.sessions.listOf(actor.personId);
        const items = open.map(({ id, created_at, last_seen_at, user_agent, address }) => ({
            id, createdAt: created_at.toISOString(), lastSeenAt: last_seen_at.toISOString(), userAgent: user_agent, address, isCurrent: id === sessionId,
        }));
        return { items };
    }
    /** Ends one of the person's own sessions; 404 for any other. */
    async endSession(actor, sessionId) {
        await this.transactions.run(actor, async (tx) => {
            if (!(await this.sessions.endOne(tx, actor.personId, sessionId)))
                throw notFound();
            await this.audit.record(tx, actor, 'person.sessions_ended', actor.personId, { count: 1 });
        });
    }
    /** Signs the person out everywhere, here as well. */
    async endSessions(actor) {
        await this.transactions.run(actor, async (tx) => {
            const count = await this.sessions.endAll(tx, actor.personId);
            await this.audit.record(tx, actor, 'person.sessions_ended', actor.personId, { count });
        });
    }
};
Profile = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        Audit,
        Sessions,
        SigningIn,
        PasswordHashing])
], Profile);
export { Profile };
