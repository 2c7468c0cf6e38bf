/** The list with its item at `from` put to `to`; the same list where one of them does not exist. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from);
  const [item] = items.slice(from, from + 1);
  if (item === undefined || from < 0 || to < 0 || to >= items.length) return [...items];
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The whole list after some of it came into another order: they take the places that they had among them, everything else stays. */
export function inTheirPlaces<T>(all: readonly T[], some: readonly T[]): T[] {
  const inOrder = some.values();
  return all.map((item) => (some.includes(item) ? (inOrder.next().value ?? item) : item));
}
