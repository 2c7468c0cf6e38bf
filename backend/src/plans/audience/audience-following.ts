import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SegmentReads } from '../../customers/index.ts';
import { Refusal } from '../../kernel/index.ts';
import { actorOf } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { type JobAttempt, Jobs } from '../../platform/jobs/jobs.ts';
import { PlanChanges } from '../expansion/plan-changes.ts';

const QUEUE = 'audience-by-rule';

interface FollowingItem {
  id: string;
  planId: string;
  segmentId: string;
  plannerId: string;
  takesJoiners: boolean;
  dropsLeavers: boolean;
}

// The plan's own contacts let customers go from a segment that asks for the next contact or the cadence state: whoever leaves such a one stays, or would come and go every hour.
const DROPS = `i.drops_leavers AND NOT (s.kind = 'filter' AND (coalesce(s.filter->'nextContact', 'null') NOT IN ('null', '[]') OR coalesce(s.filter->'cadence', 'null') NOT IN ('null', '[]')))`;
const following = statement(
  'items_that_follow_their_segment',
  `SELECT i.id, i.plan_id AS "planId", i.segment_id AS "segmentId", p.planner_id AS "plannerId", i.takes_joiners AS "takesJoiners", ${DROPS} AS "dropsLeavers"
   FROM plan_items i JOIN plans p ON p.id = i.plan_id JOIN segments s ON s.id = i.segment_id WHERE p.state IN ('approved', 'running') AND p.archived_at IS NULL AND i.removed_at IS NULL AND (i.takes_joiners OR i.drops_leavers)
   ORDER BY p.id, i.position, i.id`,
);
const hold = statement('plan_held_for_its_audience', `SELECT 1 FROM plans WHERE id = $1 AND state IN ('approved', 'running') AND archived_at IS NULL FOR NO KEY UPDATE`);
// Whoever was taken out by hand stays out: somebody's name stands beside the day on which they left.
const join = statement(
  'audience_joined_by_rule',
  `INSERT INTO plan_audience (plan_item_id, customer_id, how, added_at, added_by_id) SELECT $1, id, 'by_rule', $3, $4 FROM unnest($2::uuid[]) AS id
   ON CONFLICT (plan_item_id, customer_id) DO UPDATE SET how = 'by_rule', added_at = excluded.added_at, added_by_id = excluded.added_by_id, left_at = NULL WHERE plan_audience.left_at IS NOT NULL AND plan_audience.left_by_id IS NULL
   RETURNING customer_id AS id`,
);
const leave = statement(
  'audience_left_by_rule',
  `UPDATE plan_audience SET left_at = $3, left_by_id = NULL WHERE plan_item_id = $1 AND customer_id NOT IN (SELECT unnest($2::uuid[])) AND left_at IS NULL AND how <> 'by_hand' RETURNING customer_id AS id`,
);

/** Takes later joiners and leavers of segments over into frozen audiences by itself, for the items that say so, every hour. */
@Injectable()
export class AudienceFollowing implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly segments: SegmentReads,
    private readonly changes: PlanChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handleHourly(QUEUE, (attempt) => this.followAll(attempt));
  }

  /** Does so for all of them; done again it changes nothing. */
  async followAll({ signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    for (const item of await rows<FollowingItem & Record<string, unknown>>(this.source, following)) {
      signal.throwIfAborted();
      // A segment that can not be asked for, because it names a field that is archived by now, leaves its audience as it is and the others their turn.
      await this.source.transaction((tx) => this.follow(tx, item)).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    }
  }

  /** Under the scope of whoever planned it; nothing once they have left. */
  private async follow(tx: EntityManager, { id, planId, segmentId, plannerId, takesJoiners, dropsLeavers }: FollowingItem): Promise<void> {
    const planner = await actorOf(tx, plannerId);
    if (!planner || (await rows(tx, hold, [planId])).length === 0) return;
    const now = this.clock.now();
    const found = await this.segments.over<{ id: string }>(tx, planner, segmentId, (where) => `SELECT c.id FROM customers c WHERE ${where.sql}`);
    const ids = found.map((customer) => customer.id);
    const joined = takesJoiners ? await rows<{ id: string }>(tx, join, [id, ids, now, plannerId]) : [];
    const left = dropsLeavers ? await rows<{ id: string }>(tx, leave, [id, ids, now]) : [];
    if (joined.length + left.length === 0) return;
    await this.audit.record(tx, null, 'plan.audience_followed', planId, { itemId: id, joined: joined.map((one) => one.id), left: left.map((one) => one.id) });
    await this.changes.announce(tx, { personId: plannerId }, planId);
  }
}
