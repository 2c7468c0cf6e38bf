import { addWorkingDays, dayNumber } from "../../kernel/index.js";
/** Working days before and after its due day in which a contact counts for a touchpoint. */
export const WINDOW_DAYS = 5;
/**
 * Whether a contact keeps a touchpoint at all: somebody was reached, or a message was sent. An attempt leaves the touchpoint open.
 */
export const keepsTouchpoint = (dispositionKind) => dispositionKind === 'reached' || dispositionKind === 'sent';
/**
 * The open touchpoint that a contact is about when nobody chose one: of those due within five working days of it and planned no later than its day, first by
 * owner (the author's own), then channel (the same), then nearest due day, then promised ones, then the older due day and the id. A message that was merely
 * sent is about touchpoints of its own channel, or of none.
 */
export function matchTouchpoint(contact, open, calendar) {
    const first = addWorkingDays(contact.on, -WINDOW_DAYS, calendar);
    const last = addWorkingDays(contact.on, WINDOW_DAYS, calendar);
    const isPossible = (candidate) => candidate.dueOn >= first && candidate.dueOn <= last && candidate.plannedOn <= contact.on
        && (contact.dispositionKind !== 'sent' || candidate.channelId === null || candidate.channelId === contact.channelId);
    const [touchpoint] = open.filter(isPossible).sort(nearestTo(contact));
    return touchpoint ? { touchpoint, because: reasonOf(contact, touchpoint) } : null;
}
function nearestTo(contact) {
    const day = dayNumber(contact.on);
    const keysOf = (candidate) => [
        candidate.ownerId === contact.authorId ? 0 : 1,
        candidate.channelId === contact.channelId ? 0 : 1,
        Math.abs(dayNumber(candidate.dueOn) - day),
        candidate.isPromised ? 0 : 1,
        dayNumber(candidate.dueOn),
    ];
    return (a, b) => {
        const [left, right] = [keysOf(a), keysOf(b)];
        const at = left.findIndex((key, i) => key !== right[i]);
        if (at >= 0)
            return Number(left[at]) - Number(right[at]);
        return a.id < b.id ? -1 : 1;
    };
}
function reasonOf(contact, { ownerId, channelId }) {
    const isOwn = ownerId === contact.authorId;
    if (channelId !== contact.channelId)
        return isOwn ? 'same_owner' : 'in_window';
    return isOwn ? 'same_owner_and_channel' : 'same_channel';
}
