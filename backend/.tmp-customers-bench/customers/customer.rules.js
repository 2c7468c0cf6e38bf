/** What is wrong with contact hours: each span needs both ends; the preferred one lies within a day, the quiet one may span midnight. */
export function wrongWithHours({ preferredFrom, preferredUntil, quietFrom, quietUntil }) {
    const errors = [];
    if ((preferredFrom === null) !== (preferredUntil === null))
        errors.push({ field: preferredFrom === null ? 'preferredFrom' : 'preferredUntil', code: 'required' });
    else if (preferredFrom !== null && preferredUntil !== null && preferredUntil <= preferredFrom)
        errors.push({ field: 'preferredUntil', code: 'ends_before_it_starts' });
    if ((quietFrom === null) !== (quietUntil === null))
        errors.push({ field: quietFrom === null ? 'quietFrom' : 'quietUntil', code: 'required' });
    else if (quietFrom !== null && quietFrom === quietUntil)
        errors.push({ field: 'quietUntil', code: 'ends_before_it_starts' });
    return errors;
}
/** What is wrong with the day since which a customer is known: it is over or today. */
export const wrongWithKnownSince = (knownSinceOn, today) => knownSinceOn > today ? [{ field: 'knownSinceOn', code: 'in_the_future' }] : [];
