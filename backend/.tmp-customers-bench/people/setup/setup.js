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
import { conflict, invalid } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Beginnings } from "../../platform/beginnings.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { newId } from "../../platform/ids.js";
import { PasswordHashing } from "../passwords/hashing.js";
import { refuseWeakPassword } from "../passwords/rules.js";
import { Person, ROLES } from "../person.entity.js";
import { rewriteScopes } from "../scopes.js";
import { Sessions } from "../sessions.js";
import { Attempts } from "../signing-in/attempts.js";
import { SigningIn } from "../signing-in/signing-in.js";
import { currencyOfZone } from "./currency-of-zone.js";
import { SetupCode } from "./setup-code.js";
const isSetUp = statement('is_set_up', 'SELECT 1 FROM organisation');
// Of two at once the second waits for the first here, and then finds the row taken.
const found = statement('organisation_founded', `INSERT INTO organisation (id, name, time_zone, currency, language, is_demo) VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`);
/** Makes the organisation and its first administrator, once. */
let Setup = class Setup {
    constructor(source, clock, code, attempts, hashing, sessions, signingIn, audit, beginnings) {
        this.source = source;
        this.clock = clock;
        this.code = code;
        this.attempts = attempts;
        this.hashing = hashing;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.audit = audit;
        this.beginnings = beginnings;
    }
    /** Whether there is nobody yet. */
    async isNeeded() {
        return (await rows(this.source, isSetUp)).length === 0;
    }
    /** The code to show on the console, null when everything is set up. */
    async codeIfNeeded() {
        return (await this.isNeeded()) ? this.code.text : null;
    }
    /** Sets up and opens the administrator's session; 409 `already_set_up`, 422 with `wrong_code` beside the code. `isDemo` labels everything as sample data. */
    async setUp(input, origin, { isDemo = false } = {}) {
        await this.attempts.count('setup', origin.address);
        if (!(await this.isNeeded()))
            throw conflict('already_set_up');
        if (!this.code.matches(input.code))
            throw invalid('code', 'wrong_code');
        await this.attempts.forgive('setup', origin.address);
        refuseWeakPassword(input.password, input, 'password');
        const passwordHash = await this.hashing.hash(input.password);
        const { token, id } = await this.source.transaction((tx) => this.found(tx, { ...input, isDemo }, passwordHash, origin));
        return { token, view: await this.signingIn.view(id) };
    }
    async found(tx, input, passwordHash, origin) {
        const { name, email, organisationName, timeZone, language, isDemo } = input;
        const made = await rows(tx, found, [organisationName, timeZone, currencyOfZone(timeZone), language, isDemo]);
        if (made.length === 0)
            throw conflict('already_set_up');
        const id = newId();
        const rights = { roles: [...ROLES], dataScope: 'all', state: 'active' };
        await tx.insert(Person, { ...rights, id, name, email, passwordHash, timeZone, language, teamId: null, reportsToId: null, createdAt: this.clock.now() });
        await rewriteScopes(tx);
        await this.beginnings.run(tx);
        await this.audit.record(tx, { personId: id }, 'organisation.set_up', id, { organisationName, timeZone });
        return { id, token: await this.sessions.open(id, origin, tx) };
    }
};
Setup = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        SetupCode,
        Attempts,
        PasswordHashing,
        Sessions,
        SigningIn,
        Audit,
        Beginnings])
], Setup);
export { Setup };
