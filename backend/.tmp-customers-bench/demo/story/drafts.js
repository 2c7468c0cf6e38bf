/** Where customers come from: the weight of each source and the share of its customers that buys. */
export const SOURCES = [
    { name: 'Website', weight: 24, wins: 0.17 }, { name: 'Exhibition', weight: 20, wins: 0.26 }, { name: 'Referral', weight: 16, wins: 0.4 },
    { name: 'Cold call', weight: 18, wins: 0.09 }, { name: 'Partner', weight: 10, wins: 0.29 }, { name: 'Advertisement', weight: 12, wins: 0.12 },
];
const LOST = 0.34;
const DORMANT = 0.1;
/** A day that is worth a look: every bucket has somebody in it before any has many. */
const FIRST_ENDINGS = ['waiting', 'overdue', 'today', 'cadence', 'no_step'];
/** The rest of a full day of somebody with some ninety open customers. */
const FULL_DAY = [['waiting', 1], ['promised', 1], ['broken', 1], ['overdue', 4], ['today', 6], ['cadence', 10], ['no_step', 2], ['new', 2]];
const FULL = 90;
/** Gives out customers to people, with a fate for each and an ending that fills its owner's day. */
export function draftCustomers(people, count, dice) {
    const weights = people.map((person) => [person, person.customers]);
    const drafts = Array.from({ length: count }, (_, i) => {
        const own = dice.for(i);
        const owner = own.weighted(weights);
        const source = own.weighted(SOURCES.map((one) => [one, one.weight]));
        const fate = fateOf(own, source);
        return { number: i + 1, owner, isChinese: own.chance(owner.chinese), source, fate, ending: endingOf(own, fate) };
    });
    return people.flatMap((person) => withFullDay(drafts.filter(({ owner }) => owner === person), dice.for(person.key))).sort((a, b) => a.number - b.number);
}
function fateOf(dice, { wins }) {
    // Half of the customers are still being worked on, so those who have decided hold all the wins of their source.
    if (dice.chance(0.52))
        return 'open';
    return dice.weighted([['won', wins * 2], ['lost', LOST], ['dormant', DORMANT]]);
}
function endingOf(dice, fate) {
    if (fate === 'lost' || fate === 'dormant')
        return 'over';
    return dice.weighted([['ahead', fate === 'won' ? 5 : 6], ['rhythm', 5]]);
}
function withFullDay(drafts, dice) {
    const open = dice.shuffled(drafts.filter(({ fate }) => fate === 'open'));
    const size = Math.min(1.1, open.length / FULL);
    const rest = FULL_DAY.flatMap(([ending, count]) => Array.from({ length: Math.round(count * size + dice.share() - 0.5) }, () => ending));
    const endings = [...FIRST_ENDINGS, ...rest];
    const changed = new Map(open.map((draft, i) => [draft.number, { ...draft, ending: endings[i] ?? draft.ending }]));
    return drafts.map((draft) => changed.get(draft.number) ?? draft);
}
