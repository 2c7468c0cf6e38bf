import type { Dice } from '../dice.ts';
import type { Phase } from '../words/words.ts';
import type { Profile } from './profile.ts';
import type { StageReached } from './steps.ts';

/** One conversation that the story tells, with the calls that reached nobody before it. */
export interface Beat {
  readonly day: number;
  readonly phase: Phase;
  readonly channel: string;
  /** Calls on the working days just before. */
  readonly attempts: number;
  readonly reached?: StageReached;
  readonly isLast: boolean;
}

const PATH = ['new', 'qualified', 'proposal', 'negotiation'] as const;
const PHASES: readonly Phase[] = ['need', 'need', 'quote', 'negotiate'];
const MOST_ATTEMPTS = 2;

/** Days, matter and stage of every conversation from the first to the last. */
export function beatsOf(profile: Profile, dice: Dice): Beat[] {
  if (profile.ending === 'new') return [];
  const decision = dice.weighted(profile.source.name === 'Referral' ? [[1, 3], [2, 4], [3, 3], [5, 2]] : [[1, 1], [2, 3], [3, 4], [4, 4], [5, 3], [7, 2], [9, 1]]);
  const days = daysOf(profile, decision, dice);
  const decided = Math.min(decision, days.length - 1);
  const levels = levelsOf(profile, days.length, decided, dice);
  return days.map((day, i) => {
    const isLast = i === days.length - 1;
    const phase = phaseOf(profile, i, { level: levels[i] ?? 0, decided, isLast });
    const channel = isLast ? dice.weighted(profile.isChinese ? [['phone', 6], ['wechat', 3], ['visit', 1]] : [['phone', 6], ['video_meeting', 2], ['visit', 1]]) : channelOf(profile, phase, dice);
    const room = i === 0 ? 0 : Math.min(MOST_ATTEMPTS, day - (days[i - 1] ?? day) - 1);
    const reached = stageOf(profile, i, { levels, decided, isLast }, dice);
    return { day, phase, channel, attempts: attemptsOf(profile, channel, room, dice), ...(reached && { reached }), isLast };
  });
}

/** Close together while something is being decided, then by the tier. */
function daysOf({ firstDay, lastDay, tier, fate, isChinese, isOld }: Profile, decision: number, dice: Dice): number[] {
  const days = [firstDay];
  // Those who were known before the story were won over, or not, before it.
  const busy = isOld ? 0 : fate === 'open' ? dice.whole(2, 6) : decision;
  for (;;) {
    const gap = days.length <= busy ? dice.whole(3, isChinese ? 10 : 13) : Math.round(tier.ideal * (1 + dice.share()));
    const next = (days.at(-1) ?? firstDay) + gap;
    // The last conversation comes after a pause like the others.
    if (next > lastDay - Math.max(2, gap * 0.7) || (days.length > decision && (fate === 'lost' || fate === 'dormant'))) break;
    days.push(next);
  }
  // Whoever has decided against us is not called again.
  if (fate !== 'lost' && fate !== 'dormant' && lastDay > (days.at(-1) ?? firstDay)) days.push(lastDay);
  return days;
}

/** How far along the path each conversation is. */
function levelsOf({ fate }: Profile, count: number, decided: number, dice: Dice): number[] {
  const length = fate === 'open' ? Math.min(count, dice.whole(3, 7)) : Math.max(1, decided);
  const highest = fate === 'won' ? 3 : dice.weighted([[0, 2], [1, 3], [2, 3], [3, 2]]);
  return Array.from({ length: count }, (_, i) => Math.min(highest, 3, Math.floor((i / length) * 4)));
}

interface Place {
  readonly level: number;
  readonly decided: number;
  readonly isLast: boolean;
}

function phaseOf({ fate, source, ending }: Profile, i: number, { level, decided, isLast }: Place): Phase {
  if (fate === 'won' && i >= decided) return i === decided ? 'order' : 'service';
  if (fate === 'lost' && isLast) return 'lost';
  // What is promised and asked about on the last day has to do with a quotation.
  if (isLast && (ending === 'promised' || ending === 'broken' || ending === 'waiting')) return 'quote';
  if (i === 0) return source.name === 'Exhibition' ? 'fair' : 'first';
  if (i > 7 && !(isLast && level > 1)) return 'keep';
  return PHASES[level] ?? 'need';
}

function stageOf({ fate, tier, words }: Profile, i: number, { levels, decided, isLast }: Omit<Place, 'level'> & { levels: readonly number[] }, dice: Dice): StageReached | null {
  if (fate === 'won' && i >= decided) return i === decided ? { stage: 'won', amount: Math.max(800, Math.round((tier.order * (0.35 + 1.6 * dice.share() ** 1.7)) / 100) * 100) } : null;
  if (fate === 'lost' && isLast) return { stage: 'lost', reason: dice.pick(words.lossReasons) };
  const [before, level] = [levels[i - 1] ?? 0, levels[i] ?? 0];
  return level > before ? { stage: PATH[level] ?? 'new' } : null;
}

function channelOf({ source, isChinese }: Profile, phase: Phase, dice: Dice): string {
  const chat = isChinese ? 1 : 0.05;
  const mail = isChinese ? 0.5 : 1.4;
  switch (phase) {
    case 'fair':
      return 'exhibition';
    case 'first':
      if (source.name === 'Partner') return dice.pick(['partner', 'phone']);
      return source.name === 'Website' ? dice.weighted([['phone', 5], ['live_chat', 2], ['email', 3 * mail]]) : dice.weighted([['phone', 7], ['wechat', 2 * chat], ['social', 0.4]]);
    case 'need':
      return dice.weighted([['phone', 8], ['wechat', 5 * chat], ['email', 2 * mail], ['visit', 4], ['video_meeting', 1.5 * mail], ['briefing', 0.6]]);
    case 'quote':
      return dice.weighted([['phone', 6], ['wechat', 5 * chat], ['email', 6 * mail], ['visit', 2]]);
    default:
      return dice.weighted([['phone', 11], ['wechat', 5 * chat], ['email', 2 * mail], ['visit', 2], ['sms', 0.4]]);
  }
}

function attemptsOf({ owner }: Profile, channel: string, room: number, dice: Dice): number {
  if (channel !== 'phone') return 0;
  let attempts = 0;
  while (attempts < room && !dice.chance(owner.reach)) attempts += 1;
  return attempts;
}
