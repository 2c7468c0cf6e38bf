import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { OwnerChange } from '../owner-change.entity.ts';
import { type LockedCustomer, lockCustomers, mustSeeCustomer } from '../visible-rows.ts';
import { type Keeper, keeperFor } from './keeper.ts';
import type { ChangeOwner, GivenCustomerView, OwnerHistoryView, OwnersChangedView } from './ownership.dto.ts';

const give = statement('ownership_give', 'UPDATE customers SET owner_id = $2, team_id = $3, version = version + 1 WHERE id = ANY($1::uuid[]) RETURNING id, version');
// A due time is an instant; its day is the local one of whoever is to make the contact.
const moveTouchpoints = statement(
  'ownership_touchpoints',
  `UPDATE touchpoints t SET owner_id = $2, due_on = coalesce((t.due_at AT TIME ZONE n.time_zone)::date, t.due_on), version = t.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, "ownerId" uuid), people n
   WHERE t.customer_id = k.id AND t.owner_id = k."ownerId" AND t.state = 'scheduled' AND n.id = $2 AND t.owner_id <> $2 RETURNING t.id, t.customer_id AS "customerId"`,
);
const refreshContact = statement('ownership_contact_state', 'SELECT refresh_contact_state($1::uuid[])');

/** Whose customers they are: given from one person to another with a dated trace; credit for past communications stays with their authors. */
@Injectable()
export class Ownership {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Gives customers to somebody, all or none; 404 unless the actor sees every one of them, refused beside `ownerId` unless the actor sees that person. */
  change(actor: Actor, ids: readonly string[], { ownerId, teamId, moveTouchpoints: moves = true }: ChangeOwner): Promise<OwnersChangedView> {
    return this.transactions.run(actor, async (tx) => {
      const customers = await lockCustomers(tx, actor, ids);
      const keeper = await keeperFor(tx, actor, { ownerId, ...(teamId === undefined ? {} : { teamId }) });
      const given = customers.filter((customer) => customer.ownerId !== keeper.ownerId || customer.teamId !== keeper.teamId);
      const left = given.length ? await this.give(tx, actor, given, keeper, moves) : [];
      return { changed: given.length, given: left };
    });
  }

  /** All changes of a customer's owner and team, newest first. */
  async history(actor: Actor, customerId: string): Promise<OwnerHistoryView> {
    await mustSeeCustomer(this.source, actor, customerId);
    const changes = await this.source.getRepository(OwnerChange).find({ where: { customerId }, order: { changedAt: 'DESC', id: 'DESC' } });
    return { items: changes.map(({ customerId: _customer, movedTouchpointIds: _moved, changedAt, ...change }) => ({ ...change, changedAt: changedAt.toISOString() })) };
  }

  private async give(tx: EntityManager, actor: Actor, customers: readonly LockedCustomer[], { ownerId, teamId }: Keeper, moves: boolean): Promise<GivenCustomerView[]> {
    const ids = customers.map(({ id }) => id);
    const given = await rows<GivenCustomerView>(tx, give, [ids, ownerId, teamId]);
    const moved = new Map<string, string[]>();
    if (moves && ownerId !== null) {
      const followed = await rows<{ id: string; customerId: string }>(tx, moveTouchpoints, [JSON.stringify(customers.map(({ id, ownerId: from }) => ({ id, ownerId: from }))), ownerId]);
      for (const { id, customerId } of followed) moved.set(customerId, [...(moved.get(customerId) ?? []), id]);
      await rows(tx, refreshContact, [ids]);
    }
    const changedAt = this.clock.now();
    await tx.insert(OwnerChange, customers.map((customer) => ({
      id: newId(), customerId: customer.id, fromOwnerId: customer.ownerId, toOwnerId: ownerId, fromTeamId: customer.teamId, toTeamId: teamId, movedTouchpointIds: moved.get(customer.id) ?? [], changedAt, changedById: actor.personId,
    })));
    for (const customer of customers) {
      await this.audit.record(tx, actor, 'customer.owner_changed', customer.id, { ownerId: [customer.ownerId, ownerId], teamId: [customer.teamId, teamId], movedTouchpoints: moves && ownerId !== null });
    }
    return given;
  }
}
