import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Approval, Approvals, peopleWhoDecide } from '../../approvals/index.ts';
import { invalid, localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { checkCustomer } from '../records.ts';
import type { WriteRequest } from './requests.dto.ts';

const record = new NamedStatement<{ id: string; customerId: string; personId: string; at: Date; on: string; subject: string; text: string }>(
  'request_recorded',
  `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, subject, text)
   VALUES (:id, 'approval', :customerId, :personId, :personId, :at, :on, :at, :subject, :text)`,
);

/** Requests for a decision about a customer, and the record that every such decision has on the customer's timeline. */
@Injectable()
export class Requests {
  constructor(
    private readonly transactions: Transactions,
    private readonly approvals: Approvals,
  ) {
    approvals.recordWith((tx, actor, approval) => this.record(tx, actor, approval));
  }

  /** Asks; 404 for a customer out of scope, 422 `required` or `not_a_decider` beside `deciderIds`. */
  ask(actor: Actor, { customerId, title, text = '', amount = null, deciderIds, rule }: WriteRequest): Promise<{ id: string }> {
    if (deciderIds.length === 0) throw invalid('deciderIds', 'required');
    return this.transactions.run(actor, async (tx) => {
      await checkCustomer(tx, actor, customerId);
      const { id } = await this.approvals.request(tx, actor, { subject: 'request', customerId, title, text, amount, rule, candidates: await peopleWhoDecide(tx), deciderIds });
      return { id };
    });
  }

  /** The record has the id of the approval, and shows how that stands. */
  private async record(tx: EntityManager, actor: Actor, { id, customerId, requestedAt, title, text }: Approval & { customerId: string }): Promise<void> {
    await record.rows(tx, { id, customerId, personId: actor.personId, at: requestedAt, on: localDateOf(requestedAt, actor.organisation.timeZone), subject: title, text });
  }
}
