var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Inject, Injectable, Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { unavailable } from "../../kernel/index.js";
import { CONFIG } from "../config.js";
import { freshRows } from "../database/statements.js";
import { JOBS_SCHEMA } from "./schema.js";
// A process that was killed is noticed after a missed heartbeat; a database that is away for half an hour is waited for.
const QUEUE = { retryLimit: 60, retryDelay: 1, retryBackoff: true, retryDelayMax: 30, heartbeatSeconds: 10, expireInSeconds: 12 * 3_600, deleteAfterSeconds: 86_400 };
const WORKER = { pollingIntervalSeconds: 2, includeMetadata: true };
const RETRY_START_MS = 2_000;
const PATIENCE_MS = 5_000;
/**
 * Background work as rows of the database: written in the transaction of the use case that wants it, done by whichever
 * process is free, tried again after a crash.
 */
let Jobs = class Jobs {
    constructor(config) {
        this.config = config;
        this.log = new Logger('Jobs');
        this.handlers = new Map();
        this.workers = new Map();
        this.underWay = new Set();
        this.ending = new AbortController();
        this.boss = null;
        this.started = null;
    }
    /** Names who does the jobs of a queue; called by a feature when its module starts. */
    handle(queue, handler) {
        this.handlers.set(queue, handler);
    }
    /** Puts a job into the queue with the caller's transaction: it exists if and only if that commits. */
    async enqueue(tx, queue, data) {
        const boss = await this.ready();
        const executeSql = async (text, values = []) => ({ rows: await freshRows(tx, text, values) });
        await boss.send(queue, data, { db: { executeSql } });
    }
    /** Lets this process look for work at once; called after the commit, because polling takes up to two seconds. */
    wake(queue) {
        const worker = this.workers.get(queue);
        if (worker)
            this.boss?.notifyWorker(worker);
    }
    /** Starts in the background, so that the product opens for work without waiting for it. */
    onApplicationBootstrap() {
        if (this.handlers.size > 0 && this.config.databaseUrl)
            this.started = this.startUntilItWorks(this.config.databaseUrl);
    }
    /** Lets handlers come to a good end; what they left is done after the restart. */
    async beforeApplicationShutdown() {
        this.ending.abort();
        await this.started?.catch(() => undefined);
        await Promise.allSettled(this.underWay);
        await this.boss?.stop({ graceful: false });
    }
    async ready() {
        const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
        await Promise.race([this.started, patience]);
        if (!this.boss || this.workers.size < this.handlers.size)
            throw unavailable();
        return this.boss;
    }
    async startUntilItWorks(url) {
        while (!this.ending.signal.aborted) {
            try {
                await this.start(url);
                return;
            }
            catch (error) {
                this.log.warn(`background work waits for the database: ${String(error)}`);
                await this.boss?.stop({ graceful: false }).catch(() => undefined);
                await new Promise((resolve) => setTimeout(resolve, RETRY_START_MS));
            }
        }
    }
    async start(connectionString) {
        this.workers.clear();
        this.boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 2, schedule: false, superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, application_name: 'tangent jobs' });
        // Without a listener a lost connection would end the process; pg-boss itself goes on.
        this.boss.on('error', (error) => this.log.warn(String(error)));
        await this.boss.start();
        for (const [queue, handler] of this.handlers) {
            await this.boss.createQueue(queue, QUEUE);
            this.workers.set(queue, await this.boss.work(queue, WORKER, ([job]) => this.run(handler, job)));
        }
    }
    async run(handler, job) {
        if (!job)
            return;
        const signal = AbortSignal.any([this.ending.signal, job.signal]);
        const work = handler(job.data, { signal, isLast: job.retryCount >= job.retryLimit });
        this.underWay.add(work);
        try {
            await work;
        }
        finally {
            this.underWay.delete(work);
        }
    }
};
Jobs = __decorate([
    Injectable(),
    __param(0, Inject(CONFIG)),
    __metadata("design:paramtypes", [Object])
], Jobs);
export { Jobs };
