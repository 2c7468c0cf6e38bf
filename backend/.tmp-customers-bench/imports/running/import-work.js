var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localDateOf } from "../../kernel/index.js";
import { actorOf, rightsOf } from "../../people/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { problemOf } from "../../platform/http/problem.js";
import { rowsOf } from "../file/csv.js";
import { decoded } from "../file/encoding.js";
import { storedPieces } from "../file/pieces.js";
import { Import } from "../import.entity.js";
import { readVocabulary } from "../mapping/words.js";
import { RowReader } from "../rows/row-reader.js";
import { CommunicationsImport } from "./communications-import.js";
import { CustomersImport } from "./customers-import.js";
import { Superseded, finish, holdImport, keepProgress, writeIssues } from "./progress.js";
const BATCH_ROWS = 500;
/** Does imports in the background: the dry run and the run are the same work, but for the writing. */
let ImportWork = class ImportWork {
    constructor(source, clock, audit) {
        this.source = source;
        this.clock = clock;
        this.audit = audit;
        this.log = new Logger('Imports');
    }
    /** Goes on with an import where it stands; nothing when somebody else has done so, or it was discarded. */
    async goOn(importId, attempt) {
        try {
            const work = await this.source.getRepository(Import).findOneBy({ id: importId });
            if (work?.state === 'checking' || work?.state === 'running')
                await this.work(work, attempt.signal);
        }
        catch (error) {
            if (error instanceof Superseded)
                return;
            const problem = problemOf(error);
            const willPass = attempt.signal.aborted || problem?.status === 503 || problem?.status === 409;
            if (willPass && !attempt.isLast)
                throw error;
            if (!problem)
                this.log.error(`import ${importId}`, error instanceof Error ? error.stack : String(error));
            await this.source.transaction((tx) => finish(tx, importId, 'failed', this.clock.now(), problem?.code ?? 'defect'));
        }
    }
    async work(work, signal) {
        const actor = await actorOf(this.source, work.createdById);
        if (!actor || !rightsOf(actor.roles).includes('customers.import')) {
            await this.source.transaction((tx) => finish(tx, work.id, 'failed', this.clock.now(), 'not_allowed'));
            return;
        }
        const { importer, reader } = await this.importerOf(work, actor);
        const alreadyDone = work.rowsDone;
        let passed = 0;
        for await (const batch of batchesOf(this.rowsIn(work), alreadyDone)) {
            signal.throwIfAborted();
            const reads = batch.map((row) => reader.read(row));
            passed += batch.length;
            if (passed <= alreadyDone)
                importer.remember(reads);
            else
                await this.source.transaction((tx) => this.doBatch(tx, work, importer, reads));
        }
        await this.source.transaction(async (tx) => {
            if (work.state === 'running')
                await this.audit.record(tx, actor, 'import.done', work.id, { kind: work.kind, fileName: work.fileName, ...work.counts });
            await finish(tx, work.id, work.state === 'running' ? 'done' : 'checked', this.clock.now());
        });
    }
    async doBatch(tx, work, importer, reads) {
        await holdImport(tx, work);
        const plan = await importer.plan(tx, reads);
        if (work.state === 'running')
            await plan.write();
        await writeIssues(tx, work.id, plan.rows);
        await keepProgress(tx, work, plan.rows);
    }
    async importerOf(work, actor) {
        const vocabulary = await readVocabulary(this.source, actor, work.kind);
        const reader = new RowReader(mappingFor(work), work.columns, vocabulary);
        const now = this.clock.now();
        const timeZone = actor.organisation.timeZone;
        const setting = { actor, importId: work.id, now, timeZone, today: localDateOf(now, timeZone) };
        return { reader, importer: work.kind === 'customers' ? new CustomersImport(reader, vocabulary, setting) : new CommunicationsImport(reader, vocabulary, setting) };
    }
    async *rowsIn({ id, encoding, delimiter }) {
        let isHeader = true;
        for await (const row of rowsOf(decoded(storedPieces(this.source, id), encoding), delimiter)) {
            if (!isHeader)
                yield row;
            isHeader = false;
        }
    }
};
ImportWork = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        Audit])
], ImportWork);
export { ImportWork };
/** Choices that are to be created exist by now; in a dry run they count as known. */
function mappingFor({ mapping, state }) {
    const { columns, defaults } = mapping ?? { columns: [], defaults: {} };
    if (state !== 'running')
        return { columns, defaults };
    return { defaults, columns: columns.map((column) => (column.unknown === 'create' ? { ...column, unknown: 'error' } : column)) };
}
/** Rows by the batch; a batch ends where an earlier attempt ended. */
async function* batchesOf(rows, alreadyDone) {
    let batch = [];
    let count = 0;
    for await (const row of rows) {
        batch.push(row);
        count++;
        if (batch.length < BATCH_ROWS && count !== alreadyDone)
            continue;
        yield batch;
        batch = [];
    }
    if (batch.length > 0)
        yield batch;
}
