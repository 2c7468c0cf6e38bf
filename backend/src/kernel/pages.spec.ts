import fc from 'fast-check';
import { type CursorKey, type CursorKind, decodeCursor, encodeCursor, pageLimit, pageOf } from './pages.ts';

const badCursor = expect.objectContaining({ code: 'bad_cursor', status: 400 }) as Error;
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const uuid = '0198c0de-0000-7000-8000-000000000001';

describe('a cursor', () => {
  it('comes back as it was and is safe in a URL', () => {
    const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)), fc.constant(null));
    fc.assert(fc.property(fc.array(key, { maxLength: 4 }), (keys) => {
      const text = encodeCursor(keys);
      expect(encodeURIComponent(text)).toBe(text);
      expect(decodeCursor(text)).toEqual(keys);
    }));
  });

  it.each([
    '', 'rubbish', '%%%', 'W10=', cursor([]), cursor([2, 'a']), cursor(['1', 'a']), cursor({ 0: 1 }), cursor(null), cursor(7), cursor([1, {}]), cursor([1, true]), cursor([1, ['a']]),
    cursor([1, ...Array<number>(9).fill(0)]), cursor([1, 'x'.repeat(3000)]), Buffer.from('[1,').toString('base64url'), Buffer.from('[1,1e999]').toString('base64url'),
  ])('%s is refused', (text) => expect(() => decodeCursor(text)).toThrow(badCursor));

  it('of any rubbish is refused or holds only primitives', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json().map((json) => Buffer.from(json).toString('base64url'))), (text) => {
      try {
        expect(decodeCursor(text).every((key) => key === null || ['string', 'number'].includes(typeof key))).toBe(true);
      } catch (error) {
        expect(error).toEqual(badCursor);
      }
    }));
  });

  it.each<[CursorKind, CursorKey]>([
    ['text', '王'], ['text', ''], ['number', 1.5], ['integer', -3], ['date', '2026-02-28'], ['instant', '2026-02-28T10:00:00.123456Z'], ['instant', '2026-02-28T10:00:00+08:00'], ['uuid', uuid],
    ['date?', null], ['date?', '2026-02-28'],
  ])('takes for a key of kind %s: %p', (kind, key) => expect(decodeCursor(encodeCursor([key]), [kind])).toEqual([key]));

  it.each<[CursorKind, CursorKey]>([
    ['text', 1], ['text', 'a\0b'], ['number', '1'], ['integer', 1.5], ['integer', '1'], ['date', '2026-02-30'], ['date', 20260228], ['date', null], ['instant', '2026-02-28'], ['instant', '2026-02-30T10:00:00Z'],
    ['instant', '2026-02-28T25:00:00Z'], ['instant', 5], ['uuid', '1; drop table'], ['uuid', 5], ['uuid?', 'x'],
  ])('refuses for a key of kind %s: %p', (kind, key) => expect(() => decodeCursor(encodeCursor([key]), [kind])).toThrow(badCursor));

  it('must have as many keys as kinds', () => {
    expect(() => decodeCursor(encodeCursor(['a']), ['text', 'uuid'])).toThrow(badCursor);
    expect(decodeCursor(encodeCursor(['a', uuid]), ['text', 'uuid'])).toEqual(['a', uuid]);
  });

  it.each<[CursorKey[]]>([[[NaN]], [[Infinity]], [['x'.repeat(3000)]], [Array<number>(9).fill(0)]])('is not made of %p', (keys) => expect(() => encodeCursor(keys)).toThrow(RangeError));
});

describe('the limit of a page', () => {
  it.each<[unknown, number]>([
    [undefined, 50], [null, 50], ['', 50], [' ', 50], ['abc', 50], [NaN, 50], [{}, 50], [20, 20], ['20', 20], [20.9, 20], [0, 1], [-5, 1], ['100000', 200], [Infinity, 200],
  ])('%p → %i', (asked, expected) => expect(pageLimit(asked)).toBe(expected));

  it('keeps to the limits of the list', () => {
    expect([pageLimit(undefined, { fallback: 500, max: 100 }), pageLimit(99, { fallback: 10, max: 40 })]).toEqual([100, 40]);
  });
});

describe('a page', () => {
  it('leads on when there is a row too many', () => {
    const page = pageOf([1, 2, 3], 2, (row) => [row]);
    expect(page.items).toEqual([1, 2]);
    expect(decodeCursor(page.next ?? '')).toEqual([2]);
  });

  it('is the last when there is not', () => {
    expect(pageOf([1, 2], 2, (row) => [row])).toEqual({ items: [1, 2], next: null });
    expect(pageOf<number>([], 2, (row) => [row])).toEqual({ items: [], next: null });
    expect(pageOf([1], 0, (row) => [row])).toEqual({ items: [], next: null });
  });
});
