import fc from 'fast-check';
import { matchesText, rank } from './search-match.ts';
import { type SearchName, gramsOf, gramsOfQuery } from './search-text.ts';

const wang = [{ text: '王小明', pinyin: 'wang xiao ming', initials: 'wxm' }];
const bank = [{ text: '北京第一银行' }, { text: 'First Bank of Beijing' }];

describe('a rank', () => {
  it.each<[string, SearchName[], number | null]>([
    ['王小明', wang, 0], ['WXM', wang, 0], ['wang xiao ming', wang, 0], ['wangxiaoming', wang, 0], ['Wang Xiaoming', wang, 0],
    ['王小', wang, 1], ['wx', wang, 1], ['wangx', wang, 1], ['wang x', wang, 1], ['First Ba', bank, 1],
    ['xiao', wang, 2], ['bei fir', bank, 2], ['ming 王', wang, 2],
    ['小明', wang, 3], ['第一', bank, 3], ['iaom', wang, 3], ['eijing', bank, 3], ['明 wang', wang, 3],
    ['王明', wang, 4], ['北银', bank, 4], ['北银 bank', bank, 4],
    ['李', wang, null], ['王李', wang, null], ['ei', bank, null], ['xm', wang, null], ['', wang, null], ['—', wang, null], ['王', [], null],
  ])('of %s', (query, names, expected) => expect(rank(query, names)).toBe(expected));

  it('is given to nothing that the grams would not have found', () => {
    const syllable = fc.constantFrom('wang', 'li', 'xiao', 'an', 'lv', 'e', 'ming');
    const name = fc.record({
      text: fc.array(fc.constantFrom(...'王小明李安·'), { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
      pinyin: fc.array(syllable, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
    });
    const query = fc.array(fc.oneof(syllable, fc.constantFrom(...'王小明李安 ')), { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), query, (names, q) => {
      const { required, loose } = gramsOfQuery(q);
      fc.pre(required.length > 0 && rank(q, names) !== null);
      const grams = new Set(gramsOf(names));
      expect(required.every((gram) => grams.has(gram)) || (loose.length > 0 && loose.every((gram) => grams.has(gram)))).toBe(true);
    }));
  });
});

describe('a text', () => {
  it.each([
    ['Sent the Quote to Müller', 'quote muller', true], ['Sent the quote', 'uote', true], ['Sent the quote', 'ot', false], ['Sent the quote', 'qu', true], ['Sent the quote', 't', true],
    ['报价已发', '报价', true], ['报价已发', '报已', false], ['报价已发 OK', '已发 ok', true], ['Lü', 'lv', true], ['any', '', false], ['any', '!', false],
  ])('%s holds %s: %p', (text, query, expected) => expect(matchesText(text, query)).toBe(expected));

  it('holds characters that stand apart only when asked loosely', () => {
    expect([matchesText('王小明', '王明'), matchesText('王小明', '王明', true), matchesText('王小明', '王李', true), matchesText('wang', 'wng', true)]).toEqual([false, true, false, false]);
  });
});
