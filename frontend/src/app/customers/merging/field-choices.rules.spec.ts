import { sideOf, takenOf } from './field-choices.rules';

const field = (key: string, kept: string | null, other: string | null) => ({ key, kept, other, differs: kept !== other });

describe('whose value stays', () => {
  test.each([
    ['that of the customer that stays', field('name', 'One', 'Two'), {}, 'kept'],
    ['the other’s where there is none', field('name', null, 'Two'), {}, 'other'],
    ['none of the other’s', field('name', 'One', null), {}, 'kept'],
    ['the one that was chosen', field('name', 'One', 'Two'), { name: 'b' }, 'other'],
    ['the empty one, when that was chosen', field('name', null, 'Two'), { name: 'a' }, 'kept'],
  ])('%s', (_, one, choices, side) => { expect(sideOf(one, choices, 'b')).toBe(side); });

  test('a choice outlives changing which one stays', () => {
    const choices = { name: 'b' };
    expect([sideOf(field('name', 'One', 'Two'), choices, 'b'), sideOf(field('name', 'Two', 'One'), choices, 'a')]).toEqual(['other', 'kept']);
  });

  test('only what differs is taken', () => {
    expect(takenOf([field('name', 'One', 'Two'), field('note', null, 'Hello'), field('source', 'Fair', 'Fair')], { source: 'b', name: 'a' }, 'b')).toEqual(['note']);
  });
});
