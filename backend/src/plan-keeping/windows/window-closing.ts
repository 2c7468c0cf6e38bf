import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { addDays, localDateOf } from '../../kernel/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { type JobAttempt, Jobs } from '../../platform/jobs/jobs.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import { type Windowed, lastDayOf } from './window.rules.ts';

const QUEUE = 'window-closing';
const BATCH = 1_000;

interface Candidate extends Windowed {
  id: string;
  customerId: string;
  ownerId: string;
  version: number;
}

const over = statement(
  'windows_over',
  `SELECT t.id, t.customer_id AS "customerId", t.owner_id AS "ownerId", t.version, to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn"
   FROM touchpoints t WHERE t.state = 'scheduled' AND t.window_until < $1::date AND t.due_on < $1::date
     AND t.customer_id NOT IN (SELECT id FROM customers WHERE archived_at IS NOT NULL) ORDER BY t.customer_id, t.id`,
);
const lock = statement('windows_customers_locked', 'SELECT 1 FROM customers WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE');
const close = statement(
  'windows_closed',
  `UPDATE touchpoints t SET state = 'missed', closed_at = $2, closed_reason = 'window_over', remind_at = NULL, version = t.version + 1
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, version int) WHERE t.id = r.id AND t.version = r.version AND t.state = 'scheduled' RETURNING t.id`,
);

/** Counts plan touchpoints as missed once their window is over where their owner is, every hour; those of an archived customer wait for it to come back, because nobody was to make them. */
@Injectable()
export class WindowClosing implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly calendars: WorkingCalendars,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handleHourly(QUEUE, (attempt) => this.closeAll(attempt));
  }

  /** Closes all that are over now; answers how many. */
  async closeAll({ signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    const now = this.clock.now();
    // It is already tomorrow somewhere.
    const found = await rows<Candidate & Record<string, unknown>>(this.source, over, [addDays(localDateOf(now, 'UTC'), 1)]);
    const calendars = await this.calendars.forPeople(this.source, found.map(({ ownerId }) => ownerId));
    const missed = found.filter((touchpoint) => {
      const calendar = calendars.get(touchpoint.ownerId);
      const last = calendar ? lastDayOf(touchpoint, calendar) : null;
      return calendar !== undefined && last !== null && last < localDateOf(now, calendar.timeZone);
    });
    for (let from = 0; from < missed.length; from += BATCH) {
      signal.throwIfAborted();
      await this.close(missed.slice(from, from + BATCH), now);
    }
  }

  private async close(missed: readonly Candidate[], now: Date): Promise<void> {
    const customerIds = [...new Set(missed.map(({ customerId }) => customerId))];
    await this.source.transaction(async (tx) => {
      await rows(tx, lock, [customerIds]);
      const closed = await rows<{ id: string }>(tx, close, [JSON.stringify(missed.map(({ id, version }) => ({ id, version }))), now]);
      await refreshContactState(tx, customerIds);
      await this.audit.record(tx, null, 'touchpoints.missed', null, { reason: 'window_over', touchpointIds: closed.map(({ id }) => id) });
    });
  }
}
