import fc from 'fast-check';
import { addDays } from '../../core/format';
import { endOf, fullnessOf, lastQuarter, movedBy } from './coverage.rules';

describe('coverage', () => {
  test.each([[0, 0, 40, 'none'], [20, 0, 40, 'low'], [20, 1, 40, 'full'], [40, 0, 40, 'full'], [40, 1, 40, 'over'], [1, 0, 0, 'over'], [0, 0, 0, 'none']])('%i planned and %i others of %i are %s', (planned, other, capacity, fullness) => {
    expect(fullnessOf({ planned, other, capacity })).toBe(fullness);
  });

  test('a column ends after its week or day', () => {
    expect([endOf('2026-03-09', 'week'), endOf('2026-03-09', 'day')]).toEqual(['2026-03-16', '2026-03-10']);
  });

  test('arrow keys never leave the map', () => {
    fc.assert(fc.property(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 7 }), (key, row, column) => {
      const [to, over] = movedBy(key, [row, column], [6, 8])!;
      expect(to >= 0 && to < 6 && over >= 0 && over < 8).toBe(true);
      expect(Math.abs(to - row)).toBeLessThanOrEqual(1);
    }));
    expect(movedBy('Enter', [0, 0], [1, 1])).toBeUndefined();
    expect(movedBy('End', [1, 2], [3, 9])).toEqual([1, 8]);
  });

  test('pressure is asked for at most 92 days, of what has happened', () => {
    expect(lastQuarter({ from: '2026-01-01', until: '2027-01-01' }, '2026-06-10')).toEqual({ from: '2026-03-11', until: '2026-06-11' });
    expect(lastQuarter({ from: '2026-06-01', until: '2026-06-08' }, '2026-06-10')).toEqual({ from: '2026-06-01', until: '2026-06-08' });
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 371 }), (start, days) => {
      const scope = { from: addDays('2026-06-10', start), until: addDays('2026-06-10', start + days) };
      const { from, until } = lastQuarter(scope, '2026-06-10');
      expect(from >= scope.from && until <= scope.until && from < until && addDays(from, 92) >= until).toBe(true);
    }));
  });
});
