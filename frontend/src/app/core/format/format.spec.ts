import { TestBed } from '@angular/core/testing';
import { aSession, provideTesting, ready } from '../../../testing';
import { Clock } from '../clock';
import { Language } from '../i18n';
import { Format } from './format';
import { addDays, addMonths, daysBetween, isLocalDate, weekdayOf } from './local-date';
import { inZone, instantOf } from './zoned';

describe('local dates', () => {
  test('count over months, leap days and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
  });

  test('months keep the day where they can', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  });

  test('weeks start on Monday by ISO', () => {
    expect(weekdayOf('2026-03-02')).toBe(1);
    expect(weekdayOf('2026-03-08')).toBe(7);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', null, 20260101])('%s is none', (text) => { expect(isLocalDate(text)).toBe(false); });
});

describe('instants', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-04', '09:30', '2026-03-04T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-07-01', '00:00', '2026-07-01T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-07-01', '00:00', '2026-06-30T18:15:00.000Z'],
  ])('%s %s %s', (zone, date, time, instant) => { expect(instantOf(date, time, zone)).toBe(instant); });

  test('fall on the day that clocks show there', () => {
    expect(inZone('2026-03-04T17:00:00Z', 'Asia/Shanghai')).toEqual({ date: '2026-03-05', time: '01:00' });
  });
});

describe('for a person', () => {
  const opened = async (language: Language = 'en', today = '2026-03-04'): Promise<Format> => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready(aSession({ person: { language }, organisation: { today } }));
    return TestBed.inject(Format);
  };

  test('today is where the server stands', async () => {
    await opened();
    expect(TestBed.inject(Clock).today()).toBe('2026-03-04');
  });

  test('days are told from today', async () => {
    const format = await opened();
    expect(format.relativeDay('2026-03-04')).toBe('today');
    expect(format.relativeDay('2026-03-07')).toBe('in 3 days');
    expect(format.due('2026-03-01')).toBe('overdue by 3 days');
    expect(format.due('2026-03-03')).toBe('overdue by 1 day');
    expect(format.due('2026-03-05')).toBe('tomorrow');
  });

  test('a period says its years unless both of its days are in this one', async () => {
    const format = await opened();
    const periods = [['2026-01-01', '2027-01-01'], ['2026-10-15', '2027-10-15'], ['2027-01-01', '2028-01-01']] as const;
    expect(periods.map(([from, until]) => format.period(from, until))).toEqual(['Jan 1 – Dec 31', 'Oct 15, 2026 – Oct 14, 2027', 'Jan 1, 2027 – Dec 31, 2027']);
  });

  test.each([[['en-US@posix', 'en-AU'], 'en-AU'], [['en-US@posix'], 'en-GB'], [['en-', 'de-DE'], 'en-GB']])('a browser that speaks %j is taken for %s', async (tags, locale) => {
    const languages = jest.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);
    const format = await opened();
    expect([format.locale(), format.number(1234.5, 1)]).toEqual([locale, '1,234.5']);
    languages.mockRestore();
  });

  test('Chinese is Chinese', async () => {
    const format = await opened('zh-Hans');
    expect(format.due('2026-03-01')).toBe('逾期 3 天');
    expect(format.relativeDay('2026-03-05')).toBe('明天');
    expect(format.day('2026-03-05')).toBe('3月5日');
    expect(format.day('2025-03-05', 'long')).toBe('2025年3月5日星期三');
  });

  test('nothing is a dash, never 0', async () => {
    const format = await opened();
    expect([format.percent(null), format.number(undefined), format.money(null, 'CNY'), format.day(null), format.ago(null), format.duration(null)]).toEqual(Array(6).fill('–'));
    expect(format.percent(0)).toBe('0.0%');
  });

  test('numbers, money and lengths of time', async () => {
    const format = await opened();
    expect(format.percent(0.1234)).toBe('12.3%');
    expect(format.number(1234567.891, 1)).toBe('1,234,567.9');
    expect(format.money('1200.00', 'CNY')).toBe('¥1,200');
    expect(format.duration(80)).toMatch(/^1 hrs?,? 20 mins?$/);
    expect(format.duration(0)).toMatch(/^0 mins?$/);
  });

  test('times stand in the person’s zone', async () => {
    const format = await opened();
    expect(format.time('2026-03-04T01:30:00Z')).toBe('09:30');
    expect(format.dayOf('2026-03-04T17:00:00Z')).toBe('2026-03-05');
  });
});
