import fc from 'fast-check';
import { DEFAULT_WEEK, type WorkingCalendar, addDays, addMonthsFromAnchor, isWorkingDay } from '../../kernel/index.ts';
import { CADENCE_UNITS, type Pace, dueDaysOf, thresholdsOf, wrongWithCadence } from './cadence.rules.ts';
import { type CadenceFacts, standingOf } from './cadence-state.rules.ts';

const week: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map(), timeZone: 'Asia/Shanghai' };
// The first three days of May are a holiday, Saturday 9 May is worked instead.
const may: WorkingCalendar = { ...week, exceptions: new Map([['2026-05-01', 'holiday'], ['2026-05-04', 'holiday'], ['2026-05-05', 'holiday'], ['2026-05-09', 'working']]) };
const pace = (given: Partial<Pace> = {}): Pace => ({ ideal: 10, maximum: 15, unit: 'working_days', anchor: 'sliding', anchorOn: null, stopOn: null, ...given });
const fixed = (anchorOn: string, given: Partial<Pace> = {}): Pace => pace({ anchor: 'fixed', anchorOn, unit: 'months', ideal: 1, maximum: 1, ...given });

describe('when a cadence is due', () => {
  it.each<[string, Pace, WorkingCalendar, string, string, string]>([
    ['working days', pace(), week, '2026-02-24', '2026-03-10', '2026-03-17'],
    ['working days from a Sunday', pace({ ideal: 1, maximum: 2 }), week, '2026-03-08', '2026-03-09', '2026-03-10'],
    ['working days over a holiday with a make-up day', pace({ ideal: 2, maximum: 4 }), may, '2026-04-30', '2026-05-07', '2026-05-09'],
    ['calendar days', pace({ unit: 'calendar_days', ideal: 14, maximum: 21 }), week, '2026-03-02', '2026-03-16', '2026-03-23'],
    ['calendar days that end on a weekend', pace({ unit: 'calendar_days', ideal: 5, maximum: 6 }), week, '2026-03-02', '2026-03-09', '2026-03-09'],
    ['months', pace({ unit: 'months', ideal: 1, maximum: 2 }), week, '2026-01-30', '2026-03-02', '2026-03-30'],
    ['months, cut to the end of a short one', pace({ unit: 'months', ideal: 1, maximum: 1 }), week, '2023-01-31', '2023-02-28', '2023-02-28'],
    ['fixed: the first slot', fixed('2026-03-31'), week, '2025-12-01', '2026-03-31', '2026-03-31'],
    ['fixed: a contact after the slot before keeps the slot', fixed('2026-03-31'), week, '2026-03-05', '2026-04-30', '2026-04-30'],
    ['fixed: a contact on the day of a slot keeps that one alone', fixed('2026-03-31'), week, '2026-03-31', '2026-04-30', '2026-04-30'],
    ['fixed: the day after it counts for the next', fixed('2026-03-31'), week, '2026-04-01', '2026-06-01', '2026-06-01'],
    ['fixed: a contact on the day that a closed slot becomes keeps that one alone', fixed('2026-03-31'), week, '2026-06-01', '2026-06-30', '2026-06-30'],
    ['fixed: the day after that counts for the next', fixed('2026-03-31'), week, '2026-06-02', '2026-07-31', '2026-07-31'],
    ['fixed: slots that become the same open day are one', fixed('2026-03-02', { unit: 'calendar_days' }), week, '2026-03-09', '2026-03-10', '2026-03-10'],
    ['fixed: the first slot of those that become the same day', fixed('2026-03-08', { unit: 'calendar_days' }), week, '2026-03-05', '2026-03-09', '2026-03-09'],
    ['fixed: on a leap day', fixed('2024-02-29', { ideal: 12, maximum: 12 }), week, '2027-03-01', '2028-02-29', '2028-02-29'],
    ['fixed: maximum is so much after the slot', fixed('2026-01-05', { unit: 'calendar_days', ideal: 7, maximum: 10 }), week, '2026-02-02', '2026-02-09', '2026-02-12'],
  ])('%s', (_name, given, calendar, from, dueOn, overdueFrom) => {
    expect(dueDaysOf(given, from, calendar)).toEqual({ dueOn, overdueFrom });
  });

  const days = fc.integer({ min: 0, max: 2_000 });
  const exceptions = fc.array(fc.tuple(days, fc.constantFrom('holiday' as const, 'working' as const)), { maxLength: 40 }).map((list) => new Map(list.map(([n, kind]) => [addDays('2024-01-01', n), kind])));
  const paces = fc
    .record({ ideal: fc.integer({ min: 1, max: 40 }), more: fc.integer({ min: 0, max: 30 }), unit: fc.constantFrom(...CADENCE_UNITS), first: fc.option(days) })
    .map(({ ideal, more, unit, first }) => pace({ ideal, maximum: ideal + more, unit, ...(first === null ? {} : { anchor: 'fixed', anchorOn: addDays('2024-01-01', first) }) }));

  it('is the same asked of one customer and of many', () => {
    fc.assert(
      fc.property(paces, exceptions, days, days, (given, exceptions, known, now) => {
        const calendar = { ...week, exceptions };
        const [from, today] = [addDays('2024-01-01', known), addDays('2024-01-01', now)];
        const { dueOn, overdueFrom } = dueDaysOf(given, from, calendar);
        const { idealOn, maximumOn } = thresholdsOf(given, today, calendar)!;
        expect([from <= idealOn, from <= maximumOn]).toEqual([dueOn <= today, overdueFrom <= today]);
      }),
      { numRuns: 600 },
    );
  });

  it('is never on a closed day, never before the ideal, and never later than the maximum of it', () => {
    fc.assert(
      fc.property(paces, exceptions, days, (given, exceptions, known) => {
        const calendar = { ...week, exceptions };
        const from = addDays('2024-01-01', known);
        const { dueOn, overdueFrom } = dueDaysOf(given, from, calendar);
        expect([isWorkingDay(dueOn, calendar), isWorkingDay(overdueFrom, calendar)]).toEqual([true, true]);
        expect(dueOn > from && overdueFrom >= dueOn).toBe(true);
      }),
    );
  });

  it('does not drift over 48 months: each slot is counted from the first', () => {
    const given = fixed('2026-01-31');
    let from = '2026-01-31';
    for (let k = 1; k <= 48; k++) {
      const slot = addMonthsFromAnchor('2026-01-31', k);
      const { dueOn } = dueDaysOf(given, from, { ...week, week: week.week.map(() => week.week[0]!) });
      expect(dueOn).toBe(slot);
      from = dueOn;
    }
  });

  it('is never once it has stopped', () => {
    expect(thresholdsOf(pace({ stopOn: '2026-03-10' }), '2026-03-10', week)).toBeNull();
    expect(thresholdsOf(pace({ stopOn: '2026-03-11' }), '2026-03-10', week)).toMatchObject({ idealOn: '2026-02-24', maximumOn: '2026-02-17' });
  });
});

describe('how a customer stands to its cadence', () => {
  const facts = (given: Partial<CadenceFacts> = {}): CadenceFacts => ({
    isArchived: false, isOpen: true, isWon: false, target: 'tier', pace: pace(), anchorOn: '2026-02-24', wasContacted: true, nextTouchpointOn: null, isNoneSaid: false, pausedUntil: null, stopped: null, ...given,
  });

  it.each<[string, string, Partial<CadenceFacts>]>([
    ['due', 'by_tier', {}],
    ['fresh', 'by_segment', { anchorOn: '2026-02-25', target: 'segment' }],
    ['overdue', 'by_customer', { anchorOn: '2026-02-17', target: 'customer' }],
    ['never_contacted', 'by_tier', { wasContacted: false }],
    ['fresh', 'touchpoint_scheduled', { nextTouchpointOn: '2026-03-12', anchorOn: '2026-01-05' }],
    ['none', 'no_next_step', { isNoneSaid: true }],
    ['overdue', 'by_tier', { isNoneSaid: true, anchorOn: '2026-02-17' }],
    ['fresh', 'by_tier', { isNoneSaid: true, anchorOn: '2026-03-09' }],
    ['paused', 'paused', { pausedUntil: '2026-03-11', stopped: 'attempts' }],
    ['due', 'by_tier', { pausedUntil: '2026-03-10' }],
    ['none', 'stopped_after_attempts', { stopped: 'attempts' }],
    ['none', 'stopped_when_converted', { stopped: 'converted' }],
    ['none', 'stopped_on_date', { pace: pace({ stopOn: '2026-03-10' }) }],
    ['none', 'converted', { isOpen: false, isWon: true, pausedUntil: '2026-04-01' }],
    ['none', 'not_open', { isOpen: false }],
    ['none', 'archived', { isArchived: true }],
  ])('is %s, %s', (state, reason, given) => {
    expect(standingOf(facts(given), '2026-03-10', week)).toMatchObject({ state, reason });
  });
});

describe('what is wrong with a cadence', () => {
  const written = { ...pace(), hoursFrom: null, hoursUntil: null, channelIds: [] };
  it.each([
    ['nothing', {}, []],
    ['a maximum below the ideal', { maximum: 9 }, ['maximum maximum_below_ideal']],
    ['a fixed one without a first slot', { anchor: 'fixed' as const }, ['anchorOn required']],
    ['half of the hours', { hoursFrom: '09:00' }, ['hoursUntil required']],
    ['the other half', { hoursUntil: '09:00' }, ['hoursFrom required']],
    ['hours that end before they start', { hoursFrom: '09:00', hoursUntil: '09:00' }, ['hoursUntil ends_before_it_starts']],
    ['a channel that is not there', { channelIds: ['phone', 'telex'] }, ['channelIds unknown_channel']],
  ])('%s', (_name, given, codes) => {
    expect(wrongWithCadence({ ...written, ...given }, ['phone']).map(({ field, code }) => `${field} ${code}`)).toEqual(codes);
  });
});
