/** Whether putting `id` below `above` would make a circle; `parentOf` says who is above whom today. */
export function makesCircle(parentOf, id, above) {
    const met = new Set();
    for (let at = above; at !== null && !met.has(at); at = parentOf.get(at) ?? null) {
        if (at === id)
            return true;
        met.add(at);
    }
    return false;
}
/** Orders a tree from the top, each entry followed by those below it in the given order, with its depth; an entry whose parent is not listed stands at the top. */
export function inTreeOrder(entries) {
    const known = new Set(entries.map(({ id }) => id));
    const below = new Map();
    for (const entry of entries) {
        const parent = entry.parentId !== null && known.has(entry.parentId) ? entry.parentId : null;
        below.set(parent, [...(below.get(parent) ?? []), entry]);
    }
    const from = (parent, depth) => (below.get(parent) ?? []).flatMap((entry) => [{ entry, depth }, ...from(entry.id, depth + 1)]);
    return from(null, 0);
}
