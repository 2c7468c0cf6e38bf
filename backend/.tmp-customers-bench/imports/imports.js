var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { conflict, malformed } from "../kernel/index.js";
import { Clock } from "../platform/clock.js";
import { rows, statement } from "../platform/database/statements.js";
import { Transactions } from "../platform/database/transactions.js";
import { newId } from "../platform/ids.js";
import { Jobs } from "../platform/jobs/jobs.js";
import { rowsOf } from "./file/csv.js";
import { delimiterOf } from "./file/delimiter.rules.js";
import { EncodingWatch, decoded } from "./file/encoding.js";
import { inspect } from "./file/inspection.js";
import { storePieces, storedPieces } from "./file/pieces.js";
import { Import } from "./import.entity.js";
import { ImportIssue } from "./import-issue.entity.js";
import { ImportReads } from "./import-reads.js";
import { checkMapping } from "./mapping/mapping-check.js";
import { addChoices, refuseChoices } from "./mapping/new-choices.js";
import { readVocabulary } from "./mapping/words.js";
import { ImportWork } from "./running/import-work.js";
const QUEUE = 'imports';
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;
const forget = statement('imports_forgotten', `DELETE FROM imports WHERE state IN ('uploading', 'uploaded', 'checked') AND created_at < $1`);
/** A file on its way into the product: upload, mapping, dry run, run. */
let Imports = class Imports {
    constructor(source, transactions, clock, jobs, reads, work) {
        this.source = source;
        this.transactions = transactions;
        this.clock = clock;
        this.jobs = jobs;
        this.reads = reads;
        this.work = work;
    }
    onModuleInit() {
        this.jobs.handle(QUEUE, ({ importId }, attempt) => this.work.goOn(importId, attempt));
    }
    /**
     * Takes a file as it streams in, finds out its encoding and delimiter and what stands in its columns. Files that
     * nobody ran are forgotten after seven days. Refuses what is no CSV (400, 422) or larger than 100 MB (413).
     */
    async upload(actor, kind, fileName, stream) {
        await rows(this.source, forget, [new Date(this.clock.now().getTime() - FORGOTTEN_AFTER_MS)]);
        const id = newId();
        const name = fileName.normalize('NFC').replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file.csv';
        await this.source.getRepository(Import).insert({ id, kind, fileName: name, state: 'uploading', encoding: 'utf-8', delimiter: ',', createdAt: this.clock.now(), createdById: actor.personId });
        try {
            const watch = new EncodingWatch();
            await storePieces(this.source, id, stream, (bytes) => watch.see(bytes));
            await this.inspect(id, watch.result(), null);
            return await this.reads.view(actor, id);
        }
        catch (error) {
            await this.source.getRepository(Import).delete({ id });
            throw error;
        }
    }
    /** Reads the file again with another encoding or delimiter; a mapping made before is dropped. */
    async chooseFormat(actor, id, encoding, delimiter) {
        const found = await this.reads.find(this.source, actor, id);
        refuseUnless(found, ['uploaded', 'checked', 'failed']);
        await this.inspect(id, encoding, delimiter);
        return this.reads.view(actor, id);
    }
    /** Says where each column goes; refuses a mapping that can not work (422 with the columns at fault). */
    async chooseMapping(actor, id, mapping) {
        await this.source.transaction(async (tx) => {
            const found = await this.reads.find(tx, actor, id);
            refuseUnless(found, ['uploaded', 'checked', 'failed']);
            const vocabulary = await readVocabulary(tx, actor, found.kind);
            checkMapping(found.kind, mapping, found.columns, vocabulary);
            refuseChoices(actor, mapping, found.columns, vocabulary);
            await this.move(tx, found, 'uploaded', { mapping });
        });
        return this.reads.view(actor, id);
    }
    /** Begins the dry run in the background. */
    async check(actor, id) {
        await this.begin(actor, id, ['uploaded', 'checked', 'failed'], 'checking');
        return this.reads.view(actor, id);
    }
    /** Begins the run in the background; only after a dry run, rows with errors are left out. */
    async run(actor, id) {
        await this.begin(actor, id, ['checked'], 'running');
        return this.reads.view(actor, id);
    }
    /** Removes a file that was not run, and what was found out about it. */
    async discard(actor, id) {
        await this.source.transaction(async (tx) => {
            const found = await this.reads.find(tx, actor, id);
            refuseUnless(found, ['uploaded', 'checked', 'checking', 'failed']);
            const { affected } = await tx.getRepository(Import).delete({ id, state: found.state });
            if (affected !== 1)
                throw conflict('import_in_progress');
        });
    }
    async begin(actor, id, from, to) {
        await this.transactions.run(actor, async (tx) => {
            const found = await this.reads.find(tx, actor, id);
            refuseUnless(found, from);
            if (!found.mapping)
                throw conflict('mapping_required');
            if (to === 'running')
                await addChoices(tx, found.mapping, found.columns, await readVocabulary(tx, actor, found.kind));
            await tx.getRepository(ImportIssue).delete({ importId: id });
            await this.move(tx, found, to, { rowsDone: 0, counts: {}, samples: {}, failure: null, finishedAt: null });
            await this.jobs.enqueue(tx, QUEUE, { importId: id });
        });
        this.jobs.wake(QUEUE);
    }
    /** Two people, or two clicks, at once: the state decides who was first. */
    async move(tx, found, state, changes) {
        const { affected } = await tx.getRepository(Import).update({ id: found.id, state: In([found.state]) }, { ...changes, state });
        if (affected !== 1)
            throw conflict('import_in_progress');
    }
    async inspect(id, encoding, given) {
        const delimiter = given ?? delimiterOf(await this.beginningOf(id, encoding));
        const { columns, rowsTotal } = await inspect(rowsOf(decoded(storedPieces(this.source, id), encoding), delimiter));
        if (columns.length === 0 || rowsTotal === 0)
            throw malformed('file_without_rows');
        await this.source.getRepository(Import).update({ id }, { encoding, delimiter, columns, rowsTotal, mapping: null, state: 'uploaded', counts: {}, samples: {}, rowsDone: 0, failure: null });
    }
    async beginningOf(id, encoding) {
        for await (const text of decoded(storedPieces(this.source, id), encoding))
            if (text)
                return text;
        return '';
    }
};
Imports = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Clock,
        Jobs,
        ImportReads,
        ImportWork])
], Imports);
export { Imports };
function refuseUnless({ state }, allowed) {
    if (allowed.includes(state))
        return;
    if (state === 'done')
        throw conflict('import_is_over');
    throw conflict(state === 'checking' || state === 'running' ? 'import_in_progress' : 'check_required');
}
