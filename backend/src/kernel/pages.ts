import { Refusal } from './errors.ts';
import { isLocalDate } from './local-dates.ts';

/** One sort value of the last row of a page. */
export type CursorKey = string | number | null;

/** What a cursor key must look like before it may reach a statement; a trailing `?` allows null. */
export type CursorKind = CursorKindGiven | `${CursorKindGiven}?`;

type CursorKindGiven = 'text' | 'number' | 'integer' | 'date' | 'instant' | 'uuid';

/** One page of a list: `next` is the opaque cursor of the page after it, null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Limits on the number of rows in a page. */
export interface PageLimits {
  readonly fallback: number;
  readonly max: number;
}

const VERSION = 1;
const MAX_LENGTH = 2_000;
const MAX_KEYS = 8;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const LOOKS_LIKE: Readonly<Record<CursorKindGiven, (key: string | number) => boolean>> = {
  // PostgreSQL can not store U+0000 in a text.
  text: (key) => typeof key === 'string' && !key.includes('\0'),
  number: (key) => typeof key === 'number',
  integer: (key) => Number.isSafeInteger(key),
  date: (key) => isLocalDate(key),
  instant: (key) => typeof key === 'string' && INSTANT.test(key) && isLocalDate(key.slice(0, 10)) && !Number.isNaN(Date.parse(key)),
  uuid: (key) => typeof key === 'string' && UUID.test(key),
};

/** Writes the sort values of the last row as an opaque cursor, safe in a URL; RangeError for values that JSON can not hold. */
export function encodeCursor(keys: readonly CursorKey[]): string {
  if (keys.some((key) => typeof key === 'number' && !Number.isFinite(key))) throw new RangeError('a cursor holds finite numbers only');
  const text = Buffer.from(JSON.stringify([VERSION, ...keys])).toString('base64url');
  if (text.length > MAX_LENGTH || keys.length > MAX_KEYS) throw new RangeError('too much for a cursor');
  return text;
}

/** Reads a cursor back; refuses anything that is not ours, or whose keys are not of the given kinds in that order, with 400 `bad_cursor`. */
export function decodeCursor(text: string, kinds?: readonly CursorKind[]): CursorKey[] {
  const [version, ...keys] = readArray(text);
  if (version !== VERSION || keys.length > MAX_KEYS || !keys.every(isCursorKey)) throw badCursor();
  if (kinds && (kinds.length !== keys.length || !keys.every((key, i) => fits(key, kinds[i] as CursorKind)))) throw badCursor();
  return keys;
}

/** The number of rows to read: the one asked for, cut to 1 … `max`, or `fallback` when none, or no number, was given. */
export function pageLimit(asked: unknown, { fallback, max }: PageLimits = { fallback: 50, max: 200 }): number {
  const number = typeof asked === 'string' && asked.trim() !== '' ? Number(asked) : asked;
  if (typeof number !== 'number' || Number.isNaN(number)) return Math.min(fallback, max);
  return Math.min(Math.max(Math.trunc(number), 1), max);
}

/** Makes a page of `limit` rows out of a reading of `limit + 1`: the row too many tells that there is a next page, which starts after the last row shown. */
export function pageOf<T>(rows: readonly T[], limit: number, keysOf: (row: T) => readonly CursorKey[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}

function readArray(text: string): unknown[] {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) throw badCursor();
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(value)) return value;
  } catch {
    // Falls through to the same refusal: the caller need not know in which way it is rubbish.
  }
  throw badCursor();
}

function isCursorKey(value: unknown): value is CursorKey {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function fits(key: CursorKey, kind: CursorKind): boolean {
  if (key === null) return kind.endsWith('?');
  return LOOKS_LIKE[kind.replace('?', '') as CursorKindGiven](key);
}

function badCursor(): Refusal {
  return new Refusal('bad_cursor', 400);
}
