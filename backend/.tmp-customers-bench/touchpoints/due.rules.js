import { invalid, localDateOf } from "../kernel/index.js";
/** Clocks of browsers differ from ours by this much without anybody having meant anything by it. */
export const CLOCK_SKEW_MS = 5 * 60_000;
/**
 * Reads a day or a time to come: exactly one of them is given (`required`, `day_or_time`), and it is not over where the owner is (`in_the_past`).
 * `path` is the input's place for refusals, such as `nextStep.`.
 */
export function dueOf({ dueOn, dueAt }, { now, timeZone, path = '' }) {
    if (dueAt && dueOn)
        throw invalid(`${path}dueOn`, 'day_or_time');
    if (dueAt) {
        const at = new Date(dueAt);
        if (at.getTime() < now.getTime() - CLOCK_SKEW_MS)
            throw invalid(`${path}dueAt`, 'in_the_past');
        return { dueOn: localDateOf(at, timeZone), dueAt: at };
    }
    if (!dueOn)
        throw invalid(`${path}dueOn`, 'required');
    if (dueOn < localDateOf(now, timeZone))
        throw invalid(`${path}dueOn`, 'in_the_past');
    return { dueOn, dueAt: null };
}
/** Whether two due dates are the same. */
export const isSameDue = (a, b) => a.dueOn === b.dueOn && (a.dueAt?.getTime() ?? null) === (b.dueAt?.getTime() ?? null);
