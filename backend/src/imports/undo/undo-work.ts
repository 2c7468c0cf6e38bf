import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, actorOf, rightsOf } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { JobAttempt } from '../../platform/jobs/jobs.ts';
import { Import } from '../import.entity.ts';
import { Superseded } from '../running/progress.ts';
import { UNDO_PHASES, type UndoPhase, type UndoProgress, firstOf, together } from './undo-counts.ts';
import { PORTION, PORTIONS } from './undo-portions.ts';

const held = statement('import_undo_held', `SELECT id FROM imports WHERE id = $1 AND state = 'undoing' AND undo ->> 'phase' = $2 AND undo ->> 'after' IS NOT DISTINCT FROM $3 FOR UPDATE`);
const progressed = statement('import_undo_progressed', 'UPDATE imports SET undo = $2 WHERE id = $1');
const ended = statement('import_undo_ended', `UPDATE imports SET state = $2, undo = $3 WHERE id = $1 AND state = 'undoing' RETURNING id`);
const removePieces = statement('import_undo_pieces_removed', 'DELETE FROM import_pieces WHERE import_id = $1');

type Undoing = Import & { undo: UndoProgress };

/** Takes imports back in the background, portion by portion; a second attempt goes on where the first one stopped. */
@Injectable()
export class UndoWork {
  private readonly log = new Logger('Imports');

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Goes on with an undo where it stands; nothing when somebody else has done so. */
  async goOn(importId: string, attempt: JobAttempt): Promise<void> {
    try {
      const work = await this.source.getRepository(Import).findOneBy({ id: importId });
      if (work?.state === 'undoing' && work.undo) await this.work(work as Undoing, attempt.signal);
    } catch (error) {
      if (error instanceof Superseded) return;
      const problem = problemOf(error);
      const willPass = attempt.signal.aborted || problem?.status === 503 || problem?.status === 409;
      if (willPass && !attempt.isLast) throw error;
      if (!problem) this.log.error(`undo of import ${importId}`, error instanceof Error ? error.stack : String(error));
      await this.stop(importId, problem?.code ?? 'defect');
    }
  }

  private async work(work: Undoing, signal: AbortSignal): Promise<void> {
    const actor = await actorOf(this.source, work.undo.byId);
    if (!actor || !rightsOf(actor.roles).includes('customers.import')) return this.stop(work.id, 'not_allowed');
    for (const phase of UNDO_PHASES.slice(UNDO_PHASES.indexOf(work.undo.phase))) {
      if (phase !== work.undo.phase) await this.source.transaction((tx) => this.enter(tx, work, phase));
      for (let isMore = true; isMore; ) {
        signal.throwIfAborted();
        isMore = await this.source.transaction((tx) => this.doPortion(tx, work, actor));
      }
    }
    await this.source.transaction(async (tx) => {
      if ((await rows(tx, ended, [work.id, 'undone', JSON.stringify(work.undo)])).length === 0) throw new Superseded();
      await rows(tx, removePieces, [work.id]);
      await this.audit.record(tx, actor, 'import.undone', work.id, { kind: work.kind, fileName: work.fileName, ...work.undo.counts });
    });
  }

  private async enter(tx: EntityManager, work: Undoing, phase: UndoPhase): Promise<void> {
    await this.hold(tx, work);
    await this.keep(tx, work, { ...work.undo, phase, after: null });
  }

  private async doPortion(tx: EntityManager, work: Undoing, actor: Actor): Promise<boolean> {
    const { undo, id: importId } = work;
    await this.hold(tx, work);
    const portion = await PORTIONS[work.kind][undo.phase](tx, { importId, actor, after: undo.after, limit: PORTION, now: this.clock.now() }, true);
    if (portion.size === 0) return false;
    await portion.write(tx);
    const done = Math.min(undo.done + portion.size, undo.total);
    await this.keep(tx, work, { ...undo, after: portion.last, done, counts: together(undo.counts, portion.counts), examples: firstOf(undo.examples, portion.examples) });
    return portion.size === PORTION;
  }

  /** Keeps everybody else from the next portion until the transaction ends; throws `Superseded` when it was done meanwhile. */
  private async hold(tx: EntityManager, { id, undo }: Undoing): Promise<void> {
    if ((await rows(tx, held, [id, undo.phase, undo.after])).length === 0) throw new Superseded();
  }

  private async keep(tx: EntityManager, work: Undoing, undo: UndoProgress): Promise<void> {
    await rows(tx, progressed, [work.id, JSON.stringify(undo)]);
    work.undo = undo;
  }

  /** What was taken back so far stays so; somebody can begin again. */
  private async stop(importId: string, failure: string): Promise<void> {
    const work = await this.source.getRepository(Import).findOneBy({ id: importId });
    if (work?.undo) await rows(this.source, ended, [importId, 'done', JSON.stringify({ ...work.undo, failure })]);
  }
}
