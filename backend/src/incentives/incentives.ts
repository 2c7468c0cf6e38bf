import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { invalid, localDateOf, notFound, stale } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { Incentive } from './incentive.entity.ts';
import type { IncentiveView, IncentivesView, WriteIncentive } from './incentives.dto.ts';
import { catalogue } from './incentives.statements.ts';

/** The catalogue of incentives. */
@Injectable()
export class Incentives {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All of them with their figures, or those that can be granted today. */
  async all(actor: Actor, isCurrent = false): Promise<IncentivesView> {
    return { items: await this.read(this.source, actor, null, isCurrent ? localDateOf(this.clock.now(), actor.organisation.timeZone) : null) };
  }

  /** Adds one. */
  add(actor: Actor, given: WriteIncentive): Promise<IncentiveView> {
    check(given);
    return this.transactions.run(actor, async (tx) => {
      const id = newId();
      await tx.insert(Incentive, { id, ...valuesOf(given), createdAt: this.clock.now(), createdById: actor.personId });
      await this.audit.record(tx, actor, 'incentive.added', id, { ...given });
      return this.one(tx, actor, id);
    });
  }

  /** Changes one; what was granted keeps what it cost. 422 `stock_below_given` where more was given already. */
  change(actor: Actor, id: string, version: number, given: WriteIncentive): Promise<IncentiveView> {
    check(given);
    return this.transactions.run(actor, async (tx) => {
      const before = await this.held(tx, id, version);
      if (given.stock !== null && given.stock < before.given) throw invalid('stock', 'stock_below_given', { given: before.given });
      await tx.update(Incentive, { id }, { ...valuesOf(given), version: version + 1 });
      const { name, kind, unitCost, stock, validFrom, validUntil, approvalAbove } = before;
      await this.audit.record(tx, actor, 'incentive.changed', id, differences({ name, kind, unitCost, stock, validFrom, validUntil, approvalAbove }, valuesOf(given)));
      return this.one(tx, actor, id);
    });
  }

  /** Takes one out of the catalogue or back into it; what was granted stays. */
  archive(actor: Actor, id: string, isArchived: boolean): Promise<IncentiveView> {
    return this.transactions.run(actor, async (tx) => {
      if (!(await tx.existsBy(Incentive, { id }))) throw notFound();
      await tx.update(Incentive, { id }, { archivedAt: isArchived ? this.clock.now() : null, version: () => 'version + 1' });
      await this.audit.record(tx, actor, isArchived ? 'incentive.archived' : 'incentive.restored', id);
      return this.one(tx, actor, id);
    });
  }

  private async held(tx: EntityManager, id: string, version: number): Promise<Incentive> {
    const found = await tx.findOne(Incentive, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw notFound();
    if (found.version !== version) throw stale();
    return found;
  }

  private async one(tx: EntityManager, actor: Actor, id: string): Promise<IncentiveView> {
    const [found] = await this.read(tx, actor, id, null);
    if (!found) throw notFound();
    return found;
  }

  private read(on: DataSource | EntityManager, actor: Actor, id: string | null, today: string | null): Promise<IncentiveView[]> {
    const { text, values } = catalogue(actor);
    return rows<IncentiveView & Record<string, unknown>>(on, text, [id, today, ...values]);
  }
}

function check({ validFrom, validUntil }: WriteIncentive): void {
  if (validUntil !== null && validUntil <= validFrom) throw invalid('validUntil', 'ends_before_it_starts');
}

const valuesOf = ({ name, kind, unitCost, stock, validFrom, validUntil, approvalAbove }: WriteIncentive): Pick<Incentive, 'name' | 'kind' | 'unitCost' | 'stock' | 'validFrom' | 'validUntil' | 'approvalAbove'> =>
  ({ name, kind, unitCost: unitCost.toFixed(2), stock, validFrom, validUntil, approvalAbove: approvalAbove === null ? null : approvalAbove.toFixed(2) });
