import fc from 'fast-check';
import { columnOf, plainNumber, textOfIsoDate, textOfNumber, unescaped } from './cell-texts.rules.ts';
import { type NumberMeaning, builtInMeaning, meaningOfFormat } from './number-formats.rules.ts';
import { address } from './sheet.testing.ts';

describe('the number in a cell', () => {
  it.each([
    ['13912345678', '13912345678'], ['1.3912345678E10', '13912345678'], ['8613912345678901234', '8613912345678901234'], ['0.1', '0.1'], ['0.30000000000000004', '0.3'], ['-12.50', '-12.5'],
    ['1E-7', '0.0000001'], ['1.5E21', '1500000000000000000000'], ['#N/A', '#N/A'], ['', ''],
  ])('%s is written %s', (raw, text) => expect(plainNumber(raw)).toBe(text));

  it('is written without an exponent, and is the same number again', () => {
    fc.assert(fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
      const text = plainNumber(String(value));
      expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 1e-14, 1e-20));
    }));
  });

  it.each<[string, NumberMeaning, string]>([
    ['45725', 'day', '2025-03-09'], ['1', 'day', '1900-01-01'], ['59', 'day', '1900-02-28'], ['61', 'day', '1900-03-01'], ['0', 'day', ''], ['45725.5', 'day', '2025-03-09 12:00:00'],
    ['45725', 'moment', '2025-03-09 00:00:00'], ['45725.399305555555', 'moment', '2025-03-09 09:35:00'], ['45725.99999999', 'day', '2025-03-10'], ['0.3958333333333333', 'time', '09:30:00'],
    ['1.25', 'duration', '30:00:00'], ['0.00109953703703704', 'duration', '0:01:35'], ['138', { digits: 11 }, '00000000138'], ['-5', 'day', '-5'], ['9999999', 'day', '9999999'], ['x', 'day', 'x'],
  ])('%s as %j is %s', (raw, meaning, text) => expect(textOfNumber(raw, meaning, false)).toBe(text));

  it('counts its days from 1904 where the file says so', () => {
    expect(textOfNumber('44263', 'day', true)).toBe('2025-03-09');
    expect(textOfNumber('0', 'day', true)).toBe('1904-01-01');
  });

  it.each<[string, NumberMeaning]>([
    ['General', 'number'], ['0.00%', 'number'], ['#,##0.00;[Red]-#,##0.00', 'number'], ['"day "0', 'number'], ['0', 'number'], ['yyyy/m/d', 'day'], ['[$-804]yyyy"年"m"月"d"日";@', 'day'], ['mmmm', 'day'],
    ['dd.mm.yyyy hh:mm', 'moment'], ['h:mm AM/PM', 'time'], ['mm:ss', 'time'], ['[h]:mm', 'duration'], ['[Red]yyyy', 'day'], ['000000', { digits: 6 }], ['\\d0', 'number'],
  ])('the format %s is of a %j', (code, meaning) => expect(meaningOfFormat(code)).toEqual(meaning));

  it.each<[number, NumberMeaning]>([[0, 'number'], [2, 'number'], [14, 'day'], [20, 'time'], [22, 'moment'], [31, 'day'], [33, 'time'], [46, 'duration'], [58, 'day'], [49, 'number']])('the format with the number %i is of a %s', (id, meaning) => expect(builtInMeaning(id)).toBe(meaning));

  it('has ISO dates, escaped characters and addresses', () => {
    expect(['2025-03-09T00:00:00', '2025-03-09T14:30:00Z', '2025-03-09', 'soon'].map(textOfIsoDate)).toEqual(['2025-03-09', '2025-03-09 14:30:00', '2025-03-09', 'soon']);
    expect(['a_x000D_b', '_x005F_x000D_', 'plain_text'].map(unescaped)).toEqual(['a\rb', '_x000D_', 'plain_text']);
    expect([columnOf('A1'), columnOf('AB12'), columnOf(undefined), columnOf('7')]).toEqual([0, 27, null, null]);
    fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnOf(address(0, column))).toBe(column)));
  });
});
