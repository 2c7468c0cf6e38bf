import { type Period, addDays } from '../kernel/index.ts';
import { tooManyRows } from './refusals.ts';
import type { Dimension } from './registry/dimensions.ts';
import type { Part } from './registry/measures.ts';
import { type Question, partsOf } from './question.ts';
import { MOST_ROWS, type NumbersRow, bucketsQuery, changesQuery, numbersQuery } from './sql/numbers.ts';
import type { Query } from './sql/parameters.ts';

/** Runs one statement of a question. */
export type Read = <T extends object>(query: Query) => Promise<T[]>;

/** The values of the dimensions of a row. */
export type Keys = readonly (string | null)[];

/** The numbers of a row by column; a column that has no meaning for the breakdown is missing. */
export type Numbers = Readonly<Record<string, number>>;

/** What a question comes to in one period. */
export interface Reading {
  readonly rows: readonly { readonly keys: Keys; readonly numbers: Numbers }[];
  readonly total: Numbers;
  /** First days of all buckets of the time dimension in order; empty without one. */
  readonly buckets: readonly string[];
}

type Table = Map<string, { keys: Keys; numbers: Record<string, number> }>;

/** Reads the numbers of a question in a period, broken down by the given dimensions. The total is a question of its own. */
export async function readNumbers(read: Read, question: Question, period: Period, by: readonly Dimension[]): Promise<Reading> {
  const parts = partsOf(question);
  const total: Record<string, number> = {};
  for (const part of parts) Object.assign(total, numbersOf(part, (await read<NumbersRow>(numbersQuery(part, question, period, [])))[0]));
  if (!by.length) return { rows: [], total, buckets: [] };
  const shown = parts.filter(({ relation }) => relation !== 'uncontacted' || by.every(({ source }) => source !== 'journey'));
  const time = by.findIndex(({ kind }) => kind === 'time');
  const readings = [];
  for (const part of shown) {
    const isRunning = part.relation === 'stock' && time >= 0;
    const rows = await read<NumbersRow>(isRunning ? changesQuery(question, period, by) : numbersQuery(part, question, period, by));
    if (rows.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
    readings.push({ part, isRunning, entries: rows.map((row) => ({ keys: keysOf(row, by.length), numbers: numbersOf(part, row) })) });
  }
  const days = readings.flatMap(({ entries }) => entries.flatMap(({ keys }) => keys[time] ?? []));
  const buckets = time < 0 ? [] : await bucketsOf(read, question, period, by[time]?.key ?? '', days);
  const table: Table = new Map();
  for (const { part, isRunning, entries } of readings) fill(table, part, isRunning ? runningSums(entries, time, buckets) : entries);
  if (by.length === 1) for (const bucket of buckets) rowAt(table, [bucket]);
  if (table.size > MOST_ROWS) throw tooManyRows(MOST_ROWS);
  const nothing = Object.fromEntries(shown.flatMap(({ columns }) => columns.map(({ key }) => [key, 0])));
  return { rows: [...table.values()].map(({ keys, numbers }) => ({ keys, numbers: { ...nothing, ...numbers } })), total, buckets };
}

const keysOf = (row: NumbersRow, count: number): Keys => Array.from({ length: count }, (_, i) => row[`k${i}`] ?? null);
const numbersOf = ({ columns }: Part, row: NumbersRow | undefined): Record<string, number> => Object.fromEntries(columns.map(({ key }, i) => [key, row?.[`n${i}`] ?? 0]));

function rowAt(table: Table, keys: Keys): { keys: Keys; numbers: Record<string, number> } {
  const name = JSON.stringify(keys);
  let row = table.get(name);
  if (!row) table.set(name, (row = { keys, numbers: {} }));
  return row;
}

function fill(table: Table, { columns }: Part, entries: readonly { keys: Keys; numbers: Numbers }[]): void {
  for (const { keys, numbers } of entries) for (const { key } of columns) rowAt(table, keys).numbers[key] = numbers[key] ?? 0;
}

/** Buckets from the period's first day (of all time: from the first fact) to today or the last fact, whichever is later. */
async function bucketsOf(read: Read, question: Question, { from, until }: Period, grain: string, days: readonly string[]): Promise<string[]> {
  const facts = [...days].sort();
  const first = question.periodName === 'all' ? facts[0] : from;
  const last = [facts.at(-1) ?? '', question.today < until ? question.today : addDays(until, -1)].sort().at(-1);
  if (first === undefined || last === undefined || last < first) return [];
  const buckets = (await read<{ bucket: string }>(bucketsQuery(grain, first, last, question))).map(({ bucket }) => bucket);
  if (buckets.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
  return buckets.filter((bucket) => bucket < until);
}

/** From changes per bucket to what there is at the end of each bucket, for each value of the other dimensions. */
function runningSums(entries: readonly { keys: Keys; numbers: Numbers }[], time: number, buckets: readonly string[]): { keys: Keys; numbers: Numbers }[] {
  const changes: Table = new Map();
  const others: Table = new Map();
  for (const { keys, numbers } of entries) {
    Object.assign(rowAt(changes, keys).numbers, numbers);
    rowAt(others, keys.toSpliced(time, 1));
  }
  return [...others.values()].flatMap(({ keys: other }) => {
    let sum: Numbers = {};
    return buckets.map((bucket) => {
      const keys = other.toSpliced(time, 0, bucket);
      const change = changes.get(JSON.stringify(keys))?.numbers ?? {};
      sum = Object.fromEntries([...new Set([...Object.keys(sum), ...Object.keys(change)])].map((key) => [key, (sum[key] ?? 0) + (change[key] ?? 0)]));
      return { keys, numbers: sum };
    });
  });
}
