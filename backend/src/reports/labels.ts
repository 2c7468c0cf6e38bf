import type { Language, LocalisedNames } from '../kernel/index.ts';
import { nameIn } from '../kernel/index.ts';
import type { Dimension } from './registry/dimensions.ts';
import type { Keys, Read } from './reading.ts';

/** A value of a dimension and what it is called: `label` in no particular language, `names` by language; neither for what was typed. */
export interface DimensionValue {
  readonly key: string | null;
  readonly label: string | null;
  readonly names: LocalisedNames | null;
}

interface LabelRow {
  key: string;
  label: string | null;
  names: LocalisedNames | null;
  position: number;
}

/** Finds the labels of references. */
export const labelsQuery = (kind: string, keys: readonly string[] | null) => ({
  text: `SELECT key, label, names, position FROM report_labels WHERE kind = $1 AND ($2::text[] IS NULL OR key = ANY($2::text[]))`,
  values: [kind, keys],
});

/** What a value is called in a language; empty for "not recorded". */
export const labelOf = ({ key, label, names }: DimensionValue, language: Language): string => label ?? (names ? nameIn(names, language) : (key ?? ''));

/** The values that occur in a dimension, in the order in which people expect them; "not recorded" comes last. */
export async function valuesOf(read: Read, dimension: Dimension, keys: readonly (string | null)[], language: Language): Promise<DimensionValue[]> {
  const known = [...new Set(keys)].filter((key) => key !== null);
  const none = keys.includes(null) ? [{ key: null, label: null, names: null }] : [];
  return [...(dimension.kind === 'reference' ? await references(read, dimension, known, language) : inOrder(dimension, known, language)), ...none];
}

async function references(read: Read, { labels }: Dimension, keys: readonly string[], language: Language): Promise<DimensionValue[]> {
  const found = new Map((await read<LabelRow>(labelsQuery(labels ?? '', keys))).map((row) => [row.key, row]));
  const rows = keys.map((key) => found.get(key) ?? { key, label: key, names: null, position: 0 });
  rows.sort((a, b) => a.position - b.position || labelOf(a, language).localeCompare(labelOf(b, language), language));
  return rows.map(({ key, label, names }) => ({ key, label, names }));
}

function inOrder({ kind, values = {} }: Dimension, keys: readonly string[], language: Language): DimensionValue[] {
  const order = Object.keys(values);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const compare = (a: string, b: string): number => (kind === 'time' ? (a < b ? -1 : 1) : place(a) - place(b) || a.localeCompare(b, language));
  return keys.toSorted(compare).map((key) => ({ key, label: null, names: values[key] ?? null }));
}

/** Sorts rows by their values in the order of the dimensions' own lists. */
export function inOrderOfValues<T extends { readonly keys: Keys }>(rows: readonly T[], values: readonly (readonly DimensionValue[])[]): T[] {
  const places = values.map((list) => new Map(list.map(({ key }, i) => [key, i])));
  const placeOf = (row: T, i: number): number => places[i]?.get(row.keys[i] ?? null) ?? 0;
  return rows.toSorted((a, b) => {
    const differs = values.findIndex((_, i) => placeOf(a, i) !== placeOf(b, i));
    return differs < 0 ? 0 : placeOf(a, differs) - placeOf(b, differs);
  });
}
