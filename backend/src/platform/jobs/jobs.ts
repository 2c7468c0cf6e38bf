import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { unavailable } from '../../kernel/index.ts';
import { CONFIG, type Config } from '../config.ts';
import { freshRows } from '../database/statements.ts';
import { JOBS_SCHEMA } from './schema.ts';

/** What a handler knows about its run: when to stop early, and whether nobody will try again. */
export interface JobAttempt {
  /** Aborted when the process is asked to end; a handler that then throws is tried again by another process or after the restart. */
  readonly signal: AbortSignal;
  readonly isLast: boolean;
}

/** Does one job. It may be called again for a job that it has done in part or in whole, so its effects must be idempotent. */
export type JobHandler<T extends object> = (data: T, attempt: JobAttempt) => Promise<void>;

// A process that was killed is noticed after a missed heartbeat; a database that is away for half an hour is waited for.
const QUEUE = { retryLimit: 60, retryDelay: 1, retryBackoff: true, retryDelayMax: 30, heartbeatSeconds: 10, expireInSeconds: 12 * 3_600, deleteAfterSeconds: 86_400 };
const WORKER = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
const RETRY_START_MS = 2_000;
const PATIENCE_MS = 5_000;
const HOUR_S = 3_600;

/**
 * Background work as rows of the database: written in the transaction of the use case that wants it, done by whichever
 * process is free, tried again after a crash.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler<object>>();
  private readonly workers = new Map<string, string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly hourly = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private readonly ending = new AbortController();
  private boss: PgBoss | null = null;
  private isReady = false;
  private started: Promise<void> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Names who does the jobs of a queue; called by a feature when its module starts. */
  handle<T extends object>(queue: string, handler: JobHandler<T>): void {
    this.handlers.set(queue, handler as unknown as JobHandler<object>);
  }

  /** Names who does a job that comes up by itself: soon after the start, then every hour, once whatever the number of processes. */
  handleHourly(queue: string, handler: (attempt: JobAttempt) => Promise<void>): void {
    this.hourly.add(queue);
    this.handle(queue, (_data, attempt) => handler(attempt));
  }

  /** Puts a job into the queue with the caller's transaction: it exists if and only if that commits. */
  async enqueue(tx: EntityManager, queue: string, data: object): Promise<void> {
    const boss = await this.ready();
    const executeSql = async (text: string, values: unknown[] = []) => ({ rows: await freshRows(tx, text, values) });
    await boss.send(queue, data, { db: { executeSql } });
  }

  /** Lets this process look for work at once; called after the commit, because polling takes up to two seconds. */
  wake(queue: string): void {
    const worker = this.workers.get(queue);
    if (worker) this.boss?.notifyWorker(worker);
  }

  /** Starts in the background, so that the product opens for work without waiting for it. */
  onApplicationBootstrap(): void {
    if (this.handlers.size > 0 && this.config.databaseUrl) this.started = this.startUntilItWorks(this.config.databaseUrl);
  }

  /** Lets handlers come to a good end; what they left is done after the restart. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    if (this.timer) clearInterval(this.timer);
    await this.started?.catch(() => undefined);
    await Promise.allSettled(this.underWay);
    await this.boss?.stop({ graceful: false });
  }

  private async ready(): Promise<PgBoss> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    await Promise.race([this.started, patience]);
    if (!this.boss || !this.isReady) throw unavailable();
    return this.boss;
  }

  private async startUntilItWorks(url: string): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        await this.start(url);
        return;
      } catch (error) {
        this.log.warn(`background work waits for the database: ${String(error)}`);
        await this.boss?.stop({ graceful: false }).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, RETRY_START_MS));
      }
    }
  }

  private async start(connectionString: string): Promise<void> {
    this.workers.clear();
    this.isReady = false;
    this.boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 2, schedule: false, superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, application_name: 'tangent jobs' });
    // Without a listener a lost connection would end the process; pg-boss itself goes on.
    this.boss.on('error', (error) => this.log.warn(String(error)));
    await this.boss.start();
    for (const [queue, handler] of this.handlers) {
      await this.boss.createQueue(queue, QUEUE);
      if (this.config.worksJobs) this.workers.set(queue, await this.boss.work<object, undefined, typeof WORKER>(queue, WORKER, ([job]) => this.run(handler, job)));
    }
    this.isReady = true;
    if (!this.config.worksJobs || this.hourly.size === 0 || this.ending.signal.aborted) return;
    await this.remind();
    this.timer ??= setInterval(() => void this.remind().catch((error: unknown) => this.log.warn(String(error))), HOUR_S * 1_000).unref();
  }

  /** The queue takes one such job per hour and drops the others. */
  private async remind(): Promise<void> {
    for (const queue of this.hourly) await this.boss?.sendThrottled(queue, {}, null, HOUR_S);
  }

  private async run(handler: JobHandler<object>, job: JobWithMetadata | undefined): Promise<undefined> {
    if (!job) return;
    const signal = AbortSignal.any([this.ending.signal, job.signal]);
    const work = handler(job.data, { signal, isLast: job.retryCount >= job.retryLimit });
    this.underWay.add(work);
    try {
      await work;
    } finally {
      this.underWay.delete(work);
    }
  }
}
