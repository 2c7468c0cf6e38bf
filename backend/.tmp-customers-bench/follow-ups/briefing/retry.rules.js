import { addWorkingDays, localDateOf, otherHalfOfDay, skipToOpening } from "../../kernel/index.js";
const BUSY_WAIT_MS = 2 * 3_600_000;
const VOICEMAIL_DAYS = 2;
const ATTEMPTS_BEFORE_ANOTHER_CHANNEL = 3;
const SILENT = new Set(['no_answer', 'busy', 'voicemail']);
const only = (kind) => ({ kind, dueOn: null, dueAt: null, half: null });
/** Whether nobody answered: what counts towards another channel. */
export const isSilent = (dispositionKind) => SILENT.has(dispositionKind);
/**
 * The retry table. No answer: the next working day, the other half of the day. Voicemail: two working days later. Busy: two hours later, in working time.
 * Call back later: the time that was asked for. Wrong number, bounced: check the contact point. Refused: stop and update the preference.
 * The third silent attempt on a third day proposes another channel (for the next working day). Null when there is nothing to retry.
 * `earlier` are the silent attempts since the customer was last heard, on the same channel.
 */
export function retryAfter(dispositionKind, at, earlier, calendar) {
    const today = localDateOf(at, calendar.timeZone);
    if (SILENT.has(dispositionKind)) {
        const days = new Set([...earlier.map(({ on }) => on), today]);
        const attempts = earlier.length + 1;
        if (attempts >= ATTEMPTS_BEFORE_ANOTHER_CHANNEL && days.size >= ATTEMPTS_BEFORE_ANOTHER_CHANNEL)
            return { ...only('other_channel'), dueOn: addWorkingDays(today, 1, calendar) };
    }
    return inTable(dispositionKind, at, today, calendar);
}
function inTable(dispositionKind, at, today, calendar) {
    switch (dispositionKind) {
        case 'no_answer': {
            const { on, half, from } = otherHalfOfDay(at, calendar);
            return { kind: 'retry', dueOn: on, dueAt: from, half };
        }
        case 'voicemail':
            return { ...only('retry'), dueOn: addWorkingDays(today, VOICEMAIL_DAYS, calendar) };
        case 'busy': {
            const dueAt = skipToOpening(new Date(at.getTime() + BUSY_WAIT_MS), calendar);
            return { ...only('retry'), dueOn: localDateOf(dueAt, calendar.timeZone), dueAt };
        }
        case 'call_back':
            return only('ask_time');
        case 'wrong_number':
        case 'bounced':
            return only('check_contact_point');
        case 'refused':
            return only('stop');
        default:
            return null;
    }
}
