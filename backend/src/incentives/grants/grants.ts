import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Approval, Approvals, peopleAbove } from '../../approvals/index.ts';
import { lockCustomer, mustSeeCustomer } from '../../customers/index.ts';
import { conflict, forbidden, gone, invalid, localDateOf, notFound } from '../../kernel/index.ts';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { costOf, fitsBudget, leftOf, needsDecision } from '../cost.rules.ts';
import { Incentive } from '../incentive.entity.ts';
import { committed, followUpOf, grantsOf, payingPlan, planItemsOf, planOfGrant, putBack, takePieces } from '../incentives.statements.ts';
import type { CustomerIncentivesView, GrantIncentive, GrantView, GrantableItemView } from './grants.dto.ts';
import { IncentiveGrant } from './incentive-grant.entity.ts';
import { IncentiveRedemption } from './incentive-redemption.entity.ts';

/** So long a grant and a redemption can be taken back. */
const TAKEN_BACK_MS = 60_000;

const holdGrant = (actor: Actor) => { const { sql, values } = visibleCustomers(actor, 'c', 2); return { text: statement('grant_held', `SELECT g.id FROM incentive_grants g JOIN customers c ON c.id = g.customer_id WHERE g.id = $1 AND ${sql} FOR UPDATE OF g`), values }; };

interface Taken extends Record<string, unknown> {
  readonly name: string;
  readonly unitCost: string;
  readonly approvalAbove: number | null;
}

/** What customers are granted and redeem; stock and budget are checked in the transaction that grants. */
@Injectable()
export class Grants implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.handle('incentive', {
      hold: async (tx, { subjectId }) => { await tx.findOne(IncentiveGrant, { where: { id: subjectId }, lock: { mode: 'pessimistic_write' } }); },
      decided: (tx, actor, approval, outcome) => this.settle(tx, actor, approval, outcome === 'approved' ? 'granted' : 'returned'),
      withdrawn: (tx, actor, approval) => this.settle(tx, actor, approval, 'withdrawn'),
    });
  }

  /** What a customer was granted. */
  async of(actor: Actor, customerId: string): Promise<CustomerIncentivesView> {
    await mustSeeCustomer(this.source, actor, customerId);
    const planItems = await rows<GrantableItemView & Record<string, unknown>>(this.source, planItemsOf, [customerId]);
    return { grants: await this.read(this.source, actor, customerId, null), planItems };
  }

  /** Grants an incentive. 409 `not_enough_in_stock`, `over_budget` (with what is left), `plan_is_not_worked`; above the limit it waits for a decision. */
  grant(actor: Actor, customerId: string, given: GrantIncentive): Promise<GrantView> {
    return this.transactions.run(actor, async (tx) => {
      const { incentiveId, quantity, planItemId = null, followUpId = null, note = '' } = given;
      // The plan before the customer, as whoever makes a plan's touchpoints does.
      const plan = planItemId ? await this.plan(tx, planItemId, customerId) : null;
      await lockCustomer(tx, actor, customerId);
      if (followUpId && (await rows(tx, followUpOf, [followUpId, customerId])).length === 0) throw invalid('followUpId', 'unknown_follow_up');
      const taken = await this.take(tx, actor, incentiveId, quantity);
      const cost = costOf(quantity, Number(taken.unitCost));
      if (plan && !fitsBudget(plan.budget, plan.committed, cost)) throw conflict('over_budget', { left: leftOf(plan.budget, plan.committed) });
      const waits = needsDecision(cost, taken.approvalAbove);
      const id = newId();
      await tx.insert(IncentiveGrant, { id, incentiveId, customerId, planItemId, followUpId, quantity, unitCost: taken.unitCost, state: waits ? 'waiting' : 'granted', note, grantedAt: this.clock.now(), grantedById: actor.personId });
      if (waits) await this.approvals.request(tx, actor, { subject: 'incentive', subjectId: id, customerId, title: `${taken.name} × ${quantity}`, text: note, amount: cost, candidates: await peopleAbove(tx, actor.personId, actor.teamId) });
      await this.audit.record(tx, actor, 'incentive.granted', customerId, { grantId: id, incentiveId, quantity, cost, planItemId, waits });
      return this.one(tx, actor, customerId, id);
    });
  }

  /** Writes down that a customer took some of a grant, or all that is left. 409 `not_granted`, `nothing_left_to_redeem`. */
  redeem(actor: Actor, id: string, asked: number | null): Promise<GrantView> {
    return this.transactions.run(actor, async (tx) => {
      const grant = await this.held(tx, actor, id);
      if (grant.state !== 'granted') throw conflict('not_granted');
      const left = grant.quantity - grant.redeemed;
      const quantity = asked ?? left;
      if (quantity === 0 || quantity > left) throw conflict('nothing_left_to_redeem', { left });
      await tx.insert(IncentiveRedemption, { id: newId(), grantId: id, quantity, redeemedAt: this.clock.now(), redeemedById: actor.personId });
      await tx.update(IncentiveGrant, { id }, { redeemed: grant.redeemed + quantity });
      await this.audit.record(tx, actor, 'incentive.redeemed', grant.customerId, { grantId: id, quantity });
      return this.one(tx, actor, grant.customerId, id);
    });
  }

  /** Takes a redemption back, for a minute, by whoever wrote it down. */
  unredeem(actor: Actor, id: string, redemptionId: string): Promise<GrantView> {
    return this.transactions.run(actor, async (tx) => {
      const grant = await this.held(tx, actor, id);
      const found = await tx.findOneBy(IncentiveRedemption, { id: redemptionId, grantId: id });
      if (!found) throw notFound();
      this.mustBeOwnAndFresh(actor, found.redeemedById, found.redeemedAt);
      await tx.delete(IncentiveRedemption, { id: redemptionId });
      await tx.update(IncentiveGrant, { id }, { redeemed: grant.redeemed - found.quantity });
      await this.audit.record(tx, actor, 'incentive.redemption_taken_back', grant.customerId, { grantId: id, quantity: found.quantity });
      return this.one(tx, actor, grant.customerId, id);
    });
  }

  /** Takes a grant back: for a minute, or while it waits for a decision, by whoever granted it. 409 `redeemed_already`. */
  takeBack(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const grant = await this.held(tx, actor, id);
      if (grant.state === 'withdrawn') return;
      if (grant.redeemed > 0) throw conflict('redeemed_already');
      if (grant.state === 'waiting') {
        if (grant.grantedById !== actor.personId) throw forbidden('only_its_author');
        await this.approvals.withdrawAbout(tx, actor, 'incentive', id);
        return;
      }
      this.mustBeOwnAndFresh(actor, grant.grantedById, grant.grantedAt);
      await this.close(tx, actor, grant, 'withdrawn');
    });
  }

  private async plan(tx: EntityManager, planItemId: string, customerId: string): Promise<{ budget: number | null; committed: number }> {
    const [plan] = await rows<{ id: string; state: string; budget: number | null }>(tx, payingPlan, [planItemId, customerId]);
    if (!plan) throw invalid('planItemId', 'unknown_plan_item');
    if (plan.state !== 'approved' && plan.state !== 'running') throw conflict('plan_is_not_worked');
    const [spent] = await rows<{ cost: number }>(tx, committed, [plan.id]);
    return { budget: plan.budget, committed: spent?.cost ?? 0 };
  }

  /** While a grant waited its plan may have been closed, or got a smaller budget. */
  private async mustStillPay(tx: EntityManager, { planItemId, quantity, unitCost }: IncentiveGrant): Promise<void> {
    const [plan] = planItemId === null ? [] : await rows<{ state: string; budget: number | null; granted: number }>(tx, planOfGrant, [planItemId]);
    if (!plan) return;
    if (plan.state !== 'approved' && plan.state !== 'running') throw conflict('plan_is_not_worked');
    if (!fitsBudget(plan.budget, plan.granted, costOf(quantity, Number(unitCost)))) throw conflict('over_budget', { left: leftOf(plan.budget, plan.granted) });
  }

  private async take(tx: EntityManager, { organisation }: Actor, incentiveId: string, quantity: number): Promise<Taken> {
    const today = localDateOf(this.clock.now(), organisation.timeZone);
    const [taken] = await rows<Taken>(tx, takePieces, [incentiveId, quantity, today]);
    if (taken) return taken;
    const found = await tx.findOneBy(Incentive, { id: incentiveId });
    if (!found || found.archivedAt !== null) throw invalid('incentiveId', 'unknown_incentive');
    if (found.validFrom > today || (found.validUntil !== null && found.validUntil <= today)) throw invalid('incentiveId', 'incentive_not_valid');
    throw conflict('not_enough_in_stock', { left: found.stock === null ? null : found.stock - found.given });
  }

  private async settle(tx: EntityManager, actor: Actor, { subjectId }: Approval, state: 'granted' | 'returned' | 'withdrawn'): Promise<void> {
    const grant = await tx.findOneByOrFail(IncentiveGrant, { id: subjectId });
    if (grant.state !== 'waiting') return;
    if (state === 'granted') {
      await this.mustStillPay(tx, grant);
      await tx.update(IncentiveGrant, { id: subjectId }, { state });
    } else await this.close(tx, actor, grant, state);
  }

  private async close(tx: EntityManager, actor: Actor, { id, incentiveId, customerId, quantity }: IncentiveGrant, state: 'returned' | 'withdrawn'): Promise<void> {
    await tx.update(IncentiveGrant, { id }, { state });
    await rows(tx, putBack, [incentiveId, quantity]);
    await this.audit.record(tx, actor, `incentive.grant_${state}`, customerId, { grantId: id });
  }

  private async held(tx: EntityManager, actor: Actor, id: string): Promise<IncentiveGrant> {
    const { text, values } = holdGrant(actor);
    if ((await rows(tx, text, [id, ...values])).length === 0) throw notFound();
    return tx.findOneByOrFail(IncentiveGrant, { id });
  }

  private mustBeOwnAndFresh(actor: Actor, personId: string, at: Date): void {
    if (personId !== actor.personId) throw forbidden('only_its_author');
    if (!this.isFresh(at)) throw gone('too_late');
  }

  private isFresh(at: Date): boolean {
    return this.clock.now().getTime() - at.getTime() <= TAKEN_BACK_MS;
  }

  private async one(tx: EntityManager, actor: Actor, customerId: string, id: string): Promise<GrantView> {
    const [found] = await this.read(tx, actor, customerId, id);
    if (!found) throw notFound();
    return found;
  }

  private async read(on: DataSource | EntityManager, { personId }: Actor, customerId: string, id: string | null): Promise<GrantView[]> {
    const found = await rows<GrantView & Record<string, unknown>>(on, grantsOf, [customerId, id]);
    return found.map((grant) => ({
      ...grant, canTakeBack: grant.grantedById === personId && grant.redeemed === 0 && (grant.state === 'waiting' || (grant.state === 'granted' && this.isFresh(new Date(grant.grantedAt)))),
      redemptions: grant.redemptions.map((one) => ({ ...one, canTakeBack: one.redeemedById === personId && this.isFresh(new Date(one.redeemedAt)) })),
    }));
  }
}
