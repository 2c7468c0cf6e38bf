import fc from 'fast-check';
import { type SearchName, gramsOf, gramsOfQuery, searchTextOf, tokensOf } from './search-text.ts';

const han = fc.constantFrom(...'王小明李张伟欧阳娜𠮷龍龙臺台北京切点客户');
const hanName = fc.array(han, { minLength: 2, maxLength: 8 }).map((list) => list.join(''));
const word = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 2, maxLength: 12 }).map((list) => list.join(''));
const finds = (query: string, names: SearchName[], by: 'required' | 'loose' = 'required'): boolean => {
  const sought = gramsOfQuery(query)[by];
  const grams = new Set(gramsOf(names));
  return sought.length > 0 && sought.every((gram) => grams.has(gram));
};

describe('folded text', () => {
  it.each([
    ['  Café   MÜLLER ', 'cafe muller'], ['ＡＢＣ１２３', 'abc123'], ['Łódź Øre Straße Æsir', 'lodz ore strasse aesir'], ['İstanbul ısı', 'istanbul isi'],
    ['Lǚ Bù', 'lu bu'], ["O'Brien’s xi'an", 'obriens xian'], ['臺灣 龍 龙', '臺灣 龍 龙'], ['Ann\u200b\u00adHam', 'annham'], ['葛\u{e0100}', '葛'],
    ['パーティー', 'パーティー'], ['한국', '한국'], ['ﬁnance', 'finance'], ['Nguyễn Thị', 'nguyen thi'], ['', ''],
  ])('%s → %s', (text, expected) => expect(searchTextOf(text)).toBe(expected));

  it('is cut alike whether or not it is plain ASCII', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const withChinese = tokensOf(`${searchTextOf(text)} 王`).slice(0, -1);
      expect(tokensOf(searchTextOf(text))).toEqual(withChinese);
    }));
  });

  it('stays as it is when folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(searchTextOf(searchTextOf(text))).toBe(searchTextOf(text));
    }), { numRuns: 1000 });
  });
});

describe('the grams of a name', () => {
  it('are characters and pairs of Chinese, and trigrams, beginning and whole of words', () => {
    expect(gramsOf([{ text: '王小明' }]).sort()).toEqual(['王', '小', '明', '王小', '小明'].sort());
    expect(gramsOf([{ text: 'Wang' }]).sort()).toEqual(['=wang', '^wa', 'ang', 'wan']);
    expect(gramsOf([{ text: 'A公司' }]).sort()).toEqual(['=a', '公', '公司', '司'].sort());
  });

  it('hold pinyin joined and by syllables, and initials', () => {
    expect(gramsOf([{ text: '王明', pinyin: 'wang ming', initials: 'wm' }])).toEqual(expect.arrayContaining(['王明', '=wangming', '=wang', '=ming', '^mi', 'ngm', '=wm', '^wm']));
    expect(gramsOf([{ text: '王明', pinyin: 'wangming', initials: 'w m' }])).toEqual(expect.arrayContaining(['=wangming', '=wm']));
  });

  it('come once and from all names', () => {
    const grams = gramsOf([{ text: '王王王' }, { text: '王' }]);
    expect(grams.sort()).toEqual(['王', '王王']);
    expect(gramsOf([])).toEqual([]);
  });
});

describe('the grams of a query', () => {
  it.each([
    ['王小明', ['王小', '小明'], ['王', '小', '明']], ['王', ['王'], []], ['wang', ['wan', 'ang'], []], ['wa', ['^wa'], []], ['w', [], []], ['', [], []], ['?!', [], []],
    ['王明 abc', ['王明', 'abc'], ['王', '明', 'abc']], ['wang x', ['wan', 'ang'], []], ['王 明', ['王', '明'], []], ['王王', ['王王'], ['王']], ['𠮷野', ['𠮷野'], ['𠮷', '野']],
    ['京·大', ['京', '大'], []], ['13800', ['138', '380', '800'], []],
  ])('%s', (query, required, loose) => expect(gramsOfQuery(query)).toEqual({ required, loose }));

  it('look at the first hundred characters only', () => {
    expect(gramsOfQuery('王'.repeat(99) + '小明')).toEqual(gramsOfQuery('王'.repeat(99) + '小'));
  });
});

describe('a search by grams', () => {
  it.each([
    ['lv', 'Lü Wei', undefined], ['lu', 'Lü Wei', undefined], ['lü', '吕伟', 'lv wei'], ['lvwei', '吕伟', 'lǚ wei'], ['luwei', '吕伟', 'lv wei'], ['nv', '女', 'nü'], ['muller', 'Müller', undefined],
  ])('%s finds %s (%s)', (query, text, pinyin) => expect(finds(query, [pinyin ? { text, pinyin } : { text }])).toBe(true));

  it('finds no v for the ü of other languages', () => expect(finds('mvller', [{ text: 'Müller' }])).toBe(false));

  it('finds every part of two or more Chinese characters', () => {
    fc.assert(fc.property(hanName, fc.nat(), fc.nat(), (name, a, b) => {
      const characters = [...name];
      const from = a % (characters.length - 1);
      const part = characters.slice(from, from + 2 + (b % (characters.length - from - 1))).join('');
      expect(finds(part, [{ text: name }])).toBe(true);
    }));
  });

  it('finds any one character, and any two loosely wherever they stand', () => {
    fc.assert(fc.property(hanName, fc.nat(), fc.nat(), (name, a, b) => {
      const characters = [...name];
      const [one, two] = [characters[a % characters.length] as string, characters[b % characters.length] as string];
      expect(finds(one, [{ text: name }])).toBe(true);
      expect(finds(one + two, [{ text: name }], 'loose')).toBe(true);
    }));
  });

  it('finds every beginning of two or more letters of a word, and every part of three or more', () => {
    fc.assert(fc.property(word, word, fc.nat(), fc.nat(), (first, second, a, b) => {
      const names = [{ text: `${first} ${second}` }];
      expect(finds(second.slice(0, 2 + (a % (second.length - 1))), names)).toBe(true);
      const from = b % first.length;
      if (first.length - from >= 3) expect(finds(first.slice(from), names)).toBe(true);
    }));
  });

  it('finds initials and joined pinyin by their beginnings', () => {
    const names = [{ text: '王小明', pinyin: 'wang xiao ming', initials: 'wxm' }];
    for (const query of ['wxm', 'wx', 'wangxiaoming', 'wangx', 'wang xiaoming', 'xiaoming', 'wang xiao', 'xi']) expect(finds(query, names)).toBe(true);
    for (const query of ['li', 'xw', '李', '王李']) expect(finds(query, names)).toBe(false);
  });
});
