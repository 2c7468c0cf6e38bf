import type { Dice } from '../dice.ts';
import { type Frame, officeMinute } from '../frame.ts';
import type { Phase } from '../words/words.ts';
import { phrase } from './phrases.ts';
import type { Profile } from './profile.ts';
import type { Next, Step } from './steps.ts';

const MINUTE_MS = 60_000;
/** What a next contact is about where it is another matter than the last one. */
const FOLLOWING: Partial<Record<Phase, Phase>> = { first: 'need', order: 'service', lost: 'keep' };

/** What the last conversation ends with, so that the customer stands today where it is meant to stand. */
export function lastNext(profile: Profile, phase: Phase, frame: Frame, dice: Dice): Next {
  const { words, ending } = profile;
  const purpose = phrase(profile, words.purposes[FOLLOWING[phase] ?? phase], { person: 0 }, dice);
  const channel = dice.pick(profile.isChinese ? ['phone', 'phone', 'wechat', 'visit'] : ['phone', 'email', 'video_meeting']);
  const onDay = (days: number, isPromised = false): Next => ({ kind: 'touchpoint', on: frame.fromToday(days), channel, purpose, isPromised });
  const withPromise = phrase(profile, words.promised, { person: 0 }, dice);
  switch (ending) {
    case 'ahead':
      return dice.chance(0.35) ? { kind: 'touchpoint', at: frame.at(frame.fromToday(dice.whole(1, 12)), officeQuarter(dice)), channel, purpose } : onDay(dice.whole(1, 24), dice.chance(0.12));
    case 'today':
      return dice.chance(0.4) ? { kind: 'touchpoint', at: frame.at(frame.today, officeQuarter(dice)), channel, purpose } : onDay(0);
    case 'promised':
      return { ...onDay(0, true), purpose: withPromise } as Next;
    case 'broken':
      return { ...onDay(-dice.whole(1, 2), true), purpose: withPromise } as Next;
    case 'overdue':
      return onDay(-dice.whole(1, 6));
    case 'no_step':
      return onDay(dice.whole(1, 5));
    case 'over':
      return profile.fate === 'lost' ? { kind: 'none', reason: dice.pick(words.noneReasons) } : { kind: 'cadence' };
    default:
      return { kind: 'cadence' };
  }
}

/** What happens after the last conversation: a message that waits, a date called off, a customer put aside. */
export function endingSteps(profile: Profile, frame: Frame, dice: Dice): Step[] {
  const { ending, fate, words, lastDay } = profile;
  if (ending === 'waiting') return [waiting(profile, frame, dice)];
  if (ending === 'no_step') return [{ kind: 'cancelled', at: frame.moment(Math.min(frame.last, lastDay + 1), dice), reason: dice.pick(words.cancelReasons) }];
  if (fate === 'dormant' && lastDay + 75 < frame.last) return [{ kind: 'stage', at: frame.moment(lastDay + dice.whole(40, 70), dice), reached: { stage: 'dormant', reason: dice.pick(words.dormantReasons) } }];
  return [];
}

/** Customers write when they like, so this one comes at any hour: some a quarter of an hour ago, some yesterday. */
function waiting(profile: Profile, frame: Frame, dice: Dice): Step {
  const occurredAt = new Date(frame.now.getTime() - dice.pick([dice.whole(6, 24), dice.whole(60, 200), dice.whole(900, 1_300)]) * MINUTE_MS);
  const text = phrase(profile, profile.words.waiting, { person: 0 }, dice);
  const next: Next = { kind: 'touchpoint', on: frame.fromToday(1), channel: 'phone', purpose: phrase(profile, profile.words.purposes.quote, { person: 0 }, dice) };
  return { kind: 'contact', at: new Date(occurredAt.getTime() + 2 * MINUTE_MS), occurredAt, channel: profile.isChinese ? 'wechat' : 'email', disposition: 'reached', direction: 'inbound', text, person: 0, about: 'none', next };
}

const officeQuarter = (dice: Dice): number => Math.round(officeMinute(dice) / 15) * 15;
