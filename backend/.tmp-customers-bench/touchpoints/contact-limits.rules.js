import { invalid, localMinutesOf, minutesOfTime } from "../kernel/index.js";
/** Whether the instant lies in the customer's quiet hours, `[quietFrom, quietUntil)`. */
export function isQuiet(at, { quietFrom, quietUntil, timeZone }) {
    if (!quietFrom || !quietUntil)
        return false;
    const [from, until, minutes] = [minutesOfTime(quietFrom), minutesOfTime(quietUntil), localMinutesOf(at, timeZone)];
    return from <= until ? from <= minutes && minutes < until : minutes >= from || minutes < until;
}
/**
 * Refuses to plan a contact on a channel that is not to be used (`do_not_contact`) or at a time when the customer wants to be left alone (`quiet_hours`).
 * Somebody who gives a reason may do so all the same; the reason is audited.
 */
export function respectLimits(contact, limits) {
    const { channelId, at, overrideReason, path = '' } = contact;
    if (overrideReason)
        return;
    if (channelId && limits.doNotContact.includes(channelId))
        throw invalid(`${path}channelId`, 'do_not_contact');
    if (at && isQuiet(at, limits))
        throw invalid(`${path}dueAt`, 'quiet_hours', { from: limits.quietFrom, until: limits.quietUntil });
}
