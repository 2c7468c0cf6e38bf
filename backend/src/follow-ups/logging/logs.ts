import { Injectable } from '@nestjs/common';
import { invalid, localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { CLOCK_SKEW_MS } from '../../touchpoints/index.ts';
import { checkCustomer } from '../records.ts';
import type { WriteLog } from './logs.dto.ts';

const writeLog = new NamedStatement<{ id: string; customerId: string | null; personId: string; occurredAt: Date; occurredOn: string; now: Date; subject: string; text: string }>(
  'log_written',
  `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, subject, text)
   VALUES (:id, 'log', :customerId, :personId, :personId, :occurredAt, :occurredOn, :now, :subject, :text)`,
);

/** Notes that are no contact: they move no date. */
@Injectable()
export class Logs {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Writes a log down; refuses a time to come (`not_yet_happened`). */
  write(actor: Actor, given: WriteLog): Promise<{ id: string }> {
    const now = this.clock.now();
    const occurredAt = given.occurredAt ? new Date(given.occurredAt) : now;
    if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MS) throw invalid('occurredAt', 'not_yet_happened');
    return this.transactions.run(actor, async (tx) => {
      const customerId = given.customerId ?? null;
      await checkCustomer(tx, actor, customerId);
      const id = newId();
      const occurredOn = localDateOf(occurredAt, actor.organisation.timeZone);
      await writeLog.rows(tx, { id, customerId, personId: actor.personId, occurredAt, occurredOn, now, subject: given.subject ?? '', text: given.text });
      await this.audit.record(tx, actor, 'log.written', id);
      return { id };
    });
  }
}
