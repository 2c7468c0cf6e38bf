import type { Colleague } from '../company/people.ts';
import type { Dice } from '../dice.ts';

/** What becomes of a customer in the end. */
export type Fate = 'open' | 'won' | 'lost' | 'dormant';

/** How a customer stands today, named after what it does to its owner's day. */
export type Ending = 'waiting' | 'promised' | 'broken' | 'overdue' | 'today' | 'cadence' | 'no_step' | 'new' | 'ahead' | 'rhythm' | 'over';

/** A customer before anything about it is written. */
export interface Draft {
  readonly number: number;
  readonly owner: Colleague;
  readonly isChinese: boolean;
  readonly source: Source;
  readonly fate: Fate;
  readonly ending: Ending;
}

/** Where customers come from: the weight of each source and the share of its customers that buys. */
export const SOURCES = [
  { name: 'Website', weight: 24, wins: 0.17 }, { name: 'Exhibition', weight: 20, wins: 0.26 }, { name: 'Referral', weight: 16, wins: 0.4 },
  { name: 'Cold call', weight: 18, wins: 0.09 }, { name: 'Partner', weight: 10, wins: 0.29 }, { name: 'Advertisement', weight: 12, wins: 0.12 },
] as const;
/** One of them. */
export type Source = (typeof SOURCES)[number];

const LOST = 0.34;
const DORMANT = 0.1;
/** A day that is worth a look: every bucket has somebody in it before any has many. */
const FIRST_ENDINGS: readonly Ending[] = ['waiting', 'overdue', 'today', 'cadence', 'no_step'];
/** The rest of a full day of somebody with some ninety open customers. */
const FULL_DAY: readonly (readonly [ending: Ending, count: number])[] = [['waiting', 1], ['promised', 1], ['broken', 1], ['overdue', 4], ['today', 6], ['cadence', 10], ['no_step', 2], ['new', 2]];
const FULL = 90;

/** Gives out customers to people, with a fate for each and an ending that fills its owner's day. */
export function draftCustomers(people: readonly Colleague[], count: number, dice: Dice): Draft[] {
  const weights = people.map((person) => [person, person.customers] as const);
  const drafts = Array.from({ length: count }, (_, i): Draft => {
    const own = dice.for(i);
    const owner = own.weighted(weights);
    const source = own.weighted(SOURCES.map((one) => [one, one.weight] as const));
    const fate = fateOf(own, source);
    return { number: i + 1, owner, isChinese: own.chance(owner.chinese), source, fate, ending: endingOf(own, fate) };
  });
  return people.flatMap((person) => withFullDay(drafts.filter(({ owner }) => owner === person), dice.for(person.key))).sort((a, b) => a.number - b.number);
}

function fateOf(dice: Dice, { wins }: Source): Fate {
  // Half of the customers are still being worked on, so those who have decided hold all the wins of their source.
  if (dice.chance(0.52)) return 'open';
  return dice.weighted([['won', wins * 2], ['lost', LOST], ['dormant', DORMANT]]);
}

function endingOf(dice: Dice, fate: Fate): Ending {
  if (fate === 'lost' || fate === 'dormant') return 'over';
  return dice.weighted([['ahead', fate === 'won' ? 5 : 6], ['rhythm', 5]]);
}

function withFullDay(drafts: readonly Draft[], dice: Dice): Draft[] {
  const open = dice.shuffled(drafts.filter(({ fate }) => fate === 'open'));
  const size = Math.min(1.1, open.length / FULL);
  const rest = FULL_DAY.flatMap(([ending, count]) => Array.from({ length: Math.round(count * size + dice.share() - 0.5) }, () => ending));
  const endings = [...FIRST_ENDINGS, ...rest];
  const changed = new Map(open.map((draft, i) => [draft.number, { ...draft, ending: endings[i] ?? draft.ending }]));
  return drafts.map((draft) => changed.get(draft.number) ?? draft);
}
