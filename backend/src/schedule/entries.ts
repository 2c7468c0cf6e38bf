import type { DataSource } from 'typeorm';
import { type AwayUntil, isLate } from '../calendar/index.ts';
import { type LocalDate, localDateOf } from '../kernel/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { ScheduleEntryView } from './schedule.dto.ts';

/** More rows of a kind than this are not shown. */
export const MOST_OF_A_KIND = 2_000;
const NOTE_LENGTH = 500;

/** What is asked of the tables: whose, and the period as days and as instants. */
export interface Window {
  readonly ownerIds: readonly string[];
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly now: Date;
}

interface EntryRow {
  id: string;
  kind: 'touchpoint' | 'schedule' | 'task' | 'decision';
  version: number;
  title: string;
  customerId: string | null;
  customerName: string | null;
  ownerId: string;
  ownerName: string;
  ownerZone: string;
  /** Due day of a touchpoint; today where its owner is, of a decision that waits. */
  day: LocalDate | null;
  at: Date | null;
  endsAt: Date | null;
  isAllDay: boolean;
  state: 'scheduled' | 'done' | 'missed';
  channelId: string | null;
  place: string | null;
  note: string;
  isPromised: boolean;
}

/** What an archived customer has open is not meant to happen and leaves the calendars; what was done or missed stays. */
const touchpoints = (actor: Actor) => {
  const visible = visibleCustomers(actor, 'c', 6);
  const text = `SELECT t.id, 'touchpoint' AS kind, t.version, t.purpose AS title, t.customer_id AS "customerId", c.name AS "customerName",
      t.owner_id AS "ownerId", p.name AS "ownerName", p.time_zone AS "ownerZone", to_char(t.due_on, 'YYYY-MM-DD') AS day, t.due_at AS at,
      NULL::timestamptz AS "endsAt", t.due_at IS NULL AS "isAllDay", t.state, t.channel_id AS "channelId", t.place,
      left(t.talking_points, ${NOTE_LENGTH}) AS note, t.is_promised AS "isPromised"
    FROM touchpoints t JOIN customers c ON c.id = t.customer_id JOIN people p ON p.id = t.owner_id
    WHERE t.owner_id = ANY($1::uuid[]) AND t.state <> 'cancelled' AND (t.state <> 'scheduled' OR c.archived_at IS NULL) AND ${visible.sql}
      AND t.due_on >= $2::date - 1 AND t.due_on <= $3::date
      AND CASE WHEN t.due_at IS NULL THEN t.due_on >= $2::date AND t.due_on < $3::date ELSE t.due_at >= $4 AND t.due_at < $5 END
    ORDER BY t.due_on, t.due_at NULLS FIRST, t.id LIMIT ${MOST_OF_A_KIND + 1}`;
  return { statement: statement('schedule_touchpoints', text), values: visible.values };
};

/** Events and tasks live in one table, so one statement reads both; an event may have begun before the period. An open task about an archived customer is left out, as in My day. */
const followUps = (actor: Actor) => {
  const visible = visibleCustomers(actor, 'c', 4);
  const text = `SELECT f.id, f.kind, f.version, f.subject AS title, f.customer_id AS "customerId", c.name AS "customerName",
      f.owner_id AS "ownerId", p.name AS "ownerName", p.time_zone AS "ownerZone", NULL::text AS day, f.occurred_at AS at, f.ends_at AS "endsAt",
      f.is_all_day AS "isAllDay", CASE WHEN f.done_at IS NULL THEN 'scheduled' ELSE 'done' END AS state, f.channel_id AS "channelId",
      f.place, left(f.text, ${NOTE_LENGTH}) AS note, false AS "isPromised"
    FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id JOIN people p ON p.id = f.owner_id
    WHERE f.kind IN ('schedule', 'task') AND f.owner_id = ANY($1::uuid[]) AND f.withdrawn_at IS NULL AND (f.customer_id IS NULL OR ((c.archived_at IS NULL OR f.kind <> 'task' OR f.done_at IS NOT NULL) AND ${visible.sql}))
      AND f.occurred_at > $2::timestamptz - interval '62 days' AND f.occurred_at <= $3
      AND CASE WHEN f.kind = 'task' THEN f.occurred_at >= $2 ELSE coalesce(f.ends_at, f.occurred_at + interval '1 second') > $2 AND f.occurred_at < $3 END
    ORDER BY f.occurred_at, f.id LIMIT ${MOST_OF_A_KIND + 1}`;
  return { statement: statement('schedule_follow_ups', text), values: visible.values };
};

/** A decision that waits stands on today where its decider is, because it can be made now; of others' decisions only those about customers in the scope. */
const decisions = (actor: Actor) => {
  const visible = visibleCustomers(actor, 'c', 6);
  const text = `SELECT a.id, 'decision' AS kind, a.version, a.title, CASE WHEN ${visible.sql} THEN c.id END AS "customerId", CASE WHEN ${visible.sql} THEN c.name END AS "customerName",
      d.person_id AS "ownerId", p.name AS "ownerName", p.time_zone AS "ownerZone", to_char($4::timestamptz AT TIME ZONE p.time_zone, 'YYYY-MM-DD') AS day, NULL::timestamptz AS at,
      NULL::timestamptz AS "endsAt", true AS "isAllDay", 'scheduled' AS state, NULL::uuid AS "channelId", NULL::text AS place, left(a.text, ${NOTE_LENGTH}) AS note, false AS "isPromised"
    FROM approval_deciders d JOIN approvals a ON a.id = d.approval_id JOIN people p ON p.id = d.person_id LEFT JOIN customers c ON c.id = a.customer_id
    WHERE d.person_id = ANY($1::uuid[]) AND d.waiting_since IS NOT NULL AND (a.customer_id IS NULL OR d.person_id = $5 OR ${visible.sql})
      AND ($4::timestamptz AT TIME ZONE p.time_zone)::date >= $2::date AND ($4::timestamptz AT TIME ZONE p.time_zone)::date < $3::date
    ORDER BY d.waiting_since, a.id LIMIT ${MOST_OF_A_KIND + 1}`;
  return { statement: statement('schedule_decisions', text), values: visible.values };
};

/** Everything in those calendars that touches the period and that the actor may see, unordered between kinds. */
export async function entriesOf(source: DataSource, actor: Actor, window: Window): Promise<EntryRow[][]> {
  const { ownerIds, from, until, startsAt, endsAt, now } = window;
  const due = touchpoints(actor);
  const other = followUps(actor);
  const waiting = decisions(actor);
  return Promise.all([
    rows<EntryRow>(source, due.statement, [ownerIds, from, until, startsAt, endsAt, ...due.values]),
    rows<EntryRow>(source, other.statement, [ownerIds, startsAt, endsAt, ...other.values]),
    rows<EntryRow>(source, waiting.statement, [ownerIds, from, until, now, actor.personId, ...waiting.values]),
  ]);
}

/** The entry as the page shows it; `now` and the owner's absences decide what is overdue, by the day where its owner is. */
export function viewOf(row: EntryRow, { now, canWork, returns }: { now: Date; canWork: boolean; returns: ReadonlyMap<string, readonly AwayUntil[]> }): ScheduleEntryView {
  const { id, version, title, customerId, customerName, ownerId, ownerName, isAllDay, state, channelId, place, note, isPromised } = row;
  const isOpen = state === 'scheduled';
  const day = row.day ?? dayOf(row);
  return {
    kind: row.kind === 'schedule' ? 'event' : row.kind,
    start: isAllDay ? day : (row.at as Date).toISOString(),
    end: endOf(row),
    isOverdue: isOpen && row.kind !== 'schedule' && row.kind !== 'decision' && isLate(day, localDateOf(now, row.ownerZone), returns.get(ownerId) ?? []),
    canMove: canWork && isOpen && row.kind !== 'decision',
    ...{ id, version, title, customerId, customerName, ownerId, ownerName, isAllDay, state, channelId, place, note, isPromised },
  };
}

/** A task is due by the end of its day, which as an instant belongs to the next one. */
const dayOf = ({ kind, at, isAllDay, ownerZone }: EntryRow): LocalDate => {
  const instant = at as Date;
  return localDateOf(kind === 'task' && isAllDay ? new Date(instant.getTime() - 1) : instant, ownerZone);
};

const endOf = ({ kind, endsAt, isAllDay, ownerZone }: EntryRow): string | null => {
  if (kind !== 'schedule' || !endsAt) return null;
  return isAllDay ? localDateOf(endsAt, ownerZone) : endsAt.toISOString();
};
