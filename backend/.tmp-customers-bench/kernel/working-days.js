import { conflict } from "./errors.js";
import { addDays, dayNumber, weekday } from "./local-dates.js";
/** Whether people work on the day: an exception wins over the weekday. */
export function isWorkingDay(date, calendar) {
    const exception = calendar.exceptions.get(date);
    return exception ? exception === 'working' : calendar.weekdays.includes(weekday(date));
}
/** The day itself when it is worked, else the next one that is; refuses with `calendar_never_opens`. */
export function nextWorkingDay(date, calendar) {
    return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}
/** The n-th working day after the date, or before it when n is negative; 0 means the date or the next working day; refuses with `calendar_never_opens`. */
export function addWorkingDays(date, days, calendar) {
    if (!Number.isInteger(days))
        throw new RangeError(`not a number of days: ${days}`);
    if (days === 0)
        return nextWorkingDay(date, calendar);
    return openWeekdays(calendar) === 0 ? stepOverExceptions(date, days, calendar) : stepOverWeeks(date, days, calendar);
}
/** Working days in `[from, until)`, negative when reversed; costs the same for a week and for a century. */
export function workingDaysBetween(from, until, calendar) {
    if (until < from)
        return -workingDaysBetween(until, from, calendar);
    const length = dayNumber(until) - dayNumber(from);
    const first = weekday(from);
    let count = Math.floor(length / 7) * openWeekdays(calendar);
    for (let i = 0; i < length % 7; i++)
        if (calendar.weekdays.includes(((first - 1 + i) % 7) + 1))
            count++;
    for (const [date, exception] of calendar.exceptions) {
        if (date < from || date >= until)
            continue;
        const isOpenWeekday = calendar.weekdays.includes(weekday(date));
        if (exception === 'working' && !isOpenWeekday)
            count++;
        if (exception === 'holiday' && isOpenWeekday)
            count--;
    }
    return count;
}
function openWeekdays(calendar) {
    return [1, 2, 3, 4, 5, 6, 7].filter((day) => calendar.weekdays.includes(day)).length;
}
/** No weekday is open: only the make-up days are, and they come to an end. */
function stepOverExceptions(date, days, { exceptions }) {
    const open = [...exceptions].flatMap(([day, exception]) => (exception === 'working' && (days > 0 ? day > date : day < date) ? [day] : [])).sort();
    const found = open.at(days > 0 ? days - 1 : days);
    if (found === undefined)
        throw conflict('calendar_never_opens');
    return found;
}
/** Some weekday is open and exceptions are finite, so both loops come to an end. */
function stepOverWeeks(date, days, calendar) {
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
        if (isWorkingDay(day, calendar))
            left--;
    }
    return day;
}
