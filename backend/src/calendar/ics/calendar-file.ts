import { RRuleTemporal } from 'rrule-temporal';
import { type IcsEvent, convertIcsCalendar, generateIcsRecurrenceRule } from 'ts-ics';
import { type CalendarException, type LocalDate, addDays, daysBetween, isLocalDate, rangeOfDays } from '../../kernel/index.ts';

/** Why an entry of a file is no day of the calendar. */
export type SkipReason = 'not_all_day' | 'bad_date' | 'no_name' | 'too_long' | 'repeats' | 'cancelled' | 'out_of_range' | 'twice';

/** One day that a file names, or an entry that is none. */
export interface FileRow {
  readonly name: string;
  readonly day: LocalDate | null;
  readonly kind: CalendarException | null;
  readonly reason: SkipReason | null;
}

/** Days of a file that are of interest, `[from, until)`. */
export interface FileWindow {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Files leave out what the library takes for granted. */
type Entry = Partial<IcsEvent<{ specialDay: string }>>;
type HolidayEvent = Entry & Pick<IcsEvent, 'start'>;

interface Reading {
  readonly window: FileWindow;
  /** The dates that the file really says. */
  readonly written: ReadonlySet<string | undefined>;
  readonly isTooMany: (event: Entry) => boolean;
}

const LONGEST_DAYS = 31;
const NAME_LENGTH = 80;
/** How calendars mark a day that is worked to make up for a holiday. */
const WORKED = /[（(]班[）)]|补班|補班|上班|补休工作日|make-?up (?:work|day)|\bwork(?:ing)? ?day\b/i;
const MARKS = /[（(](?:班|休)[）)]/g;
const DATES = /^(?:DTSTART|DTEND)[^:\n]*:(\d{8})\r?$/gm;
const FOLD = /\r?\n[ \t]/g;
// A file of holidays has dozens of rules; each costs time, and one person's file must not hold up everybody else.
const MOST_RULES = 200;
const MOST_CANDIDATES = 2_000;

/**
 * Reads an iCalendar file (RFC 5545): its all-day events as holidays or, where they say so, make-up working days, yearly ones in each year of the window, at most 200 of those.
 * Null when it is no such file.
 */
export function readCalendarFile(given: string, window: FileWindow): FileRow[] | null {
  const text = given.replace(/^\uFEFF/, '').replaceAll(FOLD, '');
  const events = eventsOf(text);
  if (events === null) return null;
  const written = new Set([...text.matchAll(DATES)].map(([, date]) => date));
  const seen = new Set<LocalDate>();
  let rules = 0;
  const isTooMany = (event: Entry): boolean => event.recurrenceRule !== undefined && ++rules > MOST_RULES;
  return events.flatMap((event) => rowsOf(event, { window, written, isTooMany })).map((row) => {
    if (row.day === null || !seen.has(row.day)) { if (row.day !== null) seen.add(row.day); return row; }
    return { ...row, kind: null, reason: 'twice' as const };
  });
}

function eventsOf(text: string): readonly Entry[] | null {
  if (!/^BEGIN:VCALENDAR\s*$/m.test(text)) return null;
  try {
    return convertIcsCalendar<{ specialDay: string }>(undefined, text, { nonStandard: { specialDay: { name: 'X-APPLE-SPECIAL-DAY', convert: ({ value }) => value } } }).events ?? [];
  } catch {
    return null;
  }
}

function rowsOf(entry: Entry, { window, written, isTooMany }: Reading): FileRow[] {
  const name = nameOf(entry);
  const skipped = (reason: SkipReason): FileRow[] => [{ name, day: null, kind: null, reason }];
  if (entry.status === 'CANCELLED') return skipped('cancelled');
  if (!entry.start) return skipped('bad_date');
  const event: HolidayEvent = { ...entry, start: entry.start };
  if (event.start.type !== 'DATE') return skipped('not_all_day');
  if (!name) return skipped('no_name');
  const first = dayOf(event.start.date);
  // The library lets 30 February roll over into March: only what the file really says counts.
  if (!isLocalDate(first) || !written.has(first.replaceAll('-', ''))) return skipped('bad_date');
  const length = lengthOf(event, first);
  if (length < 1 || length > LONGEST_DAYS) return skipped('too_long');
  if (event.recurrenceRule && (!isOfDays(event.recurrenceRule) || isTooMany(event))) return skipped('repeats');
  const starts = startsOf(event, window);
  if (starts === null) return skipped('repeats');
  const days = starts.flatMap((start) => rangeOfDays(start, addDays(start, length))).filter((day) => day >= window.from && day < window.until);
  return days.length > 0 ? days.map((day) => ({ name, day, kind: kindOf(event), reason: null })) : skipped('out_of_range');
}

/** The name in one line, without the marks of make-up days. */
const nameOf = ({ summary = '' }: Entry): string => summary.replaceAll(MARKS, '').replaceAll(/\s+/g, ' ').trim().normalize('NFC').slice(0, NAME_LENGTH);

/** Yearly on days; a rule about hours and seconds has no place in a calendar of days, and comes to millions. */
const isOfDays = ({ frequency, byHour, byMinute, bySecond }: NonNullable<Entry['recurrenceRule']>): boolean => frequency === 'YEARLY' && !byHour && !byMinute && !bySecond;

const dayOf = (date: Date): LocalDate => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

function lengthOf({ end, duration }: HolidayEvent, first: LocalDate): number {
  if (end) return Math.max(1, daysBetween(first, dayOf(end.date)));
  return Math.max(1, (duration?.weeks ?? 0) * 7 + (duration?.days ?? 0));
}

function startsOf({ start, recurrenceRule, exceptionDates }: HolidayEvent, { from, until }: FileWindow): LocalDate[] | null {
  if (!recurrenceRule) return [dayOf(start.date)];
  const not = new Set((exceptionDates ?? []).map(({ date }) => dayOf(date)));
  // Days are counted in UTC whatever the zone of the machine: the other library's own expansion is not.
  try {
    const rule = new RRuleTemporal({ rruleString: `DTSTART:${dayOf(start.date).replaceAll('-', '')}T000000Z\n${generateIcsRecurrenceRule(recurrenceRule).trim()}`, maxCandidateEvaluations: MOST_CANDIDATES });
    return rule.between(new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`), true).map((at) => at.toPlainDate().toString()).filter((day) => !not.has(day));
  } catch {
    return null;
  }
}

/** Apple's calendars say it in a property of their own, others in the name. */
function kindOf({ summary, nonStandard }: HolidayEvent): CalendarException {
  const special = nonStandard?.specialDay;
  if (special === 'ALTERNATE-WORKDAY') return 'working';
  return special !== 'WORK-HOLIDAY' && WORKED.test(summary ?? '') ? 'working' : 'holiday';
}
