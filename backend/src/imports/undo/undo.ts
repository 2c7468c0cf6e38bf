import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conflict, gone } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Import } from '../import.entity.ts';
import { ImportReads } from '../import-reads.ts';
import type { ImportView } from '../imports.dto.ts';
import { type KeptExample, UNDO_PHASES, countsSoFar, firstOf, noCounts, together } from './undo-counts.ts';
import { PORTIONS, PORTION, recordsOf } from './undo-portions.ts';
import { countsView } from './undo-views.ts';
import { UndoWork } from './undo-work.ts';
import type { UndoPreviewView } from './undo.dto.ts';
import { undoableUntil } from './undo.rules.ts';

const QUEUE = 'import-undos';

/** Takes back what an import has written, for 30 days. */
@Injectable()
export class ImportUndo implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly reads: ImportReads,
    private readonly work: UndoWork,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ importId: string }>(QUEUE, ({ importId }, attempt) => this.work.goOn(importId, attempt));
  }

  /** What an undo would do at this moment: the same reading as the undo itself, without the writing. Refuses an import that is not over (409) or too old (410 `too_late`). */
  async preview(actor: Actor, id: string): Promise<UndoPreviewView> {
    const found = await this.reads.find(this.source, actor, id);
    const until = this.refuseUnlessUndoable(found);
    let counts = noCounts();
    let examples: KeptExample[] = [];
    for (const phase of UNDO_PHASES) {
      for (let after: string | null = null; ; ) {
        const portion = await PORTIONS[found.kind][phase](this.source, { importId: id, actor, after, limit: 4 * PORTION, now: this.clock.now() }, false);
        if (portion.size === 0) break;
        counts = together(counts, portion.counts);
        examples = firstOf(examples, portion.examples);
        after = portion.last;
      }
    }
    return { ...countsView(counts, examples), undoableUntil: until.toISOString() };
  }

  /** Begins the undo in the background; the same refusals. Of one that was taken back, what stayed for a merge or a later import can be asked for again. */
  async begin(actor: Actor, id: string): Promise<ImportView> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.reads.find(tx, actor, id);
      this.refuseUnlessUndoable(found);
      const undo = { byId: actor.personId, at: this.clock.now().toISOString(), phase: UNDO_PHASES[0], after: null, done: 0, total: await recordsOf(tx, id), counts: countsSoFar(found.undo), examples: [], failure: null };
      const { affected } = await tx.getRepository(Import).update({ id, state: found.state }, { state: 'undoing', undo });
      if (affected !== 1) throw conflict('import_in_progress');
      await this.audit.record(tx, actor, 'import.undo_begun', id, { kind: found.kind, fileName: found.fileName });
      await this.jobs.enqueue(tx, QUEUE, { importId: id });
    });
    this.jobs.wake(QUEUE);
    return this.reads.view(actor, id);
  }

  private refuseUnlessUndoable(found: Import): Date {
    if (found.state === 'undoing' || found.state === 'running' || found.state === 'checking') throw conflict('import_in_progress');
    const until = undoableUntil(found);
    if (!until) throw conflict(found.state === 'undone' ? 'import_is_undone' : 'import_is_not_over');
    if (this.clock.now() > until) throw gone('too_late');
    return until;
  }
}
