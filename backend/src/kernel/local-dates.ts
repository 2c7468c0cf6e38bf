import { invalid } from './errors.ts';

/** A calendar day without a zone, `YYYY-MM-DD`, years 0001 to 9999; as text it sorts in time order and is what a PostgreSQL `date` holds. */
export type LocalDate = string;

/** ISO 8601 day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The first day that the product can name. */
export const FIRST_DATE: LocalDate = '0001-01-01';

/** The last day that the product can name. */
export const LAST_DATE: LocalDate = '9999-12-31';

/** Length of a calendar day in milliseconds of UTC. */
export const DAY_MS = 86_400_000;

/** Days of 400 years, and from 1 March of the year 0 to 1 January 1970. */
const ERA_DAYS = 146_097;
const ERA_TO_1970 = 719_468;
const ZERO = 48;
const FORM = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = Date.parse(FIRST_DATE) / DAY_MS;
const LAST_DAY = Date.parse(LAST_DATE) / DAY_MS;

/** Whether the value is a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !FORM.test(value) || value < FIRST_DATE) return false;
  const ms = Date.parse(value);
  // Date.parse lets 30 February roll over into March, hence the way back.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

/** Reads a day that a person or another system gave; refuses with `not_a_date` beside `field`. */
export function parseLocalDate(value: unknown, field = 'date'): LocalDate {
  if (isLocalDate(value)) return value;
  throw invalid(field, 'not_a_date');
}

/**
 * Days since 1970-01-01 (negative before); RangeError for a text that is no date. Counted from the digits, in years that begin with March and eras of 400 years, whose
 * days are always as many (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"): plans ask for tens of thousands of days, and `Date` takes ten times as long.
 */
export function dayNumber(date: LocalDate): number {
  const [year, month, day] = [digitsOf(date, 0, 4), digitsOf(date, 5, 7), digitsOf(date, 8, 10)];
  const isDate = date.length === 10 && date[4] === '-' && date[7] === '-' && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDate || Number.isNaN(year)) throw new RangeError(`not a local date: ${date}`);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * ERA_DAYS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - ERA_TO_1970;
}

/** The day that is `number` days after 1970-01-01; RangeError outside the years 0001 to 9999. */
export function dateOfDayNumber(number: number): LocalDate {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) throw new RangeError(`day out of range: ${number}`);
  const era = Math.floor((number + ERA_TO_1970) / ERA_DAYS);
  const dayOfEra = number + ERA_TO_1970 - era * ERA_DAYS;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const [month, day] = [marchMonth < 10 ? marchMonth + 3 : marchMonth - 9, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1];
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The number that these characters write; NaN when one of them is no digit. */
function digitsOf(text: string, from: number, until: number): number {
  let number = 0;
  for (let i = from; i < until; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

const padded = (number: number, length: number): string => (number < 10 ** (length - 1) ? String(number).padStart(length, '0') : String(number));

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The day `months` months after the anchor, cut to the end of a shorter month; always count from the anchor, so that 31 January gives 28 February and then 31 March. */
export function addMonthsFromAnchor(anchor: LocalDate, months: number): LocalDate {
  const start = new Date(dayNumber(anchor) * DAY_MS);
  const target = new Date(start);
  target.setUTCMonth(start.getUTCMonth() + months, 1);
  const lastOfMonth = new Date(target);
  lastOfMonth.setUTCMonth(target.getUTCMonth() + 1, 0);
  target.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth.getUTCDate()));
  return dateOfDayNumber(target.getTime() / DAY_MS);
}

/** Calendar days from `from` to `until`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return dayNumber(until) - dayNumber(from);
}

/** ISO day of the week of the date. */
export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (mod(dayNumber(date) + 3, 7) + 1) as Weekday;
}

/** The Monday of the ISO week that the date lies in. */
export function startOfIsoWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

/** ISO 8601 week label such as `2026-W01`; the year is the one that holds the Thursday of the week. */
export function isoWeek(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Order of two days for sorting: -1, 0 or 1. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Every day of the half-open range `[from, until)` in order; empty when it is reversed. */
export function rangeOfDays(from: LocalDate, until: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(until) - first) }, (_, i) => dateOfDayNumber(first + i));
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
