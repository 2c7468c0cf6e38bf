import { invalid } from "./errors.js";
/** The first day that the product can name. */
export const FIRST_DATE = '0001-01-01';
/** The last day that the product can name. */
export const LAST_DATE = '9999-12-31';
/** Length of a calendar day in milliseconds of UTC. */
export const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = Date.parse(FIRST_DATE) / DAY_MS;
const LAST_DAY = Date.parse(LAST_DATE) / DAY_MS;
/** Whether the value is a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isLocalDate(value) {
    if (typeof value !== 'string' || !FORM.test(value) || value < FIRST_DATE)
        return false;
    const ms = Date.parse(value);
    // Date.parse lets 30 February roll over into March, hence the way back.
    return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}
/** Reads a day that a person or another system gave; refuses with `not_a_date` beside `field`. */
export function parseLocalDate(value, field = 'date') {
    if (isLocalDate(value))
        return value;
    throw invalid(field, 'not_a_date');
}
/** Days since 1970-01-01 (negative before); RangeError for a text that is no date. */
export function dayNumber(date) {
    const number = date.length === 10 ? Date.parse(date) / DAY_MS : NaN;
    if (!Number.isInteger(number))
        throw new RangeError(`not a local date: ${date}`);
    return number;
}
/** The day that is `number` days after 1970-01-01; RangeError outside the years 0001 to 9999. */
export function dateOfDayNumber(number) {
    if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY)
        throw new RangeError(`day out of range: ${number}`);
    return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
/** The day `days` calendar days later (earlier when negative). */
export function addDays(date, days) {
    return dateOfDayNumber(dayNumber(date) + days);
}
/** The day `months` months after the anchor, cut to the end of a shorter month; always count from the anchor, so that 31 January gives 28 February and then 31 March. */
export function addMonthsFromAnchor(anchor, months) {
    const start = new Date(dayNumber(anchor) * DAY_MS);
    const target = new Date(start);
    target.setUTCMonth(start.getUTCMonth() + months, 1);
    const lastOfMonth = new Date(target);
    lastOfMonth.setUTCMonth(target.getUTCMonth() + 1, 0);
    target.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth.getUTCDate()));
    return dateOfDayNumber(target.getTime() / DAY_MS);
}
/** Calendar days from `from` to `until`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from, until) {
    return dayNumber(until) - dayNumber(from);
}
/** ISO day of the week of the date. */
export function weekday(date) {
    // 1970-01-01 was a Thursday (4).
    return (mod(dayNumber(date) + 3, 7) + 1);
}
/** The Monday of the ISO week that the date lies in. */
export function startOfIsoWeek(date) {
    return addDays(date, 1 - weekday(date));
}
/** ISO 8601 week label such as `2026-W01`; the year is the one that holds the Thursday of the week. */
export function isoWeek(date) {
    const thursday = addDays(date, 4 - weekday(date));
    const year = thursday.slice(0, 4);
    const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
    return `${year}-W${String(week).padStart(2, '0')}`;
}
/** Order of two days for sorting: -1, 0 or 1. */
export function compareDates(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
/** Every day of the half-open range `[from, until)` in order; empty when it is reversed. */
export function rangeOfDays(from, until) {
    const first = dayNumber(from);
    return Array.from({ length: Math.max(0, dayNumber(until) - first) }, (_, i) => dateOfDayNumber(first + i));
}
function mod(value, by) {
    return ((value % by) + by) % by;
}
