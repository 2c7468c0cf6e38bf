import { type LocalDate, type WorkingCalendar, addWorkingDays, dayNumber } from '../../kernel/index.ts';
import type { Validity } from '../follow-up.entity.ts';

/** Working days before and after its due day in which a contact counts for a touchpoint. */
export const WINDOW_DAYS = 5;

/** An open touchpoint of the customer, as far as matching needs it. */
export interface Candidate {
  readonly id: string;
  readonly ownerId: string;
  readonly channelId: string | null;
  readonly dueOn: LocalDate;
  readonly isPromised: boolean;
  /** The day on which it was planned. */
  readonly plannedOn: LocalDate;
  /** The first and the last day on which a contact counts, where a plan says so; else it is the usual window. */
  readonly windowFrom?: LocalDate | null;
  readonly windowUntil?: LocalDate | null;
  /** True when it was already counted as missed: only a contact inside of its window, logged late, keeps it again. */
  readonly isMissed?: boolean;
}

/** A contact, as far as matching needs it; `on` is its day where its author is. */
export interface MatchableContact {
  readonly authorId: string;
  readonly channelId: string;
  readonly on: LocalDate;
  readonly dispositionKind: string;
}

/** Why a contact counts for a touchpoint: somebody said so, it lies in the window that a plan gave it (logged in time, or late), or what they have in common beside the customer and the usual window. */
export type CountedBecause = 'chosen' | 'plan_window' | 'plan_window_late' | 'same_owner_and_channel' | 'same_owner' | 'same_channel' | 'in_window';

/** The touchpoint that a contact is about, and why. */
export interface Match<T extends Candidate> {
  readonly touchpoint: T;
  readonly because: CountedBecause;
}

/**
 * Whether a contact keeps a touchpoint at all: somebody was reached, or a message was sent. An attempt leaves the touchpoint open, and so does a contact that was found
 * invalid: it would count in the attainment of a plan, and what is invalid counts in no rate.
 */
export const keepsTouchpoint = (dispositionKind: string, validity: Validity = 'unassessed'): boolean => validity !== 'invalid' && (dispositionKind === 'reached' || dispositionKind === 'sent');

/**
 * The open touchpoint that a contact is about when nobody chose one: of those in whose plan's window it lies, or else due within five working days of it, and planned
 * no later than its day, first by owner (the author's own), then channel (the same), then nearest due day, then promised ones, then the older due day and the id. A message that was merely
 * sent is about touchpoints of its own channel, or of none.
 */
export function matchTouchpoint<T extends Candidate>(contact: MatchableContact, open: readonly T[], calendar: WorkingCalendar): Match<T> | null {
  const first = addWorkingDays(contact.on, -WINDOW_DAYS, calendar);
  const last = addWorkingDays(contact.on, WINDOW_DAYS, calendar);
  const isPossible = (candidate: T): boolean =>
    (isInPlanWindow(contact, candidate) || (isUsual(contact, candidate) && candidate.dueOn >= first && candidate.dueOn <= last)) && candidate.plannedOn <= contact.on
    && (contact.dispositionKind !== 'sent' || candidate.channelId === null || candidate.channelId === contact.channelId);
  const [touchpoint] = open.filter(isPossible).sort(nearestTo(contact));
  return touchpoint ? { touchpoint, because: reasonOf(contact, touchpoint) } : null;
}

const isInPlanWindow = ({ on }: MatchableContact, { windowFrom, windowUntil }: Candidate): boolean => Boolean(windowFrom && windowUntil && on >= windowFrom && on <= windowUntil);

// Somebody who moves a touchpoint out of its plan's window means the new day; one that is open after its window waits for an owner who was away.
const isUsual = ({ on }: MatchableContact, { dueOn, windowFrom, windowUntil, isMissed }: Candidate): boolean =>
  !isMissed && (!windowFrom || !windowUntil || dueOn < windowFrom || dueOn > windowUntil || on > windowUntil);

function nearestTo(contact: MatchableContact): (a: Candidate, b: Candidate) => number {
  const day = dayNumber(contact.on);
  const keysOf = (candidate: Candidate): number[] => [
    candidate.ownerId === contact.authorId ? 0 : 1,
    candidate.channelId === contact.channelId ? 0 : 1,
    Math.abs(dayNumber(candidate.dueOn) - day),
    candidate.isPromised ? 0 : 1,
    dayNumber(candidate.dueOn),
  ];
  return (a, b) => {
    const [left, right] = [keysOf(a), keysOf(b)];
    const at = left.findIndex((key, i) => key !== right[i]);
    if (at >= 0) return Number(left[at]) - Number(right[at]);
    return a.id < b.id ? -1 : 1;
  };
}

function reasonOf(contact: MatchableContact, candidate: Candidate): CountedBecause {
  const { ownerId, channelId } = candidate;
  if (isInPlanWindow(contact, candidate)) return candidate.isMissed ? 'plan_window_late' : 'plan_window';
  const isOwn = ownerId === contact.authorId;
  if (channelId !== contact.channelId) return isOwn ? 'same_owner' : 'in_window';
  return isOwn ? 'same_owner_and_channel' : 'same_channel';
}
