import type { Import } from '../import.entity.ts';

const DAY_MS = 86_400_000;

/** For so long an import can be taken back. */
export const UNDO_DAYS = 30;

/** Until when an import that is over can be taken back; null while it is not over, or was taken back. A failed one has perhaps come half the way. */
export function undoableUntil({ state, finishedAt }: Pick<Import, 'state' | 'finishedAt'>): Date | null {
  if ((state !== 'done' && state !== 'failed') || !finishedAt) return null;
  return new Date(finishedAt.getTime() + UNDO_DAYS * DAY_MS);
}
