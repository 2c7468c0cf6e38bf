import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustomerMerge, CustomerUpkeep, IS_BUILT_ON, MERGE_UNDO_DAYS, StageHistory, lockCustomers } from '../customers/index.ts';
import { type Kept, MatchingAnew, releaseTouchpoint } from '../follow-ups/index.ts';
import { conflict, gone, localDateOf, notFound } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { refreshContactState } from '../touchpoints/index.ts';
import { settleClosedPlans } from './closed-plans.ts';
import { type MergeEntry, pictureOf, versionsOf } from './journal.ts';
import type { Pair } from './joining.ts';
import type { Links } from './links.rules.ts';
import type { MergeUndoneView } from './merging.dto.ts';
import { putBack } from './putting-back.ts';

const builtOn = statement('merge_is_built_on', `SELECT 1 FROM customer_merges m WHERE m.id = $1 AND ${IS_BUILT_ON}`);

/** Takes merges apart again. */
@Injectable()
export class MergeUndo {
  constructor(
    private readonly transactions: Transactions,
    private readonly stages: StageHistory,
    private readonly matching: MatchingAnew,
    private readonly upkeep: CustomerUpkeep,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts back what moved; what was logged with the kept customer since stays there, and what somebody changed since keeps that change. 404 unless the actor sees both; 410 `too_late` after
   * thirty days; 409 `a_later_merge_builds_on_it` until that one is undone. Doing it twice changes nothing.
   */
  undo(actor: Actor, id: string): Promise<MergeUndoneView> {
    return this.transactions.run(actor, async (tx) => {
      const merge = await this.held(tx, actor, id);
      const { customerId, otherId } = merge;
      if (merge.undoneAt) return { id, customerId, otherId };
      if (this.clock.now().getTime() - merge.mergedAt.getTime() > MERGE_UNDO_DAYS * 86_400_000) throw gone('too_late');
      if ((await rows(tx, builtOn, [id])).length) throw conflict('a_later_merge_builds_on_it');
      const versions = await versionsOf(tx, [customerId, otherId]);
      const links = await putBack(tx, merge.journal as MergeEntry[], { keptId: customerId, otherId });
      await this.settle(tx, actor, { keptId: customerId, otherId }, links, id);
      const [steps, otherSteps] = (await versionsOf(tx, [customerId, otherId])).map((version, at) => version - (versions[at] ?? version));
      await tx.update(CustomerMerge, { id }, { undoneAt: this.clock.now(), undoneById: actor.personId, steps: merge.steps + (steps ?? 0), otherSteps: merge.otherSteps + (otherSteps ?? 0) });
      await this.audit.record(tx, actor, 'customer.merge_undone', customerId, { mergeId: id, otherId });
      await this.audit.record(tx, actor, 'customer.merge_undone', otherId, { mergeId: id, customerId });
      return { id, customerId, otherId };
    });
  }

  private async held(tx: EntityManager, actor: Actor, id: string): Promise<CustomerMerge> {
    const found = await tx.findOneBy(CustomerMerge, { id });
    if (!found) throw notFound();
    await lockCustomers(tx, actor, [found.customerId, found.otherId]);
    // Read again: who came first may have undone it.
    return tx.findOneByOrFail(CustomerMerge, { id });
  }

  /** Derives both customers anew, and lets those communications ask again whose touchpoint is not theirs any more. */
  private async settle(tx: EntityManager, actor: Actor, { keptId, otherId }: Pair, { lost, released }: Links, mergeId: string): Promise<void> {
    const [both, now] = [[keptId, otherId], this.clock.now()];
    for (const touchpointId of released) {
      await releaseTouchpoint.rows(tx, { id: touchpointId, now, on: localDateOf(now, actor.organisation.timeZone) });
      await this.audit.record(tx, actor, 'touchpoint.reopened', touchpointId, { mergeId, reason: 'merge_undone' });
    }
    for (const { id, state, reason } of await settleClosedPlans(tx, actor, both, now)) await this.audit.record(tx, actor, `touchpoint.${state}`, id, { mergeId, reason });
    await refreshContactState(tx, both);
    if (lost.size) {
      const whose = (await pictureOf(tx, both)).get('follow_ups');
      for (const customerId of both) {
        const theirs = new Map<string, Kept>([...lost].filter(([id]) => whose?.get(id)?.['customer_id'] === customerId));
        if (theirs.size) await this.matching.ask(tx, actor, { customerId, arrived: new Set(), lost: theirs, details: { mergeId } });
      }
      await refreshContactState(tx, both);
    }
    for (const customerId of both) await this.stages.settleAnew(tx, actor, customerId, null);
    await this.upkeep.renew(tx, both);
  }
}
