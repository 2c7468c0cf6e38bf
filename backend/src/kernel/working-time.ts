import { conflict } from './errors.ts';
import { type LocalDate, addDays } from './local-dates.ts';
import { clockReaches, localDateOf, localMinutesOf, minutesOfTime } from './time-zones.ts';
import { type WorkingCalendar, addWorkingDays, isWorkingDay, nextWorkingDay, shiftsOn } from './working-days.ts';
import { type Half, type Shift, halfOf, noonOf, usualShifts } from './working-week.ts';

/** Half of a working day, `[from, until)`, in which an attempt is worth a try. */
export interface HalfDay {
  readonly on: LocalDate;
  readonly half: Half;
  readonly from: Date;
  readonly until: Date;
}

/** Time in which somebody works without a break, `[fromMs, untilMs)` in epoch milliseconds. */
interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
}

const HOUR_MS = 3_600_000;
const MAX_HOURS = 100_000;
const MOST_EMPTY_DAYS = 400;
const DAYS_TRIED = 10;

/**
 * The instant itself within a shift; before one its opening; after the last, or on a closed day, the first opening of the next open day.
 * Refuses with `calendar_never_opens`.
 */
export function skipToOpening(instant: Date, calendar: WorkingCalendar): Date {
  for (const { fromMs } of workFrom(instant, calendar)) return new Date(fromMs);
  throw conflict('calendar_never_opens');
}

/** The end of the last shift of the day on which the instant lies, or of the next open day when work is over. */
export function closingOf(instant: Date, calendar: WorkingCalendar): Date {
  const on = localDateOf(skipToOpening(instant, calendar), calendar.timeZone);
  return new Date((stretchesOn(on, calendar).at(-1) as Stretch).untilMs);
}

/** The instant after so many hours of working time (fractions allowed, 0 to 100,000); work that fills a shift ends at its end, not at the next opening. */
export function addWorkingHours(instant: Date, hours: number, calendar: WorkingCalendar): Date {
  if (!(hours >= 0 && hours <= MAX_HOURS)) throw new RangeError(`not a number of working hours: ${hours}`);
  let left = Math.round(hours * HOUR_MS);
  for (const { fromMs, untilMs } of workFrom(instant, calendar)) {
    if (left <= untilMs - fromMs) return new Date(fromMs + left);
    left -= untilMs - fromMs;
  }
  throw conflict('calendar_never_opens');
}

/** Hours of working time in `[from, until)`, negative when reversed: what {@link addWorkingHours} added. */
export function workingHoursBetween(from: Date, until: Date, calendar: WorkingCalendar): number {
  if (until < from) return -workingHoursBetween(until, from, calendar);
  const last = localDateOf(until, calendar.timeZone);
  let milliseconds = 0;
  for (let day = localDateOf(from, calendar.timeZone); day <= last; day = addDays(day, 1)) {
    for (const { fromMs, untilMs } of stretchesOn(day, calendar)) milliseconds += Math.max(0, Math.min(untilMs, until.getTime()) - Math.max(fromMs, from.getTime()));
  }
  return milliseconds / HOUR_MS;
}

/**
 * The other half of the next working day after an attempt: tried before the afternoon begins, then an afternoon, else a morning. A day on which that half is not
 * worked is passed over for one of the following, unless none of them has it.
 */
export function otherHalfOfDay(attempt: Date, calendar: WorkingCalendar): HalfDay {
  const today = localDateOf(attempt, calendar.timeZone);
  const first = addWorkingDays(today, 1, calendar);
  const half = localMinutesOf(attempt, calendar.timeZone) < minutesOfTime(noonOf(wholeDay(today, calendar))) ? 'afternoon' : 'morning';
  let on = first;
  for (let tried = 0; tried < DAYS_TRIED; tried++, on = addWorkingDays(on, 1, calendar)) {
    const work = stretchesOf(halfOf(shiftsOn(on, calendar), half, noonOf(wholeDay(on, calendar))), on, calendar);
    if (work.length > 0) return halfDay(on, half, work);
  }
  const opening = localDateOf(skipToOpening(clockReaches(first, '00:00', calendar.timeZone), calendar), calendar.timeZone);
  return halfDay(opening, half === 'morning' ? 'afternoon' : 'morning', stretchesOn(opening, calendar));
}

const halfDay = (on: LocalDate, half: Half, work: readonly Stretch[]): HalfDay => ({ on, half, from: new Date((work[0] as Stretch).fromMs), until: new Date((work.at(-1) as Stretch).untilMs) });

/** The hours that a day would have if nobody were away: what its halves are cut from. */
function wholeDay(date: LocalDate, calendar: WorkingCalendar): readonly Shift[] {
  const ofWeekday = shiftsOn(date, { ...calendar, exceptions: new Map() });
  const whole = ofWeekday.length > 0 ? ofWeekday : usualShifts(calendar.week);
  return whole.length > 0 ? whole : shiftsOn(nextWorkingDay(date, calendar), calendar);
}

/** Every stretch of work after an instant, in order, the first one cut to begin no earlier; ends only where the calendar has no more open day that lasts. */
function* workFrom(instant: Date, calendar: WorkingCalendar): Generator<Stretch, void> {
  const today = localDateOf(instant, calendar.timeZone);
  let empty = 0;
  for (let day = isWorkingDay(today, calendar) ? today : addWorkingDays(today, 1, calendar); empty < MOST_EMPTY_DAYS; day = addWorkingDays(day, 1, calendar)) {
    empty++;
    for (const { fromMs, untilMs } of stretchesOn(day, calendar)) {
      if (untilMs <= instant.getTime()) continue;
      empty = 0;
      yield { fromMs: Math.max(fromMs, instant.getTime()), untilMs };
    }
  }
}

const stretchesOn = (date: LocalDate, calendar: WorkingCalendar): Stretch[] => stretchesOf(shiftsOn(date, calendar), date, calendar);

/** Shifts as the clock really runs: what it skips is no working time, an hour that comes twice counts from its first time on. */
function stretchesOf(shifts: readonly Shift[], date: LocalDate, { timeZone }: WorkingCalendar): Stretch[] {
  return shifts
    .map(({ from, until }) => ({ fromMs: clockReaches(date, from, timeZone).getTime(), untilMs: clockReaches(date, until, timeZone).getTime() }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs);
}
