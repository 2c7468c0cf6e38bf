import { conflict } from "./errors.js";
import { instantOf, localDateOf, localMinutesOf, minutesOfTime } from "./time-zones.js";
import { addWorkingDays, isWorkingDay } from "./working-days.js";
const HOUR_MS = 3_600_000;
const MAX_HOURS = 100_000;
/**
 * The instant itself within working hours; before them the opening of that day; after them, or on a closed day, the opening of the next open day.
 * Refuses with `calendar_never_opens`.
 */
export function skipToOpening(instant, calendar) {
    const { opensAt, closesAt } = hoursOf(calendar);
    const today = localDateOf(instant, calendar.timeZone);
    if (isWorkingDay(today, calendar)) {
        const opening = instantOf(today, opensAt, calendar.timeZone);
        if (instant <= opening)
            return opening;
        if (instant < instantOf(today, closesAt, calendar.timeZone))
            return new Date(instant);
    }
    return instantOf(addWorkingDays(today, 1, calendar), opensAt, calendar.timeZone);
}
/** The instant after so many hours of working time (fractions allowed, 0 to 100,000); work that fills a day ends at its closing, not at the next opening. */
export function addWorkingHours(instant, hours, calendar) {
    if (!(hours >= 0 && hours <= MAX_HOURS))
        throw new RangeError(`not a number of working hours: ${hours}`);
    const { opensAt, closesAt } = hoursOf(calendar);
    let at = skipToOpening(instant, calendar);
    let day = localDateOf(at, calendar.timeZone);
    let left = Math.round(hours * HOUR_MS);
    for (;;) {
        const available = Math.max(0, instantOf(day, closesAt, calendar.timeZone).getTime() - at.getTime());
        if (left <= available)
            return new Date(at.getTime() + left);
        left -= available;
        day = addWorkingDays(day, 1, calendar);
        at = instantOf(day, opensAt, calendar.timeZone);
    }
}
/** The other half of the next working day after an attempt: tried before the middle of the working hours, then its afternoon, else its morning. */
export function otherHalfOfDay(attempt, calendar) {
    const { opensAt, closesAt } = hoursOf(calendar);
    const { timeZone } = calendar;
    const middle = timeOfMinutes(Math.floor((minutesOfTime(opensAt) + minutesOfTime(closesAt)) / 2));
    const half = localMinutesOf(attempt, timeZone) < minutesOfTime(middle) ? 'afternoon' : 'morning';
    const on = addWorkingDays(localDateOf(attempt, timeZone), 1, calendar);
    const [from, until] = half === 'morning' ? [opensAt, middle] : [middle, closesAt];
    return { on, half, from: instantOf(on, from, timeZone), until: instantOf(on, until, timeZone) };
}
/** Hours that hold no minute would never open either; shifts over midnight are not known. */
function hoursOf(calendar) {
    if (minutesOfTime(calendar.opensAt) >= minutesOfTime(calendar.closesAt))
        throw conflict('calendar_never_opens');
    return calendar;
}
function timeOfMinutes(minutes) {
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
