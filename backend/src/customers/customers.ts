import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conflict, stale } from '../kernel/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { Audit, differences } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { CadenceSettling } from './cadences/cadence-settling.ts';
import { writeChange } from './change.ts';
import { writeNewCustomer } from './creation.ts';
import { readCustomer } from './customer-view.ts';
import type { ChangeCustomer, CreateCustomer, CustomerView } from './customer.dto.ts';
import { lockCustomer } from './visible-rows.ts';

/** Customers one by one: created, read, changed, archived and restored, always under the data scope of whoever asks. */
@Injectable()
export class Customers {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly settling: CadenceSettling,
    private readonly clock: Clock,
  ) {}

  /** Creates a customer; broken rules are named beside their fields (422). */
  create(actor: Actor, input: CreateCustomer): Promise<CustomerView> {
    return this.transactions.run(actor, async (tx) => {
      const id = await writeNewCustomer(tx, actor, input, this.clock.now());
      await this.settling.settleOne(tx, id);
      await this.audit.record(tx, actor, 'customer.created', id, { name: input.name });
      return readCustomer(tx, actor, id, this.clock.now());
    });
  }

  /** Everything about a customer itself. */
  read(actor: Actor, id: string): Promise<CustomerView> {
    return readCustomer(this.source, actor, id, this.clock.now());
  }

  /** Changes what is given, made from `version`; 412 `changed_meanwhile` when somebody was faster, 409 `customer_is_archived` until it is restored. */
  change(actor: Actor, id: string, version: number, input: ChangeCustomer): Promise<CustomerView> {
    return this.transactions.run(actor, async (tx) => {
      const { archivedAt, version: current } = await lockCustomer(tx, actor, id);
      if (current !== version) throw stale();
      if (archivedAt !== null) throw conflict('customer_is_archived');
      const before = await readCustomer(tx, actor, id, this.clock.now());
      if (!(await writeChange(tx, actor, before, input, this.clock.now()))) throw stale();
      await this.settling.settleOne(tx, id);
      const after = await readCustomer(tx, actor, id, this.clock.now());
      const { version: _version, ...changed } = differences({ ...before }, { ...after });
      await this.audit.record(tx, actor, 'customer.changed', id, changed);
      return after;
    });
  }

  /** Takes a customer out of lists, searches and queues; nothing happens when it is archived already. */
  archive(actor: Actor, id: string): Promise<CustomerView> {
    return this.setArchived(actor, id, this.clock.now());
  }

  /** Brings an archived customer back; 409 `customer_is_merged` for one that was merged into another, which undoing the merge brings back. */
  restore(actor: Actor, id: string): Promise<CustomerView> {
    return this.setArchived(actor, id, null);
  }

  private setArchived(actor: Actor, id: string, at: Date | null): Promise<CustomerView> {
    return this.transactions.run(actor, async (tx) => {
      const visible = visibleCustomers(actor, 'c', 3);
      const set = statement('customer_archived_set', `UPDATE customers c SET archived_at = $2, version = version + 1 WHERE c.id = $1 AND c.merged_into_id IS NULL AND (c.archived_at IS NULL) <> ($2::timestamptz IS NULL) AND ${visible.sql} RETURNING c.id`);
      const merged = statement('customer_is_merged', `SELECT 1 FROM customers c WHERE c.id = $1 AND c.merged_into_id IS NOT NULL AND $2::timestamptz IS NULL AND ${visible.sql}`);
      if ((await rows(tx, merged, [id, at, ...visible.values])).length) throw conflict('customer_is_merged');
      const written = await rows(tx, set, [id, at, ...visible.values]);
      if (written.length) await this.audit.record(tx, actor, at ? 'customer.archived' : 'customer.restored', id);
      return readCustomer(tx, actor, id, this.clock.now());
    });
  }
}
