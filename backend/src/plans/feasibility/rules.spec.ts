import fc from 'fast-check';
import { addDays, daysBetween, rangeOfDays, startOfIsoWeek, weekday } from '../../kernel/index.ts';
import { type Batch, byWeek, excessOf, levelled } from './load.rules.ts';
import { loadOf, mondaysOf } from './person-load.rules.ts';
import { pressureOf, pressuredBy } from './pressure.rules.ts';

const FROM = '2026-03-02';
const open = rangeOfDays(FROM, '2026-04-13').filter((day) => weekday(day) < 6 && day !== '2026-04-06');
const batch = (on: string, windowFrom: string, windowTo: string, count: number): Batch => ({ on, windowFrom, windowTo, count });

const batches = fc.array(
  fc.record({ on: fc.integer({ min: 0, max: 41 }), before: fc.integer({ min: 0, max: 9 }), after: fc.integer({ min: 0, max: 9 }), count: fc.integer({ min: 0, max: 30 }) })
    .map(({ on, before, after, count }) => batch(addDays(FROM, on), addDays(FROM, on - before), addDays(FROM, on + after), count)),
  { maxLength: 8 },
);

describe('level loading', () => {
  it('fills the days of a window evenly, the due day first', () => {
    const placed = levelled([batch('2026-03-04', '2026-03-02', '2026-03-06', 12)], open, new Map());
    expect(placed.sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, count }) => `${on} ${count}`)).toEqual(['2026-03-02 2', '2026-03-03 3', '2026-03-04 3', '2026-03-05 2', '2026-03-06 2']);
  });

  it('works around what stands there already, and lets the narrow windows choose first', () => {
    const placed = levelled([batch('2026-03-03', '2026-03-02', '2026-03-04', 4), batch('2026-03-02', '2026-03-02', '2026-03-02', 3)], open, new Map([['2026-03-03', 2]]));
    expect(placed.map(({ batch: index, on, count }) => `${index} ${on} ${count}`).sort()).toEqual(['0 2026-03-03 1', '0 2026-03-04 3', '1 2026-03-02 3']);
  });

  it('never leaves the window, never lands on a closed day, and keeps every sum', () => {
    fc.assert(fc.property(batches, (all) => {
      const placed = levelled(all, open, new Map());
      for (const { batch: index, on, count } of placed) {
        const { windowFrom, windowTo } = all[index]!;
        expect(on >= windowFrom && on <= windowTo && open.includes(on) && count > 0).toBe(true);
      }
      all.forEach(({ windowFrom, windowTo, count }, index) => {
        const sum = placed.filter((one) => one.batch === index).reduce((total, one) => total + one.count, 0);
        expect(sum).toBe(open.some((day) => day >= windowFrom && day <= windowTo) ? count : 0);
      });
    }));
  });

  it('never makes the busiest day busier than when all is done on its due day', () => {
    fc.assert(fc.property(batches.map((all) => all.filter(({ on }) => open.includes(on))), (all) => {
      const peak = (days: readonly (readonly [string, number])[]): number => Math.max(0, ...byWeek(days, (day) => day).values());
      expect(peak(levelled(all, open, new Map()).map(({ on, count }) => [on, count] as const))).toBeLessThanOrEqual(Math.max(peak(all.map(({ on, count }) => [on, count] as const)), 1));
    }));
  });

  it('counts by week, and what is too much for one', () => {
    const weeks = byWeek([['2026-03-02', 5], ['2026-03-08', 4], ['2026-03-09', 2]], startOfIsoWeek);
    expect([...weeks]).toEqual([['2026-03-02', 9], ['2026-03-09', 2]]);
    expect(excessOf(weeks, () => 4)).toBe(5);
  });
});

describe('the weeks of a person', () => {
  it('hold every contact that found a day, follow each other, and are no fuller after levelling than before', () => {
    fc.assert(fc.property(batches, fc.integer({ min: 1, max: 9 }), (all, perDay) => {
      const { weeks, total, unplaced } = loadOf(all, open, new Map(), perDay, mondaysOf(all));
      const sum = (key: 'planned' | 'levelled' | 'capacity'): number => weeks.reduce((before, week) => before + week[key], 0);
      expect(sum('planned')).toBe(total);
      expect([total, total - unplaced]).toContain(sum('levelled'));
      expect(weeks.slice(1).map(({ weekOn }, i) => daysBetween(weeks[i]!.weekOn, weekOn)).every((days) => days === 7)).toBe(true);
      const excess = (key: 'planned' | 'levelled'): number => weeks.reduce((before, week) => before + Math.max(0, week[key] - week.capacity), 0);
      expect(excess('levelled')).toBeLessThanOrEqual(excess('planned'));
    }));
  });
});

describe('contact pressure', () => {
  it.each([
    [[], null],
    [['2026-03-01', '2026-03-02', '2026-03-03'], null],
    [['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-08'], null],
    [['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-07'], { from: '2026-03-01', contacts: 4 }],
    [['2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-07'], { from: '2026-03-20', contacts: 5 }],
  ])('of %j is %j', (days, wanted) => {
    expect(pressureOf(days)).toEqual(wanted);
  });

  it('agrees with counting every seven days by hand', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }).map((n) => addDays(FROM, n)), { maxLength: 20 }), (days) => {
      const counts = days.map((from) => days.filter((day) => day >= from && daysBetween(from, day) < 7).length);
      const most = Math.max(0, ...counts);
      expect(pressureOf(days)?.contacts ?? 0).toBe(most > 3 ? most : 0);
    }));
  });

  it('of many customers that share days is that of each by itself', () => {
    const everyone: string[] = ['a', 'b', 'c', 'd'];
    const someDays = fc.array(fc.integer({ min: 0, max: 20 }).map((n) => addDays(FROM, n)), { maxLength: 6 });
    const shares = fc.array(fc.record({ customerIds: fc.subarray(everyone), days: someDays }), { maxLength: 6 });
    fc.assert(fc.property(shares, fc.dictionary(fc.constantFrom(...everyone), someDays), (shared, own) => {
      const found = pressuredBy(shared, new Map(Object.entries(own)));
      for (const id of everyone) expect(found.get(id) ?? null).toEqual(pressureOf([...shared.filter(({ customerIds }) => customerIds.includes(id)).flatMap(({ days }) => days), ...(own[id] ?? [])]));
    }));
  });
});
