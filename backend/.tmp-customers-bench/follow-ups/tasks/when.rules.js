import { endOfDay, invalid, localDateOf, startOfDay } from "../../kernel/index.js";
const LONGEST_EVENT_MS = 60 * 86_400_000;
/** A task is due at a time, or by the last millisecond of a day where its owner is; exactly one is given (`required`, `day_or_time`). */
export function taskTime({ dueOn, dueAt }, timeZone) {
    if (dueOn && dueAt)
        throw invalid('dueOn', 'day_or_time');
    if (dueAt)
        return { occurredAt: new Date(dueAt), endsAt: null, isAllDay: false };
    if (!dueOn)
        throw invalid('dueOn', 'required');
    return { occurredAt: lastMomentOf(dueOn, timeZone), endsAt: null, isAllDay: true };
}
/** An event has a start and an end, or covers whole days where its owner is; at most 60 days (`too_long_event`), and it ends after it starts (`ends_before_it_starts`). */
export function eventTime({ startsAt, endsAt, onDay, lastDay }, timeZone) {
    if (onDay && startsAt)
        throw invalid('onDay', 'day_or_time');
    if (onDay)
        return within(startOfDay(onDay, timeZone), endOfDay(lastDay ?? onDay, timeZone), true);
    if (!startsAt)
        throw invalid('startsAt', 'required');
    if (!endsAt)
        throw invalid('endsAt', 'required');
    return within(new Date(startsAt), new Date(endsAt), false);
}
/** The same wall-clock day or days in another zone: what a change of owner makes of whole days. */
export function inZone({ occurredAt, endsAt, isAllDay }, from, to) {
    if (!isAllDay || from === to)
        return { occurredAt, endsAt, isAllDay };
    if (!endsAt)
        return { occurredAt: lastMomentOf(localDateOf(occurredAt, from), to), endsAt: null, isAllDay };
    const lastDay = localDateOf(new Date(endsAt.getTime() - 1), from);
    return { occurredAt: startOfDay(localDateOf(occurredAt, from), to), endsAt: endOfDay(lastDay, to), isAllDay };
}
const lastMomentOf = (day, timeZone) => new Date(endOfDay(day, timeZone).getTime() - 1);
function within(occurredAt, endsAt, isAllDay) {
    const field = isAllDay ? 'lastDay' : 'endsAt';
    if (endsAt <= occurredAt)
        throw invalid(field, 'ends_before_it_starts');
    if (endsAt.getTime() - occurredAt.getTime() > LONGEST_EVENT_MS)
        throw invalid(field, 'too_long_event');
    return { occurredAt, endsAt, isAllDay };
}
