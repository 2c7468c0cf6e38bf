import { readCalendarFile } from './calendar-file.ts';

const WINDOW = { from: '2026-01-01', until: '2030-01-01' };
const file = (...events: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Holidays//EN', ...events.map((event) => `BEGIN:VEVENT\r\nUID:1\r\n${event}\r\nEND:VEVENT`), 'END:VCALENDAR', ''].join('\r\n');
const NUMBERS = (count: number): string => [...Array(count).keys()].join(',');
const read = (...events: string[]): string[] => (readCalendarFile(file(...events), WINDOW) ?? []).map(({ day, kind, name, reason }) => [day ?? '-', kind ?? reason, name].join(' '));

describe('a calendar file', () => {
  it.each([
    ['a day', 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas', ['2026-12-25 holiday Christmas']],
    ['several days, the end not included', 'DTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261004\r\nSUMMARY:国庆节（休）', ['2026-10-01 holiday 国庆节', '2026-10-02 holiday 国庆节', '2026-10-03 holiday 国庆节']],
    ['a make-up day by its mark', 'DTSTART;VALUE=DATE:20261010\r\nSUMMARY:国庆节（班）', ['2026-10-10 working 国庆节']],
    ['a make-up day by its words', 'DTSTART;VALUE=DATE:20261010\r\nSUMMARY:國慶補班', ['2026-10-10 working 國慶補班']],
    ['what Apple calls it', 'DTSTART;VALUE=DATE:20261010\r\nSUMMARY:National Day\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY', ['2026-10-10 working National Day']],
    ['a folded name', 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:The day after\\, which is\r\n  long', ['2026-12-25 holiday The day after, which is long']],
    ['a length', 'DTSTART;VALUE=DATE:20261225\r\nDURATION:P2D\r\nSUMMARY:Two', ['2026-12-25 holiday Two', '2026-12-26 holiday Two']],
    ['every year', 'DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20280101\r\nSUMMARY:New Year', ['2026-01-01 holiday New Year', '2027-01-01 holiday New Year', '2029-01-01 holiday New Year']],
    ['a weekday of a month', 'DTSTART;VALUE=DATE:20261126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nSUMMARY:Thanks', ['2026-11-26 holiday Thanks', '2027-11-25 holiday Thanks', '2028-11-23 holiday Thanks', '2029-11-22 holiday Thanks']],
    ['nothing at an hour', 'DTSTART:20261225T090000Z\r\nDTEND:20261225T100000Z\r\nSUMMARY:Meeting', ['- not_all_day Meeting']],
    ['nothing on a day that does not exist', 'DTSTART;VALUE=DATE:20260230\r\nSUMMARY:Odd', ['- bad_date Odd']],
    ['nothing without a name', 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY: ', ['- no_name ']],
    ['nothing that fills a season', 'DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260901\r\nSUMMARY:Summer', ['- too_long Summer']],
    ['nothing weekly', 'DTSTART;VALUE=DATE:20260601\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Gym', ['- repeats Gym']],
    ['nothing called off', 'DTSTART;VALUE=DATE:20260601\r\nSTATUS:CANCELLED\r\nSUMMARY:Off', ['- cancelled Off']],
    ['a folded date', 'DTSTART;VALUE=DATE:2026\r\n 1225\r\nSUMMARY:Christmas', ['2026-12-25 holiday Christmas']],
    ['a name of several lines', 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\\n （休） Day', ['2026-12-25 holiday Christmas Day']],
    ['nothing without a date', 'SUMMARY:Some day', ['- bad_date Some day']],
    ['nothing by the second', `DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYHOUR=${NUMBERS(24)};BYMINUTE=${NUMBERS(60)};BYSECOND=${NUMBERS(60)}\r\nSUMMARY:Flood`, ['- repeats Flood']],
    ['nothing long ago', 'DTSTART;VALUE=DATE:20190601\r\nSUMMARY:Old', ['- out_of_range Old']],
  ])('gives %s', (_what, event, expected) => { expect(read(event)).toEqual(expected); });

  it('names each day once', () => {
    expect(read('DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Again')).toEqual(['2026-12-25 holiday Christmas', '2026-12-25 twice Again']);
  });

  it('is read past its mark of byte order', () => { expect(readCalendarFile(`\uFEFF${file('DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas')}`, WINDOW)).toHaveLength(1); });

  it('is read no longer than a file of holidays takes', () => {
    const rows = read(...Array.from({ length: 300 }, (_, i) => `DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nSUMMARY:Never ${i}`));
    expect(rows.filter((row) => row.startsWith('- out_of_range'))).toHaveLength(200);
    expect(rows.filter((row) => row.startsWith('- repeats'))).toHaveLength(100);
  });

  it.each(['', 'day,kind\n2026-01-01,holiday', 'BEGIN:VCALENDAR\nnonsense'])('is none: %j', (text) => { expect(readCalendarFile(text, WINDOW)).toBeNull(); });
});
