import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Absences, mayHandle } from '../../calendar/index.ts';
import { conflict, notFound, stale } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { refreshContactState } from '../contact-state.ts';
import { isSameDue } from '../due.rules.ts';
import { type Change, ReschedulePlans, fingerprintOf } from './preview.ts';
import type { AbsenceEnteredView, EnterAbsenceWithHandling, Reschedule, ReschedulingView, ReschedulingsView } from './rescheduling.dto.ts';
import { RESCHEDULING_VIEW, lockCustomers, writeItems, writeMoves, writeRescheduling, writeTouchpoints } from './rescheduling.statements.ts';

const ofPerson = statement('reschedulings_of_a_person', `${RESCHEDULING_VIEW} WHERE r.person_id = $1 ORDER BY r.done_at DESC, r.id DESC LIMIT 50`);
const one = statement('rescheduling', `${RESCHEDULING_VIEW} WHERE r.id = $1`);

/** Reschedules in bulk: from an absence, or when somebody leaves. Delegates, shifts or releases; each in one transaction that can be taken back. */
@Injectable()
export class Reschedulings {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly plans: ReschedulePlans,
    private readonly absences: Absences,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Does what the preview showed; 412 when it would be something else by now, 409 `nothing_to_reschedule`. */
  do(actor: Actor, given: Reschedule): Promise<ReschedulingView> {
    return this.transactions.run(actor, async (tx) => {
      const done = await this.write(tx, actor, given, null);
      if (!done) throw conflict('nothing_to_reschedule');
      return done;
    });
  }

  /** Enters an absence and says in the same transaction what becomes of the touchpoints that are due meanwhile. */
  enterAbsence(actor: Actor, { handling, ...given }: EnterAbsenceWithHandling): Promise<AbsenceEnteredView> {
    return this.transactions.run(actor, async (tx) => {
      const absence = await this.absences.enter(tx, actor, given);
      if (!handling) return { absence, rescheduling: null };
      const { personId, from, until, half = null } = given;
      return { absence, rescheduling: await this.write(tx, actor, { ...handling, personId, from, until, half, reason: given.note ?? null }, absence.id) };
    });
  }

  /** What was rescheduled of a person's, the newest first; 404 for whom the actor may not see. */
  async of(actor: Actor, personId: string): Promise<ReschedulingsView> {
    if (!seesPerson(actor, personId)) throw notFound();
    const found = await rows<Omit<ReschedulingView, 'canReverse'>>(this.source, ofPerson, [personId]);
    return { items: found.map((row) => viewOf(actor, row)) };
  }

  private async write(tx: EntityManager, actor: Actor, given: Reschedule, absenceId: string | null): Promise<ReschedulingView | null> {
    const { personId, way, from, until, expected, reason } = given;
    const lock = lockCustomers(actor);
    await rows(tx, lock.text, [personId, from ?? null, until ?? null, ...lock.values]);
    const intention = await this.plans.intend(tx, actor, given, null);
    if (expected && expected !== fingerprintOf(intention)) throw stale();
    const changes = intention.changes.filter(({ isSkipped }) => !isSkipped);
    if (changes.length === 0) return null;
    const [id, now] = [newId(), this.clock.now()];
    const records = JSON.stringify(changes.map((change) => recordOf(change, personId, intention.owner.id)));
    if ((await rows(tx, writeTouchpoints, [records])).length !== changes.length) throw stale();
    await rows(tx, writeMoves, [records, now, actor.personId, reason ?? '']);
    await rows(tx, writeRescheduling, [id, personId, way, absenceId, reason ?? '', changes.length, now, actor.personId]);
    await rows(tx, writeItems, [records, id]);
    await refreshContactState(tx, [...new Set(changes.map(({ row }) => row.customerId))]);
    const { toOn = null, days = null, spreadDays = null } = given;
    await this.audit.record(tx, actor, 'touchpoints.rescheduled', personId, { reschedulingId: id, way, toId: intention.owner.id, days, toOn, spreadDays, from: from ?? null, until: until ?? null, touchpointIds: changes.map(({ row }) => row.id) });
    const [view] = await rows<Omit<ReschedulingView, 'canReverse'>>(tx, one, [id]);
    return view ? viewOf(actor, view) : null;
  }
}

const viewOf = (actor: Actor, row: Omit<ReschedulingView, 'canReverse'>): ReschedulingView => ({ ...row, canReverse: row.reversedAt === null && mayHandle(actor, row.personId) });

const recordOf = ({ row, to }: Change, fromOwnerId: string, toOwnerId: string): Record<string, unknown> => ({
  id: row.id, version: row.version, fromOwnerId, toOwnerId, fromOn: row.dueOn, fromAt: row.dueAt, toOn: to.dueOn, toAt: to.dueAt, remindAt: row.remindAt,
  moveId: isSameDue(row, to) ? null : newId(),
});
