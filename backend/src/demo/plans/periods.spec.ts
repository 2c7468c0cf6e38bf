import { periodsOf } from './periods.ts';

describe('the plans of the sample company', () => {
  it('are those of last year and of this one where the story is long enough', () => {
    const { past, present, next } = periodsOf('2024-11-22', '2026-11-22');
    expect([past.fromOn, past.untilOn, present.fromOn, present.untilOn]).toEqual(['2025-01-01', '2026-01-01', '2026-01-01', '2027-01-01']);
    expect(next).toContain('2027');
  });

  it.each([['a short story', '2025-12-25', '2026-03-10'], ['the first days of a year', '2024-01-03', '2026-01-03']])('else follow each other through it: %s', (_, start, today) => {
    const { past, present } = periodsOf(start, today);
    expect(start < past.fromOn && past.fromOn < past.untilOn && past.untilOn === present.fromOn && present.fromOn < today && today < present.untilOn).toBe(true);
  });
});
