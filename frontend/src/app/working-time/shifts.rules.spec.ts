import { parseShifts, spansOf, wordsOfShifts } from './shifts.rules';

describe('shifts as people type them', () => {
  test.each([
    ['9-18', '09:00–18:00'], ['9:00–12:00, 13:30–18', '09:00–12:00, 13:30–18:00'], ['13-18，9-12', '09:00–12:00, 13:00–18:00'], ['9-12 13-18', '09:00–12:00, 13:00–18:00'], ['8至12、14至18', '08:00–12:00, 14:00–18:00'], ['18-24', '18:00–24:00'], ['', ''], ['–', ''],
  ])('%j is %j', (typed, words) => { expect(wordsOfShifts({ shifts: parseShifts(typed) ?? [{ from: 'not', until: 'read' }] })).toBe(words); });

  test.each(['9', '18-9', '22-6', '9-13, 12-18', 'all day', '9-12-15'])('%j can not be read', (typed) => { expect(parseShifts(typed)).toBeUndefined(); });

  test('a week is told in spans', () => {
    const day = (typed: string) => ({ shifts: parseShifts(typed) ?? [] });
    expect(spansOf([day('9-18'), day('9-18'), day('9-12'), day(''), day('9-18'), day(''), day('')])).toEqual([
      { first: 0, last: 1, words: '09:00–18:00' }, { first: 2, last: 2, words: '09:00–12:00' }, { first: 4, last: 4, words: '09:00–18:00' },
    ]);
  });
});
