import type { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';
import { type Beat, beatsOf } from './beats.ts';
import { endingSteps, lastNext } from './ending.ts';
import { phrase } from './phrases.ts';
import type { Profile } from './profile.ts';
import { exchange, hasNorm, judged, ticksOf } from './judgements.ts';
import type { ContactStep, Next, Step, Story } from './steps.ts';

const MINUTE_MS = 60_000;
const FEWEST_TO_GIVE_ON = 4;
const FOUND_WITHIN = 4;

/** The story of one customer, from the day it is entered until today. */
export function storyOf(profile: Profile, frame: Frame, dice: Dice): Story {
  return new StoryWriter(profile, frame, dice).write();
}

/** Writes the steps one after the other; remembers for which day the next touchpoint is planned. */
class StoryWriter {
  private readonly steps: Step[] = [];
  private readonly beats: readonly Beat[];
  private dueDay: number | null = null;

  constructor(
    private readonly profile: Profile,
    private readonly frame: Frame,
    private readonly dice: Dice,
  ) {
    this.beats = beatsOf(profile, dice.for('beats'));
  }

  write(): Story {
    const isGivenOn = this.beats.length >= FEWEST_TO_GIVE_ON && this.profile.fate !== 'lost' && this.dice.chance(0.05);
    const givenAt = isGivenOn ? this.dice.whole(2, this.beats.length - 2) : -1;
    for (const [i, beat] of this.beats.entries()) {
      this.tell(beat, this.beats[i + 1]);
      if (i === givenAt) this.steps.push({ kind: 'given', at: new Date((this.steps.at(-1)?.at.getTime() ?? 0) + MINUTE_MS) });
    }
    this.steps.push(...endingSteps(this.profile, this.frame, this.dice));
    return { createdAt: this.createdAt(), steps: this.steps, isGivenOn };
  }

  /** Just before the first contact; somebody whom nobody has spoken to yet came in during the last days. */
  private createdAt(): Date {
    const first = this.steps[0];
    const moment = first ? (first.kind === 'contact' ? first.occurredAt : first.at).getTime() : this.frame.moment(this.profile.firstDay, this.dice).getTime();
    return new Date(moment - this.dice.whole(3, 25) * MINUTE_MS);
  }

  private tell(beat: Beat, following: Beat | undefined): void {
    for (let i = beat.attempts; i > 0; i--) this.attempt(beat.day - i);
    const next = following ? this.nextFor(beat, following) : lastNext(this.profile, beat.phase, this.frame, this.dice);
    const step = this.conversation(beat, next, following);
    const isExchange = following !== undefined && step.disposition === 'sent' && step.channel === 'email' && following.day - following.attempts - beat.day > 2 && this.dice.chance(0.6);
    this.steps.push(...(isExchange ? exchange(this.profile, this.frame, step, beat.day, this.dice) : [step]));
    if (next.kind === 'touchpoint' && following && this.dueDay !== null && this.dueDay < following.day - following.attempts - FOUND_WITHIN) this.miss(following);
  }

  private attempt(day: number): void {
    const { profile, frame, dice } = this;
    const disposition = dice.weighted([['no_answer', 12], ['busy', 4], ['voicemail', 3], ['call_back', 2], ['wrong_number', 0.3]] as const);
    const occurredAt = frame.moment(day, dice);
    const person = dice.whole(0, profile.people.length - 1);
    const next: Next = { kind: 'touchpoint', on: frame.on(day + 1), channel: 'phone', purpose: phrase(profile, profile.words.purposes.keep, { person }, dice) };
    const about = this.aboutOn(day);
    this.dueDay = day + 1;
    this.steps.push({ kind: 'contact', at: this.typedAt(occurredAt), occurredAt, channel: 'phone', disposition, text: phrase(profile, profile.words.attempts[disposition], { person }, dice), person, about, next });
  }

  private conversation(beat: Beat, next: Next, following: Beat | undefined): ContactStep {
    const { profile, frame, dice } = this;
    const occurredAt = frame.moment(beat.day, dice);
    const person = dice.chance(0.75) ? 0 : dice.whole(0, profile.people.length - 1);
    const text = phrase(profile, profile.words.notes[beat.phase], { person, amount: beat.reached?.amount }, dice);
    const judgement = judged(beat, dice, profile.words);
    const isLate = judgement.disposition !== 'sent' && following !== undefined && following.day - following.attempts > beat.day + 1 && dice.chance(0.05);
    const at = isLate ? frame.at(frame.on(beat.day + 1), dice.whole(9 * 60, 9 * 60 + 40)) : this.typedAt(occurredAt);
    const commentedAt = new Date(at.getTime() + dice.whole(40, 1_000) * MINUTE_MS);
    const hasComment = profile.tier.order > 50_000 && dice.chance(0.09) && frame.isOver(commentedAt);
    const about = judgement.disposition === 'sent' ? 'chosen' : this.aboutOn(beat.day);
    const ticks = judgement.disposition === 'reached' && hasNorm(beat.channel) ? ticksOf(profile.owner.reach, dice.for(`ticks ${beat.day}`)) : undefined;
    this.dueDay = null;
    if (next.kind === 'touchpoint' && next.on !== undefined && following) this.dueDay = frame.dayOf(next.on);
    return {
      kind: 'contact', at, occurredAt, channel: beat.channel, ...judgement, text, person, about, next,
      ...(beat.reached && { stage: beat.reached }), ...(ticks && { ticks }), ...(hasComment && { comment: { text: dice.pick(profile.words.comments), at: commentedAt } }),
    };
  }

  /** Mostly the day on which it then happened; people are early and late, and at times leave it to the cadence. */
  private nextFor(beat: Beat, following: Beat): Next {
    const { profile, frame, dice } = this;
    const gap = following.day - following.attempts - beat.day;
    const isCalm = following.phase === 'keep' || following.phase === 'service';
    if (isCalm && dice.chance(0.3)) return { kind: 'cadence' };
    const shift = gap > 16 && dice.chance(0.07) ? -dice.whole(8, 11) : dice.weighted([[0, 72], [-1, 9], [-2, 5], [-3, 2], [1, 8], [2, 4]]);
    const day = Math.max(beat.day + 1, following.day - following.attempts + shift);
    const purpose = phrase(profile, profile.words.purposes[following.phase], { person: 0 }, dice);
    const channel = dice.chance(0.8) ? following.channel : undefined;
    return { kind: 'touchpoint', on: frame.on(day), purpose, ...(channel && { channel }), isPromised: dice.chance(0.12) };
  }

  /** A date that nobody kept is marked as missed, some days before the customer is contacted after all. */
  private miss(following: Beat): void {
    const day = Math.min(following.day - following.attempts - 1, (this.dueDay ?? 0) + this.dice.whole(2, 4));
    this.steps.push({ kind: 'missed', at: this.frame.moment(day, this.dice) });
    this.dueDay = null;
  }

  private aboutOn(day: number): ContactStep['about'] {
    return this.dueDay === null || Math.abs(this.dueDay - day) <= FOUND_WITHIN ? 'found' : 'chosen';
  }

  private typedAt(occurredAt: Date): Date {
    const at = new Date(occurredAt.getTime() + this.dice.whole(1, 12) * MINUTE_MS + this.dice.whole(0, 59_000));
    return this.frame.isOver(at) ? at : occurredAt;
  }
}
