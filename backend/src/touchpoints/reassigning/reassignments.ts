import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LocalDate, type WorkingCalendar, addDays, conflict, isWorkingDay, rangeOfDays, stale, startOfIsoWeek } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { refreshContactState } from '../contact-state.ts';
import { isSameDue } from '../due.rules.ts';
import { writeItems, writeMoves, writeRescheduling, writeTouchpoints } from '../rescheduling/rescheduling.statements.ts';
import { type Change, type Intention, ReassignIntentions, type Staying, fingerprintOf, selectionOf, weeksOf } from './intentions.ts';
import { OBSTACLES, type Reassign, type ReassignPersonView, type ReassignPreview, type ReassignmentView, type ReassignmentsView } from './reassign.dto.ts';
import { latest, lockChosen, openByDay } from './selection.ts';

const LISTED = 200;
const WEEK = 7;
// Weeks that the preview shows side by side.
const MOST_WEEKS = 26;

/** Gives chosen touchpoints to other people, or spreads them over several; each in one transaction that can be taken back. */
@Injectable()
export class Reassignments {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly intentions: ReassignIntentions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What would become of them and of the weeks of whoever gives or gets; nothing is written. */
  async preview(actor: Actor, given: Reassign): Promise<ReassignPreview> {
    const tx = this.source.manager;
    const intention = await this.intentions.of(tx, actor, given);
    const { total, changes, staying } = intention;
    return {
      total, changed: changes.length, moved: changes.filter(({ row, to }) => !isSameDue(row, to)).length, skipped: countsOf(staying),
      people: await this.people(tx, actor, given, intention), items: changes.slice(0, LISTED).map(itemOf), staying: staying.slice(0, LISTED).map(stayingOf), expected: fingerprintOf(intention),
    };
  }

  /** Does what the preview showed; 412 when it would be something else by now, 409 `nothing_to_reschedule`. */
  do(actor: Actor, given: Reassign): Promise<ReassignmentView> {
    return this.transactions.run(actor, async (tx) => {
      const lock = lockChosen(actor);
      await rows(tx, lock.text, [...selectionOf(given), ...lock.values]);
      const intention = await this.intentions.of(tx, actor, given);
      if (given.expected && given.expected !== fingerprintOf(intention)) throw stale();
      if (intention.changes.length === 0) throw conflict('nothing_to_reschedule');
      return this.write(tx, actor, given, intention.changes);
    });
  }

  /** The latest reassignments of the actor, the newest first. */
  async latest(actor: Actor): Promise<ReassignmentsView> {
    const found = await rows<Omit<ReassignmentView, 'canReverse'>>(this.source, latest, [actor.personId]);
    return { items: found.map((row) => ({ ...row, canReverse: row.reversedAt === null })) };
  }

  private async write(tx: EntityManager, actor: Actor, { way, reason, planId, ownerIds, from, until, toIds }: Reassign, changes: readonly Change[]): Promise<ReassignmentView> {
    const [id, now] = [newId(), this.clock.now()];
    const records = JSON.stringify(changes.map(recordOf));
    if ((await rows(tx, writeTouchpoints, [records])).length !== changes.length) throw stale();
    await rows(tx, writeMoves, [records, now, actor.personId, reason ?? '']);
    await rows(tx, writeRescheduling, [id, null, way, null, reason ?? '', changes.length, now, actor.personId]);
    await rows(tx, writeItems, [records, id]);
    await refreshContactState(tx, [...new Set(changes.map(({ row }) => row.customerId))]);
    await this.audit.record(tx, actor, 'touchpoints.reassigned', id, { way, toIds, planId: planId ?? null, ownerIds: ownerIds ?? null, from: from ?? null, until: until ?? null, touchpointIds: changes.map(({ row }) => row.id) });
    return { id, way, reason: reason ?? '', changed: changes.length, doneAt: now.toISOString(), doneById: actor.personId, reversedAt: null, canReverse: true };
  }

  /** Whoever gives or gets, with the weeks in which anything changes for anybody. */
  private async people(tx: EntityManager, actor: Actor, { toIds }: Reassign, { changes, calendars, perDay }: Intention): Promise<ReassignPersonView[]> {
    const ids = [...new Set([...changes.flatMap(({ row, toOwnerId }) => [row.ownerId, toOwnerId]), ...toIds])];
    const mondays = [...new Set(changes.flatMap(({ row, to }) => [startOfIsoWeek(row.dueOn), startOfIsoWeek(to.dueOn)]))].sort().slice(0, MOST_WEEKS);
    const [first, last] = [mondays[0], mondays.at(-1)];
    if (!first || !last) return ids.map((personId) => ({ personId, gives: 0, gets: 0, weeks: [] }));
    const open = await rows<{ ownerId: string; on: string; count: number }>(tx, openByDay, [ids, first, addDays(last, WEEK)]);
    return ids.map((personId) => {
      const before = weeksOf(open.filter(({ ownerId }) => ownerId === personId).map(({ on, count }) => [on, count] as const));
      const delta = weeksOf(changes.flatMap(({ row, to, toOwnerId }) => [...(row.ownerId === personId ? [[row.dueOn, -1] as const] : []), ...(toOwnerId === personId ? [[to.dueOn, 1] as const] : [])]));
      const given = changes.filter(({ row, toOwnerId }) => (row.ownerId === personId) !== (toOwnerId === personId));
      return {
        personId, gives: given.filter(({ row }) => row.ownerId === personId).length, gets: given.filter(({ toOwnerId }) => toOwnerId === personId).length,
        weeks: !seesPerson(actor, personId) ? [] : mondays.map((weekOn) => ({ weekOn, before: before.get(weekOn) ?? 0, after: (before.get(weekOn) ?? 0) + (delta.get(weekOn) ?? 0), capacity: capacityOf(weekOn, calendars.get(personId), perDay) })),
      };
    });
  }
}

/** Contacts that fit into a week of somebody. */
const capacityOf = (weekOn: LocalDate, calendar: WorkingCalendar | undefined, perDay: number): number =>
  calendar ? rangeOfDays(weekOn, addDays(weekOn, WEEK)).filter((day) => isWorkingDay(day, calendar)).length * perDay : 0;

const itemOf = ({ row, to, toOwnerId }: Change): ReassignPreview['items'][number] => ({
  touchpointId: row.id, customerId: row.customerId, customerName: row.customerName, purpose: row.purpose, isPromised: row.isPromised, fromOwnerId: row.ownerId, fromOn: row.dueOn, toOwnerId, toOn: to.dueOn,
});

const stayingOf = ({ row, reason }: Staying): ReassignPreview['staying'][number] => ({
  touchpointId: row.id, customerId: row.customerId, customerName: row.customerName, purpose: row.purpose, ownerId: row.ownerId, dueOn: row.dueOn, reason,
});

/** How many stay for each reason, in the order of the reasons. */
const countsOf = (staying: readonly Staying[]): ReassignPreview['skipped'] =>
  OBSTACLES.map((reason) => ({ reason, count: staying.filter((one) => one.reason === reason).length })).filter(({ count }) => count > 0);

const recordOf = ({ row, to, toOwnerId }: Change): Record<string, unknown> => ({
  id: row.id, version: row.version, fromOwnerId: row.ownerId, toOwnerId, fromOn: row.dueOn, fromAt: row.dueAt, toOn: to.dueOn, toAt: to.dueAt, remindAt: row.remindAt, moveId: isSameDue(row, to) ? null : newId(),
});
