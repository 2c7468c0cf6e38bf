import { Refusal } from "./errors.js";
import { isLocalDate } from "./local-dates.js";
const VERSION = 1;
const MAX_LENGTH = 2_000;
const MAX_KEYS = 8;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const LOOKS_LIKE = {
    // PostgreSQL can not store U+0000 in a text.
    text: (key) => typeof key === 'string' && !key.includes('\0'),
    number: (key) => typeof key === 'number',
    integer: (key) => Number.isSafeInteger(key),
    date: (key) => isLocalDate(key),
    instant: (key) => typeof key === 'string' && INSTANT.test(key) && isLocalDate(key.slice(0, 10)) && !Number.isNaN(Date.parse(key)),
    uuid: (key) => typeof key === 'string' && UUID.test(key),
};
/** Writes the sort values of the last row as an opaque cursor, safe in a URL; RangeError for values that JSON can not hold. */
export function encodeCursor(keys) {
    if (keys.some((key) => typeof key === 'number' && !Number.isFinite(key)))
        throw new RangeError('a cursor holds finite numbers only');
    const text = Buffer.from(JSON.stringify([VERSION, ...keys])).toString('base64url');
    if (text.length > MAX_LENGTH || keys.length > MAX_KEYS)
        throw new RangeError('too much for a cursor');
    return text;
}
/** Reads a cursor back; refuses anything that is not ours, or whose keys are not of the given kinds in that order, with 400 `bad_cursor`. */
export function decodeCursor(text, kinds) {
    const [version, ...keys] = readArray(text);
    if (version !== VERSION || keys.length > MAX_KEYS || !keys.every(isCursorKey))
        throw badCursor();
    if (kinds && (kinds.length !== keys.length || !keys.every((key, i) => fits(key, kinds[i]))))
        throw badCursor();
    return keys;
}
/** The number of rows to read: the one asked for, cut to 1 … `max`, or `fallback` when none, or no number, was given. */
export function pageLimit(asked, { fallback, max } = { fallback: 50, max: 200 }) {
    const number = typeof asked === 'string' && asked.trim() !== '' ? Number(asked) : asked;
    if (typeof number !== 'number' || Number.isNaN(number))
        return Math.min(fallback, max);
    return Math.min(Math.max(Math.trunc(number), 1), max);
}
/** Makes a page of `limit` rows out of a reading of `limit + 1`: the row too many tells that there is a next page, which starts after the last row shown. */
export function pageOf(rows, limit, keysOf) {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}
function readArray(text) {
    if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text))
        throw badCursor();
    try {
        const value = JSON.parse(Buffer.from(text, 'base64url').toString());
        if (Array.isArray(value))
            return value;
    }
    catch {
        // Falls through to the same refusal: the caller need not know in which way it is rubbish.
    }
    throw badCursor();
}
function isCursorKey(value) {
    return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
function fits(key, kind) {
    if (key === null)
        return kind.endsWith('?');
    return LOOKS_LIKE[kind.replace('?', '')](key);
}
function badCursor() {
    return new Refusal('bad_cursor', 400);
}
