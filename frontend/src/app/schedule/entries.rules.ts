import type { View } from '../core/api';
import { LocalDate, addDays, addMonths, dateOf, daysBetween, inZone, instantOf, partsOf, weekdayOf } from '../core/format';

/** One thing in a calendar. */
export type Entry = View<'ScheduleEntryView'>;

/** A holiday or a make-up working day. */
export type CalendarDay = View<'CalendarDayView'>;

/** How the calendar is shown. */
export const VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where the screen is that of a phone, as a media query. */
export const NARROW = '(max-width: 839.98px)';

/** A day, and a time of day (HH:MM) where there is one, both where the person is. */
export interface When { day: LocalDate; time: string | null }

/** From when until when; the end is exclusive, and null where nothing lasts. */
export interface Span { start: When; end: When | null }

/** Days of a view, `until` exclusive. */
export interface Period { from: LocalDate; until: LocalDate }

/** A contact has no agreed length; for drawing and for overlaps it takes this long. */
export const CONTACT_MINUTES = 30;
const AGENDA_DAYS = 14;
const MONTH_DAYS = 42;
const MINUTE_MS = 60_000;

/** The days that a view shows around a day. */
export function periodOf(view: ViewName, date: LocalDate, weekStartsOn: number): Period {
  switch (view) {
    case 'day': return { from: date, until: addDays(date, 1) };
    case 'week': return daysFrom(startOfWeek(date, weekStartsOn), 7);
    case 'month': return daysFrom(startOfWeek(firstOfMonth(date), weekStartsOn), MONTH_DAYS);
    case 'agenda': return daysFrom(date, AGENDA_DAYS);
  }
}

/** The day to show after going one page on or back. */
export function turned(view: ViewName, date: LocalDate, direction: 1 | -1): LocalDate {
  switch (view) {
    case 'day': return addDays(date, direction);
    case 'week': return addDays(date, 7 * direction);
    case 'month': return addMonths(firstOfMonth(date), direction);
    case 'agenda': return addDays(date, AGENDA_DAYS * direction);
  }
}

/** When an entry stands in the calendar, where the person is. */
export function spanOf({ start, end, isAllDay }: Entry, timeZone: string): Span {
  const when = (text: string): When => {
    if (isAllDay) return { day: text, time: null };
    const { date, time } = inZone(text, timeZone);
    return { day: date, time };
  };
  return { start: when(start), end: end === null ? null : when(end) };
}

/** The span moved to another start, as long as before; a whole day that gets a time lasts an hour, where it lasts at all. */
export function movedTo(entry: Entry, start: When, timeZone: string): Span {
  if (entry.kind !== 'event') return { start, end: null };
  const { start: before, end } = spanOf(entry, timeZone);
  if (start.time === null) return { start, end: { day: addDays(start.day, before.time === null && end ? daysBetween(before.day, end.day) : 1), time: null } };
  const lengthMs = entry.isAllDay || !entry.end ? 60 * MINUTE_MS : Date.parse(entry.end) - Date.parse(entry.start);
  const { date, time } = inZone(Date.parse(instantOf(start.day, start.time, timeZone)) + lengthMs, timeZone);
  return { start, end: { day: date, time } };
}

/** The open entries with a time that collide in one person's calendar, by the identifier of each. Tasks have a time limit, not a place in the day. */
export function overlapsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  const add = (one: Entry, other: Entry): void => { found.set(one.id, [...(found.get(one.id) ?? []), other]); };
  const timed = entries.filter((entry) => !entry.isAllDay && entry.kind !== 'task' && entry.state === 'scheduled').sort((a, b) => a.start.localeCompare(b.start));
  timed.forEach((one, i) => {
    const end = endMs(one);
    for (const other of timed.slice(i + 1)) {
      if (Date.parse(other.start) >= end) break;
      if (other.ownerId !== one.ownerId) continue;
      add(one, other);
      add(other, one);
    }
  });
  return found;
}

/** The entries of each day, whole days first, then by time; one that lasts several days stands on each of them. */
export function byDay(entries: readonly Entry[], period: Period, timeZone: string): { day: LocalDate; entries: Entry[] }[] {
  const days = new Map<LocalDate, Entry[]>();
  const sorted = [...entries].sort((a, b) => Number(b.isAllDay) - Number(a.isAllDay) || a.start.localeCompare(b.start) || a.title.localeCompare(b.title));
  for (const entry of sorted) {
    const { start, end } = spanOf(entry, timeZone);
    const endsAt = end && (end.time === null || end.time === '00:00') ? addDays(end.day, -1) : end?.day;
    const last = endsAt && endsAt > start.day ? endsAt : start.day;
    for (let day = start.day > period.from ? start.day : period.from; day <= last && day < period.until; day = addDays(day, 1)) days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, found]) => ({ day, entries: found }));
}

function endMs({ start, end }: Entry): number {
  return end ? Date.parse(end) : Date.parse(start) + CONTACT_MINUTES * MINUTE_MS;
}

function daysFrom(from: LocalDate, count: number): Period {
  return { from, until: addDays(from, count) };
}

function startOfWeek(date: LocalDate, weekStartsOn: number): LocalDate {
  return addDays(date, -((weekdayOf(date) - weekStartsOn + 7) % 7));
}

function firstOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return dateOf(year, month, 1);
}
