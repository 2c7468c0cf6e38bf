import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendars } from '../calendar/index.ts';
import type { WorkingCalendar } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { mayDecide } from './decisions/deciders.ts';
import type { AskDueDays, PlanItemView } from './items/plan-items.dto.ts';
import { PlanItem } from './plan-item.entity.ts';
import { PlanStep } from './plan-step.entity.ts';
import { type Plan, PLAN_STATES } from './plan.entity.ts';
import { WRITABLE, canTake } from './plan.rules.ts';
import type { ListPlans, PlanAction, PlanRow, PlanView } from './plans.dto.ts';
import { dueDays, normalRule } from './recurrence/occurrences.ts';
import { PlanVersion } from './versions/plan-version.entity.ts';
import { VISIBLE, mustSeePlan, plansParameters } from './visible-plans.ts';

const list = statement(
  'plans_listed',
  `SELECT p.id, p.name, to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.until_on, 'YYYY-MM-DD') AS "untilOn", p.state, p.is_template AS "isTemplate", p.team_id AS "teamId",
     p.responsible_id AS "responsibleId", p.planner_id AS "plannerId", p.budget::float8 AS budget, (SELECT count(*)::int FROM plan_items i WHERE i.plan_id = p.id) AS "itemCount"
   FROM plans p WHERE ${VISIBLE} AND p.archived_at IS NULL AND p.is_template = $6 AND p.state = ANY($7::varchar[]) AND ($8::date IS NULL OR (p.from_on < $9::date AND p.until_on > $8::date))
   ORDER BY p.from_on, p.until_on, p.name, p.id LIMIT 1000`,
);
const segments = statement('plan_segments', 'SELECT id, name, kind FROM segments WHERE id = ANY($1::uuid[])');

/** Reads plans: the list, and one with all that belongs to it. */
@Injectable()
export class PlanReads {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** The plans that the actor sees, by the day they begin; at most a thousand. */
  async list(actor: Actor, { year, states, templates = false }: ListPlans): Promise<PlanRow[]> {
    const period = year === undefined ? [null, null] : [`${year}-01-01`, `${year + 1}-01-01`];
    const found = await rows<PlanRow & { plannerId: string }>(this.source, list, [...plansParameters(actor), templates, states ?? [...PLAN_STATES], ...period]);
    const waiting = new Set<string>();
    for (const plan of found) if (plan.state === 'submitted' && (await mayDecide(this.source, actor, plan))) waiting.add(plan.id);
    return found.map(({ plannerId: _planner, ...plan }) => ({ ...plan, waitsForYou: waiting.has(plan.id) }));
  }

  /** One plan; 404 when the actor does not see it. */
  async view(on: EntityManager | null, actor: Actor, id: string): Promise<PlanView> {
    const tx = on ?? this.source.manager;
    const plan = await mustSeePlan(tx, actor, id);
    const steps = await tx.find(PlanStep, { where: { planId: id }, order: { at: 'ASC', id: 'ASC' } });
    const versions = await tx.find(PlanVersion, { where: { planId: id }, order: { number: 'ASC' }, select: { planId: true, number: true, takenAt: true, takenById: true } });
    const { id: _id, createdAt: _created, archivedAt, budget, ...rest } = plan;
    return {
      id, ...rest, budget: budget === null ? null : Number(budget), isDeleted: archivedAt !== null, items: await this.items(tx, plan),
      steps: steps.map(({ at, personId, fromState, toState, comment }) => ({ at: at.toISOString(), personId, fromState, toState, comment })),
      versions: versions.map(({ number, takenAt, takenById }) => ({ number, takenAt: takenAt.toISOString(), takenById })),
      allowed: await this.allowed(tx, actor, plan),
    };
  }

  /** The items of a plan in their order, with the due days that their rules come to. */
  async items(tx: EntityManager, plan: Pick<Plan, 'id' | 'fromOn' | 'untilOn'>): Promise<PlanItemView[]> {
    const items = await tx.find(PlanItem, { where: { planId: plan.id }, order: { position: 'ASC', id: 'ASC' } });
    const named = await rows<{ id: string; name: string; kind: string }>(tx, segments, [items.flatMap(({ segmentId }) => segmentId ?? [])]);
    const calendar = await this.calendars.forOrganisation(tx);
    return items.map(({ planId: _plan, position: _position, ...item }) => {
      const segment = named.find(({ id }) => id === item.segmentId);
      return { ...item, segmentName: segment?.name ?? null, segmentKind: segment?.kind ?? null, dueOn: dueOnOf(item, plan, calendar) };
    });
  }

  /** When a rule would fall due. */
  async dueDays({ startsOn, endsOn, recurrence, from, until }: AskDueDays): Promise<string[]> {
    return dueDays({ startsOn, endsOn: endsOn ?? null, recurrence: normalRule(recurrence ?? null) }, { from, until }, await this.calendars.forOrganisation(this.source));
  }

  /** What the actor may do with a plan that they see. */
  private async allowed(tx: EntityManager, actor: Actor, plan: Plan): Promise<PlanAction[]> {
    const actions: PlanAction[] = [];
    if (plan.archivedAt !== null) return actions;
    if (rightsOf(actor.roles).includes('plans.write')) {
      if (WRITABLE.includes(plan.state)) actions.push('edit');
      if (!plan.isTemplate) for (const step of ['submit', 'withdraw', 'start', 'close'] as const) if (canTake(step, plan.state)) actions.push(step);
      if (WRITABLE.includes(plan.state)) actions.push('delete');
    }
    if (plan.state === 'submitted' && (await mayDecide(tx, actor, plan))) actions.push('approve', 'return');
    return actions;
  }
}

/** The due days of an item in its plan. */
export const dueOnOf = (item: Pick<PlanItem, 'startsOn' | 'endsOn' | 'recurrence'>, plan: Pick<Plan, 'fromOn' | 'untilOn'>, calendar: WorkingCalendar): string[] =>
  dueDays(item, { from: plan.fromOn, until: plan.untilOn }, calendar);
