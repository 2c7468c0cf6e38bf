import type { CountedBecause } from './matching.rules.ts';

/** The touchpoint that a communication keeps, and why; `chosen` without one: its author said that it keeps none. */
export interface Kept {
  readonly touchpointId: string | null;
  readonly countedBecause: string | null;
}

/** What matching depends on. */
interface Matchable {
  readonly channelId: string | null;
  readonly dispositionId: string | null;
  readonly occurredAt: Date;
  readonly validity: 'unassessed' | 'valid' | 'invalid';
}

/** Whether a correction can change which touchpoint is kept. */
export const isMatchAffected = (before: Matchable, after: Matchable): boolean =>
  before.channelId !== after.channelId || before.dispositionId !== after.dispositionId || before.occurredAt.getTime() !== after.occurredAt.getTime()
  || (before.validity === 'invalid') !== (after.validity === 'invalid');

/** What is kept after a correction: none by a contact that keeps none, the same where nothing asked the rule anew, else what the rule found. A choice that none is kept outlasts every correction. */
export function keptAnew(before: Kept, { isKeeping, isAffected, match }: { isKeeping: boolean; isAffected: boolean; match: { touchpoint: { id: string }; because: CountedBecause } | null }): Kept {
  if (!isKeeping) return { touchpointId: null, countedBecause: before.touchpointId === null ? before.countedBecause : null };
  if (!isAffected) return before;
  return { touchpointId: match?.touchpoint.id ?? null, countedBecause: match?.because ?? null };
}
