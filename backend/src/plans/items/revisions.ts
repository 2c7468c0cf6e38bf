import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FieldError, Refusal, conflict, invalid, invalidFields } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { Audiences } from '../audience/audiences.ts';
import { type FormerItem, formerOf } from '../expansion/plan-changes.ts';
import { PlanItem } from '../plan-item.entity.ts';
import { PlanReads } from '../plan-reads.ts';
import { PlanStep } from '../plan-step.entity.ts';
import { Plan } from '../plan.entity.ts';
import { IN_WORK, missingIn } from '../plan.rules.ts';
import { itemIn, refuse } from '../plans.ts';
import { SettledDays } from '../recurrence/settled-days.ts';
import { type Difference, differencesOf } from '../versions/snapshot.rules.ts';
import { Versions } from '../versions/versions.ts';
import type { ChangeRunningHead, ChangeRunningPlan } from './plan-change.dto.ts';
import { EMPTY, MOST_ITEMS, PlanItems } from './plan-items.ts';

/** What a change made of a running plan. */
export interface Revision {
  readonly plan: Plan;
  /** What touchpoints of its items took from it before. */
  readonly former: readonly FormerItem[];
  readonly differences: readonly Difference[];
}

const itemsOf = (tx: EntityManager, planId: string): Promise<PlanItem[]> => tx.find(PlanItem, { where: { planId }, order: { position: 'ASC', id: 'ASC' } });

/** Changes of plans whose contacts are made already: the items, the period and the rest of the head, all at once or not at all. */
@Injectable()
export class Revisions {
  constructor(
    private readonly items: PlanItems,
    private readonly reads: PlanReads,
    private readonly audiences: Audiences,
    private readonly days: SettledDays,
    private readonly versions: Versions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a change into a plan whose row is held, and keeps the plan as its next version with a dated step. What is refused is said beside its field, `change.0.startsOn` or
   * `plan.untilOn`; 409 `plan_is_not_running` unless it is approved or running, `nothing_changes` when it says nothing new.
   * `by` is whose people, teams and segments may be named.
   */
  async revise(tx: EntityManager, actor: Actor, before: Plan, given: ChangeRunningPlan, by = actor): Promise<Revision> {
    if (!IN_WORK.includes(before.state) || before.isTemplate) throw conflict('plan_is_not_running');
    const [items, snapshot] = [await itemsOf(tx, before.id), await this.versions.present(tx, before.id)];
    const plan = await this.head(tx, by, before, given.plan ?? {});
    await this.lines(tx, by, plan, items, given);
    const after = await itemsOf(tx, plan.id);
    await this.mustBeWhole(tx, plan, given);
    await this.days.settle(tx, { plan, items: after }, { plan: before, items });
    const differences = differencesOf(snapshot, await this.versions.present(tx, plan.id));
    if (differences.length === 0) throw conflict('nothing_changes');
    await this.keep(tx, actor, plan, given.comment ?? '');
    return { plan, former: items.map((item) => formerOf(item, after.find(({ id }) => id === item.id))), differences };
  }

  private async head(tx: EntityManager, actor: Actor, before: Plan, head: ChangeRunningHead): Promise<Plan> {
    const given = Object.fromEntries(Object.entries(head as Record<string, unknown>).filter(([, value]) => value !== undefined));
    const plan: Plan = { ...before, ...given, version: before.version + 1 };
    await within('plan', () => refuse(tx, actor, plan, before));
    await tx.update(Plan, { id: plan.id }, { ...given, version: plan.version });
    return plan;
  }

  private async lines(tx: EntityManager, actor: Actor, plan: Plan, items: readonly PlanItem[], { change = [], add = [], remove = [] }: ChangeRunningPlan): Promise<void> {
    // Each change is written over the item as it was, so a second one would undo the first.
    const named = [...change.map(({ id }) => id), ...remove];
    if (new Set(named).size !== named.length) throw invalid('change', 'twice');
    for (const id of remove) await tx.update(PlanItem, { id: itemIn(items, id).id }, { removedAt: this.clock.now() });
    for (const [index, { id, ...input }] of change.entries()) {
      const before = itemIn(items, id);
      const after = await within(`change.${index}`, () => this.items.checked(tx, actor, plan, contentOf(before), input));
      await tx.update(PlanItem, { id }, after);
      if (after.segmentId !== before.segmentId) await this.audiences.freezeItem(tx, actor, plan, { ...before, ...after });
    }
    if (items.length - remove.length + add.length > MOST_ITEMS) throw conflict('too_many_items', { max: MOST_ITEMS });
    const first = Math.max(-1, ...items.map(({ position }) => position)) + 1;
    for (const [index, input] of add.entries()) {
      const content = await within(`add.${index}`, () => this.items.checked(tx, actor, plan, EMPTY, input));
      const item: PlanItem = { ...content, id: newId(), planId: plan.id, position: first + index, removedAt: null };
      await tx.insert(PlanItem, item);
      await this.audiences.freezeItem(tx, actor, plan, item);
    }
  }

  /** Every item still has to name its seven things; what is missing is said beside the one that was given, or the plan. */
  private async mustBeWhole(tx: EntityManager, plan: Plan, { change = [], add = [] }: ChangeRunningPlan): Promise<void> {
    const items = await this.reads.items(tx, plan);
    const missing = missingIn(items).map((error): FieldError => {
      const [, index, field = ''] = error.field.split('.');
      const item = items[Number(index)];
      if (!item) return error;
      const changed = change.findIndex(({ id }) => id === item.id);
      const added = Number(index) - (items.length - add.length);
      const path = changed >= 0 ? `change.${changed}.${field}` : added >= 0 ? `add.${added}.${field}` : 'plan.untilOn';
      return { ...error, field: path };
    });
    if (missing.length) throw invalidFields(missing);
  }

  private async keep(tx: EntityManager, actor: Actor, plan: Plan, comment: string): Promise<void> {
    await this.versions.keep(tx, actor, plan);
    await tx.insert(PlanStep, { id: newId(), planId: plan.id, at: this.clock.now(), personId: actor.personId, fromState: plan.state, toState: plan.state, comment });
  }

  /** Writes into the audit what was changed. */
  async note(tx: EntityManager, actor: Actor, { plan, differences }: Revision, details: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, actor, 'plan.replanned', plan.id, { differences, ...details });
  }
}

const contentOf = ({ id: _id, planId: _plan, position: _position, removedAt: _removed, ...content }: PlanItem): typeof EMPTY => content;

/** Says refusals beside fields under a path. */
async function within<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
    throw invalidFields(error.fields.map((wrong) => ({ ...wrong, field: `${path}.${wrong.field}` })));
  }
}
