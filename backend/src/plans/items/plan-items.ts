import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Channel } from '../../channels/index.ts';
import { SegmentReads } from '../../customers/index.ts';
import { type FieldError, conflict, invalid, invalidFields } from '../../kernel/index.ts';
import { Incentive } from '../../incentives/index.ts';
import { NormVersion } from '../../norms/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { newId } from '../../platform/ids.ts';
import { PlanItem } from '../plan-item.entity.ts';
import type { Plan } from '../plan.entity.ts';
import { wrongWithDates } from '../plan.rules.ts';
import type { PlanView } from '../plans.dto.ts';
import { Plans, isColleague, isTeam, itemIn } from '../plans.ts';
import { normalRule } from '../recurrence/occurrences.ts';
import type { AddPlanItem, ChangePlanItem } from './plan-items.dto.ts';

/** Most items that a plan holds. */
export const MOST_ITEMS = 200;

/** All that a plan item says. */
export type ItemContent = Omit<PlanItem, 'id' | 'planId' | 'position' | 'removedAt'>;

/** An item that says nothing yet. */
export const EMPTY: ItemContent = {
  objective: '', startsOn: null, endsOn: null, recurrence: null, windowDays: 5, place: '', segmentId: null, mode: 'routine', contactKind: null, channelId: null,
  method: '', content: '', talkingPoints: '', responsibleTeamId: null, responsibleId: null, normId: null, incentiveId: null, targetCount: null, takesJoiners: false, dropsLeavers: false,
};

/** The lines of a plan that is being written: added, changed, put in order, copied and taken away. */
@Injectable()
export class PlanItems {
  constructor(
    private readonly plans: Plans,
    private readonly segments: SegmentReads,
    private readonly audit: Audit,
  ) {}

  /** Adds an item at the end. */
  add(actor: Actor, planId: string, version: number, input: AddPlanItem): Promise<PlanView> {
    return this.plans.writing(actor, planId, version, async (tx, plan) => {
      const items = await itemsOf(tx, planId);
      if (items.length >= MOST_ITEMS) throw conflict('too_many_items', { max: MOST_ITEMS });
      const item = await this.checked(tx, actor, plan, EMPTY, input);
      const id = newId();
      await tx.insert(PlanItem, { ...item, id, planId, position: items.length });
      await this.audit.record(tx, actor, 'plan.item_added', planId, { itemId: id, objective: item.objective });
    });
  }

  /** Changes what is given of an item. */
  change(actor: Actor, planId: string, version: number, itemId: string, input: ChangePlanItem): Promise<PlanView> {
    return this.plans.writing(actor, planId, version, async (tx, plan) => {
      const { id: _id, planId: _plan, position: _position, removedAt: _removed, ...before } = itemIn(await itemsOf(tx, planId), itemId);
      const after = await this.checked(tx, actor, plan, before, input);
      await tx.update(PlanItem, { id: itemId }, after);
      await this.audit.record(tx, actor, 'plan.item_changed', planId, { itemId, ...differences(before, after) });
    });
  }

  /** Takes an item away. */
  remove(actor: Actor, planId: string, version: number, itemId: string): Promise<PlanView> {
    return this.plans.writing(actor, planId, version, async (tx) => {
      const item = itemIn(await itemsOf(tx, planId), itemId);
      await tx.delete(PlanItem, { id: itemId });
      await this.audit.record(tx, actor, 'plan.item_removed', planId, { ...item });
    });
  }

  /** Puts all items into the given order. */
  order(actor: Actor, planId: string, version: number, ids: readonly string[]): Promise<PlanView> {
    return this.plans.writing(actor, planId, version, async (tx) => {
      const items = await itemsOf(tx, planId);
      if (ids.length !== items.length || !items.every(({ id }) => ids.includes(id))) throw invalid('ids', 'not_all_items');
      for (const [position, id] of ids.entries()) await tx.update(PlanItem, { id }, { position });
    });
  }

  /** An item with what is given written over it; everything it points to has to be there, what it pointed to before may stay. */
  async checked(tx: EntityManager, actor: Actor, plan: Pick<Plan, 'fromOn' | 'untilOn'>, before: ItemContent, input: ChangePlanItem): Promise<ItemContent> {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<ItemContent>;
    const after = { ...before, ...given, ...(given.recurrence === undefined ? {} : { recurrence: normalRule(given.recurrence) }) };
    const channel = after.channelId === null ? null : await tx.findOneBy(Channel, { id: after.channelId });
    if (channel && after.contactKind === null) after.contactKind = channel.contactKind;
    const errors: FieldError[] = [...wrongWithDates(after, plan)];
    if (after.channelId !== before.channelId && after.channelId !== null && channel?.archivedAt !== null) errors.push({ field: 'channelId', code: 'unknown_channel' });
    if (channel && channel.contactKind !== after.contactKind) errors.push({ field: 'channelId', code: 'channel_of_another_kind' });
    if (after.segmentId !== before.segmentId && after.segmentId !== null) await this.segments.one(tx, actor, after.segmentId).catch(() => errors.push({ field: 'segmentId', code: 'unknown_segment' }));
    if (after.responsibleId !== before.responsibleId && after.responsibleId !== null && !(await isColleague(tx, actor, after.responsibleId))) errors.push({ field: 'responsibleId', code: 'unknown_person' });
    if (after.responsibleTeamId !== before.responsibleTeamId && after.responsibleTeamId !== null && !(await isTeam(tx, after.responsibleTeamId))) errors.push({ field: 'responsibleTeamId', code: 'unknown_team' });
    if (after.incentiveId !== before.incentiveId && after.incentiveId !== null && !(await tx.existsBy(Incentive, { id: after.incentiveId, archivedAt: IsNull() }))) errors.push({ field: 'incentiveId', code: 'unknown_incentive' });
    if (after.normId !== before.normId && after.normId !== null && !(await tx.existsBy(NormVersion, { normId: after.normId, untilAt: IsNull() }))) errors.push({ field: 'normId', code: 'unknown_norm' });
    if (errors.length) throw invalidFields(errors);
    return after;
  }
}

const itemsOf = (tx: EntityManager, planId: string): Promise<PlanItem[]> => tx.find(PlanItem, { where: { planId }, order: { position: 'ASC', id: 'ASC' } });
