import type { Ticks } from '../company/norms.ts';
import type { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';
import type { Phase, Words } from '../words/words.ts';
import type { Beat } from './beats.ts';
import { phrase } from './phrases.ts';
import type { Profile } from './profile.ts';
import type { ContactStep } from './steps.ts';

const OUTCOMES: Readonly<Record<Phase, readonly (readonly [outcome: string, weight: number])[]>> = {
  first: [['interested', 5], ['information', 3], ['needs_time', 2]],
  fair: [['interested', 7], ['information', 2]],
  need: [['interested', 4], ['meeting_agreed', 4], ['information', 2], ['needs_time', 1]],
  quote: [['quote_sent', 7], ['needs_time', 2]],
  negotiate: [['meeting_agreed', 3], ['needs_time', 3], ['information', 2]],
  order: [['order', 1]],
  service: [['information', 6], ['interested', 2], ['order', 1]],
  keep: [['information', 5], ['needs_time', 4], ['interested', 1]],
  lost: [['not_interested', 1]],
};
const WRITTEN = new Set(['email', 'sms', 'live_chat', 'social', 'wechat']);
const SENT: Readonly<Record<string, number>> = { email: 0.9, sms: 0.95, wechat: 0.18, social: 0.3, live_chat: 0 };
const NORMED = new Set(['visit', 'exhibition']);
const LEFT_ALONE = 0.18;
const LONGEST_CHECKLIST = 6;
const MINUTE_MS = 60_000;

type Judgement = Pick<ContactStep, 'disposition' | 'direction' | 'outcome' | 'evaluation' | 'validity' | 'invalidReason' | 'durationSeconds'>;

/** The four judgements of a conversation. The last one always reached somebody and was of use, so that the cadence counts from it. */
export function judged({ phase, channel, isLast }: Beat, dice: Dice, { invalidReasons }: Words): Judgement {
  const isSent = !isLast && dice.chance(SENT[channel] ?? 0);
  if (isSent) return { disposition: 'sent', ...(phase === 'quote' && { outcome: 'quote_sent' }) };
  if (!isLast && phase === 'first' && dice.chance(0.04)) return { disposition: 'reached', validity: 'invalid', invalidReason: dice.pick(invalidReasons), evaluation: 1 };
  const isOfUse = phase !== 'lost' && (phase === 'order' || phase === 'negotiate' || isLast);
  return {
    disposition: 'reached', outcome: dice.weighted(OUTCOMES[phase]),
    ...(!isLast && channel === 'phone' && dice.chance(0.1) && { direction: 'inbound' as const }),
    ...(dice.chance(0.65) && { evaluation: isOfUse ? dice.whole(3, 5) : dice.weighted([[1, 1], [2, 3], [3, 7], [4, 6], [5, 2]]) }),
    ...(dice.chance(0.22) && { validity: 'valid' as const }),
    ...(!WRITTEN.has(channel) && { durationSeconds: channel === 'phone' ? dice.whole(50, 900) : dice.whole(20, 110) * 60 }),
  };
}

/** Whether the company has a norm for a channel. */
export const hasNorm = (channel: string): boolean => NORMED.has(channel);

/** The points of a norm that somebody ticked: whoever reaches people easily is careful, too; some leave the whole checklist alone. Undefined then. */
export function ticksOf(reach: number, dice: Dice): Ticks | undefined {
  if (dice.chance(LEFT_ALONE)) return undefined;
  return Array.from({ length: LONGEST_CHECKLIST }, () => dice.chance(0.55 + reach * 0.6));
}

/** An e-mail, the customer's reply on the next day, and our answer: each keeps the touchpoint of the one before, the last one plans on. */
export function exchange(profile: Profile, frame: Frame, step: ContactStep, day: number, dice: Dice): ContactStep[] {
  const repliedAt = frame.moment(day + 1, dice);
  const seenAt = new Date(repliedAt.getTime() + dice.whole(4, 50) * MINUTE_MS);
  const answeredAt = new Date(seenAt.getTime() + dice.whole(5, 70) * MINUTE_MS);
  const { person, next, stage, comment, ...sent } = step;
  const purpose = phrase(profile, profile.words.purposes.first, { person }, dice);
  return [
    { ...sent, person, next: { kind: 'touchpoint', on: frame.on(day + 2), channel: 'email', purpose }, ...(stage && { stage }), ...(comment && { comment }) },
    {
      kind: 'contact', at: seenAt, occurredAt: repliedAt, channel: 'email', disposition: 'reached', direction: 'inbound', text: phrase(profile, profile.words.inbound, { person }, dice), person,
      about: 'chosen', next: { kind: 'touchpoint', on: frame.on(day + 1), channel: 'email', purpose },
    },
    { kind: 'contact', at: answeredAt, occurredAt: answeredAt, channel: 'email', disposition: 'sent', text: phrase(profile, profile.words.answers, { person }, dice), person, about: 'chosen', next },
  ];
}
