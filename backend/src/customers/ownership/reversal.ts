import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, stale } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { OwnerChange } from '../owner-change.entity.ts';
import { lockCustomers } from '../visible-rows.ts';
import type { GivenCustomer, GivenCustomerView, OwnersChangedView } from './ownership.dto.ts';

const lastChanges = statement(
  'ownership_last_changes',
  `SELECT DISTINCT ON (customer_id) id, customer_id AS "customerId", from_owner_id AS "fromOwnerId", to_owner_id AS "toOwnerId", from_team_id AS "fromTeamId", to_team_id AS "toTeamId",
     moved_touchpoint_ids AS "movedTouchpointIds", changed_by_id AS "changedById"
   FROM owner_changes WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, changed_at DESC, id DESC`,
);
const giveBack = statement(
  'ownership_give_back',
  `UPDATE customers c SET owner_id = k."fromOwnerId", team_id = k."fromTeamId", version = version + 1
   FROM jsonb_to_recordset($1::jsonb) AS k("customerId" uuid, "fromOwnerId" uuid, "fromTeamId" uuid) WHERE c.id = k."customerId" RETURNING c.id, c.version`,
);
// What was done with a touchpoint meanwhile stays done.
const touchpointsBack = statement(
  'ownership_touchpoints_back',
  `UPDATE touchpoints t SET owner_id = k."fromOwnerId", due_on = coalesce((t.due_at AT TIME ZONE n.time_zone)::date, t.due_on), version = t.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS k("fromOwnerId" uuid, "toOwnerId" uuid, "movedTouchpointIds" uuid[]), people n
   WHERE t.id = ANY(k."movedTouchpointIds") AND t.owner_id = k."toOwnerId" AND t.state = 'scheduled' AND n.id = k."fromOwnerId" RETURNING t.id, t.customer_id AS "customerId"`,
);
const refreshContact = statement('ownership_contact_state_back', 'SELECT refresh_contact_state($1::uuid[])');

type LastChange = Pick<OwnerChange, 'id' | 'customerId' | 'fromOwnerId' | 'toOwnerId' | 'fromTeamId' | 'toTeamId' | 'movedTouchpointIds' | 'changedById'>;

/** Takes a change of owner back: the inverse change with a trace of its own, and the touchpoints that had followed. */
@Injectable()
export class OwnershipReversal {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Gives customers back to whom they were taken from, all or none; 412 when one changed since, 409 `not_your_change` when it was somebody else's. */
  takeBack(actor: Actor, given: readonly GivenCustomer[]): Promise<OwnersChangedView> {
    return this.transactions.run(actor, async (tx) => {
      const versions = new Map(given.map(({ id, version }) => [id, version]));
      const customers = await lockCustomers(tx, actor, [...versions.keys()]);
      if (customers.some(({ id, version }) => versions.get(id) !== version)) throw stale();
      const changes = await rows<LastChange>(tx, lastChanges, [[...versions.keys()]]);
      if (changes.length !== versions.size || changes.some(({ changedById }) => changedById !== actor.personId)) throw conflict('not_your_change');
      const back = await this.giveBack(tx, actor, changes);
      return { changed: back.length, given: back };
    });
  }

  private async giveBack(tx: EntityManager, actor: Actor, changes: readonly LastChange[]): Promise<GivenCustomerView[]> {
    const list = JSON.stringify(changes);
    const back = await rows<GivenCustomerView>(tx, giveBack, [list]);
    const moved = await rows<{ id: string; customerId: string }>(tx, touchpointsBack, [list]);
    await rows(tx, refreshContact, [changes.map(({ customerId }) => customerId)]);
    const changedAt = this.clock.now();
    await tx.insert(OwnerChange, changes.map((change) => ({
      id: newId(), customerId: change.customerId, fromOwnerId: change.toOwnerId, toOwnerId: change.fromOwnerId, fromTeamId: change.toTeamId, toTeamId: change.fromTeamId,
      movedTouchpointIds: moved.filter(({ customerId }) => customerId === change.customerId).map(({ id }) => id), changedAt, changedById: actor.personId,
    })));
    for (const { customerId, fromOwnerId, toOwnerId, fromTeamId, toTeamId } of changes) {
      await this.audit.record(tx, actor, 'customer.owner_change_taken_back', customerId, { ownerId: [toOwnerId, fromOwnerId], teamId: [toTeamId, fromTeamId] });
    }
    return back;
  }
}
