import type { LocalDate, WorkingCalendar } from '../../kernel/index.ts';
import { type DueDays, type Pace, dueDaysOf } from './cadence.rules.ts';

/** How a customer stands to its cadence. */
export const CADENCE_STATES = ['fresh', 'due', 'overdue', 'never_contacted', 'paused', 'none'] as const;
/** One of those. */
export type CadenceState = (typeof CADENCE_STATES)[number];

/** Whose cadence counts. */
export type CadenceTarget = 'tier' | 'segment' | 'customer';

/** Why: whose cadence says so, what is scheduled instead, or what keeps it silent. */
export const CADENCE_REASONS = [
  'by_tier', 'by_segment', 'by_customer', 'touchpoint_scheduled', 'no_next_step', 'paused', 'stopped_after_attempts', 'stopped_on_date', 'stopped_when_converted', 'converted', 'not_open', 'archived',
] as const;
/** One of those. */
export type CadenceReason = (typeof CADENCE_REASONS)[number];

/** What is known of a customer that its cadence depends on. */
export interface CadenceFacts {
  readonly isArchived: boolean;
  readonly isOpen: boolean;
  readonly isWon: boolean;
  readonly target: CadenceTarget;
  readonly pace: Pace;
  /** The last effective contact, else the day first known. */
  readonly anchorOn: LocalDate;
  readonly wasContacted: boolean;
  readonly nextTouchpointOn: LocalDate | null;
  /** Whether the last contact ended with "none, because …". */
  readonly isNoneSaid: boolean;
  readonly pausedUntil: LocalDate | null;
  readonly stopped: 'attempts' | 'converted' | null;
}

/** A state with its reason, and the days that its cadence comes to; none where it asks for nothing. */
export interface CadenceStanding {
  readonly state: CadenceState;
  readonly reason: CadenceReason;
  readonly days: DueDays | null;
}

/**
 * How a customer stands to its cadence. In this order: an archived customer and one that is not open have none; a pause holds until its day; a cadence that stopped asks for
 * nothing; what is scheduled takes its place; whoever was never effectively contacted is that; "none, because …" holds until the maximum; else the two clocks decide.
 */
export function standingOf(facts: CadenceFacts, today: LocalDate, calendar: WorkingCalendar): CadenceStanding {
  const silent = silenced(facts, today);
  if (silent) return { ...silent, days: null };
  const days = dueDaysOf(facts.pace, facts.anchorOn, calendar);
  const by = `by_${facts.target}` as const;
  if (facts.nextTouchpointOn !== null) return { state: 'fresh', reason: 'touchpoint_scheduled', days };
  const isDue = days.dueOn <= today;
  if (facts.isNoneSaid && isDue && days.overdueFrom > today) return { state: 'none', reason: 'no_next_step', days };
  if (!facts.wasContacted) return { state: 'never_contacted', reason: by, days };
  return { state: days.overdueFrom <= today ? 'overdue' : isDue ? 'due' : 'fresh', reason: by, days };
}

/** What keeps a cadence silent; null when nothing does. */
function silenced({ isArchived, isOpen, isWon, pausedUntil, stopped, pace }: CadenceFacts, today: LocalDate): Pick<CadenceStanding, 'state' | 'reason'> | null {
  if (isArchived) return { state: 'none', reason: 'archived' };
  if (!isOpen) return { state: 'none', reason: isWon ? 'converted' : 'not_open' };
  if (pausedUntil !== null && pausedUntil > today) return { state: 'paused', reason: 'paused' };
  if (stopped) return { state: 'none', reason: stopped === 'attempts' ? 'stopped_after_attempts' : 'stopped_when_converted' };
  if (pace.stopOn !== null && pace.stopOn <= today) return { state: 'none', reason: 'stopped_on_date' };
  return null;
}
