import type { KeptReason } from './undo-counts.ts';

/** How many records stay, and why. */
export class KeptRecordsView {
  /** `merged` and `other_import` pass once the merge, or the later import, was taken back itself: then the undo can be asked for again. */
  reason: KeptReason;
  count: number;
}

/** A record that stays. */
export class KeptExampleView {
  /** The customer, also where it is a communication that stays. */
  customerId: string;
  name: string;
  reason: KeptReason;
}

/** What an undo does, or would do. */
export class UndoCountsView {
  /** Records that the import made, and that go. */
  removed: number;
  /** Records that it changed, and that are as before. */
  putBack: number;
  /** Records that it changed, and of which a part stays because somebody has changed it since. */
  partly: number;
  /** Records that stay as they are. */
  kept: KeptRecordsView[];
  /** The first of them. */
  examples: KeptExampleView[];
}

/** What an undo would do at this moment. */
export class UndoPreviewView extends UndoCountsView {
  /** An instant; afterwards the import stays. */
  undoableUntil: string;
}

/** How far an undo has come, or what it came to. */
export class UndoProgressView extends UndoCountsView {
  done: number;
  total: number;
  /** A refusal code that says why it stopped; null otherwise. */
  failure: string | null;
}
