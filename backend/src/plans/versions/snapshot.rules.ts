/** A plan as it was submitted, in plain values: names beside identifiers, so that it reads the same in ten years. */
export interface Snapshot {
  readonly plan: Readonly<Record<string, unknown>>;
  readonly items: readonly SnapshotItem[];
}

/** An item in it. */
export interface SnapshotItem {
  readonly id: string;
  readonly objective: string;
  readonly [field: string]: unknown;
}

/** One difference between two versions: of the plan (no item) or of an item; `before` null when it was added, `after` null when it was taken away. */
export interface Difference {
  readonly itemId: string | null;
  /** What the item is for, in the newer version where it is in both. */
  readonly item: string | null;
  /** The field that differs; null when the whole item came or went. */
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const fieldsOf = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => field !== 'id' && !isSame(before[field], after[field]));

/** What differs from the earlier version to the later one: the plan's own fields, then item by item in the order of the later one, then what was taken away. */
export function differencesOf(before: Snapshot, after: Snapshot): Difference[] {
  const own = fieldsOf(before.plan, after.plan).map((field) => ({ itemId: null, item: null, field, before: before.plan[field] ?? null, after: after.plan[field] ?? null }));
  const changed = after.items.flatMap((item): Difference[] => {
    const old = before.items.find(({ id }) => id === item.id);
    if (!old) return [{ itemId: item.id, item: item.objective, field: null, before: null, after: item.objective }];
    return fieldsOf(old, item).map((field) => ({ itemId: item.id, item: item.objective, field, before: old[field] ?? null, after: item[field] ?? null }));
  });
  const gone = before.items.filter(({ id }) => !after.items.some((item) => item.id === id)).map((item) => ({ itemId: item.id, item: item.objective, field: null, before: item.objective, after: null }));
  return [...own, ...changed, ...gone];
}
