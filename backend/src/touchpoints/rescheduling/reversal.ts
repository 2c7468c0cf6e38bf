import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayHandle } from '../../calendar/index.ts';
import { conflict, forbidden, localDateOf, notFound } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { refreshContactState } from '../contact-state.ts';
import type { ReversalView } from './rescheduling.dto.ts';

/** So long it is as if nothing had happened; the page shows ten seconds, the rest is for slow networks. */
const CLEAN_MS = 60_000;

interface DoneRow {
  personId: string | null;
  doneById: string;
  doneAt: Date;
  changed: number;
  reversedAt: Date | null;
}

interface RestorableRow {
  id: string;
  customerId: string;
  moveId: string | null;
}

const done = statement('rescheduling_to_reverse', 'SELECT person_id AS "personId", done_by_id AS "doneById", done_at AS "doneAt", changed, reversed_at AS "reversedAt" FROM reschedulings WHERE id = $1 FOR UPDATE');
const lockCustomers = statement(
  'reversed_customers',
  'SELECT c.id FROM customers c WHERE c.id IN (SELECT t.customer_id FROM rescheduled_touchpoints i JOIN touchpoints t ON t.id = i.touchpoint_id WHERE i.rescheduling_id = $1) ORDER BY c.id FOR NO KEY UPDATE',
);
// Who has done something with a touchpoint since has changed its version.
const RESTORABLE = `FROM rescheduled_touchpoints i JOIN touchpoints t ON t.id = i.touchpoint_id WHERE i.rescheduling_id = $1 AND t.state = 'scheduled' AND t.version = i.version`;
const restorable = statement('rescheduling_restorable', `SELECT t.id, t.customer_id AS "customerId", i.move_id AS "moveId" ${RESTORABLE}`);
const restoreCleanly = statement(
  'rescheduling_taken_back',
  `UPDATE touchpoints t SET owner_id = i.from_owner_id, due_on = i.from_on, due_at = i.from_at, remind_at = i.remind_at, times_moved = t.times_moved - CASE WHEN i.move_id IS NULL THEN 0 ELSE 1 END, version = t.version + 1
   FROM rescheduled_touchpoints i WHERE i.rescheduling_id = $1 AND i.touchpoint_id = t.id AND t.id = ANY($2::uuid[])`,
);
const forgetMoves = statement('rescheduling_moves_forgotten', 'DELETE FROM touchpoint_moves WHERE id = ANY($1::uuid[])');
// A day that is over meanwhile can not be planned again: then only the owner goes back.
const IS_MOVED_BACK = 'i.move_id IS NOT NULL AND i.from_on >= $3::date';
const keepMoves = statement(
  'rescheduling_moved_back',
  `INSERT INTO touchpoint_moves (id, touchpoint_id, moved_at, moved_by_id, from_on, from_at, to_on, to_at, reason)
   SELECT k.move_id, t.id, $4, $5, t.due_on, t.due_at, i.from_on, i.from_at, NULL
   FROM unnest($2::uuid[], $6::uuid[]) AS k(id, move_id) JOIN touchpoints t ON t.id = k.id JOIN rescheduled_touchpoints i ON i.rescheduling_id = $1 AND i.touchpoint_id = t.id WHERE ${IS_MOVED_BACK}`,
);
const moveBack = statement(
  'rescheduling_reversed_later',
  `UPDATE touchpoints t SET owner_id = i.from_owner_id, due_on = CASE WHEN ${IS_MOVED_BACK} THEN i.from_on ELSE t.due_on END, due_at = CASE WHEN ${IS_MOVED_BACK} THEN i.from_at ELSE t.due_at END,
     times_moved = t.times_moved + CASE WHEN ${IS_MOVED_BACK} THEN 1 ELSE 0 END, version = t.version + 1
   FROM rescheduled_touchpoints i WHERE i.rescheduling_id = $1 AND i.touchpoint_id = t.id AND t.id = ANY($2::uuid[])`,
);
const markReversed = statement('rescheduling_marked_reversed', 'UPDATE reschedulings SET reversed_at = $2, reversed_by_id = $3 WHERE id = $1');

/** Takes a rescheduling back: within a minute as if nothing had happened, later by moving back, which counts as a move. */
@Injectable()
export class Reversals {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Restores what nobody touched since; 409 `already_reversed`, 404 for whose work the actor may not see. */
  reverse(actor: Actor, id: string): Promise<ReversalView> {
    return this.transactions.run(actor, async (tx) => {
      const [row] = await rows<DoneRow>(tx, done, [id]);
      if (!row || !seesPerson(actor, row.personId ?? row.doneById)) throw notFound();
      if (!mayReverse(actor, row)) throw forbidden();
      if (row.reversedAt) throw conflict('already_reversed');
      await rows(tx, lockCustomers, [id]);
      const found = await rows<RestorableRow>(tx, restorable, [id]);
      const isClean = this.clock.now().getTime() - row.doneAt.getTime() <= CLEAN_MS;
      await (isClean ? this.restore(tx, id, found) : this.moveBack(tx, actor, id, found));
      await rows(tx, markReversed, [id, this.clock.now(), actor.personId]);
      await refreshContactState(tx, [...new Set(found.map(({ customerId }) => customerId))]);
      await this.audit.record(tx, actor, 'touchpoints.rescheduling_reversed', row.personId ?? id, { reschedulingId: id, restored: found.length, isClean });
      return { restored: found.length, left: row.changed - found.length };
    });
  }

  private async restore(tx: EntityManager, id: string, found: readonly RestorableRow[]): Promise<void> {
    await rows(tx, restoreCleanly, [id, found.map((item) => item.id)]);
    await rows(tx, forgetMoves, [found.flatMap(({ moveId }) => (moveId ? [moveId] : []))]);
  }

  private async moveBack(tx: EntityManager, actor: Actor, id: string, found: readonly RestorableRow[]): Promise<void> {
    const ids = found.map((item) => item.id);
    const today = localDateOf(this.clock.now(), actor.timeZone);
    await rows(tx, keepMoves, [id, ids, today, this.clock.now(), actor.personId, ids.map(() => newId())]);
    await rows(tx, moveBack, [id, ids, today]);
  }
}

/** A reassignment touches several people, so whoever did it takes it back, or who leads them. */
const mayReverse = (actor: Actor, { personId, doneById }: DoneRow): boolean => mayHandle(actor, personId ?? doneById);
