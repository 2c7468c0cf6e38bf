/** Why a record stays as the import left it, in the order in which the reasons are looked for. */
export const KEPT_REASONS = ['out_of_sight', 'merged', 'records', 'planned', 'commented', 'stage', 'used', 'edited', 'other_import', 'changed_since'] as const;
/** One of these reasons. */
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What an undo does, or would do, with the records of an import. */
export interface UndoCounts {
  /** Records that the import made, and that go. */
  removed: number;
  /** Records that the import changed, and that are as before. */
  putBack: number;
  /** Records that it changed, and of which somebody has changed a part since: that part stays. */
  partly: number;
  kept: Partial<Record<KeptReason, number>>;
}

/** A record that stays, by name. */
export interface KeptExample {
  /** The customer, also where it is a communication that stays. */
  customerId: string;
  name: string;
  reason: KeptReason;
}

/** First what was changed is put back, then what was made goes. */
export const UNDO_PHASES = ['changed', 'created'] as const;
/** One of the two. */
export type UndoPhase = (typeof UNDO_PHASES)[number];

/** How far an undo has come; written with the records themselves, so that a second attempt goes on from here. */
export interface UndoProgress {
  byId: string;
  /** An instant. */
  at: string;
  phase: UndoPhase;
  /** The last record dealt with in this phase. */
  after: string | null;
  done: number;
  total: number;
  counts: UndoCounts;
  examples: KeptExample[];
  /** A refusal code that says why it stopped. */
  failure: string | null;
}

const MAX_EXAMPLES = 20;

/** Nothing yet. */
export const noCounts = (): UndoCounts => ({ removed: 0, putBack: 0, partly: 0, kept: {} });

/** What an earlier undo of the same import has done already; what stayed then is looked at again. */
export const countsSoFar = (earlier: UndoProgress | null): UndoCounts => ({ ...(earlier?.counts ?? noCounts()), kept: {} });

/** Two parts together. */
export function together(a: UndoCounts, b: UndoCounts): UndoCounts {
  const kept = { ...a.kept };
  for (const reason of KEPT_REASONS) if (b.kept[reason]) kept[reason] = (kept[reason] ?? 0) + b.kept[reason];
  return { removed: a.removed + b.removed, putBack: a.putBack + b.putBack, partly: a.partly + b.partly, kept };
}

/** The first of the records that stay. */
export const firstOf = (examples: readonly KeptExample[], more: readonly KeptExample[]): KeptExample[] => [...examples, ...more].slice(0, MAX_EXAMPLES);
