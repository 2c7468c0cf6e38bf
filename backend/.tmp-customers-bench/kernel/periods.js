import { invalid } from "./errors.js";
import { FIRST_DATE, LAST_DATE, addDays, addMonthsFromAnchor, dayNumber, daysBetween, startOfIsoWeek } from "./local-dates.js";
/** The periods that a person picks by name, in the order of the menu. */
export const PERIOD_NAMES = [
    'today', 'this-week', 'last-7-days', 'this-month', 'last-month', 'this-quarter', 'this-year', 'last-year', 'last-12-months', 'all',
];
/** Every day that the product can name but the very last; readers clip it to the facts before they make buckets of it. */
export const ALL_TIME = { from: FIRST_DATE, until: LAST_DATE };
/** Makes a period of two valid days; refuses with `period_is_empty` beside `until` when it would hold no day. */
export function periodOf(from, until) {
    if (from >= until)
        throw invalid('until', 'period_is_empty');
    return { from, until };
}
/** Whether the text names a period. */
export function isPeriodName(value) {
    return PERIOD_NAMES.includes(value);
}
/** Number of days in the period. */
export function daysIn(period) {
    return daysBetween(period.from, period.until);
}
/** Whether the day lies in the period. */
export function periodHolds(period, date) {
    return period.from <= date && date < period.until;
}
/** The period of equal length, in days, just before this one, for comparison; null when that would begin before the first day, as for all time. */
export function previousPeriod(period) {
    const length = daysIn(period);
    if (dayNumber(period.from) - length < dayNumber(FIRST_DATE))
        return null;
    return { from: addDays(period.from, -length), until: period.from };
}
/**
 * The days that a name means when it is `today`: weeks begin on Monday, "this" is the whole week, month, quarter or year with its days to come,
 * `last-7-days` ends with today, `last-12-months` is this month and the eleven before it.
 */
export function namedPeriod(name, today) {
    const month = `${today.slice(0, 7)}-01`;
    const quarter = addMonthsFromAnchor(month, -((Number(today.slice(5, 7)) - 1) % 3));
    const year = `${today.slice(0, 4)}-01-01`;
    switch (name) {
        case 'today':
            return { from: today, until: addDays(today, 1) };
        case 'this-week':
            return { from: startOfIsoWeek(today), until: addDays(startOfIsoWeek(today), 7) };
        case 'last-7-days':
            return { from: addDays(today, -6), until: addDays(today, 1) };
        case 'this-month':
            return months(month, 0, 1);
        case 'last-month':
            return months(month, -1, 0);
        case 'this-quarter':
            return months(quarter, 0, 3);
        case 'this-year':
            return months(year, 0, 12);
        case 'last-year':
            return months(year, -12, 0);
        case 'last-12-months':
            return months(month, -11, 1);
        case 'all':
            return ALL_TIME;
    }
}
function months(first, fromMonth, untilMonth) {
    return { from: addMonthsFromAnchor(first, fromMonth), until: addMonthsFromAnchor(first, untilMonth) };
}
