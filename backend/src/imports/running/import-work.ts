import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { localDateOf } from '../../kernel/index.ts';
import { type Actor, actorOf, rightsOf } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { JobAttempt } from '../../platform/jobs/jobs.ts';
import type { CsvRow } from '../file/csv.ts';
import { rowsIn } from '../file/rows.ts';
import { Import } from '../import.entity.ts';
import type { Mapping } from '../mapping/mapping.rules.ts';
import { readVocabulary } from '../mapping/words.ts';
import { RowReader } from '../rows/row-reader.ts';
import { CommunicationsImport } from './communications-import.ts';
import { CustomersImport } from './customers-import.ts';
import type { Importer } from './planned-row.ts';
import { Superseded, finish, holdImport, keepProgress, writeIssues } from './progress.ts';

const BATCH_ROWS = 500;

/** Does imports in the background: the dry run and the run are the same work, but for the writing. */
@Injectable()
export class ImportWork {
  private readonly log = new Logger('Imports');

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Goes on with an import where it stands; nothing when somebody else has done so, or it was discarded. */
  async goOn(importId: string, attempt: JobAttempt): Promise<void> {
    try {
      const work = await this.source.getRepository(Import).findOneBy({ id: importId });
      if (work?.state === 'checking' || work?.state === 'running') await this.work(work, attempt.signal);
    } catch (error) {
      if (error instanceof Superseded) return;
      const problem = problemOf(error);
      const willPass = attempt.signal.aborted || problem?.status === 503 || problem?.status === 409;
      if (willPass && !attempt.isLast) throw error;
      if (!problem) this.log.error(`import ${importId}`, error instanceof Error ? error.stack : String(error));
      await this.source.transaction((tx) => finish(tx, importId, 'failed', this.clock.now(), problem?.code ?? 'defect'));
    }
  }

  private async work(work: Import, signal: AbortSignal): Promise<void> {
    const actor = await actorOf(this.source, work.createdById);
    if (!actor || !rightsOf(actor.roles).includes('customers.import')) {
      await this.source.transaction((tx) => finish(tx, work.id, 'failed', this.clock.now(), 'not_allowed'));
      return;
    }
    const { importer, reader } = await this.importerOf(work, actor);
    const alreadyDone = work.rowsDone;
    let passed = 0;
    for await (const batch of batchesOf(this.rowsUnderHeader(work), alreadyDone)) {
      signal.throwIfAborted();
      const reads = batch.map((row) => reader.read(row));
      passed += batch.length;
      if (passed <= alreadyDone) await importer.remember(this.source.manager, reads);
      else await this.source.transaction((tx) => this.doBatch(tx, work, importer, reads));
    }
    await this.source.transaction(async (tx) => {
      if (work.state === 'running') await this.audit.record(tx, actor, 'import.done', work.id, { kind: work.kind, fileName: work.fileName, ...work.counts });
      await finish(tx, work.id, work.state === 'running' ? 'done' : 'checked', this.clock.now());
    });
  }

  private async doBatch(tx: EntityManager, work: Import, importer: Importer, reads: Parameters<Importer['plan']>[1]): Promise<void> {
    await holdImport(tx, work);
    const plan = await importer.plan(tx, reads);
    if (work.state === 'running') await plan.write();
    await writeIssues(tx, work.id, plan.rows);
    await keepProgress(tx, work, plan.rows);
  }

  private async importerOf(work: Import, actor: Actor): Promise<{ importer: Importer; reader: RowReader }> {
    const vocabulary = await readVocabulary(this.source, actor, work.kind);
    const reader = new RowReader(mappingFor(work), work.columns, vocabulary);
    const now = this.clock.now();
    const timeZone = actor.organisation.timeZone;
    const setting = { actor, importId: work.id, now, timeZone, today: localDateOf(now, timeZone) };
    return { reader, importer: work.kind === 'customers' ? new CustomersImport(reader, vocabulary, setting) : new CommunicationsImport(reader, vocabulary, setting) };
  }

  private async *rowsUnderHeader(work: Import): AsyncGenerator<CsvRow> {
    let isHeader = true;
    for await (const row of rowsIn(this.source, work)) {
      if (!isHeader) yield row;
      isHeader = false;
    }
  }
}

/** Choices that are to be created exist by now; in a dry run they count as known. */
function mappingFor({ mapping, state }: Import): Mapping {
  const { columns, defaults } = mapping ?? { columns: [], defaults: {} };
  if (state !== 'running') return { columns, defaults };
  return { defaults, columns: columns.map((column) => (column.unknown === 'create' ? { ...column, unknown: 'error' } : column)) };
}

/** Rows by the batch; a batch ends where an earlier attempt ended. */
async function* batchesOf(rows: AsyncIterable<CsvRow>, alreadyDone: number): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  let count = 0;
  for await (const row of rows) {
    batch.push(row);
    count++;
    if (batch.length < BATCH_ROWS && count !== alreadyDone) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
