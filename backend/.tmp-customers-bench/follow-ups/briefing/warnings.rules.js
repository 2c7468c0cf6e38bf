const LOW_EVALUATION = 2;
/** What somebody who is about to make contact should notice, the most urgent first; `today` is the reader's day. */
export function warningsOf(facts, now, today) {
    const promised = facts.touchpoints.filter(({ isPromised }) => isPromised);
    const points = facts.people.flatMap((person) => person.points);
    const isBroken = ({ dueOn, dueAt }) => (dueAt === null ? dueOn < today : new Date(dueAt) < now);
    const found = [
        [facts.respondBy !== null, 'inbound_unanswered'],
        [promised.some(isBroken), 'promise_broken'],
        [promised.some((touchpoint) => !isBroken(touchpoint) && touchpoint.dueOn <= today), 'promise_due'],
        [facts.isQuietNow, 'quiet_hours'],
        [facts.doNotContact.length > 0, 'do_not_contact'],
        [facts.pressure >= facts.pressureLimit, 'contact_pressure'],
        [facts.lastEvaluation !== null && facts.lastEvaluation <= LOW_EVALUATION, 'last_evaluation_low'],
        [points.some(({ validity }) => validity === 'invalid' || validity === 'suspect'), 'contact_point_invalid'],
        [points.length === 0, 'no_contact_point'],
        [facts.isMaximumPassed, 'maximum_interval_passed'],
    ];
    return found.flatMap(([holds, code]) => (holds ? [code] : []));
}
