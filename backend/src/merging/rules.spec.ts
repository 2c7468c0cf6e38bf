import fc from 'fast-check';
import { type Row, journalOf, listRestored, restoredOf, valuesRestored } from './journal.rules.ts';
import { restoredInGroups } from './links.rules.ts';
import { type JoinedPoint, joinedLists } from './people.rules.ts';

const row: fc.Arbitrary<Row> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 1, 'x', 'y'), { noNullPrototype: true });
const rows = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.record({ a: fc.constantFrom(1, 2), b: fc.constantFrom(null, 'x') }), { noNullPrototype: true });

describe('the journal of a merge', () => {
  it('leads from what is after it to what was before, row by row', () => {
    fc.assert(fc.property(rows, rows, fc.boolean(), (before, after, isWhole) => {
      const picture = (given: Record<string, Row>) => new Map([['t', new Map(Object.entries(given))]]);
      const back: Record<string, Row> = { ...after };
      for (const entry of journalOf(picture(before), picture(after), () => isWhole)) {
        if (!entry.before) Reflect.deleteProperty(back, entry.key);
        else back[entry.key] = entry.after ? { ...back[entry.key], ...restoredOf({ before: entry.before, after: entry.after }, back[entry.key]!) } : entry.before;
      }
      expect(back).toEqual(before);
    }));
  });

  it('leaves alone what somebody changed since', () => {
    expect(restoredOf({ before: { a: 1, b: 1 }, after: { a: 2, b: 2 } }, { a: 2, b: 3 })).toEqual({ a: 1 });
    expect(restoredInGroups({ before: { a: 1, b: 1, c: 1 }, after: { a: 2, b: 2, c: 2 } }, { a: 2, b: 3, c: 2 }, [['a', 'b'], ['c', 'd']])).toEqual({ c: 1 });
  });

  it('takes from lists and values what the merge added, and nothing else', () => {
    expect(listRestored(['a'], ['a', 'b'], ['a', 'b'])).toEqual(['a']);
    expect(listRestored(['a'], ['a', 'b'], ['b', 'c'])).toEqual(['c']);
    fc.assert(fc.property(row, row, row, (before, after, present) => {
      const values = valuesRestored(before, after, present);
      for (const key of ['a', 'b', 'c']) expect(values[key]).toEqual(JSON.stringify(present[key] ?? null) === JSON.stringify(after[key] ?? null) && JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null) ? before[key] : present[key]);
      expect(valuesRestored(before, after, after)).toEqual(expect.objectContaining(Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null))));
    }));
  });
});

describe('people and contact points of two customers', () => {
  const point = (id: string, value: string, contactPersonId: string | null = null, validity = 'unknown'): JoinedPoint => ({ id, contactPersonId, kind: 'phone', searchKey: value, validity });
  const person = (id: string, name: string, isFormer = false) => ({ id, name, isFormer });

  it('are the same person with the same name and a contact point in common, never by the name alone, and nobody twice', () => {
    const kept = { people: [person('k', 'Li Wei')], points: [point('p', '1', 'k')] };
    expect([...joinedLists(kept, { people: [person('o', 'li  wei')], points: [point('q', '1', 'o')] }).same]).toEqual([['o', 'k']]);
    expect(joinedLists(kept, { people: [person('o', 'Li Wei')], points: [point('q', '2', 'o')] })).toMatchObject({ people: ['o'], points: [{ id: 'q', contactPersonId: 'o' }] });
    const twice = joinedLists(kept, { people: [person('o', 'Li Wei'), person('n', 'Li Wei'), person('f', 'Li Wei', true)], points: [point('q', '1', 'o'), point('r', '1', 'n'), point('s', '1', 'f')] });
    expect([[...twice.same.keys()], twice.people]).toEqual([['o'], ['n', 'f']]);
  });

  it('stay behind where they are there already, and what was known of them is known', () => {
    const joined = joinedLists({ people: [person('k', 'Li Wei')], points: [point('p', '1'), point('q', '2', 'k')] }, { people: [], points: [point('r', '1', null, 'invalid'), point('s', '2'), point('t', '3')] });
    expect(joined).toEqual({ people: [], same: new Map(), points: [{ id: 't', contactPersonId: null }], validities: [{ id: 'p', validity: 'invalid' }] });
  });
});
