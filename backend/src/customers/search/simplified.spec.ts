import fc from 'fast-check';
import { simplified, spokenForm } from './simplified.ts';

describe('simplified characters', () => {
  it.each([['張偉', '张伟'], ['臺灣', '台湾'], ['裡裏', '里里'], ['長發', '长发'], ['Müller 公司 Ⅳ', 'Müller 公司 IV'], ['Müller Ⅳ', 'Müller Ⅳ'], ['乾坤', '干坤']])('%s are %s', (text, expected) => expect(simplified(text)).toBe(expected));

  it('stay as they are, and are read as they are where the traditional one is a word of its own', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'張偉臺灣重慶長銀後於乾ABC '), { maxLength: 8 }), (list) => {
      const once = simplified(list.join(''));
      expect(simplified(once)).toBe(once);
    }));
    expect([spokenForm('乾坤'), spokenForm('重慶乾')]).toEqual(['乾坤', '重庆乾']);
  });
});
