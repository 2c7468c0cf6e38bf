import { addDays, addWorkingDays, nextWorkingDay, startOfIsoWeek } from "../../kernel/index.js";
/** The channel to begin with: the chosen one, else that of the touchpoint due, the preferred, the last used, the first; never one that the customer does not want. */
export function channelFor({ asked, touchpointDue, preferred, lastUsed, all, doNotContact }) {
    if (asked)
        return { channelId: asked, because: 'asked' };
    const ranked = [[touchpointDue, 'touchpoint_due'], [preferred, 'preferred'], [lastUsed, 'last_used']];
    const found = ranked.find(([channelId]) => channelId !== null && all.includes(channelId) && !doNotContact.includes(channelId));
    if (found)
        return { channelId: found[0], because: found[1] };
    return { channelId: all.find((channelId) => !doNotContact.includes(channelId)) ?? null, because: 'first' };
}
/** Another channel than the one that stays silent: the preferred, else the one on which the customer was reached most, else the next in order; null when there is none. */
export function otherChannel(silent, { preferred, reached, all, doNotContact }) {
    const isPossible = (channelId) => channelId !== null && channelId !== silent && all.includes(channelId) && !doNotContact.includes(channelId);
    return [preferred, reached, ...all].find(isPossible) ?? null;
}
/** The dates that one press sets: one and three working days, a week (or the next open day after it), the next Monday (or the next open day after it). */
export function quickDates(today, calendar) {
    return [
        { key: 'plus1', dueOn: addWorkingDays(today, 1, calendar) },
        { key: 'plus3', dueOn: addWorkingDays(today, 3, calendar) },
        { key: 'plus1week', dueOn: nextWorkingDay(addDays(today, 7), calendar) },
        { key: 'nextMonday', dueOn: nextWorkingDay(addDays(startOfIsoWeek(today), 7), calendar) },
    ];
}
