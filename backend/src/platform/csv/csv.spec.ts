import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, harmlessCell, restoredCell } from './csv.ts';

describe('a CSV file of ours', () => {
  it.each([['=1+1', "'=1+1"], ['+86 138', "'+86 138"], ['@x', "'@x"], ["'=1", "''=1"], ['-5.20', '-5.20'], ["O'Neill", "O'Neill"], ["'tis", "'tis"], ['－1', "'－1"], ['', '']])(
    'gives %s as %s',
    (text, cell) => expect(harmlessCell(text)).toBe(cell),
  );

  it('holds no cell that begins like a formula', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\'"a1 ＝') }), (text) => !/^[=+@\t\r＝]/.test(harmlessCell(text))));
  });

  it('comes back as it was', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",a1 ＝中😀') }), fc.string({ unit: 'grapheme' }));
    fc.assert(fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = (parse(csvLine(cells)) as string[][]);
      expect(read?.map((cell) => restoredCell(cell))).toEqual(cells);
    }));
  });
});
