import fc from 'fast-check';
import { addDays, startOfIsoWeek, weekday } from '../../kernel/index.ts';
import { type Movable, type Taker, nearestOpenDay, rebalanced } from './rebalance.rules.ts';

const MONDAY = '2026-03-09';
const day = (n: number): string => addDays(MONDAY, n);
const week = Array.from({ length: 14 }, (_, n) => day(n)).filter((one) => weekday(one) <= 5);
const taker = (id: string, load: Record<string, number> = {}, openDays = week): Taker => ({ id, openDays, load: new Map(Object.entries(load)) });
const movable = (id: string, given: Partial<Movable> = {}): Movable => ({ id, ownerId: 'a', from: day(0), until: day(4), near: day(1), eligible: ['a', 'b'], ...given });

describe('rebalancing', () => {
  it('gives to whoever has least to do, on the same day where there is room', () => {
    const places = rebalanced(['1', '2', '3', '4'].map((id) => movable(id)), [taker('a', { [day(1)]: 4 }), taker('b')], 8);
    expect([...places].map(([id, place]) => [id, place.ownerId, place.on])).toEqual(['1', '2', '3', '4'].map((id) => [id, 'b', day(1)]));
    expect([...rebalanced([movable('1'), movable('2')], [taker('a'), taker('b')], 8).values()].map(({ ownerId }) => ownerId)).toEqual(['a', 'b']);
  });

  it('leaves out what nobody may take or nobody works in the window of', () => {
    expect([...rebalanced([movable('1', { eligible: [] }), movable('2', { from: day(5), until: day(6), near: day(5) }), movable('3')], [taker('a'), taker('b')], 8).keys()]).toEqual(['3']);
  });

  it('moves to another day of the window when the day is full, and over capacity only when everybody is', () => {
    const full = { [day(1)]: 2 };
    expect(rebalanced([movable('1')], [taker('a', full), taker('b', full)], 2).get('1')).toEqual({ ownerId: 'a', on: day(0) });
    expect(rebalanced([movable('1', { from: day(1), until: day(1) })], [taker('a', full), taker('b', full)], 2).get('1')).toEqual({ ownerId: 'a', on: day(1) });
  });

  const given = fc.record({
    perDay: fc.integer({ min: 1, max: 4 }),
    takers: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).chain((ids) => fc.tuple(...ids.map((id) => fc.record({ open: fc.subarray(week), loads: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 14, maxLength: 14 }) })
      .map(({ open, loads }): Taker => ({ id, openDays: open, load: new Map(loads.map((count, n) => [day(n), count])) }))))),
    movables: fc.array(fc.record({ from: fc.integer({ min: 0, max: 13 }), width: fc.integer({ min: 0, max: 9 }), near: fc.integer({ min: 0, max: 9 }), eligible: fc.subarray(['a', 'b', 'c']), ownerId: fc.constantFrom('a', 'b', 'z') }), { maxLength: 40 })
      .map((all) => all.map(({ from, width, near, eligible, ownerId }, i): Movable => ({ id: String(i), ownerId, eligible, from: day(from), until: day(from + width), near: day(from + Math.min(near, width)) }))),
  });

  it('never leaves a window, never lands on a closed day of the new owner, and loses nobody', () => {
    fc.assert(fc.property(given, ({ movables, takers, perDay }) => {
      const places = rebalanced(movables, takers, perDay);
      for (const one of movables) {
        const place = places.get(one.id);
        const may = takers.filter(({ id, openDays }) => one.eligible.includes(id) && openDays.some((on) => on >= one.from && on <= one.until));
        expect(place !== undefined).toBe(may.length > 0);
        if (!place) continue;
        expect(place.on >= one.from && place.on <= one.until).toBe(true);
        expect(may.find(({ id }) => id === place.ownerId)?.openDays).toContain(place.on);
      }
      expect(places.size).toBeLessThanOrEqual(movables.length);
    }));
  });

  it('puts nothing on a day that is full while somebody who may take it has room, and is the same every time', () => {
    fc.assert(fc.property(given, ({ movables, takers, perDay }) => {
      const places = rebalanced(movables, takers, perDay);
      const loadOn = (id: string, on: string): number => (takers.find((one) => one.id === id)?.load.get(on) ?? 0) + [...places.values()].filter((place) => place.ownerId === id && place.on === on).length;
      for (const one of movables) {
        const place = places.get(one.id);
        if (!place || loadOn(place.ownerId, place.on) <= perDay) continue;
        for (const { id, openDays } of takers) if (one.eligible.includes(id)) for (const on of openDays) if (on >= one.from && on <= one.until) expect(loadOn(id, on)).toBeGreaterThanOrEqual(perDay);
      }
      expect([...rebalanced([...movables].reverse(), takers, perDay)].sort()).toEqual([...places].sort());
    }));
  });

  it('spreads the same windows over people within one of each other', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 }), (count, people, perDay) => {
      const ids = ['a', 'b', 'c'].slice(0, people);
      const places = rebalanced(Array.from({ length: count }, (_, i) => movable(String(i), { eligible: ids, near: day(i % 5) })), ids.map((id) => taker(id)), perDay);
      const counts = ids.map((id) => [...places.values()].filter(({ ownerId }) => ownerId === id).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect([...places.values()].every(({ on }) => startOfIsoWeek(on) === MONDAY)).toBe(true);
    }));
  });
});

describe('the nearest open day', () => {
  it.each([
    [{ from: day(0), until: day(4), near: day(1) }, [day(1), day(2)], day(1)],
    [{ from: day(0), until: day(4), near: day(2) }, [day(1), day(3)], day(3)],
    [{ from: day(0), until: day(4), near: day(2) }, [day(0), day(7)], day(0)],
    [{ from: day(0), until: day(4), near: day(2) }, [day(7)], undefined],
  ])('of %j among %j is %s', (window, openDays, expected) => {
    expect(nearestOpenDay(window, openDays)).toBe(expected);
  });
});
