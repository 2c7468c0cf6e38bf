/** Where a customer went that was merged into another one. */
export class MergedIntoView {
  id: string;
  name: string;
  /** The merge, to be taken back. */
  mergeId: string;
  /** Until when it can be taken back; null when it can not any more, or another merge builds on it. */
  undoUntil: string | null;
}

/** A merge into this customer that can be taken back. */
export class CustomerMergeView {
  id: string;
  otherId: string;
  otherName: string;
  mergedAt: string;
  byName: string;
  undoUntil: string;
}
