/** A day without a time zone, as 'YYYY-MM-DD'. */
export type LocalDate = string;

const DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a real day in the form 'YYYY-MM-DD'. */
export function isLocalDate(text: unknown): text is LocalDate {
  return typeof text === 'string' && SHAPE.test(text) && isoOf(utc(text)) === text;
}

/** The day that is some days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return isoOf(utc(date) + days * DAY);
}

/** The same day some months later; the last day of the month where that day is missing. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  return dateOf(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(day, daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)));
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** The day of the week by ISO 8601: Monday 1 … Sunday 7. */
export function weekdayOf(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

/** Year, month (1–12) and day of a local date. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  const [, year, month, day] = SHAPE.exec(date) ?? [];
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** The local date of a year, a month (1–12, or beyond: it carries over) and a day. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return isoOf(new Date(0).setUTCFullYear(year, month - 1, day));
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The start of a local date in UTC, in milliseconds; for formatting with `timeZone: 'UTC'` only. */
export function utc(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function isoOf(time: number): LocalDate {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
