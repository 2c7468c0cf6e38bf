import { rangeOfDays } from '../kernel/index.ts';
import { shippedYear, statutoryDaysOf } from './shipped-days.ts';

/**
 * Notice of the General Office of the State Council on the holidays of 2026, 2025-11-04,
 * https://www.gov.cn/zhengce/content/202511/content_7047090.htm (as carried by Xinhua,
 * https://politics.gmw.cn/2025-11/04/content_38391083.htm): name, first and last day off, days worked instead.
 */
const NOTICE_OF_2026: readonly (readonly [name: string, first: string, last: string, worked: readonly string[]])[] = [
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明节', '2026-04-04', '2026-04-06', []],
  ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午节', '2026-06-19', '2026-06-21', []],
  ['中秋节', '2026-09-25', '2026-09-27', []],
  ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

const upTo = (first: string, last: string): string[] => [...rangeOfDays(first, last), last];

describe('the shipped calendar of mainland China', () => {
  it('says of every day of 2026 what the notice of the State Council says', () => {
    const expected = new Map(
      NOTICE_OF_2026.flatMap(([name, first, last, worked]) => [
        ...upTo(first, last).map((day) => [day, `holiday ${name}`] as const),
        ...worked.map((day) => [day, `working ${name}`] as const),
      ]),
    );
    const { completeness, days } = shippedYear(2026);
    const shipped = new Map(days.map(({ day, kind, name }) => [day, `${kind} ${name}`]));
    expect(completeness).toBe('arrangement');
    for (const day of upTo('2026-01-01', '2026-12-31')) expect([day, shipped.get(day)]).toEqual([day, expected.get(day)]);
    expect(shipped.size).toBe(33 + 6);
  });

  it('names only the days of the law where the notice of a year is not known, and nothing before the law', () => {
    expect(statutoryDaysOf(2027).map(({ day, name }) => `${day} ${name}`)).toEqual([
      '2027-01-01 元旦', '2027-02-05 春节', '2027-02-06 春节', '2027-02-07 春节', '2027-02-08 春节', '2027-04-05 清明节', '2027-05-01 劳动节',
      '2027-05-02 劳动节', '2027-06-09 端午节', '2027-09-15 中秋节', '2027-10-01 国庆节', '2027-10-02 国庆节', '2027-10-03 国庆节',
    ]);
    expect(shippedYear(2040)).toEqual({ completeness: 'statutory', days: statutoryDaysOf(2040) });
    expect(shippedYear(1999)).toEqual({ completeness: 'none', days: [] });
  });

  it.each([2025, 2026])('has every day that the law names among the days off in %i', (year) => {
    const off = new Set(shippedYear(year).days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day));
    expect(statutoryDaysOf(year).filter(({ day }) => !off.has(day))).toEqual([]);
  });
});
