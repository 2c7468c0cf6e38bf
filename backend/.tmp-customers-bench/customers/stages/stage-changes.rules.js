import { endOfDay, localDateOf } from "../../kernel/index.js";
/** The moment of a change: an instant, the last one of a day that is over when only the day is known, so that the contacts of the day come before it, else now. */
export function momentOf({ on, at }, now, timeZone) {
    if (at !== undefined)
        return new Date(at);
    if (on === undefined || on === localDateOf(now, timeZone))
        return now;
    return new Date(endOfDay(on, timeZone).getTime() - 1);
}
/** What is wrong with a change into a stage: not in the future, an amount only of a won one, a reason always of a lost one. */
export function wrongWithChange({ at, amount, reason }, stage, now) {
    if (!stage)
        return [{ field: 'stageId', code: 'unknown_stage' }];
    const errors = [];
    if (at > now)
        errors.push({ field: 'at', code: 'in_the_future' });
    if (amount !== null && stage.kind !== 'won')
        errors.push({ field: 'amount', code: 'only_when_won' });
    if (reason === null && stage.kind === 'lost')
        errors.push({ field: 'reason', code: 'required' });
    return errors;
}
