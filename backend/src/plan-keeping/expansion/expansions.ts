import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import { type JobAttempt, Jobs } from '../../platform/jobs/jobs.ts';
import { IN_WORK, PLAN_CHANGES, Plan, type PlanChange } from '../../plans/index.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import { Following } from '../changes/following.ts';
import { beginExpansion, cancelSurplus, endExpansion, lockForTouchpoints, makeTouchpoints, noteDone, planInWork, surplusTouchpoints } from './expansion.statements.ts';
import { type PlannedContact, PlannedContacts } from './planned-contacts.ts';

const BATCH = 2_000;

/** Makes the touchpoints of a plan follow it: made when it is approved or somebody joins, changed with it, cancelled when somebody leaves or it is closed. What is done stays. */
@Injectable()
export class Expansions implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly planned: PlannedContacts,
    private readonly following: Following,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<PlanChange>(PLAN_CHANGES, (change, attempt) => this.follow(change, attempt));
  }

  /** Does so for one change. In batches: done again after it was cut off, it makes the same set. */
  async follow(change: PlanChange, { signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    const plan = await this.source.manager.findOneBy(Plan, { id: change.planId });
    if (!plan) return;
    await this.cancelSurplus(change, signal);
    if (IN_WORK.includes(plan.state) && plan.archivedAt === null) await this.expand(plan, change, signal);
  }

  private async expand(plan: Plan, change: PlanChange, signal: AbortSignal): Promise<void> {
    const { contacts, skipped } = await this.planned.of(this.source.manager, plan, new Date(change.at));
    await beginExpansion.rows(this.source, { planId: plan.id, now: this.clock.now(), wanted: contacts.length, skipped: JSON.stringify(skipped) });
    const counts = { made: 0, followed: 0 };
    for (let from = 0; from < contacts.length; from += BATCH) {
      signal.throwIfAborted();
      const { made, followed } = await this.make(change, contacts.slice(from, from + BATCH), Math.min(contacts.length, from + BATCH));
      counts.made += made;
      counts.followed += followed;
    }
    await this.source.transaction(async (tx) => {
      await rows(tx, endExpansion, [plan.id, this.clock.now()]);
      await this.audit.record(tx, change, 'plan.expanded', plan.id, { touchpoints: contacts.length, ...counts, skipped });
    });
  }

  private make(change: PlanChange, contacts: readonly PlannedContact[], done: number): Promise<{ made: number; followed: number }> {
    const { planId, at, personId } = change;
    return this.source.transaction(async (tx) => {
      if ((await rows(tx, planInWork, [planId])).length === 0) return { made: 0, followed: 0 };
      const customerIds = [...new Set(contacts.map(({ customerId }) => customerId))];
      await rows(tx, lockForTouchpoints, [customerIds]);
      const made = await rows(tx, makeTouchpoints, [JSON.stringify(contacts.map((contact) => ({ ...contact, id: newId() }))), at, personId]);
      const followed = await this.following.follow(tx, change, contacts, customerIds);
      if (made.length + followed > 0) await refreshContactState(tx, customerIds);
      await rows(tx, noteDone, [planId, done]);
      return { made: made.length, followed };
    });
  }

  private async cancelSurplus(change: PlanChange, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const found = await rows<{ id: string; customerId: string }>(this.source, surplusTouchpoints, [change.planId, BATCH]);
      if (found.length === 0) return;
      const customerIds = [...new Set(found.map(({ customerId }) => customerId))];
      await this.source.transaction(async (tx) => {
        await rows(tx, lockForTouchpoints, [customerIds]);
        const cancelled = await rows<{ id: string }>(tx, cancelSurplus, [found.map(({ id }) => id), this.clock.now()]);
        await refreshContactState(tx, customerIds);
        await this.audit.record(tx, change, 'plan.touchpoints_cancelled', change.planId, { touchpointIds: cancelled.map(({ id }) => id) });
      });
    }
  }
}
