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
import { conflict, stale } from "../../kernel/index.js";
import { Audit, differences } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { Invitations } from "../invitations/invitations.js";
import { Person } from "../person.entity.js";
import { holdPeople, rewriteScopes } from "../scopes.js";
import { Sessions } from "../sessions.js";
import { refuseAccount } from "./account.rules.js";
import { PeopleList } from "./people-list.js";
const colleagues = statement('colleagues', 'SELECT id, email, team_id AS "teamId", reports_to_id AS "reportsToId", roles, state FROM people');
const teamsInUse = statement('teams_in_use', 'SELECT id FROM teams WHERE archived_at IS NULL');
const hasPassword = statement('has_password', 'SELECT password_hash IS NOT NULL AS has FROM people WHERE id = $1');
/** Invites colleagues and changes what they may do and see. */
let Accounts = class Accounts {
    constructor(transactions, clock, list, invitations, sessions, audit) {
        this.transactions = transactions;
        this.clock = clock;
        this.list = list;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
    }
    /** Makes an account that its owner can open with the link. */
    async invite(actor, input) {
        let token;
        const person = await this.transactions.run(actor, async (tx) => {
            const id = newId();
            const { name, email, teamId = null, reportsToId = null, roles, dataScope, language, timeZone } = input;
            const account = { id, email, teamId, reportsToId, roles, state: 'invited' };
            refuseAccount(await held(tx), null, account);
            await tx.insert(Person, { ...account, name, dataScope, language, timeZone, passwordHash: null, createdAt: this.clock.now() });
            token = await this.invitations.make(tx, id);
            await rewriteScopes(tx);
            await this.audit.record(tx, actor, 'person.invited', id, { name, email, teamId, reportsToId, roles, dataScope });
            return this.list.account(tx, id);
        });
        // The secret is not kept with the answer of a repeated request, so that one gets a new link.
        return token === undefined ? this.newLink({ ...actor, once: null }, person.id) : { person, token };
    }
    /** Changes an account; disabling it ends its sessions and its link at once. */
    change(actor, id, version, input) {
        return this.transactions.run(actor, async (tx) => {
            const known = await held(tx);
            const before = await this.list.account(tx, id);
            const { isDisabled, ...given } = input;
            const state = isDisabled === undefined ? before.state : await stateAfter(tx, id, isDisabled);
            const after = Object.assign({}, before, given, { state });
            refuseAccount(known, before, after);
            const { affected } = await tx.update(Person, { id, version }, { ...given, state, version: version + 1 });
            if (affected !== 1)
                throw stale();
            if (state === 'disabled')
                await this.lockOut(tx, id);
            await rewriteScopes(tx);
            await this.audit.record(tx, actor, actionOf(before, after), id, differences(before, after));
            return this.list.account(tx, id);
        });
    }
    /** A new invitation link, which is also the way to a new password; 409 `account_is_disabled`. */
    newLink(actor, id) {
        return this.transactions.run({ ...actor, once: null }, async (tx) => {
            await holdPeople(tx);
            if ((await this.list.account(tx, id)).state === 'disabled')
                throw conflict('account_is_disabled');
            const token = await this.invitations.make(tx, id);
            await this.audit.record(tx, actor, 'person.link_made', id);
            return { person: await this.list.account(tx, id), token };
        });
    }
    /** Signs a colleague out everywhere. */
    async endSessions(actor, id) {
        await this.transactions.run(actor, async (tx) => {
            await this.list.account(tx, id);
            const count = await this.sessions.endAll(tx, id);
            await this.audit.record(tx, actor, 'person.sessions_ended', id, { count });
        });
    }
    async lockOut(tx, id) {
        await this.sessions.endAll(tx, id);
        await this.invitations.end(tx, id);
    }
};
Accounts = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Transactions,
        Clock,
        PeopleList,
        Invitations,
        Sessions,
        Audit])
], Accounts);
export { Accounts };
async function held(tx) {
    await holdPeople(tx);
    const people = await rows(tx, colleagues);
    const teams = await rows(tx, teamsInUse);
    return { people, teamIds: new Set(teams.map(({ id }) => id)) };
}
async function stateAfter(tx, id, isDisabled) {
    if (isDisabled)
        return 'disabled';
    const [found] = await rows(tx, hasPassword, [id]);
    return found?.has ? 'active' : 'invited';
}
function actionOf(before, after) {
    if (before.state !== 'disabled' && after.state === 'disabled')
        return 'person.disabled';
    return before.state === 'disabled' && after.state !== 'disabled' ? 'person.enabled' : 'person.changed';
}
