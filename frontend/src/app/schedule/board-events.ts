import type { EventInput } from 'fullcalendar';
import type { LocalDate } from '../core/format';
import { CONTACT_MINUTES, Entry, Span, When, spanOf } from './entries.rules';

/** Drawn times are those of the person's own clock: the calendar runs in UTC and never converts. */
const textOf = ({ day, time }: When): string => (time === null ? day : `${day}T${time}:00Z`);

const COLOURS: Record<Entry['kind'], { color: string; contrastColor: string }> = {
  touchpoint: { color: 'var(--t-info-soft)', contrastColor: 'var(--t-on-info-soft)' },
  event: { color: 'var(--t-success-soft)', contrastColor: 'var(--t-on-success-soft)' },
  task: { color: 'var(--t-neutral-soft)', contrastColor: 'var(--t-text-color)' },
  decision: { color: 'var(--t-warning-soft)', contrastColor: 'var(--t-on-warning-soft)' },
};
// What is over steps back, so that the eye finds what is still to do.
const OVER = { color: 'var(--t-hover)', contrastColor: 'var(--t-muted)' };
const LATE = { color: 'var(--t-danger-soft)', contrastColor: 'var(--t-on-danger-soft)' };

/** An entry as the calendar draws it. */
export function eventOf(entry: Entry, timeZone: string): EventInput {
  const { start, end } = spanOf(entry, timeZone);
  return {
    id: entry.id, title: entry.title || (entry.customerName ?? ''), allDay: entry.isAllDay, start: textOf(start), ...(end ? { end: textOf(end) } : {}),
    startEditable: entry.canMove, durationEditable: entry.canMove && entry.kind === 'event', extendedProps: { entry },
    ...(entry.isOverdue ? LATE : entry.state === 'scheduled' ? COLOURS[entry.kind] : OVER),
  };
}

/** Where something was dropped or drawn, from the calendar's texts. */
export function spanOfBoard(startText: string, endText: string, isAllDay: boolean): Span {
  const when = (text: string): When => ({ day: text.slice(0, 10), time: isAllDay ? null : text.slice(11, 16) });
  return { start: when(startText), end: endText ? when(endText) : null };
}

/** The local day of a date of the calendar. */
export function dayOfBoard(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}

/** How long something without an end is drawn. */
export const DRAWN_LENGTH = { minutes: CONTACT_MINUTES };
