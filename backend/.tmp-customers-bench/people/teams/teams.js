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
import { conflict, invalid, notFound, stale } from "../../kernel/index.js";
import { Audit, differences } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { inTreeOrder, makesCircle } from "../hierarchy.rules.js";
import { holdPeople, rewriteScopes } from "../scopes.js";
import { Team } from "../team.entity.js";
const allTeams = statement('all_teams', `SELECT t.id, t.name, t.parent_id AS "parentId", t.archived_at IS NOT NULL AS "isArchived", t.version,
     (SELECT count(*)::int FROM people p WHERE p.team_id = t.id AND p.state <> 'disabled') AS "peopleCount"
   FROM teams t ORDER BY t.name, t.id`);
/** The tree of teams. */
let Teams = class Teams {
    constructor(source, transactions, clock, audit) {
        this.source = source;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }
    /** Every team in tree order; archived ones only when asked for. */
    async list(withArchived) {
        const all = await rows(this.source, allTeams);
        const listed = inTreeOrder(all.filter(({ isArchived }) => withArchived || !isArchived));
        return { items: listed.map(({ entry, depth }) => ({ ...entry, depth })) };
    }
    /** Adds a team at the top or below another. */
    create(actor, { name, parentId = null }) {
        return this.changing(actor, async (tx, all) => {
            const id = newId();
            refusePlace(all, { id, name, parentId });
            await tx.insert(Team, { id, name, parentId, archivedAt: null });
            await this.audit.record(tx, actor, 'team.created', id, { name, parentId });
            return id;
        });
    }
    /** Renames a team or moves it with everything below it; never below itself. */
    change(actor, id, version, input) {
        return this.changing(actor, async (tx, all) => {
            const before = teamIn(all, id);
            const after = { name: input.name ?? before.name, parentId: input.parentId === undefined ? before.parentId : input.parentId };
            refusePlace(all, { id, ...after });
            const { affected } = await tx.update(Team, { id, version }, { ...after, version: version + 1 });
            if (affected !== 1)
                throw stale();
            await this.audit.record(tx, actor, 'team.changed', id, differences({ name: before.name, parentId: before.parentId }, after));
            return id;
        });
    }
    /** Takes a team out of use; 409 while it has people (`team_has_people`) or teams below it (`team_has_teams`). */
    archive(actor, id) {
        return this.changing(actor, async (tx, all) => {
            const team = teamIn(all, id);
            if (team.isArchived)
                return id;
            if (all.some((other) => other.parentId === id && !other.isArchived))
                throw conflict('team_has_teams');
            if (team.peopleCount > 0)
                throw conflict('team_has_people');
            await tx.update(Team, { id }, { archivedAt: this.clock.now(), version: team.version + 1 });
            await this.audit.record(tx, actor, 'team.archived', id);
            return id;
        });
    }
    /** Takes a team into use again, in its old place; to the top when that is archived. */
    restore(actor, id) {
        return this.changing(actor, async (tx, all) => {
            const team = teamIn(all, id);
            if (!team.isArchived)
                return id;
            const parentId = all.some((other) => other.id === team.parentId && !other.isArchived) ? team.parentId : null;
            refusePlace(all, { id, name: team.name, parentId });
            await tx.update(Team, { id }, { archivedAt: null, parentId, version: team.version + 1 });
            await this.audit.record(tx, actor, 'team.restored', id);
            return id;
        });
    }
    changing(actor, change) {
        return this.transactions.run(actor, async (tx) => {
            await holdPeople(tx);
            const id = await change(tx, await rows(tx, allTeams));
            await rewriteScopes(tx);
            const found = inTreeOrder(await rows(tx, allTeams)).find(({ entry }) => entry.id === id);
            if (!found)
                throw notFound();
            return { ...found.entry, depth: found.depth };
        });
    }
};
Teams = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Clock,
        Audit])
], Teams);
export { Teams };
function teamIn(all, id) {
    const team = all.find((row) => row.id === id);
    if (!team)
        throw notFound();
    return team;
}
/** Refuses a place in the tree that does not exist, makes a circle, or has a team of that name already. */
function refusePlace(all, { id, name, parentId }) {
    if (parentId !== null && !all.some((row) => row.id === parentId && !row.isArchived))
        throw invalid('parentId', 'unknown_team');
    if (makesCircle(new Map(all.map((row) => [row.id, row.parentId])), id, parentId))
        throw invalid('parentId', 'team_below_itself');
    const isTaken = all.some((row) => row.id !== id && !row.isArchived && row.parentId === parentId && row.name === name);
    if (isTaken)
        throw invalid('name', 'one_team_of_a_name_per_parent');
}
