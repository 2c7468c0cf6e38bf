import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StageHistory } from '../../customers/index.ts';
import { conflict, forbidden, gone } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import { recordToChange } from '../records.ts';
import { UNDO_MS } from './undo.rules.ts';

/** A touchpoint as it stood before the contact was logged. */
interface Before {
  id: string;
  ownerId: string;
  channelId: string | null;
  purpose: string;
  dueOn: string;
  dueAt: string | null;
  isPromised: boolean;
  timesMoved: number;
  remindAt: string | null;
  version: number;
}

/** What logging did, as its audit entry says. */
interface Trace {
  kept?: Before | null;
  moved?: Before | null;
  planned?: string | null;
  move?: string | null;
}

const traceOf = statement('trace_of_a_logged_contact', `SELECT details FROM audit_entries WHERE subject_id = $1 AND action = 'follow_up.logged' ORDER BY at DESC LIMIT 1`);

// Each later contact with that touchpoint that was itself taken back has moved its version twice and left nothing else behind.
const takenBackSince = statement(
  'versions_taken_back_since',
  `SELECT 2 * count(*)::int AS versions FROM follow_ups r JOIN follow_ups f ON f.customer_id = r.customer_id AND f.logged_at >= r.logged_at AND f.id <> r.id AND f.withdrawn_at IS NOT NULL
     JOIN audit_entries a ON a.subject_id = f.id AND a.action = 'follow_up.logged'
   WHERE r.id = $1 AND $2::text IN (a.details->'kept'->>'id', a.details->'moved'->>'id')`,
);

interface TakeBack {
  id: string;
  now: Date;
  keptId: string | null;
  keptRemindAt: string | null;
  movedId: string | null;
  movedVersion: number | null;
  ownerId: string | null;
  channelId: string | null;
  purpose: string | null;
  dueOn: string | null;
  dueAt: string | null;
  isPromised: boolean | null;
  timesMoved: number | null;
  remindAt: string | null;
  moveId: string | null;
  plannedId: string | null;
  plannedVersion: number;
}

// Versions only ever grow, so that a page which read the state in between can not overwrite this one unseen.
const takeBack = new NamedStatement<TakeBack>(
  'contact_taken_back',
  `WITH kept AS (
     UPDATE touchpoints SET state = 'scheduled', closed_at = NULL, closed_reason = NULL, remind_at = :keptRemindAt, version = version + 1 WHERE id = :keptId AND state = 'done' RETURNING id
   ), moved AS (
     UPDATE touchpoints SET owner_id = :ownerId, channel_id = :channelId, purpose = :purpose, due_on = :dueOn, due_at = :dueAt, is_promised = :isPromised, times_moved = :timesMoved,
       remind_at = :remindAt, version = version + 1
     WHERE id = :movedId AND version = :movedVersion AND state = 'scheduled' RETURNING id
   ), move AS (
     DELETE FROM touchpoint_moves WHERE id = :moveId
   ), planned AS (
     DELETE FROM touchpoints WHERE id = :plannedId AND version = :plannedVersion AND state = 'scheduled' RETURNING id
   ), record AS (
     UPDATE follow_ups SET withdrawn_at = :now, touchpoint_id = NULL, next_touchpoint_id = NULL, version = version + 1 WHERE id = :id AND withdrawn_at IS NULL
   )
   SELECT (SELECT count(*) FROM kept)::int AS kept, (SELECT count(*) FROM moved)::int AS moved, (SELECT count(*) FROM planned)::int AS planned`,
);

/** Takes a contact or a log back within its window: everything is as it was before. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly transactions: Transactions,
    private readonly stages: StageHistory,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * By its author (`only_its_author`) within a minute (410 `too_late`); `changed_since` when somebody has gone on working with what it planned, but not when that was taken back too.
   * Doing it twice changes nothing.
   */
  undo(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const record = await recordToChange(tx, actor, id, ['communication', 'log']);
      if (record.authorId !== actor.personId) throw forbidden('only_its_author');
      if (this.clock.now().getTime() - record.loggedAt.getTime() > UNDO_MS) throw gone('too_late');
      if (record.withdrawnAt) return;
      await this.takeBack(tx, id, record.touchpointId);
      if (record.customerId) {
        await this.stages.takeBackOf(tx, actor, record.customerId, id);
        await refreshContactState(tx, [record.customerId]);
      }
      await this.audit.record(tx, actor, 'follow_up.withdrawn', id);
    });
  }

  private async takeBack(tx: EntityManager, id: string, keptId: string | null): Promise<void> {
    const [entry] = await rows<{ details: Trace }>(tx, traceOf, [id]);
    const { kept, moved, planned, move } = entry?.details ?? {};
    const next = planned ?? moved?.id;
    const since = next ? ((await rows<{ versions: number }>(tx, takenBackSince, [id, next]))[0]?.versions ?? 0) : 0;
    const [done] = await takeBack.rows<{ kept: number; moved: number; planned: number }>(tx, {
      id, now: this.clock.now(), keptId, keptRemindAt: kept?.remindAt ?? null, ...restored(moved ?? null, since), moveId: move ?? null, plannedId: planned ?? null, plannedVersion: 1 + since,
    });
    const isWhole = done?.kept === (keptId ? 1 : 0) && done.moved === (moved ? 1 : 0) && done.planned === (planned ? 1 : 0);
    if (!isWhole) throw conflict('changed_since');
  }
}

type Restored = Pick<TakeBack, 'movedId' | 'movedVersion' | 'ownerId' | 'channelId' | 'purpose' | 'dueOn' | 'dueAt' | 'isPromised' | 'timesMoved' | 'remindAt'>;

function restored(moved: Before | null, since: number): Restored {
  if (!moved) return { movedId: null, movedVersion: null, ownerId: null, channelId: null, purpose: null, dueOn: null, dueAt: null, isPromised: null, timesMoved: null, remindAt: null };
  const { id, version, ...before } = moved;
  return { ...before, movedId: id, movedVersion: version + 1 + since };
}
