import type { Import } from '../import.entity.ts';

const DAY_MS = 86_400_000;

/** For so long an import can be taken back. */
export const UNDO_DAYS = 30;

/** What stayed because of these goes once the merge, or the later import, was taken back itself. */
const PASSING = ['merged', 'other_import'] as const;

/** Until when an import that is over can be taken back; null while it is not over, or was taken back and nothing of it stayed for a reason that can pass. A failed one has perhaps come half the way. */
export function undoableUntil({ state, finishedAt, undo }: Pick<Import, 'state' | 'finishedAt' | 'undo'>): Date | null {
  const isLeft = state === 'undone' && PASSING.some((reason) => (undo?.counts.kept[reason] ?? 0) > 0);
  if ((state !== 'done' && state !== 'failed' && !isLeft) || !finishedAt) return null;
  return new Date(finishedAt.getTime() + UNDO_DAYS * DAY_MS);
}
