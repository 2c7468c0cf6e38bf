import fc from 'fast-check';
import { type WorkingCalendar, addDays, addMonthsFromAnchor, isWorkingDay, weekday } from '../../kernel/index.ts';
import { dueDays, normalRule, occurrencesOf } from './occurrences.ts';
import { anchored, partsOf, textOf } from './recurrence-text.rules.ts';

const SHIFT = [{ from: '09:00', until: '18:00' }];
const calendar = (weekdays: number[], ...exceptions: [day: string, kind: 'holiday' | 'working'][]): WorkingCalendar =>
  ({ weekdays, week: [1, 2, 3, 4, 5, 6, 7].map((day) => (weekdays.includes(day) ? SHIFT : [])), exceptions: new Map(exceptions), timeZone: 'Asia/Shanghai' }) as unknown as WorkingCalendar;
const always = calendar([1, 2, 3, 4, 5, 6, 7]);
const office = calendar([1, 2, 3, 4, 5], ['2026-01-01', 'holiday'], ['2026-01-04', 'working'], ['2026-10-01', 'holiday'], ['2026-10-02', 'holiday']);
const year = { from: '2026-01-01', until: '2027-01-01' };
const item = (startsOn: string, recurrence: string | null, endsOn: string | null = null) => ({ startsOn, endsOn, recurrence });

describe('the due days of a plan item', () => {
  it.each([
    ['once', item('2026-03-10', null), always, ['2026-03-10']],
    ['once on a closed day: the next open one', item('2026-03-14', null), office, ['2026-03-16']],
    ['monthly from 31 January', item('2026-01-31', 'FREQ=MONTHLY', '2026-06-01'), always, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['monthly on day 5', item('2026-01-10', 'FREQ=MONTHLY;BYMONTHDAY=5', '2026-04-06'), always, ['2026-02-05', '2026-03-05', '2026-04-05']],
    ['last working day', item('2026-01-01', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-06-01'), office, ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29']],
    ['last Friday, back where it is closed', item('2026-07-01', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-10-01'), calendar([1, 2, 3, 4, 5], ['2026-07-31', 'holiday']), ['2026-07-30', '2026-08-28', '2026-09-25']],
    ['second Monday of a quarter', item('2026-01-01', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO'), office, ['2026-01-12', '2026-04-13', '2026-07-13', '2026-10-12']],
    ['quarterly', item('2026-01-31', 'FREQ=MONTHLY;INTERVAL=3'), always, ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']],
    ['every second Thursday over a holiday', item('2026-09-03', 'FREQ=WEEKLY;INTERVAL=2', '2026-10-20'), office, ['2026-09-03', '2026-09-17', '2026-10-05', '2026-10-15']],
    ['a make-up day is worked', item('2026-01-04', null), office, ['2026-01-04']],
    ['on a closed last day: none, because nothing before it was wanted', item('2026-02-28', null, '2026-03-01'), office, []],
  ])('%s', (_name, timing, worked, wanted) => {
    expect(dueDays(timing, year, worked)).toEqual(wanted);
  });

  it('never drift over 48 months, whatever day they start on', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 365 * 3 }), fc.integer({ min: 1, max: 6 }), (shift, interval) => {
      const startsOn = addDays('2024-01-01', shift);
      const until = addMonthsFromAnchor(startsOn, 48);
      const days = dueDays({ startsOn, endsOn: null, recurrence: `FREQ=MONTHLY;INTERVAL=${interval}` }, { from: startsOn, until }, always);
      expect(days).toEqual(Array.from({ length: Math.ceil(48 / interval) }, (_, i) => addMonthsFromAnchor(startsOn, i * interval)));
    }), { numRuns: 60 });
  });

  it('are worked, inside the period, in order and each once; windows hold them', () => {
    const rule = fc.constantFrom(null, 'FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1');
    fc.assert(fc.property(fc.integer({ min: -40, max: 400 }), fc.option(fc.integer({ min: 0, max: 400 })), rule, fc.integer({ min: 0, max: 9 }), (start, end, recurrence, windowDays) => {
      const timing = { startsOn: addDays('2026-01-01', start), endsOn: end === null ? null : addDays('2026-01-01', end), recurrence, windowDays };
      const found = occurrencesOf(timing, year, office);
      const days = found.map(({ on }) => on);
      expect(days).toEqual([...new Set(days)].sort());
      for (const { on, windowFrom, windowTo } of found) {
        expect(isWorkingDay(on, office)).toBe(true);
        expect(windowFrom >= year.from && windowFrom <= on && on <= windowTo && windowTo < year.until).toBe(true);
        expect(on >= timing.startsOn && (timing.endsOn === null || on < timing.endsOn)).toBe(true);
      }
    }), { numRuns: 150 });
  });
});

describe('rules as text', () => {
  it('are taken in the product’s own short form', () => {
    expect(normalRule('rrule:freq=weekly;interval=1;byday=FR,MO')).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
    expect(normalRule('FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR')).toBe('FREQ=MONTHLY;BYDAY=-1FR');
    expect(normalRule('')).toBeNull();
    expect(textOf(anchored(partsOf('FREQ=WEEKLY')!, '2026-03-10'))).toBe('FREQ=WEEKLY;BYDAY=TU');
    expect(weekday('2026-03-10')).toBe(2);
  });

  it.each(['FREQ=DAILY', 'FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;BYDAY=1MO', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=MONTHLY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=5MO', 'FREQ=MONTHLY;BYDAY=1MO,2TU', 'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3', 'FREQ=MONTHLY;BYSETPOS=-1', 'FREQ=WEEKLY;INTERVAL=0', 'banana', 'FREQ=WEEKLY;FREQ=MONTHLY', 'FREQ=WEEKLY;UNTIL=20260101'])('refuse %s', (text) => {
    expect(() => normalRule(text)).toThrow('invalid_input');
  });
});
