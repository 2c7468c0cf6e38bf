import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AwayDays, WorkingCalendars, mayHandle, withAbsences } from '../../calendar/index.ts';
import { type LocalDate, type WorkingCalendar, conflict, forbidden, invalid, localDateOf, notFound, skipToOpening, tooLarge } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { isQuiet } from '../contact-limits.rules.ts';
import { type Due, isSameDue } from '../due.rules.ts';
import { crowdedDays } from './crowding.ts';
import { isOutsideHours, shiftedDates, takenOver } from './dates.rules.ts';
import type { Conflict, Reschedule, ReschedulePreview, RescheduleItemView } from './rescheduling.dto.ts';
import { type OpenRow, leadOf, openTouchpoints, personToTakeOver } from './rescheduling.statements.ts';

const MOST = 10_000;
const LISTED = 500;

/** One touchpoint with its new owner and date. */
export interface Change {
  readonly row: OpenRow;
  readonly to: Due;
  readonly conflicts: readonly Conflict[];
  readonly isSkipped: boolean;
}

/** What a rescheduling is going to do. */
export interface Intention {
  readonly owner: { readonly id: string; readonly name: string };
  readonly changes: readonly Change[];
  /** Today where the new owner is. */
  readonly today: LocalDate;
}

/** Works out what a rescheduling would do, for the preview and for doing it. */
@Injectable()
export class ReschedulePlans {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** What would become of each touchpoint; nothing is written. */
  async preview(actor: Actor, given: Reschedule): Promise<ReschedulePreview> {
    const away = given.isAway && given.from && given.until ? { fromOn: given.from, untilOn: given.until, half: given.half ?? null } : null;
    const intention = await this.intend(this.source, actor, given, away);
    const { owner, changes } = intention;
    const done = changes.filter(({ isSkipped }) => !isSkipped);
    return {
      items: changes.slice(0, LISTED).map((change) => itemOf(change, owner)),
      total: changes.length, changed: done.length, promised: done.filter(({ conflicts }) => conflicts.includes('promised')).length, skipped: changes.length - done.length,
      crowded: seesPerson(actor, owner.id) ? await crowdedDays(this.source, given.personId, intention) : [], expected: fingerprintOf(intention),
    };
  }

  /** The changes of a rescheduling; 404 for whom the actor may not see, 403 without leading them, `away` is an absence that is not entered yet. */
  async intend(on: DataSource | EntityManager, actor: Actor, given: Reschedule, away: AwayDays | null): Promise<Intention> {
    if (!seesPerson(actor, given.personId)) throw notFound();
    if (!mayHandle(actor, given.personId)) throw forbidden();
    const owner = await this.ownerAfter(on, actor, given);
    const calendars = await this.calendars.forPeople(on, [given.personId, owner.id]);
    const own = calendars.get(given.personId);
    if (!own) throw notFound();
    const theirs = away ? withAbsences(own, [away]) : own;
    const calendar = owner.id === given.personId ? theirs : (calendars.get(owner.id) ?? theirs);
    const found = await this.open(on, actor, given, owner.id);
    const meant = given.half ? found.filter(({ dueAt }) => dueAt !== null && skipToOpening(dueAt, theirs).getTime() !== dueAt.getTime()) : found;
    const today = localDateOf(this.clock.now(), calendar.timeZone);
    return { owner, today, changes: changesOf(meant, given, { calendar, today, isSameOwner: owner.id === given.personId }) };
  }

  private async open(on: DataSource | EntityManager, actor: Actor, { personId, from, until, leftOut = [] }: Reschedule, toId: string): Promise<OpenRow[]> {
    const { text, values } = openTouchpoints(actor);
    const found = await rows<OpenRow>(on, text, [personId, from ?? null, until ?? null, toId, MOST + 1, ...values]);
    if (found.length > MOST) throw tooLarge('too_many_touchpoints', { most: MOST });
    return found.filter(({ id }) => !leftOut.includes(id));
  }

  private async ownerAfter(on: DataSource | EntityManager, actor: Actor, { way, personId, toId }: Reschedule): Promise<{ id: string; name: string }> {
    if (way === 'release') {
      const [lead] = await rows<{ id: string; name: string }>(on, leadOf, [personId]);
      if (!lead) throw conflict('nobody_leads');
      return lead;
    }
    if (way === 'delegate' && !toId) throw invalid('toId', 'required');
    const id = way === 'delegate' ? (toId as string) : personId;
    const [person] = await rows<{ id: string; name: string; teamId: string | null; state: string }>(on, personToTakeOver, [id]);
    if (!person || (way === 'delegate' && (id === personId || person.state !== 'active' || !isColleague(actor, person)))) throw invalid('toId', 'unknown_person');
    return person;
  }
}

/** Work is handed to people whose work one sees, and to members of one's own team. */
const isColleague = (actor: Actor, { id, teamId }: { id: string; teamId: string | null }): boolean => seesPerson(actor, id) || (teamId !== null && teamId === actor.teamId);

function changesOf(found: readonly OpenRow[], given: Reschedule, { calendar, today, isSameOwner }: { calendar: WorkingCalendar; today: LocalDate; isSameOwner: boolean }): Change[] {
  const dates = isSameOwner ? shiftedDates(found, shiftingOf(given), { calendar, today }) : new Map(found.map((row) => [row.id, takenOver(row, { calendar, today })]));
  const changes = found.map((row) => ({ row, to: dates.get(row.id) ?? row }));
  const days = new Map<string, number>();
  const keyOf = (row: OpenRow, to: Due): string => `${row.customerId} ${to.dueOn}`;
  for (const { row, to } of changes) days.set(keyOf(row, to), (days.get(keyOf(row, to)) ?? 0) + 1);
  return changes
    .map(({ row, to }) => ({ row, to, conflicts: conflictsOf(row, to, { calendar, isTwice: (days.get(keyOf(row, to)) ?? 0) > 1 }), isSkipped: !row.isAccessible && !isSameOwner }))
    .filter(({ row, to }) => !isSameOwner || !isSameDue(row, to));
}

function shiftingOf({ days, toOn, spreadDays }: Reschedule): { days: number } | { toOn: LocalDate; spreadDays: number } {
  if (days && toOn) throw invalid('toOn', 'days_or_day');
  if (days) return { days };
  if (!toOn) throw invalid('days', 'required');
  return { toOn, spreadDays: spreadDays ?? 1 };
}

function conflictsOf(row: OpenRow, to: Due, { calendar, isTwice }: { calendar: WorkingCalendar; isTwice: boolean }): Conflict[] {
  const isMoved = !isSameDue(row, to);
  const found: (Conflict | false)[] = [
    row.isPromised && isMoved && 'promised',
    isMoved && isOutsideWindow(row, to.dueOn) && 'outside_window',
    isMoved && to.dueAt !== null && isQuiet(to.dueAt, row) && 'quiet_hours',
    isOutsideHours(to, calendar) && 'outside_hours',
    isMoved && (isTwice || row.otherDays.includes(to.dueOn)) && 'customer_twice',
    !row.isAccessible && 'no_access',
  ];
  return found.filter((conflict) => conflict !== false);
}

const isOutsideWindow = ({ windowFrom, windowUntil }: OpenRow, day: LocalDate): boolean => (windowFrom !== null && day < windowFrom) || (windowUntil !== null && day > windowUntil);

const itemOf = ({ row, to, conflicts, isSkipped }: Change, owner: { id: string; name: string }): RescheduleItemView => ({
  touchpointId: row.id, customerId: row.customerId, customerName: row.customerName, purpose: row.purpose, isPromised: row.isPromised,
  fromOn: row.dueOn, fromAt: row.dueAt?.toISOString() ?? null, toOn: to.dueOn, toAt: to.dueAt?.toISOString() ?? null,
  toOwnerId: owner.id, toOwnerName: owner.name, conflicts: conflicts.filter((conflict) => conflict !== 'no_access' || isSkipped), isSkipped,
});

/** Tells two intentions apart: the same touchpoints in the same versions with the same new owner and dates. */
export function fingerprintOf({ owner, changes }: Intention): string {
  const facts = changes.filter(({ isSkipped }) => !isSkipped).map(({ row, to }) => [row.id, row.version, to.dueOn, to.dueAt?.getTime() ?? null]);
  return createHash('sha256').update(JSON.stringify([owner.id, facts])).digest('base64url');
}
