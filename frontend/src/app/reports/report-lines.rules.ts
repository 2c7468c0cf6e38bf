import type { View } from '../core/api';

/** A row of an answer with its words. */
export interface Line {
  readonly keys: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly numbers: readonly (number | null)[];
  readonly share: View<'ShareView'> | null;
  readonly previous: View<'ReportNumbersView'> | null;
  /** A bucket of time that is not over yet, or only partly in the period. */
  readonly isPartial: boolean;
}

/** Names a value of the dimension at a place. */
export type Naming = (dimension: View<'ReportAxisView'>, value: View<'ReportValueView'>) => string;

/** The rows of an answer with the words of their values. */
export function linesOf({ dimensions, rows }: View<'ReportView'>, naming: Naming): Line[] {
  const time = dimensions.findIndex(({ kind }) => kind === 'time');
  const partial = new Set(dimensions[time]?.partial);
  const words = dimensions.map((dimension) => new Map(dimension.values.map((value) => [value.key, naming(dimension, value)])));
  return rows.map(({ keys, numbers, share, previous }) => ({
    keys, numbers, share, previous, labels: keys.map((key, i) => words[i]?.get(key) ?? key ?? ''),
    isPartial: partial.has(keys[time] ?? ''),
  }));
}

/** The number that a chart draws: the share where there is one, else the first column; null where nothing can be said. */
export const drawn = ({ numbers, share }: Pick<Line, 'numbers' | 'share'>): number | null => (share ? share.value : (numbers[0] ?? null));

/** The highest and the lowest row, among those that are whole; undefined when there are not two different ones. */
export function extremes(lines: readonly Line[]): { highest: Line; lowest: Line } | undefined {
  const known = lines.filter((line) => !line.isPartial && drawn(line) !== null).sort((a, b) => (drawn(b) ?? 0) - (drawn(a) ?? 0));
  const [highest, lowest] = [known[0], known.at(-1)];
  return highest && lowest && drawn(highest) !== drawn(lowest) ? { highest, lowest } : undefined;
}

/** What opens a number of the answer: `dimension:value` for each dimension of its row. */
export const bucketOf = (dimensions: readonly string[], keys: readonly (string | null)[]): string[] => dimensions.map((dimension, i) => `${dimension}:${keys[i] ?? ''}`);
