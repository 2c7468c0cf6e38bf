import { addWorkingHours, instantOf, localDateOf, skipToOpening } from "../../kernel/index.js";
const MISSED = new Set(['no_answer', 'busy', 'voicemail', 'call_back']);
const NO_MESSAGE = new Set(['wrong_number', 'bounced', 'refused']);
const MINUTE_MS = 60_000;
/** Whether somebody waits for our answer: an inbound message on a channel that is not live, or an inbound call that nobody took. */
export function needsAnswer({ direction, dispositionKind, nextStep }, { isTwoWay, isLive }) {
    if (direction !== 'inbound' || !isTwoWay || nextStep === 'none')
        return false;
    return isLive ? MISSED.has(dispositionKind) : !NO_MESSAGE.has(dispositionKind);
}
/** Until when an inbound contact should be answered by the promise of its channel; null when it needs no answer. */
export function respondByOf(contact, promise, calendar) {
    if (!needsAnswer(contact, promise))
        return null;
    const { responseMinutes, isResponseInWorkingTime } = promise;
    if (responseMinutes === null)
        return closingOf(contact.occurredAt, calendar);
    if (isResponseInWorkingTime)
        return addWorkingHours(contact.occurredAt, responseMinutes / 60, calendar);
    return new Date(contact.occurredAt.getTime() + responseMinutes * MINUTE_MS);
}
/** The closing of the working day, or of the next one when it came in after hours. */
function closingOf(at, calendar) {
    const open = skipToOpening(at, calendar);
    return instantOf(localDateOf(open, calendar.timeZone), calendar.closesAt, calendar.timeZone);
}
