import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { costPerContact, leftOf } from '../../incentives/index.ts';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, rows, statement } from '../../platform/database/statements.ts';
import { mustSeePlan } from '../../plans/index.ts';
import type { ItemSpentView, PlanSpendingView } from './spending.dto.ts';

type Counted = Omit<ItemSpentView, 'costPerEffective'> & Record<string, unknown>;

const spentOf = (actor: Actor): { text: Statement; values: readonly unknown[] } => {
  const { sql, values } = visibleCustomers(actor, 'c', 2);
  const text = `WITH cost AS (
      SELECT g.plan_item_id, sum(g.quantity) FILTER (WHERE g.state = 'granted') AS granted, sum(g.redeemed) AS redeemed, sum(g.quantity * g.unit_cost) FILTER (WHERE g.state = 'granted') AS spent,
        sum(g.quantity * g.unit_cost) FILTER (WHERE g.state = 'waiting') AS waiting
      FROM plan_items i JOIN incentive_grants g ON g.plan_item_id = i.id JOIN customers c ON c.id = g.customer_id WHERE i.plan_id = $1 AND g.state IN ('waiting', 'granted') AND ${sql} GROUP BY 1
    ), kept AS (
      SELECT t.plan_item_id, count(*) AS effective FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id AND t.state = 'done' JOIN follow_ups f ON f.touchpoint_id = t.id AND f.is_effective JOIN customers c ON c.id = t.customer_id
      WHERE i.plan_id = $1 AND ${sql} GROUP BY 1
    )
    SELECT i.id AS "itemId", n.name AS "incentiveName", coalesce(s.granted, 0)::int AS granted, coalesce(s.redeemed, 0)::int AS redeemed, coalesce(s.spent, 0)::float8 AS spent, coalesce(s.waiting, 0)::float8 AS waiting,
      coalesce(k.effective, 0)::int AS effective
    FROM plan_items i LEFT JOIN incentives n ON n.id = i.incentive_id LEFT JOIN cost s ON s.plan_item_id = i.id LEFT JOIN kept k ON k.plan_item_id = i.id WHERE i.plan_id = $1 ORDER BY i.position, i.id`;
  return { text: statement('plan_spending', text), values };
};
const committed = statement(
  'plan_spending_committed',
  `SELECT coalesce(sum(g.quantity * g.unit_cost), 0)::float8 AS cost FROM plan_items i JOIN incentive_grants g ON g.plan_item_id = i.id WHERE i.plan_id = $1 AND g.state IN ('waiting', 'granted')`,
);

/** What plans spend on incentives, and what an effective contact costs them. */
@Injectable()
export class Spending {
  constructor(private readonly source: DataSource) {}

  /** In all and by item; 404 for a plan that the actor does not see. */
  async of(actor: Actor, planId: string): Promise<PlanSpendingView> {
    const plan = await mustSeePlan(this.source.manager, actor, planId);
    const { text, values } = spentOf(actor);
    const counted = await rows<Counted>(this.source, text, [planId, ...values]);
    const [all] = await rows<{ cost: number }>(this.source, committed, [planId]);
    const sum = (of: (row: Counted) => number): number => counted.reduce((total, row) => total + of(row), 0);
    const total = { granted: sum(({ granted }) => granted), redeemed: sum(({ redeemed }) => redeemed), spent: sum(({ spent }) => spent), waiting: sum(({ waiting }) => waiting), effective: sum(({ effective }) => effective) };
    const budget = plan.budget === null ? null : Number(plan.budget);
    const items = counted.filter(({ incentiveName, granted, waiting }) => incentiveName !== null || granted > 0 || waiting > 0);
    return { budget, left: leftOf(budget, all?.cost ?? 0), total: { ...total, costPerEffective: costPerContact(total.spent, total.effective) }, items: items.map((row) => ({ ...row, costPerEffective: costPerContact(row.spent, row.effective) })) };
  }
}
