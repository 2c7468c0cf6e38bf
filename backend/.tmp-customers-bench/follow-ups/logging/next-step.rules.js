import { invalid } from "../../kernel/index.js";
/** A next step is one thing: a date belongs to a touchpoint (`date_without_touchpoint` elsewhere), and "none" says why (`required`). */
export function checkNextStep({ kind, dueOn, dueAt, reason }) {
    if (kind !== 'touchpoint' && (dueOn || dueAt))
        throw invalid(dueOn ? 'nextStep.dueOn' : 'nextStep.dueAt', 'date_without_touchpoint');
    if (kind === 'none' && !reason)
        throw invalid('nextStep.reason', 'required');
}
