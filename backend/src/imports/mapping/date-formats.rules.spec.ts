import { DATE_FORMATS, type DateFormat, dayOfMoment, formatsThatFit, instantOfMoment, readMoment, readTimeOfDay } from './date-formats.rules.ts';
import { readDuration, readNumber } from './numbers.rules.ts';

const SHANGHAI = 'Asia/Shanghai';

describe('dates in a column', () => {
  it.each<[DateFormat, string, string]>([
    ['YYYY-MM-DD', '2025-03-09', '2025-03-09'], ['YYYY-MM-DD', '2025-3-9 8:05', '2025-03-09'], ['YYYY/M/D', '2025/3/9', '2025-03-09'], ['YYYY.M.D', '2025.3.9', '2025-03-09'],
    ['YYYYMMDD', '20250309', '2025-03-09'], ['D.M.YYYY', '9.3.2025', '2025-03-09'], ['D/M/YYYY', '09/03/2025', '2025-03-09'], ['D-M-YYYY', '9-3-2025', '2025-03-09'],
    ['M/D/YYYY', '3/9/2025', '2025-03-09'], ['YYYY年M月D日', '2025年3月9日', '2025-03-09'], ['YYYY年M月D日', '2025 年 3 月 9 日 下午3:00', '2025-03-09'],
    ['epoch_seconds', '1741478400', '2025-03-09'], ['epoch_milliseconds', '1741478400000', '2025-03-09'],
  ])('%s reads %s', (format, text, day) => {
    const moment = readMoment(text, format);
    expect(moment && dayOfMoment(moment, SHANGHAI)).toBe(day);
  });

  it.each<[DateFormat, string]>([
    ['YYYY-MM-DD', '2025-02-29'], ['YYYY-MM-DD', '2025-03-09 25:00'], ['D.M.YYYY', '31.11.2025'], ['M/D/YYYY', '13/1/2025'], ['YYYY-MM-DD', '0000-00-00'], ['YYYY-MM-DD', '1899-12-31'],
    ['YYYY-MM-DD', 'soon'], ['epoch_seconds', '42'], ['M/D/YYYY', '1/2/2025 13:00 pm'],
  ])('%s does not read %s', (format, text) => expect(readMoment(text, format)).toBeNull());

  it('reads times of day in both clocks, and instants with their offset', () => {
    const at = (text: string): string | null => {
      const moment = readMoment(text, 'YYYY-MM-DD');
      return moment && instantOfMoment(moment, 43_200, SHANGHAI).toISOString();
    };
    expect(at('2025-03-09')).toBe('2025-03-09T04:00:00.000Z');
    expect(at('2025-03-09 14:30:15')).toBe('2025-03-09T06:30:15.000Z');
    expect(at('2025-03-09 12:10 AM')).toBe('2025-03-08T16:10:00.000Z');
    expect(at('2025-03-09 下午2:30')).toBe('2025-03-09T06:30:00.000Z');
    expect(at('2025-03-09T14:30:15.250+02:00')).toBe('2025-03-09T12:30:15.000Z');
    expect(at('2025-03-09T14:30:15Z')).toBe('2025-03-09T14:30:15.000Z');
    expect([readTimeOfDay('9:05'), readTimeOfDay('14:30:10'), readTimeOfDay('上午12:00'), readTimeOfDay('24:00'), readTimeOfDay('noon')]).toEqual([32_700, 52_210, 0, null, null]);
  });

  it('finds every format that fits all cells, day first and month first alike when both do', () => {
    expect(formatsThatFit(['1/2/2025', '3/4/2025'])).toEqual(['D/M/YYYY', 'M/D/YYYY']);
    expect(formatsThatFit(['1/2/2025', '1/13/2025'])).toEqual(['M/D/YYYY']);
    expect(formatsThatFit(['2025-01-02', '2/1/2025'])).toEqual([]);
    expect(DATE_FORMATS.every((format) => readMoment('', format) === null)).toBe(true);
  });
});

describe('numbers in a column', () => {
  it.each<[string, '.' | ',', number | null]>([
    ['12', '.', 12], ['-12.5', '.', -12.5], ['12,500.50', '.', 12_500.5], ['12.500,50', ',', 12_500.5], ['￥ 1,200', '.', 1_200], ['1 200,5', ',', 1_200.5], ['300元', '.', 300],
    ['1,5', '.', null], ['1.5', ',', null], ['12,50,0', '.', null], ['', '.', null], ['.', '.', null], ['1e5', '.', null], ['abc', '.', null], ['99999999999999999', '.', null],
  ])('%s with %s is %s', (text, mark, value) => expect(readNumber(text, mark)).toBe(value));

  it.each<[string, number | null]>([['95', 95], ['1:35', 95], ['1:02:03', 3_723], ['95.0', 95], ['1:75', null], ['long', null], ['-3', null]])('a length of time %s is %s seconds', (text, seconds) => expect(readDuration(text)).toBe(seconds));
});
