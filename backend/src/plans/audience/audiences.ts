import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Conditions, CustomerList, SegmentReads, lockCustomers } from '../../customers/index.ts';
import { conflict } from '../../kernel/index.ts';
import { type Actor, actorOf } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { PlanChanges } from '../expansion/plan-changes.ts';
import { PlanItem } from '../plan-item.entity.ts';
import type { Plan } from '../plan.entity.ts';
import { WRITABLE } from '../plan.rules.ts';
import { itemIn } from '../plans.ts';
import { SettledDays } from '../recurrence/settled-days.ts';
import { mustSeePlan } from '../visible-plans.ts';
import type { AudienceChangeRow, AudienceChangesView, AudienceRow, AudienceView, ChangeAudience } from './audience.dto.ts';

const FIRST = 10;
const CHANGES_SHOWN = 100;
const ROW = 'c.id, c.name, c.owner_id AS "ownerId", c.tier_id AS "tierId", c.stage_id AS "stageId"';

const put = statement(
  'plan_audience_put',
  `INSERT INTO plan_audience (plan_item_id, customer_id, how, added_at, added_by_id) SELECT $1, id, $3, $4, $5 FROM unnest($2::uuid[]) AS id
   ON CONFLICT (plan_item_id, customer_id) DO UPDATE SET how = excluded.how, added_at = excluded.added_at, added_by_id = excluded.added_by_id, left_at = NULL, left_by_id = NULL WHERE plan_audience.left_at IS NOT NULL`,
);
const leave = statement('plan_audience_leave', 'UPDATE plan_audience SET left_at = $3, left_by_id = $4 WHERE plan_item_id = $1 AND customer_id = ANY($2::uuid[]) AND left_at IS NULL');
const leaveAllBut = statement(
  'plan_audience_leave_all_but',
  `UPDATE plan_audience SET left_at = $3, left_by_id = NULL WHERE plan_item_id = $1 AND customer_id NOT IN (SELECT unnest($2::uuid[])) AND left_at IS NULL AND how <> 'by_hand'`,
);

/** Whom the items of a plan are for: counted live while it is written, frozen with its approval, changed by hand from then on. */
@Injectable()
export class Audiences {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly segments: SegmentReads,
    private readonly customers: CustomerList,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly planChanges: PlanChanges,
    private readonly days: SettledDays,
  ) {}

  /** How many customers an item is for, and the first of them that the actor sees. */
  async preview(actor: Actor, planId: string, itemId: string, limit = FIRST): Promise<AudienceView> {
    const { plan, item, tx } = await this.find(actor, planId, itemId);
    const isFrozen = isFrozenIn(plan);
    const [counted] = await this.over<{ count: number; unowned: number }>(tx, actor, plan, item, (where) => `SELECT count(*)::int AS count, (count(*) FILTER (WHERE c.owner_id IS NULL))::int AS unowned FROM customers c WHERE ${where.sql}`);
    const items = await this.over<AudienceRow & Record<string, unknown>>(tx, actor, plan, item, (where) => {
      where.visible(actor, 'c');
      return `SELECT ${ROW} FROM customers c WHERE ${where.sql} ORDER BY c.sort_name, c.id LIMIT ${where.value(limit)}::int`;
    });
    return { count: counted?.count ?? 0, unowned: counted?.unowned ?? 0, isFrozen, items };
  }

  /** Runs a text over the customers `c` of an item: the frozen ones within the actor's scope, else those of its segment within the planner's. */
  async over<Row extends Record<string, unknown>>(tx: EntityManager, actor: Actor, plan: Plan, item: Pick<PlanItem, 'id' | 'segmentId'>, text: (where: Conditions) => string): Promise<Row[]> {
    if (isFrozenIn(plan)) {
      return this.customers.over<Row>(tx, actor, {}, (where) => {
        where.and(`EXISTS (SELECT 1 FROM plan_audience m WHERE m.plan_item_id = ${where.value(item.id)}::uuid AND m.customer_id = c.id AND m.left_at IS NULL)`);
        return text(where);
      });
    }
    return item.segmentId === null ? [] : this.segments.over<Row>(tx, await this.planner(tx, actor, plan), item.segmentId, text);
  }

  /** Writes down whom each item is for, under the scope of whoever planned it, and when, in the transaction of the approval. */
  async freeze(tx: EntityManager, actor: Actor, plan: Plan): Promise<void> {
    const items = await tx.findBy(PlanItem, { planId: plan.id });
    for (const item of items) await this.freezeItem(tx, actor, plan, item);
    await this.days.settle(tx, { plan, items });
  }

  /** The same for one item of a running plan that is new or for another segment; whoever was taken in by hand stays. */
  async freezeItem(tx: EntityManager, actor: Actor, plan: Plan, { id, segmentId }: PlanItem): Promise<void> {
    if (segmentId === null) return;
    const found = await this.segments.over<{ id: string }>(tx, await this.planner(tx, actor, plan), segmentId, (where) => `SELECT c.id FROM customers c WHERE ${where.sql}`);
    const ids = found.map((customer) => customer.id);
    await rows(tx, leaveAllBut, [id, ids, this.clock.now()]);
    await rows(tx, put, [id, ids, 'frozen', this.clock.now(), actor.personId]);
  }

  /** Who has come into the segment since the audience was frozen, and who has left it; nobody while it is not frozen. */
  async changes(actor: Actor, planId: string, itemId: string): Promise<AudienceChangesView> {
    const { plan, item, tx } = await this.find(actor, planId, itemId);
    if (!isFrozenIn(plan) || item.segmentId === null) return { joinedCount: 0, joined: [], leftCount: 0, left: [] };
    const now = await this.segments.over<{ id: string }>(tx, await this.planner(tx, actor, plan), item.segmentId, (where) => `SELECT c.id FROM customers c WHERE ${where.sql}`);
    const ids = now.map(({ id }) => id);
    const listed = (condition: (where: Conditions) => string): Promise<(AudienceChangeRow & { total: number })[]> =>
      this.customers.over<AudienceChangeRow & { total: number } & Record<string, unknown>>(tx, actor, {}, (where) => {
        const member = `m.plan_item_id = ${where.value(item.id)}::uuid AND m.customer_id = c.id AND m.left_at IS NULL`;
        where.and(condition(where));
        return `SELECT ${ROW}, m.how, (count(*) OVER ())::int AS total FROM customers c LEFT JOIN plan_audience m ON ${member} WHERE ${where.sql} ORDER BY c.sort_name, c.id LIMIT ${CHANGES_SHOWN}`;
      });
    const joined = await listed((where) => `c.id = ANY(${where.value(ids)}::uuid[]) AND m.customer_id IS NULL`);
    const left = await listed((where) => `NOT (c.id = ANY(${where.value(ids)}::uuid[])) AND m.customer_id IS NOT NULL AND m.how <> 'by_hand'`);
    return { joinedCount: joined[0]?.total ?? 0, joined: joined.map(plain), leftCount: left[0]?.total ?? 0, left: left.map(plain) };
  }

  /** Takes customers that the actor sees into a frozen audience, and out of it; 409 `audience_is_not_frozen` before the approval. */
  async change(actor: Actor, planId: string, itemId: string, { add = [], remove = [] }: ChangeAudience): Promise<AudienceView> {
    await this.transactions.run(actor, async (tx) => {
      const plan = await mustSeePlan(tx, actor, planId);
      const item = itemIn(await tx.findBy(PlanItem, { planId }), itemId);
      if (!isFrozenIn(plan)) throw conflict('audience_is_not_frozen');
      if (plan.state === 'closed') throw conflict('plan_can_not_do_that');
      await lockCustomers(tx, actor, [...new Set([...add, ...remove])]);
      await rows(tx, put, [item.id, add, 'by_hand', this.clock.now(), actor.personId]);
      await rows(tx, leave, [item.id, remove, this.clock.now(), actor.personId]);
      await this.audit.record(tx, actor, 'plan.audience_changed', planId, { itemId, added: add, removed: remove });
      await this.planChanges.announce(tx, actor, planId);
      return null;
    });
    return this.preview(actor, planId, itemId);
  }

  private async find(actor: Actor, planId: string, itemId: string): Promise<{ plan: Plan; item: PlanItem; tx: EntityManager }> {
    const tx = this.source.manager;
    const plan = await mustSeePlan(tx, actor, planId);
    return { plan, item: itemIn(await tx.findBy(PlanItem, { planId }), itemId), tx };
  }

  // Whoever planned it may have left; then the one who asks counts.
  private async planner(tx: EntityManager, actor: Actor, plan: Plan): Promise<Actor> {
    return plan.plannerId === actor.personId ? actor : ((await actorOf(tx, plan.plannerId)) ?? actor);
  }
}

/** Whether a plan's audiences are frozen. */
export const isFrozenIn = ({ state }: Pick<Plan, 'state'>): boolean => !WRITABLE.includes(state) && state !== 'submitted';

const plain = ({ total: _total, ...row }: AudienceChangeRow & { total: number }): AudienceChangeRow => row;
