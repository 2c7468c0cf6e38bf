import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { conflict, invalid, invalidFields, localDateOf, notFound } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { lockCustomer, mustSeeCustomer } from '../visible-rows.ts';
import { StageChange } from './stage-change.entity.ts';
import type { ChangeStage, StageHistoryView } from './stage-changes.dto.ts';
import { momentOf, placeOf, wrongWithChange } from './stage-changes.rules.ts';
import { type StageState, inOrder, misplaced, stageBefore, stateOf } from './stage-history.rules.ts';
import { Stage } from './stage.entity.ts';

/** A change of stage, also as part of something else such as the communication that brought it about. */
export interface StageChangeRequest {
  readonly customerId: string;
  readonly stageId: string;
  readonly at: Date;
  /** Of a won stage only, in the organisation's currency. */
  readonly amount?: number | null;
  /** Required for a lost stage. */
  readonly reason?: string | null;
  readonly followUpId?: string | null;
}

const setState = statement(
  'stage_state_set',
  'UPDATE customers SET stage_id = $2, stage_since = $3, is_open = $4, converted_at = $5, version = version + 1 WHERE id = $1',
);
const setFrom = statement('stage_change_from_set', 'UPDATE stage_changes SET from_stage_id = $2 WHERE id = $1');

/** The dated history of customers' stages, and the current stage that follows from it. */
@Injectable()
export class StageHistory {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All changes of a customer's stage. */
  async read(actor: Actor, customerId: string): Promise<StageHistoryView> {
    await mustSeeCustomer(this.source, actor, customerId);
    return this.view(this.source.manager, customerId);
  }

  /** Moves a customer to a stage, now or in the past. */
  change(actor: Actor, customerId: string, { stageId, on, at, amount, reason }: ChangeStage): Promise<StageHistoryView> {
    if (on !== undefined && at !== undefined) throw invalid('on', 'either_day_or_time');
    const now = this.clock.now();
    if (on !== undefined && on > localDateOf(now, actor.organisation.timeZone)) throw invalid('on', 'in_the_future');
    const moment = momentOf({ ...(on && { on }), ...(at && { at }) }, now, actor.organisation.timeZone);
    return this.transactions.run(actor, async (tx) => {
      await this.changeStage(tx, actor, { customerId, stageId, at: moment, amount: amount ?? null, reason: reason ?? null }, on === undefined ? 'at' : 'on');
      return this.view(tx, customerId);
    });
  }

  /**
   * Moves a customer to a stage inside the transaction of another use case. Refuses with 404 what the actor does not see, `already_in_stage` (409) where nothing
   * would change, `customer_is_archived` (409) until it is restored, and beside `stageId`, `at` (as it is called there), `amount` or `reason` what breaks a rule.
   */
  async changeStage(tx: EntityManager, actor: Actor, request: StageChangeRequest, field: 'at' | 'on' = 'at'): Promise<void> {
    const { customerId, stageId, amount = null, reason = null, followUpId = null } = request;
    const { archivedAt } = await lockCustomer(tx, actor, customerId);
    if (archivedAt !== null) throw conflict('customer_is_archived');
    const errors = wrongWithChange({ at: request.at, amount, reason }, (await tx.findBy(Stage, { id: stageId })).find(({ archivedAt }) => archivedAt === null), this.clock.now());
    if (errors.length) throw invalidFields(errors);
    const before = await tx.findBy(StageChange, { customerId });
    const { timeZone } = actor.organisation;
    const at = placeOf(request.at, before, timeZone);
    if (at === null) throw invalid(field, 'before_first_stage', { on: inOrder(before)[0]?.changedOn ?? null });
    const fromStageId = stageBefore(before, at);
    if (fromStageId === stageId) throw conflict('already_in_stage');
    const change = {
      id: newId(), customerId, fromStageId, toStageId: stageId, changedAt: at, changedOn: localDateOf(at, timeZone), amount: amount === null ? null : String(amount),
      reason, changedById: actor.personId, followUpId, importId: null,
    };
    await tx.insert(StageChange, change);
    await this.settle(tx, customerId, [...before, tx.create(StageChange, change)]);
    await this.audit.record(tx, actor, 'customer.stage_changed', customerId, { from: fromStageId, to: stageId, at: at.toISOString(), amount, reason });
  }

  /** Takes back a change that was recorded by mistake; the audit keeps what it said. The stage a customer began with stays. */
  takeBack(actor: Actor, customerId: string, changeId: string): Promise<StageHistoryView> {
    return this.transactions.run(actor, async (tx) => {
      await this.takeBackChange(tx, actor, customerId, ({ id }) => id === changeId);
      return this.view(tx, customerId);
    });
  }

  /** Takes back the change that a communication brought about, inside the transaction that withdraws it; nothing happens when there was none. */
  async takeBackOf(tx: EntityManager, actor: Actor, customerId: string, followUpId: string): Promise<void> {
    const has = await tx.existsBy(StageChange, { customerId, followUpId });
    if (has) await this.takeBackChange(tx, actor, customerId, (change) => change.followUpId === followUpId);
  }

  /**
   * Brings a customer in line with a history that others' changes were added to or taken from, while the row is held. With `stageId` it stays there: where the history would end
   * elsewhere, a change of this moment by the actor says so, with the reason of the last change into that stage.
   */
  async settleAnew(tx: EntityManager, actor: Actor, customerId: string, stageId: string | null): Promise<void> {
    const changes = inOrder(await tx.findBy(StageChange, { customerId }));
    const last = changes.at(-1);
    if (!last) return;
    if (stageId !== null && last.toStageId !== stageId) {
      // A change of a day alone stands at the end of that day.
      const at = new Date(Math.max(this.clock.now().getTime(), last.changedAt.getTime()));
      const reason = changes.findLast(({ toStageId }) => toStageId === stageId)?.reason ?? null;
      const change = {
        id: newId(), customerId, fromStageId: last.toStageId, toStageId: stageId, changedAt: at, changedOn: localDateOf(at, actor.organisation.timeZone), amount: null, reason, changedById: actor.personId,
        followUpId: null, importId: null,
      };
      await tx.insert(StageChange, change);
      changes.push(tx.create(StageChange, change));
    }
    await this.settle(tx, customerId, changes);
  }

  private async takeBackChange(tx: EntityManager, actor: Actor, customerId: string, isIt: (change: StageChange) => boolean): Promise<void> {
    await lockCustomer(tx, actor, customerId);
    const changes = inOrder(await tx.findBy(StageChange, { customerId }));
    const change = changes.find(isIt);
    if (!change) throw notFound();
    if (changes.length === 1) throw conflict('a_customer_has_a_stage');
    await tx.delete(StageChange, { id: change.id });
    await this.settle(tx, customerId, changes.filter(({ id }) => id !== change.id));
    await this.audit.record(tx, actor, 'customer.stage_change_taken_back', customerId, { ...change });
  }

  /** Brings the customer and the "from" of the changes up to date with the history. */
  private async settle(tx: EntityManager, customerId: string, changes: readonly StageChange[]): Promise<void> {
    const stages = await tx.findBy(Stage, { id: In(changes.map(({ toStageId }) => toStageId)) });
    for (const { id, fromStageId } of misplaced(changes)) await rows(tx, setFrom, [id, fromStageId]);
    const { stageId, stageSince, isOpen, convertedAt } = stateOf(changes, stages) as StageState;
    await rows(tx, setState, [customerId, stageId, stageSince, isOpen, convertedAt]);
  }

  private async view(on: EntityManager, customerId: string): Promise<StageHistoryView> {
    const changes = inOrder(await on.findBy(StageChange, { customerId }));
    const stages = await on.findBy(Stage, { id: In(changes.map(({ toStageId }) => toStageId)) });
    const { stageId, stageSince, isOpen, convertedAt } = stateOf(changes, stages) as StageState;
    return {
      stageId, stageSince: stageSince.toISOString(), isOpen, convertedAt: convertedAt?.toISOString() ?? null,
      items: changes.reverse().map(({ customerId: _customer, importId: _import, changedAt, amount, ...change }) => ({ ...change, changedAt: changedAt.toISOString(), amount: amount === null ? null : Number(amount) })),
    };
  }
}
