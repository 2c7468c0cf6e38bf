import fc from 'fast-check';
import { inTreeOrder, makesCircle } from './hierarchy.rules.ts';

describe('a hierarchy', () => {
  const parentOf = new Map([['top', null], ['middle', 'top'], ['low', 'middle'], ['other', null]]);

  it.each([
    ['top', 'low', true],
    ['top', 'top', true],
    ['middle', 'low', true],
    ['low', 'top', false],
    ['top', 'other', false],
    ['top', null, false],
  ])('with %s below %s has a circle: %s', (id, above, expected) => {
    expect(makesCircle(parentOf, id, above)).toBe(expected);
  });

  it('is looked through to the end even when it has a circle already', () => {
    expect(makesCircle(new Map([['a', 'b'], ['b', 'a']]), 'c', 'a')).toBe(false);
  });

  it('lists each entry once, right after the one above it or a neighbour', () => {
    const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((picks) =>
      picks.map((pick, i) => ({ id: String(i), parentId: i > 0 && pick % 3 > 0 ? String(pick % i) : null })),
    );
    fc.assert(
      fc.property(forest, (entries) => {
        const order = inTreeOrder(entries);
        expect(order.map(({ entry }) => entry.id).sort()).toEqual(entries.map(({ id }) => id).sort());
        for (const [i, { entry, depth }] of order.entries()) {
          const above = order.findIndex(({ entry: { id } }) => id === entry.parentId);
          expect(depth).toBe(above < 0 ? 0 : order[above]!.depth + 1);
          expect(above).toBeLessThan(i);
        }
      }),
    );
  });

  it('puts an entry whose parent is not listed at the top', () => {
    expect(inTreeOrder([{ id: 'a', parentId: 'gone' }])).toEqual([{ entry: { id: 'a', parentId: 'gone' }, depth: 0 }]);
  });
});
