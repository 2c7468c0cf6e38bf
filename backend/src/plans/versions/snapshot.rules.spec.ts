import { differencesOf } from './snapshot.rules.ts';

const item = (id: string, objective: string, more: object = {}) => ({ id, objective, place: '', ...more });

describe('the difference between two versions of a plan', () => {
  const before = { plan: { name: 'Spring', budget: '100.00', objective: 'x' }, items: [item('a', 'Visit'), item('b', 'Call'), item('c', 'Letter')] };

  it('names fields, items that came and items that went', () => {
    const after = { plan: { name: 'Spring', budget: '250.00', objective: 'x' }, items: [item('b', 'Call', { place: 'Shanghai' }), item('a', 'Visit'), item('d', 'Fair')] };
    expect(differencesOf(before, after)).toEqual([
      { itemId: null, item: null, field: 'budget', before: '100.00', after: '250.00' },
      { itemId: 'b', item: 'Call', field: 'place', before: '', after: 'Shanghai' },
      { itemId: 'd', item: 'Fair', field: null, before: null, after: 'Fair' },
      { itemId: 'c', item: 'Letter', field: null, before: 'Letter', after: null },
    ]);
  });

  it('is none between equals', () => {
    expect(differencesOf(before, structuredClone(before))).toEqual([]);
  });
});
