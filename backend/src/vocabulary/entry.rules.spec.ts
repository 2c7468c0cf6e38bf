import { archivalRefusal, freeKey, isKey, slugOf } from './entry.rules.ts';

describe('keys of vocabulary entries', () => {
  it.each([
    [{ en: 'Trade fair 2026' }, 'trade_fair_2026'],
    [{ en: 'Café crème' }, 'cafe_creme'],
    [{ en: '24h hotline' }, 'h_hotline'],
    [{ zhHans: '微信群' }, 'entry'],
    [{}, 'entry'],
  ])('are made from the name %j', (names, key) => {
    expect(slugOf(names)).toBe(key);
    expect(isKey(key)).toBe(true);
  });

  it('are numbered when the word is taken, and never longer than forty characters', () => {
    expect(freeKey('phone', new Set())).toBe('phone');
    expect(freeKey('phone', new Set(['phone', 'phone_2']))).toBe('phone_3');
    expect(freeKey('a'.repeat(40), new Set(['a'.repeat(40)]))).toBe(`${'a'.repeat(38)}_2`);
  });
});

describe('archiving', () => {
  it.each([
    ['stages', [{ kind: 'won' }], 'an_open_stage_must_stay'],
    ['stages', [{ kind: 'open' }], 'a_won_stage_must_stay'],
    ['stages', [{ kind: 'open' }, { kind: 'won' }], null],
    ['dispositions', [{ kind: 'busy' }], 'a_reached_disposition_must_stay'],
    ['dispositions', [{ kind: 'reached' }], null],
    ['channels', [], 'one_must_stay'],
    ['tiers', [{}], null],
    ['outcomes', [], null],
  ])('of %s leaving %j answers %s', (list, staying, refusal) => expect(archivalRefusal(list, staying)).toBe(refusal));
});
