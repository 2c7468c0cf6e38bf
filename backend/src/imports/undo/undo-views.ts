import { KEPT_REASONS, type KeptExample, type UndoCounts, type UndoProgress } from './undo-counts.ts';
import type { UndoCountsView, UndoProgressView } from './undo.dto.ts';

/** Counts as a page shows them: the reasons that occur, in their order. */
export const countsView = ({ kept, ...counts }: UndoCounts, examples: readonly KeptExample[]): UndoCountsView => ({
  ...counts,
  kept: KEPT_REASONS.flatMap((reason) => (kept[reason] ? [{ reason, count: kept[reason] }] : [])),
  examples: examples.map(({ customerId, name, reason }) => ({ customerId, name, reason })),
});

/** An undo that was begun, as a page shows it. */
export const progressView = ({ done, total, failure, counts, examples }: UndoProgress): UndoProgressView => ({ ...countsView(counts, examples), done, total, failure });
