import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';

/** The queue in which a plan waits for its touchpoints to follow it. */
export const PLAN_CHANGES = 'plan-changes';

/** A plan that was approved, closed, or whose frozen audience changed: when (an instant) and by whom. */
export interface PlanChange {
  readonly planId: string;
  readonly at: string;
  readonly personId: string;
}

/** Says that a plan's touchpoints have to follow; whoever makes touchpoints listens to the queue. */
@Injectable()
export class PlanChanges {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Puts the change into the queue, if and only if the transaction commits. */
  announce(tx: EntityManager, actor: Actor, planId: string): Promise<void> {
    const change: PlanChange = { planId, at: this.clock.now().toISOString(), personId: actor.personId };
    return this.jobs.enqueue(tx, PLAN_CHANGES, change);
  }
}
