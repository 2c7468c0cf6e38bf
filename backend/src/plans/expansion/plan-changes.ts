import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { PlanItem } from '../plan-item.entity.ts';

/** The queue in which a plan waits for its touchpoints to follow it. */
export const PLAN_CHANGES = 'plan-changes';

/** A plan that was approved, closed, or whose frozen audience changed: when (an instant) and by whom. */
export interface PlanChange {
  readonly planId: string;
  readonly at: string;
  readonly personId: string;
  /** What touchpoints took from the items before a change of the plan; only with it open ones follow their item. */
  readonly former?: readonly FormerItem[];
}

/** What the touchpoints of an item took from it before it was changed. A touchpoint that says something else was edited by hand. */
export interface FormerItem {
  readonly id: string;
  readonly purpose: string;
  readonly talkingPoints: string;
  readonly place: string | null;
  readonly channelId: string | null;
  /** Whether the change names another person for its contacts. */
  readonly isOwnerChanged: boolean;
}

/** That of an item, given what became of it. */
export const formerOf = (item: PlanItem, after: PlanItem | undefined): FormerItem => ({
  id: item.id, purpose: item.objective, talkingPoints: item.talkingPoints || item.content, place: item.place || null, channelId: item.channelId,
  isOwnerChanged: after !== undefined && after.responsibleId !== item.responsibleId,
});

/** Says that a plan's touchpoints have to follow; whoever makes touchpoints listens to the queue. */
@Injectable()
export class PlanChanges {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Puts the change into the queue, if and only if the transaction commits. */
  announce(tx: EntityManager, actor: { personId: string }, planId: string, former?: readonly FormerItem[]): Promise<void> {
    const change: PlanChange = { planId, at: this.clock.now().toISOString(), personId: actor.personId, ...(former ? { former } : {}) };
    return this.jobs.enqueue(tx, PLAN_CHANGES, change);
  }
}
