import fc from 'fast-check';
import {
  FIRST_DATE, LAST_DATE, addDays, addMonthsFromAnchor, compareDates, dateOfDayNumber, dayNumber, daysBetween, isLocalDate, isoWeek, parseLocalDate,
  rangeOfDays, startOfIsoWeek, weekday,
} from './local-dates.ts';

const aDate = fc.integer({ min: dayNumber('1000-01-01'), max: dayNumber('9000-01-01') }).map(dateOfDayNumber);

describe('a local date', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', FIRST_DATE, LAST_DATE, '0050-06-30'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1', '20260101', '2026-01-01T00:00', ' 2026-01-01', '２０２６-01-01', '', null, 20260101, new Date(0)])(
    '%p is none',
    (value) => {
      expect(isLocalDate(value)).toBe(false);
      expect(() => parseLocalDate(value, 'dueOn')).toThrow(expect.objectContaining({ status: 422, fields: [{ field: 'dueOn', code: 'not_a_date' }] }) as Error);
    },
  );

  it('names its field "date" when the caller does not', () => {
    expect(() => parseLocalDate('soon')).toThrow(expect.objectContaining({ fields: [{ field: 'date', code: 'not_a_date' }] }) as Error);
  });

  it('is never made outside the years 0001 to 9999, nor from rubbish', () => {
    expect(() => addDays(LAST_DATE, 1)).toThrow(RangeError);
    expect(() => addDays(FIRST_DATE, -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonthsFromAnchor(LAST_DATE, 1)).toThrow(RangeError);
    expect(() => dayNumber('soon')).toThrow(RangeError);
    expect(() => dayNumber('2026-99-99')).toThrow(RangeError);
  });
});

describe('the number of a day', () => {
  it.each([['1970-01-01', 0], ['1969-12-31', -1], ['2000-02-29', 11_016], ['2000-03-01', 11_017], [FIRST_DATE, -719_162], [LAST_DATE, 2_932_896]])('%s is %i', (date, number) => {
    expect([dayNumber(date), dateOfDayNumber(number)]).toEqual([number, date]);
  });

  it('agrees with Temporal and leads back, on every day', () => {
    const first = Temporal.PlainDate.from('1970-01-01');
    fc.assert(fc.property(fc.integer({ min: dayNumber(FIRST_DATE), max: dayNumber(LAST_DATE) }), (number) => {
      const date = dateOfDayNumber(number);
      expect(date).toBe(first.add({ days: number }).toString());
      expect(dayNumber(date)).toBe(number);
    }), { numRuns: 1_000 });
  });

  it.each(['2026-1-01', '2026/01/01', '2026-13-01', '2026-00-01', '2026-01-32', '2026-01-00', '20a6-01-01', '2026-01-011'])('%s has none', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe('months from an anchor', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2026-01-31', 2, '2026-03-31'], ['2026-01-31', 3, '2026-04-30'], ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2026-12-31', 2, '2027-02-28'], ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'], ['2026-01-15', 0, '2026-01-15'], ['0099-12-31', 2, '0100-02-28'],
  ])('%s + %i months = %s', (anchor, months, expected) => {
    expect(addMonthsFromAnchor(anchor, months)).toBe(expected);
  });

  it('agree with Temporal', () => {
    fc.assert(fc.property(aDate, fc.integer({ min: -2000, max: 2000 }), (date, months) => {
      expect(addMonthsFromAnchor(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
    }));
  });
});

describe('weeks', () => {
  it.each([
    ['2026-01-01', 4, '2025-12-29', '2026-W01'], ['2024-12-30', 1, '2024-12-30', '2025-W01'], ['2021-01-03', 7, '2020-12-28', '2020-W53'],
    ['2027-01-03', 7, '2026-12-28', '2026-W53'], ['2026-07-01', 3, '2026-06-29', '2026-W27'], ['1969-12-31', 3, '1969-12-29', '1970-W01'],
  ])('%s is day %i of the week from %s, %s', (date, day, monday, label) => {
    expect([weekday(date), startOfIsoWeek(date), isoWeek(date)]).toEqual([day, monday, label]);
  });

  it('agree with Temporal', () => {
    fc.assert(fc.property(aDate, (date) => {
      const plain = Temporal.PlainDate.from(date);
      expect(weekday(date)).toBe(plain.dayOfWeek);
      expect(isoWeek(date)).toBe(`${String(plain.yearOfWeek).padStart(4, '0')}-W${String(plain.weekOfYear).padStart(2, '0')}`);
      expect(weekday(startOfIsoWeek(date))).toBe(1);
    }));
  });
});

describe('days', () => {
  it('are counted across months, leap days and backwards', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  });

  it('are in order', () => {
    expect([compareDates('2026-01-02', '2026-01-01'), compareDates('2026-01-01', '2026-01-01'), compareDates('2025-12-31', '2026-01-01')]).toEqual([1, 0, -1]);
  });

  it('come in a half-open range', () => {
    expect(rangeOfDays('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(rangeOfDays('2026-02-27', '2026-02-27')).toEqual([]);
    expect(rangeOfDays('2026-02-27', '2026-02-20')).toEqual([]);
  });

  it('add up, come back, and compare as they are counted', () => {
    fc.assert(fc.property(aDate, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
      const other = addDays(date, days);
      expect(daysBetween(date, other)).toBe(days);
      expect(addDays(other, -days)).toBe(date);
      expect(compareDates(other, date)).toBe(Math.sign(days));
    }));
  });
});
