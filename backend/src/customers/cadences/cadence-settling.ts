import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refusal } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import { type JobAttempt, Jobs } from '../../platform/jobs/jobs.ts';
import { SegmentReads } from '../segments/segment-reads.ts';
import { type SegmentCadence, actorOfAuthor, segmentCadences } from './segment-cadences.ts';
import { SHOULD_STOP } from './stopping.ts';

const HOURLY = 'cadence-settling';
const SOON = 'cadence-changes';
const BATCH = 2_000;
const PATIENCE = '60s';

interface Wanted extends Record<string, unknown> {
  id: string;
  cadenceId: string | null;
}

interface Stopping extends Record<string, unknown> {
  id: string;
  reason: string | null;
}

const wantedChanges = `SELECT c.id, m.cadence_id AS "cadenceId" FROM customers c LEFT JOIN cadence_members m ON m.customer_id = c.id
  WHERE c.archived_at IS NULL AND c.segment_cadence_id IS DISTINCT FROM m.cadence_id ORDER BY c.id`;
const assign = statement(
  'segment_cadences_assigned',
  `WITH r AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS r(id, cadence_id)), held AS (SELECT c.id FROM customers c JOIN r ON r.id = c.id ORDER BY c.id FOR NO KEY UPDATE OF c)
   UPDATE customers c SET segment_cadence_id = r.cadence_id FROM held JOIN r ON r.id = held.id WHERE c.id = held.id AND c.segment_cadence_id IS DISTINCT FROM r.cadence_id`,
);
const stopping = statement('cadences_stopping', `SELECT c.id, w.reason FROM customers c LEFT JOIN LATERAL (${SHOULD_STOP}) w ON true
  WHERE (c.cadence_stopped_at IS NOT NULL OR (c.is_open AND c.archived_at IS NULL AND c.pace_id = ANY(ARRAY(SELECT id FROM paces WHERE stop_after_attempts IS NOT NULL OR stops_when_converted))))
    AND c.cadence_stop_reason IS DISTINCT FROM w.reason ORDER BY c.id`);
const stop = statement(
  'cadences_stopped',
  `WITH r AS (SELECT * FROM unnest($1::uuid[], $2::varchar[]) AS r(id, reason)), held AS (SELECT c.id FROM customers c JOIN r ON r.id = c.id ORDER BY c.id FOR NO KEY UPDATE OF c)
   UPDATE customers c SET cadence_stop_reason = r.reason, cadence_stopped_at = CASE WHEN r.reason IS NULL THEN NULL ELSE $3::timestamptz END FROM held JOIN r ON r.id = held.id WHERE c.id = held.id`,
);

/** Settles, every hour and soon after a change of cadences, which segment's cadence counts for each customer and which cadences have stopped by their own rule. */
@Injectable()
export class CadenceSettling implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly segments: SegmentReads,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handleHourly(HOURLY, (attempt) => this.settle(attempt));
    this.jobs.handle(SOON, (_data, attempt) => this.settle(attempt));
  }

  /** Has everything settled after the caller's transaction. */
  soon(tx: EntityManager): Promise<void> {
    return this.jobs.enqueue(tx, SOON, {});
  }

  /** The same after a segment changed, where one of the cadences is for it. */
  async soonFor(tx: EntityManager, segmentId: string): Promise<void> {
    if ((await segmentCadences(tx)).some((cadence) => cadence.segmentId === segmentId)) await this.soon(tx);
  }

  /** Lets that begin at once; called after the commit. */
  wake(): void {
    this.jobs.wake(SOON);
  }

  /** Brings every customer in line with the cadences and segments as they are now. Customers are read at once and changed in batches, so that nobody waits for it. */
  async settle({ signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    const changes = await this.patiently((tx) => this.memberships(tx));
    for (const batch of batchesOf(changes, signal)) await rows(this.source, assign, [batch.map(({ id }) => id), batch.map(({ cadenceId }) => cadenceId)]);
    const stops = await this.patiently((tx) => rows<Stopping>(tx, stopping));
    for (const batch of batchesOf(stops, signal)) await rows(this.source, stop, [batch.map(({ id }) => id), batch.map(({ reason }) => reason), this.clock.now()]);
  }

  /** Settles one customer that was made or changed, in the transaction that does it. */
  async settleOne(tx: EntityManager, customerId: string): Promise<void> {
    for (const cadence of await segmentCadences(tx)) {
      const found = await this.over(tx, cadence, (where, value) => `SELECT 1 FROM customers c WHERE c.id = ${value(customerId)}::uuid AND ${where}`);
      if (found.length === 0) continue;
      await rows(tx, assign, [[customerId], [cadence.id]]);
      return;
    }
    await rows(tx, assign, [[customerId], [null]]);
  }

  /** Reads over all customers may take longer than anybody would wait for; they hold no locks. */
  private patiently<T>(read: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      await freshRows(tx, `SET LOCAL statement_timeout = '${PATIENCE}'`);
      return read(tx);
    });
  }

  /** The customers whose segment's cadence is another one than the row says. */
  private async memberships(tx: EntityManager): Promise<Wanted[]> {
    await freshRows(tx, 'CREATE TEMPORARY TABLE cadence_members (customer_id uuid PRIMARY KEY, cadence_id uuid NOT NULL) ON COMMIT DROP');
    for (const cadence of await segmentCadences(tx))
      await this.over(tx, cadence, (where, value) => `INSERT INTO cadence_members SELECT c.id, ${value(cadence.id)}::uuid FROM customers c WHERE ${where} ON CONFLICT DO NOTHING`);
    return freshRows<Wanted>(tx, wantedChanges);
  }

  /** A segment that asks for a field that is archived by now is refused before anything is asked of the database; it has no customers then, and stands in nobody's way. */
  private async over(tx: EntityManager, cadence: SegmentCadence, text: (where: string, value: (given: unknown) => string) => string): Promise<Record<string, unknown>[]> {
    const author: Actor = actorOfAuthor(cadence);
    try {
      return await this.segments.over(tx, author, cadence.segmentId, (where) => text(where.sql, where.value));
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }
}

function* batchesOf<T>(all: readonly T[], signal: AbortSignal): Generator<T[]> {
  for (let from = 0; from < all.length; from += BATCH) {
    signal.throwIfAborted();
    yield all.slice(from, from + BATCH);
  }
}
