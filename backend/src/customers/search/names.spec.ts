import fc from 'fast-check';
import { rank } from '../../kernel/index.ts';
import { gramsFor, namesIn, searchNameOf, sortNameOf } from './names.ts';

describe('the search names of a customer', () => {
  it.each([
    ['王小明', true, 'wang xiao ming', 'wxm'], ['曾国藩', true, 'zeng guo fan', 'zgf'], ['单于小明', true, 'shan yu xiao ming', 'syxm'], ['吕布', true, 'lv bu', 'lb'],
    ['重庆银行', false, 'chong qing yin hang', 'cqyh'], ['ABC科技 (上海)', false, 'abc ke ji shang hai', 'abckjsh'],
  ])('%s are read as a Chinese reads them', (name, isPerson, pinyin, initials) => expect(searchNameOf({ name, isPerson })).toEqual({ text: name, pinyin, initials }));

  it('have no pinyin without Chinese', () => expect(searchNameOf({ name: 'Müller & Söhne', isPerson: false })).toEqual({ text: 'Müller & Söhne' }));

  it('sort Chinese by pinyin among Latin names', () => {
    const names = ['张伟', 'Zoë', 'Müller', '李娜', 'anna', '😀'];
    expect(names.map((name) => sortNameOf(name, true)).sort()).toEqual(['anna', 'li na', 'muller', 'zhang wei', 'zoe', '😀']);
  });

  it('keep a sort name within its column without cutting a character in two', () => {
    expect(sortNameOf('庄'.repeat(200))).toHaveLength(400);
    expect(Array.from(sortNameOf('😀'.repeat(200)))).toHaveLength(200);
  });

  it('come back out of the haystack so that they rank as before', () => {
    const name = fc.oneof(fc.constantFrom('王小明', '吕布', 'ABC科技', 'Müller | Söhne', "O'Neill", '北京第一银行', 'a\tb', 'Lü Bu', '100% _x_'), fc.string({ unit: 'grapheme', maxLength: 12 }));
    const query = fc.constantFrom('王', '王明', 'wxm', 'lv', 'lu', 'lvbu', 'wang xiao', 'muller', 'abckj', 'kj', 'oneill', '北行', 'yin hang', 'diyi', '100');
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), query, (names, q) => {
      const named = names.map((text) => ({ name: text, isPerson: true }));
      expect(rank(q, namesIn(gramsFor(named).haystack))).toBe(rank(q, named.map(searchNameOf)));
    }));
  });
});
