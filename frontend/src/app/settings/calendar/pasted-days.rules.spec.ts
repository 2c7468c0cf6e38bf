import { readPasted } from './pasted-days.rules';
import { dayByKey, monthsOf } from './year-grid.rules';

describe('pasted days', () => {
  test('are read from commas, tabs, semicolons and Chinese writing, with a heading', () => {
    const { days, badLines } = readPasted('day,kind,name\n2027-02-06, holiday, Spring Festival\n2027/2/14\t班\t春节\n2027年4月5日，放假，清明节\n\n"2027-05-01";"off";"Labour Day"');
    expect(badLines).toEqual([]);
    expect(days).toEqual([
      { day: '2027-02-06', kind: 'holiday', name: 'Spring Festival' }, { day: '2027-02-14', kind: 'working', name: '春节' },
      { day: '2027-04-05', kind: 'holiday', name: '清明节' }, { day: '2027-05-01', kind: 'holiday', name: 'Labour Day' },
    ]);
  });

  test('name each line that can not be read, and let the last line about a day count', () => {
    const { days, badLines } = readPasted(`2027-02-30,holiday,x\n2027-02-06,maybe,x\n2027-02-06,holiday,\n2027-02-06,holiday,${'x'.repeat(81)}\n2027-02-06,holiday,a\n2027-02-06,working,b`);
    expect(badLines).toEqual([1, 2, 3, 4]);
    expect(days).toEqual([{ day: '2027-02-06', kind: 'working', name: 'b' }]);
  });
});

describe('the grid of a year', () => {
  test('starts each month under its weekday and knows closed weekdays and entries', () => {
    const entry = { day: '2026-01-01', kind: 'holiday', name: 'New Year', isManual: false, region: '' } as const;
    const months = monthsOf(2026, [entry], [1, 2, 3, 4, 5], 1);
    expect(months.map(({ days }) => days.length).reduce((a, b) => a + b)).toBe(365);
    expect(months[0]?.blanks).toBe(3);
    expect(monthsOf(2026, [], [], 7)[0]?.blanks).toBe(4);
    expect(months[0]?.days[0]).toEqual({ day: '2026-01-01', number: 1, isWorkingWeekday: true, entry });
    expect(months[0]?.days[2]?.isWorkingWeekday).toBe(false);
  });

  test('arrow keys move by days and weeks and stay within the year', () => {
    expect([dayByKey('ArrowRight', '2026-01-31', 2026), dayByKey('ArrowDown', '2026-02-01', 2026), dayByKey('ArrowUp', '2026-01-02', 2026), dayByKey('Enter', '2026-01-02', 2026)])
      .toEqual(['2026-02-01', '2026-02-08', '2026-01-02', undefined]);
  });
});
