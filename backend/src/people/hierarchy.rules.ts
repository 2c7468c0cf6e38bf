/** Whether putting `id` below `above` would make a circle; `parentOf` says who is above whom today. */
export function makesCircle(parentOf: ReadonlyMap<string, string | null>, id: string, above: string | null): boolean {
  const met = new Set<string>();
  for (let at = above; at !== null && !met.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true;
    met.add(at);
  }
  return false;
}

/** Orders a tree from the top, each entry followed by those below it in the given order, with its depth; an entry whose parent is not listed stands at the top. */
export function inTreeOrder<T extends { id: string; parentId: string | null }>(entries: readonly T[]): { entry: T; depth: number }[] {
  const known = new Set(entries.map(({ id }) => id));
  const below = new Map<string | null, T[]>();
  for (const entry of entries) {
    const parent = entry.parentId !== null && known.has(entry.parentId) ? entry.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), entry]);
  }
  const from = (parent: string | null, depth: number): { entry: T; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((entry) => [{ entry, depth }, ...from(entry.id, depth + 1)]);
  return from(null, 0);
}
