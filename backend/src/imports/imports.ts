import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { conflict, invalid, malformed } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { newId } from '../platform/ids.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { type Delimiter, delimiterOf } from './file/delimiter.rules.ts';
import { type Encoding, EncodingWatch, decoded } from './file/encoding.ts';
import { inspect } from './file/inspection.ts';
import { storePieces, storedPieces } from './file/pieces.ts';
import { rowsIn } from './file/rows.ts';
import { Spreadsheet } from './file/sheet/spreadsheet.ts';
import { Import, type ImportKind, type ImportState } from './import.entity.ts';
import { ImportIssue } from './import-issue.entity.ts';
import { ImportReads } from './import-reads.ts';
import type { ImportView } from './imports.dto.ts';
import type { Mapping } from './mapping/mapping.rules.ts';
import { checkMapping } from './mapping/mapping-check.ts';
import { addChoices, refuseChoices } from './mapping/new-choices.ts';
import { readVocabulary } from './mapping/words.ts';
import { ImportWork } from './running/import-work.ts';
import { purgeJournal } from './undo/journal.ts';
import { hasWritten } from './undo/undo-portions.ts';
import { UNDO_DAYS } from './undo/undo.rules.ts';

const QUEUE = 'imports';
const DAY_MS = 86_400_000;
const FORGOTTEN_AFTER_DAYS = 7;
const forget = statement('imports_forgotten', `DELETE FROM imports WHERE state IN ('uploading', 'uploaded', 'checked') AND created_at < $1`);

/** A file on its way into the product: upload, mapping, dry run, run. */
@Injectable()
export class Imports implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reads: ImportReads,
    private readonly work: ImportWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ importId: string }>(QUEUE, ({ importId }, attempt) => this.work.goOn(importId, attempt));
  }

  /**
   * Takes a file as it streams in, finds out its encoding and delimiter, or its sheets, and what stands in its columns. Files that
   * nobody ran are forgotten after seven days. Refuses what is neither CSV nor .xlsx (400, 422) or larger than 100 MB (413).
   */
  async upload(actor: Actor, kind: ImportKind, fileName: string, stream: AsyncIterable<Buffer>): Promise<ImportView> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    await rows(this.source, forget, [before(FORGOTTEN_AFTER_DAYS)]);
    await purgeJournal(this.source, before(UNDO_DAYS));
    const id = newId();
    const name = fileName.normalize('NFC').replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file.csv';
    await this.source.getRepository(Import).insert({ id, kind, fileName: name, state: 'uploading', encoding: 'utf-8', delimiter: ',', createdAt: this.clock.now(), createdById: actor.personId });
    try {
      const watch = new EncodingWatch();
      await storePieces(this.source, id, stream, (bytes) => watch.see(bytes));
      if (watch.isSpreadsheet) await this.inspectSheet(id, null);
      else await this.inspectText(id, watch.result(), null);
      return await this.reads.view(actor, id);
    } catch (error) {
      await this.source.getRepository(Import).delete({ id });
      throw error;
    }
  }

  /** Reads the file again with another encoding and delimiter, a spreadsheet from another sheet; a mapping made before is dropped. */
  async chooseFormat(actor: Actor, id: string, { encoding, delimiter, sheet }: { encoding?: Encoding; delimiter?: Delimiter; sheet?: string }): Promise<ImportView> {
    const found = await this.reads.find(this.source, actor, id);
    refuseUnless(found, ['uploaded', 'checked', 'failed']);
    if (found.format === 'xlsx') {
      if (sheet === undefined) throw invalid('sheet', 'required');
      await this.inspectSheet(id, sheet);
    } else {
      if (!encoding || !delimiter) throw invalid(encoding ? 'delimiter' : 'encoding', 'required');
      await this.inspectText(id, encoding, delimiter);
    }
    return this.reads.view(actor, id);
  }

  /** Says where each column goes; refuses a mapping that can not work (422 with the columns at fault). */
  async chooseMapping(actor: Actor, id: string, mapping: Mapping): Promise<ImportView> {
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
  async check(actor: Actor, id: string): Promise<ImportView> {
    await this.begin(actor, id, ['uploaded', 'checked', 'failed'], 'checking');
    return this.reads.view(actor, id);
  }

  /** Begins the run in the background; only after a dry run, rows with errors are left out. */
  async run(actor: Actor, id: string): Promise<ImportView> {
    await this.begin(actor, id, ['checked'], 'running');
    return this.reads.view(actor, id);
  }

  /** Removes a file that was not run, and what was found out about it. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const found = await this.reads.find(tx, actor, id);
      refuseUnless(found, ['uploaded', 'checked', 'checking', 'failed']);
      // What it has written could not be taken back afterwards.
      if (found.state === 'failed' && (await hasWritten(tx, id))) throw conflict('import_has_written');
      const { affected } = await tx.getRepository(Import).delete({ id, state: found.state });
      if (affected !== 1) throw conflict('import_in_progress');
    });
  }

  private async begin(actor: Actor, id: string, from: readonly ImportState[], to: 'checking' | 'running'): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.reads.find(tx, actor, id);
      refuseUnless(found, from);
      if (!found.mapping) throw conflict('mapping_required');
      if (to === 'running') await addChoices(tx, found.mapping, found.columns, await readVocabulary(tx, actor, found.kind));
      await tx.getRepository(ImportIssue).delete({ importId: id });
      await this.move(tx, found, to, { rowsDone: 0, counts: {}, samples: {}, failure: null, finishedAt: null });
      await this.jobs.enqueue(tx, QUEUE, { importId: id });
    });
    this.jobs.wake(QUEUE);
  }

  /** Two people, or two clicks, at once: the state decides who was first. */
  private async move(tx: EntityManager, found: Import, state: ImportState, changes: Partial<Import>): Promise<void> {
    const { affected } = await tx.getRepository(Import).update({ id: found.id, state: In([found.state]) }, { ...changes, state });
    if (affected !== 1) throw conflict('import_in_progress');
  }

  private async inspectText(id: string, encoding: Encoding, given: Delimiter | null): Promise<void> {
    const delimiter = given ?? delimiterOf(await this.beginningOf(id, encoding));
    await this.inspect(id, { format: 'csv', sheets: [], sheet: null, encoding, delimiter });
  }

  /** The sheet that was asked for, else the first that has rows. */
  private async inspectSheet(id: string, asked: string | null): Promise<void> {
    const { sheets } = await Spreadsheet.of(this.source, id);
    if (asked !== null && !sheets.includes(asked)) throw invalid('sheet', 'no_such_sheet');
    const read = (sheet: string): Promise<boolean> => this.inspect(id, { format: 'xlsx', sheets, sheet, encoding: 'utf-8', delimiter: ',' }, asked === null);
    for (const sheet of asked === null ? sheets : [asked]) if (await read(sheet)) return;
    throw malformed('file_without_rows');
  }

  private async inspect(id: string, how: Pick<Import, 'format' | 'sheets' | 'sheet' | 'encoding' | 'delimiter'>, mayBeEmpty = false): Promise<boolean> {
    const { columns, rowsTotal } = await inspect(rowsIn(this.source, { id, ...how }));
    const isEmpty = columns.length === 0 || rowsTotal === 0;
    if (isEmpty && mayBeEmpty) return false;
    if (isEmpty) throw malformed('file_without_rows');
    await this.source.getRepository(Import).update({ id }, { ...how, columns, rowsTotal, mapping: null, state: 'uploaded', counts: {}, samples: {}, rowsDone: 0, failure: null } as never);
    return true;
  }

  private async beginningOf(id: string, encoding: Encoding): Promise<string> {
    for await (const text of decoded(storedPieces(this.source, id), encoding)) if (text) return text;
    return '';
  }
}

function refuseUnless({ state }: Import, allowed: readonly ImportState[]): void {
  if (allowed.includes(state)) return;
  if (state === 'done') throw conflict('import_is_over');
  if (state === 'undone') throw conflict('import_is_undone');
  throw conflict(state === 'checking' || state === 'running' || state === 'undoing' ? 'import_in_progress' : 'check_required');
}
