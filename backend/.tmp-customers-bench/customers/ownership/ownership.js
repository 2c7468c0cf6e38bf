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
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { OwnerChange } from "../owner-change.entity.js";
import { lockCustomers, mustSeeCustomer } from "../visible-rows.js";
import { keeperFor } from "./keeper.js";
const give = statement('ownership_give', 'UPDATE customers SET owner_id = $2, team_id = $3, version = version + 1 WHERE id = ANY($1::uuid[])');
// A due time is an instant; its day is the local one of whoever is to make the contact.
const moveTouchpoints = statement('ownership_touchpoints', `UPDATE touchpoints t SET owner_id = $2, due_on = coalesce((t.due_at AT TIME ZONE n.time_zone)::date, t.due_on), version = t.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, "ownerId" uuid), people n
   WHERE t.customer_id = k.id AND t.owner_id = k."ownerId" AND t.state = 'scheduled' AND n.id = $2 AND t.owner_id <> $2`);
const refreshContact = statement('ownership_contact_state', 'SELECT refresh_contact_state($1::uuid[])');
/** Whose customers they are: given from one person to another with a dated trace; credit for past communications stays with their authors. */
let Ownership = class Ownership {
    constructor(source, transactions, audit, clock) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** Gives customers to somebody, all or none; 404 unless the actor sees every one of them, refused beside `ownerId` unless the actor sees that person. */
    change(actor, ids, { ownerId, teamId, moveTouchpoints: moves = true }) {
        return this.transactions.run(actor, async (tx) => {
            const customers = await lockCustomers(tx, actor, ids);
            const keeper = await keeperFor(tx, actor, { ownerId, ...(teamId === undefined ? {} : { teamId }) });
            const given = customers.filter((customer) => customer.ownerId !== keeper.ownerId || customer.teamId !== keeper.teamId);
            if (given.length)
                await this.give(tx, actor, given, keeper, moves);
            return { changed: given.length };
        });
    }
    /** All changes of a customer's owner and team, newest first. */
    async history(actor, customerId) {
        await mustSeeCustomer(this.source, actor, customerId);
        const changes = await this.source.getRepository(OwnerChange).find({ where: { customerId }, order: { changedAt: 'DESC', id: 'DESC' } });
        return { items: changes.map(({ customerId: _customer, changedAt, ...change }) => ({ ...change, changedAt: changedAt.toISOString() })) };
    }
    async give(tx, actor, customers, { ownerId, teamId }, moves) {
        const ids = customers.map(({ id }) => id);
        await rows(tx, give, [ids, ownerId, teamId]);
        if (moves && ownerId !== null) {
            await rows(tx, moveTouchpoints, [JSON.stringify(customers.map(({ id, ownerId: from }) => ({ id, ownerId: from }))), ownerId]);
            await rows(tx, refreshContact, [ids]);
        }
        const changedAt = this.clock.now();
        await tx.insert(OwnerChange, customers.map((customer) => ({
            id: newId(), customerId: customer.id, fromOwnerId: customer.ownerId, toOwnerId: ownerId, fromTeamId: customer.teamId, toTeamId: teamId, changedAt, changedById: actor.personId,
        })));
        for (const customer of customers) {
            await this.audit.record(tx, actor, 'customer.owner_changed', customer.id, { ownerId: [customer.ownerId, ownerId], teamId: [customer.teamId, teamId], movedTouchpoints: moves && ownerId !== null });
        }
    }
};
Ownership = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        Clock])
], Ownership);
export { Ownership };
