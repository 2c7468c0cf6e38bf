import fc from 'fast-check';
import { digitsOf, emailKeyOf } from './contact-keys.ts';

describe('the digits of a telephone number', () => {
  it.each([
    ['138 0013 8000', '13800138000'], ['+86 138-0013-8000', '13800138000'], ['0086 13800138000', '13800138000'], ['8613800138000', '13800138000'], ['(+86)138 0013 8000', '13800138000'],
    ['013800138000', '13800138000'], ['＋８６１３８００１３８０００', '13800138000'], ['010-6552 9988', '1065529988'], ['+86 (0)10 6552 9988', '1065529988'], ['+86 010 6552 9988', '1065529988'],
    ['tel:+86-10-65529988', '1065529988'], ['010-65529988 转 801', '1065529988'], ['010-65529988 ext. 801', '1065529988'], ['+44 (0)20 7946 0958', '442079460958'], ['0044 20 7946 0958', '442079460958'],
    ['+1 (415) 555-2671', '14155552671'], ['+852 2123 4567', '85221234567'], ['400-820-8820', '4008208820'], ['86123', '86123'], ['call me', ''], ['+', ''], ['', ''],
  ])('%s → %s', (phone, expected) => expect(digitsOf(phone)).toBe(expected));

  it('are the same however a Chinese mobile number is written', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 })).map(([a, b]) => `1${a}${String(b).padStart(9, '0')}`);
    fc.assert(fc.property(mobile, fc.constantFrom('', '+86', '+86 ', '0086', '0086-', '86', '0'), fc.constantFrom('', ' ', '-'), (number, prefix, gap) => {
      expect(digitsOf(prefix + [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap))).toBe(number);
    }));
  });
});

describe('the key of an e-mail address', () => {
  it.each([
    ['  Wang.Xiao@Example.COM ', 'wang.xiao@example.com'], ['mailto:a@b.cn', 'a@b.cn'], ['<A@B.CN>', 'a@b.cn'], ['a＠ｂ．cn', 'a@b.cn'], ['a@b。cn', 'a@b.cn'], ['a+tag@mail.b.co.uk', 'a+tag@mail.b.co.uk'],
    ['a@b', null], ['@b.cn', null], ['a@@b.cn', null], ['a b@c.cn', null], ['a@.cn', null], ['a@b..cn', null], ['a@b.', null], ['', null], [`${'a'.repeat(250)}@b.cn`, null],
  ])('%s → %s', (text, expected) => expect(emailKeyOf(text)).toBe(expected));
});
