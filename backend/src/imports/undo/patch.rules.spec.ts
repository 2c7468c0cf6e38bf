import fc from 'fast-check';
import { patchOf } from './patch.rules.ts';

describe('what an undo puts back', () => {
  it('is every column that nobody has changed since', () => {
    expect(patchOf({ source: 'a', note: '' }, { source: 'b', note: 'x' }, { source: 'b', note: 'by hand' })).toEqual({ values: { source: 'a' }, isWhole: false });
    expect(patchOf({ source: null }, { source: 'b' }, { source: 'b', region: 'North' })).toEqual({ values: { source: null }, isWhole: true });
  });

  it('keeps together what belongs together', () => {
    expect(patchOf({ owner_id: 'a', team_id: 't' }, { owner_id: 'b', team_id: 'u' }, { owner_id: 'b', team_id: 'by hand' })).toEqual({ values: {}, isWhole: false });
    expect(patchOf({ quiet_from: null, quiet_until: null }, { quiet_from: '21:00', quiet_until: '08:00' }, { quiet_from: '21:00', quiet_until: '09:00' })).toEqual({ values: {}, isWhole: false });
    expect(patchOf({ team_id: 't' }, { team_id: 'u' }, { owner_id: 'x', team_id: 'u' })).toEqual({ values: { team_id: 't' }, isWhole: true });
  });

  it('is each tag and each custom field by itself', () => {
    expect(patchOf({ tags: ['old'] }, { tags: ['old', 'new', 'more'] }, { tags: ['by hand', 'new', 'old'] })).toEqual({ values: { tags: ['by hand', 'old'] }, isWhole: true });
    expect(patchOf({ fields: { age: 1, job: 'x' } }, { fields: { age: 2, job: 'y', loan: true } }, { fields: { age: 3, job: 'y', loan: true, other: 1 } })).toEqual({
      values: { fields: { age: 3, job: 'x', other: 1 } }, isWhole: false,
    });
  });

  it('is everything when nobody has touched it, and then everything is as before', () => {
    const columns = fc.record({ name: fc.string(), sort_name: fc.string(), note: fc.string(), owner_id: fc.option(fc.string()), quiet_from: fc.option(fc.string()) }, { requiredKeys: [] });
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.boolean()));
    fc.assert(fc.property(columns, columns, fields, fields, (first, written, mine, given) => {
      const before = { name: '', sort_name: '', note: '', owner_id: null, quiet_from: null, ...first, tags: ['x'], fields: mine };
      const now = { ...before, ...written, tags: ['x', 'y'], fields: { ...mine, ...given } };
      const changed = Object.keys(before).filter((key) => JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(now[key as keyof typeof now]));
      const pick = (row: object): object => Object.fromEntries(changed.map((key) => [key, row[key as keyof typeof row]]));
      const { values, isWhole } = patchOf(pick(before) as never, pick(now) as never, now);
      expect(isWhole).toBe(true);
      expect({ ...now, ...values }).toEqual(before);
    }));
  });
});
