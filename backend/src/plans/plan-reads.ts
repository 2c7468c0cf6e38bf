import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ApprovalReads, type CandidateView, type StandingView, mayDecide } from '../approvals/index.ts';
import { WorkingCalendars } from '../calendar/index.ts';
import type { WorkingCalendar } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { peopleAbovePlan } from './decisions/deciders.ts';
import type { AskDueDays, PlanItemView } from './items/plan-items.dto.ts';
import { PlanItem } from './plan-item.entity.ts';
import { PlanStep } from './plan-step.entity.ts';
import { type Plan, PLAN_STATES } from './plan.entity.ts';
import { IN_WORK, WRITABLE, canTake, takesBudget } from './plan.rules.ts';
import type { ListPlans, PlanAction, PlanRow, PlanView } from './plans.dto.ts';
import { dueDays, normalRule } from './recurrence/occurrences.ts';
import { PlanVersion } from './versions/plan-version.entity.ts';
import { VISIBLE, mustSeePlan, plansParameters } from './visible-plans.ts';

const list = statement(
  'plans_listed',
  `SELECT p.id, p.name, to_char(p.from_on, 'YYYY-MM-DD') AS "fromOn", to_char(p.until_on, 'YYYY-MM-DD') AS "untilOn", p.state, p.is_template AS "isTemplate", p.team_id AS "teamId",
     p.responsible_id AS "responsibleId", p.budget::float8 AS budget, (SELECT count(*)::int FROM plan_items i WHERE i.plan_id = p.id AND i.removed_at IS NULL) AS "itemCount",
     p.state IN ('submitted', 'approved', 'running') AND EXISTS (SELECT 1 FROM approvals a JOIN approval_deciders d ON d.approval_id = a.id WHERE a.subject IN ('plan', 'change') AND a.subject_id = p.id AND a.state = 'waiting' AND d.person_id = $2
       AND d.waiting_since IS NOT NULL) AS "waitsForYou"
   FROM plans p WHERE ${VISIBLE} AND p.archived_at IS NULL AND p.is_template = $6 AND p.state = ANY($7::varchar[]) AND ($8::date IS NULL OR (p.from_on < $9::date AND p.until_on > $8::date))
   ORDER BY p.from_on, p.until_on, p.name, p.id LIMIT 1000`,
);
const norms = statement('plan_norms', 'SELECT DISTINCT ON (norm_id) norm_id AS id, name FROM norm_versions WHERE norm_id = ANY($1::uuid[]) ORDER BY norm_id, number DESC');
const incentives = statement('plan_incentives', 'SELECT id, name FROM incentives WHERE id = ANY($1::uuid[])');
const segments = statement('plan_segments', 'SELECT id, name, kind FROM segments WHERE id = ANY($1::uuid[])');

/** Reads plans: the list, and one with all that belongs to it. */
@Injectable()
export class PlanReads {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly approvals: ApprovalReads,
  ) {}

  /** The plans that the actor sees, by the day they begin; at most a thousand. */
  async list(actor: Actor, { year, states, templates = false }: ListPlans): Promise<PlanRow[]> {
    const period = year === undefined ? [null, null] : [`${year}-01-01`, `${year + 1}-01-01`];
    return rows<PlanRow>(this.source, list, [...plansParameters(actor), templates, states ?? [...PLAN_STATES], ...period]);
  }

  /** One plan; 404 when the actor does not see it. */
  async view(on: EntityManager | null, actor: Actor, id: string): Promise<PlanView> {
    const tx = on ?? this.source.manager;
    const plan = await mustSeePlan(tx, actor, id);
    const steps = await tx.find(PlanStep, { where: { planId: id }, order: { at: 'ASC', id: 'ASC' } });
    const versions = await tx.find(PlanVersion, { where: { planId: id }, order: { number: 'ASC' }, select: { planId: true, number: true, takenAt: true, takenById: true } });
    const standing = await this.approvals.standing(tx, id, ['plan', 'budget', 'change']);
    const [approval = null, budgetRequest = null, changeRequest = null] = [standing.get('plan'), standing.get('budget'), standing.get('change')];
    const { id: _id, createdAt: _created, archivedAt, budget, ...rest } = plan;
    return {
      id, ...rest, budget: budget === null ? null : Number(budget), isDeleted: archivedAt !== null, items: await this.items(tx, plan),
      steps: steps.map(({ at, personId, fromState, toState, comment }) => ({ at: at.toISOString(), personId, fromState, toState, comment })),
      versions: versions.map(({ number, takenAt, takenById }) => ({ number, takenAt: takenAt.toISOString(), takenById })),
      approval, budgetRequest, changeRequest, allowed: allowed(actor, plan, { approval, budgetRequest, changeRequest }),
    };
  }

  /** The items of a plan in their order, with the due days that their rules come to. */
  async items(tx: EntityManager, plan: Pick<Plan, 'id' | 'fromOn' | 'untilOn'>): Promise<PlanItemView[]> {
    const items = await tx.find(PlanItem, { where: { planId: plan.id }, order: { position: 'ASC', id: 'ASC' } });
    const named = await rows<{ id: string; name: string; kind: string }>(tx, segments, [items.flatMap(({ segmentId }) => segmentId ?? [])]);
    const normIds = items.flatMap(({ normId }) => normId ?? []);
    const normNames = normIds.length ? await rows<{ id: string; name: string }>(tx, norms, [normIds]) : [];
    const incentiveIds = items.flatMap(({ incentiveId }) => incentiveId ?? []);
    const incentiveNames = incentiveIds.length ? await rows<{ id: string; name: string }>(tx, incentives, [incentiveIds]) : [];
    const calendar = await this.calendars.forOrganisation(tx);
    return items.map(({ planId: _plan, position: _position, removedAt: _removed, ...item }) => {
      const segment = named.find(({ id }) => id === item.segmentId);
      return { ...item, segmentName: segment?.name ?? null, segmentKind: segment?.kind ?? null, normName: normNames.find(({ id }) => id === item.normId)?.name ?? null,
        incentiveName: incentiveNames.find(({ id }) => id === item.incentiveId)?.name ?? null, dueOn: dueOnOf(item, plan, calendar) };
    });
  }

  /** When a rule would fall due. */
  async dueDays({ startsOn, endsOn, recurrence, from, until }: AskDueDays): Promise<string[]> {
    return dueDays({ startsOn, endsOn: endsOn ?? null, recurrence: normalRule(recurrence ?? null) }, { from, until }, await this.calendars.forOrganisation(this.source));
  }

  /** Who can be asked to decide on a plan that the actor submits; the nearest above is proposed. */
  async deciders(actor: Actor, id: string): Promise<CandidateView[]> {
    const plan = await mustSeePlan(this.source.manager, actor, id);
    const may = mayDecide(await peopleAbovePlan(this.source, plan), [actor.personId, plan.responsibleId]);
    return may.map(({ id: person, name }, i) => ({ id: person, name, isProposed: i === 0 }));
  }
}

/** What the actor may do with a plan that they see. */
function allowed(actor: Actor, plan: Plan, { approval, budgetRequest, changeRequest }: Pick<PlanView, 'approval' | 'budgetRequest' | 'changeRequest'>): PlanAction[] {
  const actions: PlanAction[] = [];
  if (plan.archivedAt !== null) return actions;
  const rights = rightsOf(actor.roles);
  if (rights.includes('plans.write')) {
    if (WRITABLE.includes(plan.state)) actions.push('edit');
    if (!plan.isTemplate) for (const step of ['submit', 'withdraw', 'start', 'close'] as const) if (canTake(step, plan.state)) actions.push(step);
    if (WRITABLE.includes(plan.state)) actions.push('delete');
    if (takesBudget(plan.state) && budgetRequest?.state !== 'waiting') actions.push('request_budget');
    if (IN_WORK.includes(plan.state) && !plan.isTemplate) actions.push(changeRequest?.state === 'waiting' ? 'withdraw_change' : 'change');
  }
  const isTheirTurn = (request: StandingView | null): boolean => request?.state === 'waiting' && request.deciders.some(({ personId, waitingSince }) => personId === actor.personId && waitingSince !== null);
  if (isTheirTurn(approval) && rights.includes('plans.approve')) actions.push('approve', 'return');
  if (isTheirTurn(changeRequest) && rights.includes('plans.approve')) actions.push('decide_change');
  return actions;
}

/** The due days of an item in its plan. */
export const dueOnOf = (item: Pick<PlanItem, 'startsOn' | 'endsOn' | 'recurrence'>, plan: Pick<Plan, 'fromOn' | 'untilOn'>, calendar: WorkingCalendar): string[] =>
  dueDays(item, { from: plan.fromOn, until: plan.untilOn }, calendar);
