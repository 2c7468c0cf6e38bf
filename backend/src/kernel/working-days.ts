import { conflict } from './errors.ts';
import { type LocalDate, addDays, dayNumber, weekday } from './local-dates.ts';
import { type Shift, type WorkingWeek, openWeekdays, usualShifts } from './working-week.ts';

/** A day that differs from its weekday: closed, or worked to make up for a holiday (调休). */
export type CalendarException = 'holiday' | 'working';

/** The same for one person's calendar, where a day may also have shifts of its own, such as half of them. */
export type DayException = CalendarException | readonly Shift[];

/** When a person, team or organisation works: shifts per weekday, days that differ, and the zone in which the shifts are read. */
export interface WorkingCalendar {
  readonly week: WorkingWeek;
  readonly exceptions: ReadonlyMap<LocalDate, DayException>;
  readonly timeZone: string;
}

/** The shifts of a day, none when it is closed; a make-up day has those of a usual working day. */
export function shiftsOn(date: LocalDate, { week, exceptions }: WorkingCalendar): readonly Shift[] {
  const exception = exceptions.get(date);
  if (exception === undefined) return week[weekday(date) - 1] ?? [];
  if (exception === 'holiday') return [];
  return exception === 'working' ? usualShifts(week) : exception;
}

/** Whether people work on the day: an exception wins over the weekday. */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  const exception = calendar.exceptions.get(date);
  if (exception === undefined) return isOpenWeekday(date, calendar);
  if (typeof exception !== 'string') return exception.length > 0;
  return exception === 'working' && openWeekdays(calendar.week).length > 0;
}

/** The day itself when it is worked, else the next one that is; refuses with `calendar_never_opens`. */
export function nextWorkingDay(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** The n-th working day after the date, or before it when n is negative; 0 means the date or the next working day; refuses with `calendar_never_opens`. */
export function addWorkingDays(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a number of days: ${days}`);
  if (days === 0) return nextWorkingDay(date, calendar);
  return openWeekdays(calendar.week).length === 0 ? stepOverExceptions(date, days, calendar) : stepOverWeeks(date, days, calendar);
}

/** Working days in `[from, until)`, negative when reversed; costs the same for a week and for a century. */
export function workingDaysBetween(from: LocalDate, until: LocalDate, calendar: WorkingCalendar): number {
  if (until < from) return -workingDaysBetween(until, from, calendar);
  const open = openWeekdays(calendar.week);
  const length = dayNumber(until) - dayNumber(from);
  const first = weekday(from);
  let count = Math.floor(length / 7) * open.length;
  for (let i = 0; i < length % 7; i++) if (open.includes(((first - 1 + i) % 7) + 1)) count++;
  for (const date of calendar.exceptions.keys()) {
    if (date < from || date >= until) continue;
    count += Number(isWorkingDay(date, calendar)) - Number(isOpenWeekday(date, calendar));
  }
  return count;
}

/** Working days of each of the weeks that begin on these Mondays; costs the same for a person's year as for one of their weeks. */
export function workingDaysOfWeeks(mondays: readonly LocalDate[], calendar: WorkingCalendar): number[] {
  const usual = openWeekdays(calendar.week).length;
  const differing = new Map<LocalDate, number>();
  for (const date of calendar.exceptions.keys()) {
    const monday = addDays(date, 1 - weekday(date));
    const difference = Number(isWorkingDay(date, calendar)) - Number(isOpenWeekday(date, calendar));
    differing.set(monday, (differing.get(monday) ?? 0) + difference);
  }
  return mondays.map((monday) => usual + (differing.get(monday) ?? 0));
}

/** Those of these days that are worked; each must be the day after the one before, so that only the first is asked for its weekday. */
export function workingDaysAmong(days: readonly LocalDate[], calendar: WorkingCalendar): LocalDate[] {
  const [first] = days;
  if (first === undefined) return [];
  const beginning = weekday(first) - 1;
  return days.filter((day, i) => (calendar.exceptions.has(day) ? isWorkingDay(day, calendar) : (calendar.week[(beginning + i) % 7]?.length ?? 0) > 0));
}

const isOpenWeekday = (date: LocalDate, { week }: WorkingCalendar): boolean => (week[weekday(date) - 1]?.length ?? 0) > 0;

/** No weekday is open: only days with shifts of their own are, and they come to an end. */
function stepOverExceptions(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  const open = [...calendar.exceptions.keys()].filter((day) => (days > 0 ? day > date : day < date) && isWorkingDay(day, calendar)).sort();
  const found = open.at(days > 0 ? days - 1 : days);
  if (found === undefined) throw conflict('calendar_never_opens');
  return found;
}

/** Some weekday is open and exceptions are finite, so both loops come to an end. */
function stepOverWeeks(date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  const direction = days > 0 ? 1 : -1;
  let left = Math.abs(days);
  let day = date;
  while (left >= 7) {
    // A week holds at most seven working days, so this jump never goes too far.
    const target = addDays(day, direction * Math.floor(left / 7) * 7);
    left -= direction > 0 ? workingDaysBetween(addDays(day, 1), addDays(target, 1), calendar) : workingDaysBetween(target, day, calendar);
    day = target;
  }
  while (left > 0) {
    day = addDays(day, direction);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}
