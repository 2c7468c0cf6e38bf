import fc from 'fast-check';
import { rank, readingsOf, readingsOfFolded } from '../../kernel/index.ts';
import { gramsFor, namesIn, searchNamesOf, sortNameOf } from './names.ts';
import { simplified } from './simplified.ts';

describe('the search names of a customer', () => {
  it.each([
    ['王小明', true, 'wang xiao ming', 'wxm'], ['曾国藩', true, 'zeng guo fan', 'zgf'], ['单于小明', true, 'shan yu xiao ming', 'syxm'], ['吕布', true, 'lv bu', 'lb'],
    ['重庆银行', false, 'chong qing yin hang', 'cqyh'], ['重慶銀行', false, 'chong qing yin hang', 'cqyh'], ['單雄信', true, 'shan xiong xin', 'sxx'], ['乾坤', false, 'qian kun', 'qk'], ['ABC科技 (上海)', false, 'abc ke ji shang hai', 'abckjsh'],
  ])('%s are read as a Chinese reads them', (name, isPerson, pinyin, initials) => expect(searchNamesOf({ name, isPerson })[0]).toEqual({ text: simplified(name), pinyin, initials }));

  it.each([
    ['重庆长沙银行', false, []], ['王小明', true, []], ['重百商场', false, ['chong bai shang chang']], ['上海分行', false, ['shang hai fen hang']], ['单氏集团', false, ['shan shi ji tuan']], ['曾记食品', false, ['zeng ji shi pin']],
    ['单雄信', true, ['dan xiong xin']], ['仇英', true, ['chou ying']], ['覃朝', true, ['tan chao', 'qin zhao', 'tan zhao']], ['乐乐乐乐', true, ['le le le le', 'yue yue le le', 'yue le yue le']], ['ABC重工', false, ['abc chong gong']],
  ])('%s are read in other ways too where a character is in doubt, at most four in all', (name, isPerson, others) =>
    expect(searchNamesOf({ name, isPerson }).slice(1).map(({ text, pinyin }) => (text ? null : pinyin))).toEqual(others));

  it.each([['单雄信', true, 'shan xiong xin'], ['仇英', true, 'qiu ying'], ['重百', false, 'zhong bai'], ['长沙银行', false, 'chang sha yin hang']])('%s sort by the likeliest reading', (name, isPerson, sorted) =>
    expect(sortNameOf(name, isPerson)).toBe(sorted));

  it('have no pinyin without Chinese', () => expect(searchNamesOf({ name: 'Müller & Söhne', isPerson: false })).toEqual([{ text: 'Müller & Söhne' }]));

  it('sort Chinese by pinyin among Latin names', () => {
    const names = ['张伟', 'Zoë', 'Müller', '李娜', 'anna', '😀'];
    expect(names.map((name) => sortNameOf(name, true)).sort()).toEqual(['anna', 'li na', 'muller', 'zhang wei', 'zoe', '😀']);
  });

  it('keep a sort name within its column without cutting a character in two', () => {
    expect(sortNameOf('庄'.repeat(200))).toHaveLength(400);
    expect(Array.from(sortNameOf('😀'.repeat(200)))).toHaveLength(200);
  });

  it('come back out of the haystack so that they rank as before', () => {
    const name = fc.oneof(fc.constantFrom('王小明', '吕布', '单于', '重行重行', '乐 乐', '😀', 'ABC科技', 'Müller | Söhne', "O'Neill", '北京第一银行', 'a\tb', 'Lü Bu', '100% _x_'), fc.string({ unit: 'grapheme', maxLength: 12 }));
    const query = fc.constantFrom('王', '王明', 'wxm', 'lv', 'dan', 'chonghang', 'zx', 'yue', 'lu', 'lvbu', 'wang xiao', 'muller', 'abckj', 'kj', 'oneill', '北行', 'yin hang', 'diyi', '100');
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), query, (names, q) => {
      const named = names.map((text) => ({ name: text, isPerson: true }));
      const kept = namesIn(gramsFor(named).haystack).flat();
      expect(rank(q, kept)).toBe(rank(q, named.flatMap(searchNamesOf)));
      expect(kept.map(readingsOfFolded)).toEqual(kept.map(readingsOf));
      expect(namesIn(gramsFor(named).haystack)).toHaveLength(names.length);
    }));
  });
});
