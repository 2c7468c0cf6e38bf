import type { LocalDate } from '../../kernel/index.ts';

/** A touchpoint of a plan as it stands when the plan is changed. */
export interface Standing {
  readonly state: 'scheduled' | 'done' | 'missed' | 'cancelled';
  readonly closedReason: string | null;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowUntil: LocalDate;
  readonly timesMoved: number;
  /** True when a time was agreed or the date was promised to the customer. */
  readonly isPromised: boolean;
  /** True when its item, its due day or its customer is not in the plan any more. */
  readonly isSurplus: boolean;
  /** True when a text, the place or the channel follows its item. */
  readonly isRewritten: boolean;
  /** True when the change names another person for the contacts of its item. */
  readonly isOwnerChanged: boolean;
}

/** What the plan wants of it now. */
export interface Wanted {
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowUntil: LocalDate;
}

/** Why a touchpoint is left as it is, or keeps its day. */
export const KEPT_REASONS = ['unchanged', 'done', 'missed', 'moved_by_hand', 'promised', 'cancelled_by_hand', 'window_over', 'archived', 'do_not_contact', 'nobody'] as const;
/** One of those. */
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What a change does with a touchpoint, each in exactly one way: it comes, gets another day or window, another owner or text, goes, or is kept. */
export const EFFECTS = ['added', 'moved', 'changed', 'cancelled', 'kept'] as const;
/** One of those. */
export type Effect = (typeof EFFECTS)[number];

/** An effect with what has to be written for it. */
export interface Consequence {
  readonly effect: Effect;
  readonly reason: KeptReason | null;
  /** Null: nothing. Texts, place and channel follow by themselves when something is written. */
  readonly write: Wanted | null;
}

/** Why what the plan itself had cancelled comes back when the plan wants it again. */
const BY_THE_PLAN: readonly string[] = ['left_audience', 'plan_changed'];

const kept = (reason: KeptReason): Consequence => ({ effect: 'kept', reason, write: null });

/**
 * What a change of its plan does with a touchpoint; null for one that the plan cancelled and still does not want. Only what is open is touched: a date moved by hand stays while
 * it lies inside of the new window, a promised one always. `wanted` is null where the plan makes no contact, because of `obstacle` or because the window is over.
 */
export function consequenceOf(now: Standing, wanted: Wanted | null, obstacle: KeptReason | null): Consequence | null {
  if (now.state === 'done' || now.state === 'missed') return kept(now.state);
  if (now.state === 'cancelled') {
    if (now.closedReason === null || !BY_THE_PLAN.includes(now.closedReason)) return kept('cancelled_by_hand');
    return wanted && !now.isSurplus ? { effect: 'added', reason: null, write: null } : null;
  }
  if (now.isSurplus) return { effect: 'cancelled', reason: null, write: null };
  return wanted ? followed(now, wanted) : kept(obstacle ?? 'window_over');
}

function followed(now: Standing, wanted: Wanted): Consequence {
  const { windowFrom, windowUntil } = wanted;
  const ownerId = now.isOwnerChanged ? wanted.ownerId : now.ownerId;
  const isWindowMoved = now.windowFrom !== windowFrom || now.windowUntil !== windowUntil;
  const isInside = now.dueOn >= windowFrom && now.dueOn <= windowUntil;
  const fixed = now.isPromised ? 'promised' : now.timesMoved > 0 && isInside ? 'moved_by_hand' : null;
  const write = { ownerId, dueOn: isWindowMoved && !fixed ? wanted.dueOn : now.dueOn, windowFrom, windowUntil };
  if (isWindowMoved && !fixed) return { effect: 'moved', reason: null, write };
  if (ownerId !== now.ownerId || now.isRewritten) return { effect: 'changed', reason: null, write };
  return isWindowMoved ? { effect: 'kept', reason: fixed, write } : kept('unchanged');
}

const TOLERATED = 0.1;

/** Whether a change needs a decision by somebody above the plan: more than a tenth more contacts. `before` are the contacts of the plan that are not cancelled. */
export const needsDecision = ({ before, added, cancelled }: { before: number; added: number; cancelled: number }): boolean => added - cancelled > before * TOLERATED;
