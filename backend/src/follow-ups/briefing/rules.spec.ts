import fc from 'fast-check';
import { DEFAULT_WEEK, type WorkingCalendar, isWorkingDay } from '../../kernel/index.ts';
import { channelFor, otherChannel, quickDates } from './defaults.rules.ts';
import { isSilent, retryAfter } from './retry.rules.ts';
import { type BriefFacts, warningsOf } from './warnings.rules.ts';

const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map([['2026-03-16', 'holiday'], ['2026-03-14', 'working']]), timeZone: 'Asia/Shanghai' };
const local = (time: string): Date => new Date(`2026-03-10T${time}:00+08:00`);

describe('the retry table', () => {
  const cases: [string, string, Date, string[], object | null][] = [
    ['no answer in the morning', 'no_answer', local('10:00'), [], { kind: 'retry', dueOn: '2026-03-11', dueAt: new Date('2026-03-11T13:30:00+08:00'), half: 'afternoon' }],
    ['no answer in the afternoon', 'no_answer', local('16:00'), [], { kind: 'retry', dueOn: '2026-03-11', dueAt: new Date('2026-03-11T09:00:00+08:00'), half: 'morning' }],
    ['voicemail', 'voicemail', local('10:00'), [], { kind: 'retry', dueOn: '2026-03-12', dueAt: null, half: null }],
    ['busy', 'busy', local('10:00'), [], { kind: 'retry', dueOn: '2026-03-10', dueAt: local('12:00'), half: null }],
    ['busy late', 'busy', local('17:00'), [], { kind: 'retry', dueOn: '2026-03-11', dueAt: new Date('2026-03-11T09:00:00+08:00'), half: null }],
    ['call back', 'call_back', local('10:00'), [], { kind: 'ask_time', dueOn: null, dueAt: null, half: null }],
    ['wrong number', 'wrong_number', local('10:00'), [], { kind: 'check_contact_point', dueOn: null, dueAt: null, half: null }],
    ['bounced', 'bounced', local('10:00'), [], { kind: 'check_contact_point', dueOn: null, dueAt: null, half: null }],
    ['refused', 'refused', local('10:00'), [], { kind: 'stop', dueOn: null, dueAt: null, half: null }],
    ['reached', 'reached', local('10:00'), ['2026-03-08', '2026-03-09'], null],
    ['the third silent attempt on a third day', 'busy', local('10:00'), ['2026-03-08', '2026-03-09'], { kind: 'other_channel', dueOn: '2026-03-11', dueAt: null, half: null }],
    ['the third on two days', 'voicemail', local('10:00'), ['2026-03-09', '2026-03-09'], { kind: 'retry', dueOn: '2026-03-12', dueAt: null, half: null }],
    ['the second', 'voicemail', local('10:00'), ['2026-03-09'], { kind: 'retry', dueOn: '2026-03-12', dueAt: null, half: null }],
    ['refused after three silent days', 'refused', local('10:00'), ['2026-03-07', '2026-03-08', '2026-03-09'], { kind: 'stop', dueOn: null, dueAt: null, half: null }],
  ];
  it.each(cases)('%s', (_name, kind, at, days, expected) => {
    expect(retryAfter(kind, at, days.map((on) => ({ on })), calendar)).toEqual(expected);
  });

  it.each([
    ['in that half of the day', '15:00', '17:00', 'Asia/Shanghai', '15:00'], ['which it has begun before', '09:00', '15:00', 'Asia/Shanghai', '13:30'], ['not in that half', '09:00', '11:00', 'Asia/Shanghai', '13:30'],
    ['after work', '18:30', '20:00', 'Asia/Shanghai', '13:30'], ['where the customer is', '16:00', '18:00', 'Asia/Tokyo', '15:00'],
  ])('tries again at the best hours: %s', (_name, from, until, timeZone, time) => {
    expect(retryAfter('no_answer', local('10:00'), [], calendar, { from, until, timeZone })?.dueAt).toEqual(new Date(`2026-03-11T${time}:00+08:00`));
  });

  it('never proposes a time that has passed, nor one outside of working hours', () => {
    const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom('no_answer', 'busy', 'voicemail'), (at, kind) => {
        const retry = retryAfter(kind, at, [], calendar);
        expect(isWorkingDay(retry?.dueOn ?? '', calendar)).toBe(true);
        if (retry?.dueAt) expect(retry.dueAt.getTime()).toBeGreaterThan(at.getTime());
      }),
    );
  });

  it('knows who stays silent', () => expect(['no_answer', 'busy', 'voicemail', 'reached', 'sent'].filter(isSilent)).toEqual(['no_answer', 'busy', 'voicemail']));
});

describe('the channel to begin with', () => {
  const facts = { asked: null, touchpointDue: null, preferred: null, cadence: [], lastUsed: null, all: ['phone', 'visit', 'mail'], doNotContact: [] };
  it.each([
    [{ lastUsed: 'mail', cadence: ['fax', 'visit'] }, 'visit', 'cadence'], [{ preferred: 'mail', cadence: ['visit'] }, 'mail', 'preferred'], [{ lastUsed: 'mail', cadence: ['visit'], doNotContact: ['visit'] }, 'mail', 'last_used'],
    [{}, 'phone', 'first'], [{ lastUsed: 'mail' }, 'mail', 'last_used'], [{ lastUsed: 'mail', preferred: 'visit' }, 'visit', 'preferred'],
    [{ preferred: 'visit', touchpointDue: 'mail' }, 'mail', 'touchpoint_due'], [{ asked: 'fax', touchpointDue: 'mail' }, 'fax', 'asked'],
    [{ preferred: 'visit', doNotContact: ['visit', 'phone'] }, 'mail', 'first'], [{ preferred: 'archived' }, 'phone', 'first'], [{ all: [] }, null, 'first'],
  ])('%j: %s because %s', (given, channelId, because) => expect(channelFor({ ...facts, ...given })).toEqual({ channelId, because }));

  const others = { preferred: null, reached: null, all: ['phone', 'visit', 'mail'], doNotContact: [] };
  it.each([
    [{}, 'visit'], [{ reached: 'mail' }, 'mail'], [{ reached: 'mail', preferred: 'visit' }, 'visit'], [{ preferred: 'phone' }, 'visit'], [{ doNotContact: ['visit'] }, 'mail'], [{ all: ['phone'] }, null],
  ])('another one than a silent phone: %j', (given, expected) => expect(otherChannel('phone', { ...others, ...given })).toBe(expected));
});

describe('quick dates', () => {
  it.each([
    ['2026-03-10', ['2026-03-11', '2026-03-13', '2026-03-17', '2026-03-17']],
    ['2026-03-13', ['2026-03-14', '2026-03-18', '2026-03-20', '2026-03-17']],
    ['2028-02-28', ['2028-02-29', '2028-03-02', '2028-03-06', '2028-03-06']],
  ])('from %s', (today, expected) => expect(quickDates(today, calendar).map(({ dueOn }) => dueOn)).toEqual(expected));
});

describe('warnings', () => {
  const facts: BriefFacts = { respondBy: null, touchpoints: [], isQuietNow: false, doNotContact: [], pressure: 0, pressureLimit: 3, lastEvaluation: null, people: [{ points: [{ validity: 'ok' }] }], isMaximumPassed: false };
  const promise = (dueOn: string, dueAt: string | null = null) => ({ isPromised: true, dueOn, dueAt });
  it.each<[Partial<BriefFacts>, string[]]>([
    [{}, []], [{ respondBy: '2026-03-10T00:00:00Z' }, ['inbound_unanswered']], [{ touchpoints: [promise('2026-03-09')] }, ['promise_broken']], [{ touchpoints: [promise('2026-03-10')] }, ['promise_due']],
    [{ touchpoints: [promise('2026-03-10', '2026-03-10T01:59:00Z')] }, ['promise_broken']], [{ touchpoints: [promise('2026-03-10', '2026-03-10T03:00:00Z')] }, ['promise_due']],
    [{ touchpoints: [promise('2026-03-11'), { ...promise('2026-03-01'), isPromised: false }] }, []],
    [{ isQuietNow: true, doNotContact: ['x'], pressure: 3, lastEvaluation: 2, isMaximumPassed: true }, ['quiet_hours', 'do_not_contact', 'contact_pressure', 'last_evaluation_low', 'maximum_interval_passed']],
    [{ lastEvaluation: 3, people: [{ points: [{ validity: 'suspect' }] }] }, ['contact_point_invalid']], [{ people: [{ points: [{ validity: 'invalid' }] }] }, ['contact_point_invalid']], [{ people: [{ points: [] }] }, ['no_contact_point']],
  ])('%j', (given, expected) => expect(warningsOf({ ...facts, ...given }, new Date('2026-03-10T02:00:00Z'), '2026-03-10')).toEqual(expected));
});
