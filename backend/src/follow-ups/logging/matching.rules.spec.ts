import fc from 'fast-check';
import { DEFAULT_WEEK, type WorkingCalendar, addDays, dayNumber } from '../../kernel/index.ts';
import { type Candidate, type MatchableContact, WINDOW_DAYS, keepsTouchpoint, matchTouchpoint } from './matching.rules.ts';

const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map([['2026-03-18', 'holiday']]), timeZone: 'Asia/Shanghai' };
// A Tuesday: five working days reach from Tuesday the 3rd to Tuesday the 17th.
const contact: MatchableContact = { authorId: 'me', channelId: 'phone', on: '2026-03-10', dispositionKind: 'reached' };
const open = (id: string, given: Partial<Candidate> = {}): Candidate => ({ id, ownerId: 'me', channelId: 'phone', dueOn: '2026-03-10', isPromised: false, plannedOn: '2026-03-01', ...given });

describe('which touchpoint a contact is about', () => {
  const cases: [string, Partial<MatchableContact>, Candidate[], string | null, string | null][] = [
    ['nothing is open', {}, [], null, null],
    ['the only one in the window', {}, [open('a')], 'a', 'same_owner_and_channel'],
    ['five working days before', {}, [open('a', { dueOn: '2026-03-03' })], 'a', 'same_owner_and_channel'],
    ['six working days before', {}, [open('a', { dueOn: '2026-03-02' })], null, null],
    ['five working days after', {}, [open('a', { dueOn: '2026-03-17' })], 'a', 'same_owner_and_channel'],
    ['a holiday after that', {}, [open('a', { dueOn: '2026-03-18' })], null, null],
    ['planned after the contact', {}, [open('a', { plannedOn: '2026-03-11', dueOn: '2026-03-12' })], null, null],
    ['planned on the same day', {}, [open('a', { plannedOn: '2026-03-10' })], 'a', 'same_owner_and_channel'],
    ['the own one before a colleague\'s on the same channel', {}, [open('a', { ownerId: 'you' }), open('b', { channelId: 'mail' })], 'b', 'same_owner'],
    ['the same channel before a nearer one', {}, [open('a', { channelId: null }), open('b', { dueOn: '2026-03-16' })], 'b', 'same_owner_and_channel'],
    ['a colleague\'s on the same channel', {}, [open('a', { ownerId: 'you' })], 'a', 'same_channel'],
    ['a colleague\'s on another channel', {}, [open('a', { ownerId: 'you', channelId: null })], 'a', 'in_window'],
    ['the nearest', {}, [open('a', { dueOn: '2026-03-06' }), open('b', { dueOn: '2026-03-11' })], 'b', 'same_owner_and_channel'],
    ['a promised one of two as near', {}, [open('a', { dueOn: '2026-03-09' }), open('b', { dueOn: '2026-03-11', isPromised: true })], 'b', 'same_owner_and_channel'],
    ['the older of two as near', {}, [open('b', { dueOn: '2026-03-11' }), open('a', { dueOn: '2026-03-09' })], 'a', 'same_owner_and_channel'],
    ['the first id of two alike', {}, [open('b'), open('a')], 'a', 'same_owner_and_channel'],
    ['the first id of two alike, given the other way', {}, [open('a'), open('b')], 'a', 'same_owner_and_channel'],
    ['a message and a call that is planned', { dispositionKind: 'sent', channelId: 'sms' }, [open('a')], null, null],
    ['a message and its own channel', { dispositionKind: 'sent' }, [open('a')], 'a', 'same_owner_and_channel'],
    ['in the window of its plan, far from its due day', {}, [open('a', { dueOn: '2026-04-20', windowFrom: '2026-03-10', windowUntil: '2026-04-20' })], 'a', 'plan_window'],
    ['before the window of its plan', {}, [open('a', { dueOn: '2026-03-12', windowFrom: '2026-03-11', windowUntil: '2026-03-13' })], null, null],
    ['after that window, because its owner was away', {}, [open('a', { dueOn: '2026-03-06', windowFrom: '2026-03-05', windowUntil: '2026-03-09' })], 'a', 'same_owner_and_channel'],
    ['moved out of that window', {}, [open('a', { dueOn: '2026-03-12', windowFrom: '2026-03-18', windowUntil: '2026-03-20' })], 'a', 'same_owner_and_channel'],
    ['missed, and in its window', {}, [open('a', { dueOn: '2026-03-06', windowFrom: '2026-03-05', windowUntil: '2026-03-10', isMissed: true })], 'a', 'plan_window_late'],
    ['missed, and after its window', {}, [open('a', { dueOn: '2026-03-06', windowFrom: '2026-03-05', windowUntil: '2026-03-09', isMissed: true })], null, null],
    ['a message and any channel', { dispositionKind: 'sent' }, [open('a', { channelId: null })], 'a', 'same_owner'],
  ];
  it.each(cases)('%s', (_name, given, candidates, id, because) => {
    const match = matchTouchpoint({ ...contact, ...given }, candidates, calendar);
    expect(match && [match.touchpoint.id, match.because]).toEqual(id && [id, because]);
  });

  it('answers one of the given ones within the window, whatever their order', () => {
    const candidate = fc.record({
      id: fc.uuid(), ownerId: fc.constantFrom('me', 'you'), channelId: fc.constantFrom('phone', 'mail', null), dueOn: fc.integer({ min: -20, max: 20 }).map((days) => addDays(contact.on, days)),
      isPromised: fc.boolean(), plannedOn: fc.constantFrom('2026-03-01', '2026-03-10', '2026-03-11'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 8 }), (candidates) => {
        const match = matchTouchpoint(contact, candidates, calendar);
        expect(matchTouchpoint(contact, candidates.toReversed(), calendar)).toEqual(match);
        if (!match) return;
        expect(candidates).toContain(match.touchpoint);
        // Five working days are at most eleven calendar days here, with two weekends and the holiday.
        expect(Math.abs(dayNumber(match.touchpoint.dueOn) - dayNumber(contact.on))).toBeLessThanOrEqual(WINDOW_DAYS + 6);
        expect(match.because.includes('owner')).toBe(match.touchpoint.ownerId === 'me');
      }),
    );
  });

  it.each([['reached', true], ['sent', true], ['no_answer', false], ['busy', false], ['voicemail', false], ['call_back', false], ['refused', false], ['wrong_number', false], ['bounced', false], ['not_recorded', false]])(
    '%s keeps a touchpoint: %s', (kind, keeps) => expect(keepsTouchpoint(kind)).toBe(keeps),
  );

  it('an invalid contact keeps none, whatever it reached', () => {
    expect([keepsTouchpoint('reached', 'invalid'), keepsTouchpoint('sent', 'invalid'), keepsTouchpoint('reached', 'valid')]).toEqual([false, false, true]);
  });
});
