import { invalid } from "../../kernel/index.js";
const LOWEST_EFFECTIVE = 2;
/** Effective is: reached, two-way, evaluation not below 2, not invalid. Only such a communication resets a cadence. */
export const isEffective = ({ dispositionKind, isTwoWay, evaluation, validity }) => dispositionKind === 'reached' && isTwoWay && (evaluation === null || evaluation >= LOWEST_EFFECTIVE) && validity !== 'invalid';
/** The reason of an invalid communication, which is required; none of any other. */
export function invalidReasonOf(validity, reason) {
    if (validity !== 'invalid')
        return null;
    if (!reason)
        throw invalid('invalidReason', 'required');
    return reason;
}
