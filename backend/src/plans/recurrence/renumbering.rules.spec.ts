import fc from 'fast-check';
import { addDays, dayNumber } from '../../kernel/index.ts';
import { type NumberedDay, renumbered } from './renumbering.rules.ts';

const day = (on: string) => ({ on, windowFrom: addDays(on, -5), windowTo: addDays(on, 5) });
const known = (...days: string[]): NumberedDay[] => days.map((on, i) => ({ ...day(on), number: i + 1, isDropped: false }));
const said = (found: readonly NumberedDay[]): string[] => found.map(({ number, on, isDropped }) => `${isDropped ? '-' : ''}${number} ${on.slice(5)}`);

describe('the numbers of due days when a plan changes', () => {
  it.each([
    ['days that stay keep theirs', ['2026-01-05', '2026-02-02'], ['2026-01-05', '2026-02-02'], ['1 01-05', '2 02-02']],
    ['more of them at the end are new', ['2026-01-05'], ['2026-01-05', '2026-02-02'], ['1 01-05', '2 02-02']],
    ['fewer are dropped', ['2026-01-05', '2026-02-02'], ['2026-02-02'], ['2 02-02', '-1 01-05']],
    ['all a week later', ['2026-01-05', '2026-02-02', '2026-03-02'], ['2026-01-12', '2026-02-09', '2026-03-09'], ['1 01-12', '2 02-09', '3 03-09']],
    ['one that is far away moves, where it is the only one', ['2026-03-02'], ['2026-06-01'], ['1 06-01']],
    ['what is gone at the beginning does not become what comes at the end', ['2026-01-05', '2026-02-02', '2026-03-02'], ['2026-02-02', '2026-03-02', '2026-04-06'], ['2 02-02', '3 03-02', '4 04-06', '-1 01-05']],
    ['every second one', ['2026-01-05', '2026-01-12', '2026-01-19'], ['2026-01-05', '2026-01-19'], ['1 01-05', '3 01-19', '-2 01-12']],
    ['one between two is new', ['2026-01-05', '2026-01-19'], ['2026-01-05', '2026-01-12', '2026-01-19'], ['1 01-05', '3 01-12', '2 01-19']],
    ['none', ['2026-01-05'], [], ['-1 01-05']],
  ])('%s', (_name, before, after, numbers) => expect(said(renumbered(known(...before), after.map(day)))).toEqual(numbers));

  it('come back with a day that was dropped', () => {
    const dropped = renumbered(known('2026-01-05', '2026-02-02'), [day('2026-01-05')]);
    expect(said(renumbered(dropped, [day('2026-01-05'), day('2026-02-02')]))).toEqual(['1 01-05', '2 02-02']);
  });

  const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }).map((days) => [...days].sort((a, b) => a - b).map((n) => addDays('2026-01-01', n)));

  it('are each given once, stay with a day that stays, keep their order, and change no more when asked again', () => {
    fc.assert(fc.property(someDays, someDays, (before, after) => {
      const found = renumbered(known(...before), after.map(day));
      expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
      expect(found.filter(({ isDropped }) => !isDropped).map(({ on }) => on)).toEqual(after);
      for (const { on, number } of found) if (before.includes(on) && after.includes(on)) expect(number).toBe(before.indexOf(on) + 1);
      for (const [i, on] of before.entries()) expect(found.some(({ number }) => number === i + 1) && on).toBe(on);
      const old = found.filter(({ number, isDropped }) => !isDropped && number <= before.length).map(({ number }) => number);
      expect(old).toEqual([...old].sort((a, b) => a - b));
      expect(renumbered(found, after.map(day))).toEqual(found);
      expect(found.every(({ on }) => dayNumber(on) >= 0)).toBe(true);
    }));
  });
});
