import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { Plan } from '../plan.entity.ts';
import { mustSeePlan } from '../visible-plans.ts';
import { PlanVersion } from './plan-version.entity.ts';
import { type Difference, type Snapshot, type SnapshotItem, differencesOf } from './snapshot.rules.ts';

// Names are kept, not identifiers: a version reads the same after somebody or something was renamed.
const planNow = statement(
  'plan_snapshot',
  `SELECT p.name, to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.until_on, 'YYYY-MM-DD') AS "untilOn", p.objective, t.name AS team, r.name AS responsible, p.budget::text AS budget
   FROM plans p JOIN people r ON r.id = p.responsible_id LEFT JOIN teams t ON t.id = p.team_id WHERE p.id = $1`,
);
const itemsNow = statement(
  'plan_items_snapshot',
  `SELECT i.id, i.objective, to_char(i.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(i.ends_on, 'YYYY-MM-DD') AS "endsOn", i.recurrence, i.window_days AS "windowDays", i.place,
     s.name AS audience, s.filter::text AS conditions, i.mode, i.contact_kind AS "contactKind", coalesce(c.names->>'en', c.key) AS channel, i.method, i.content, i.talking_points AS "talkingPoints",
     t.name AS "responsibleTeam", r.name AS responsible, i.target_count AS "targetCount",
     i.takes_joiners AS "takesJoiners", i.drops_leavers AS "dropsLeavers",
     (SELECT v.name FROM norm_versions v WHERE v.norm_id = i.norm_id ORDER BY v.number DESC LIMIT 1) AS norm, (SELECT n.name FROM incentives n WHERE n.id = i.incentive_id) AS incentive
   FROM plan_items i LEFT JOIN segments s ON s.id = i.segment_id LEFT JOIN channels c ON c.id = i.channel_id LEFT JOIN teams t ON t.id = i.responsible_team_id
     LEFT JOIN people r ON r.id = i.responsible_id WHERE i.plan_id = $1 AND i.removed_at IS NULL ORDER BY i.position, i.id`,
);

/** Versions of plans: kept when a plan is submitted, compared two by two. */
@Injectable()
export class Versions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Keeps the plan as it is in this transaction as its next version. */
  async keep(tx: EntityManager, actor: Actor, plan: Pick<Plan, 'id'>): Promise<void> {
    const number = (await tx.countBy(PlanVersion, { planId: plan.id })) + 1;
    await tx.insert(PlanVersion, { planId: plan.id, number, takenAt: this.clock.now(), takenById: actor.personId, snapshot: (await this.present(tx, plan.id)) as never });
  }

  /** The plan as it is in this transaction. */
  async present(tx: EntityManager, planId: string): Promise<Snapshot> {
    const [head] = await rows<Record<string, unknown>>(tx, planNow, [planId]);
    return { plan: head ?? {}, items: await rows<SnapshotItem & Record<string, unknown>>(tx, itemsNow, [planId]) };
  }

  /** What differs from one version of a plan to another; 404 for a version that is not there. */
  async differences(actor: Actor, planId: string, from: number, to: number): Promise<Difference[]> {
    await mustSeePlan(this.source.manager, actor, planId);
    return differencesOf(await this.snapshot(planId, from), await this.snapshot(planId, to));
  }

  private async snapshot(planId: string, number: number): Promise<Snapshot> {
    const version = await this.source.manager.findOneBy(PlanVersion, { planId, number });
    if (!version) throw notFound();
    return version.snapshot;
  }
}
