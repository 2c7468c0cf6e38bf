import fc from 'fast-check';
import { DEFAULT_WEEK, type WorkingCalendar } from '../../kernel/index.ts';
import { type CorrectableContent, changesOf, isAnswerAffected, notForALog, textOf } from './correction.rules.ts';
import { invalidReasonOf, isEffective } from './judgement.rules.ts';
import { checkNextStep } from './next-step.rules.ts';
import { type Answerable, type ResponsePromise, needsAnswer, respondByOf } from './respond-by.rules.ts';

const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map([['2026-03-13', 'holiday'], ['2026-03-14', 'working']]), timeZone: 'Asia/Shanghai' };
const fieldsOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
};

describe('until when an inbound contact should be answered', () => {
  const live: ResponsePromise = { isTwoWay: true, isLive: true, responseMinutes: null, isResponseInWorkingTime: false };
  const chat: ResponsePromise = { ...live, isLive: false, responseMinutes: 30 };
  const mail: ResponsePromise = { ...live, isLive: false, responseMinutes: 240, isResponseInWorkingTime: true };
  const letter: ResponsePromise = { ...live, isLive: false };
  const inbound: Answerable = { direction: 'inbound', dispositionKind: 'reached', occurredAt: new Date('2026-03-10T02:00:00Z'), nextStep: 'touchpoint' };
  const cases: [string, Partial<Answerable>, ResponsePromise, string | null][] = [
    ['outbound', { direction: 'outbound' }, mail, null],
    ['a call that was taken', {}, live, null],
    ['a call that nobody took: the end of the day', { dispositionKind: 'no_answer' }, live, '2026-03-10T10:00:00.000Z'],
    ['a voicemail after hours: the end of the next day', { dispositionKind: 'voicemail', occurredAt: new Date('2026-03-10T12:00:00Z') }, live, '2026-03-11T10:00:00.000Z'],
    ['a chat, at any hour', { occurredAt: new Date('2026-03-10T19:00:00Z') }, chat, '2026-03-10T19:30:00.000Z'],
    ['a mail: four working hours', {}, mail, '2026-03-10T06:00:00.000Z'],
    ['a mail on Thursday evening, over a holiday, answered on a make-up Saturday', { occurredAt: new Date('2026-03-12T09:00:00Z') }, mail, '2026-03-14T04:00:00.000Z'],
    ['a letter: the same working day', {}, letter, '2026-03-10T10:00:00.000Z'],
    ['a message that needs none, because …', { nextStep: 'none' }, mail, null],
    ['a bounced message', { dispositionKind: 'bounced' }, mail, null],
    ['an advertisement', {}, { ...mail, isTwoWay: false }, null],
  ];
  it.each(cases)('%s', (_name, given, promise, expected) => {
    expect(respondByOf({ ...inbound, ...given }, promise, calendar)?.toISOString() ?? null).toBe(expected);
  });

  it('lies after the contact, whenever there is one', () => {
    const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(live, chat, mail, letter), fc.constantFrom('reached', 'no_answer', 'sent'), (occurredAt, promise, dispositionKind) => {
        const contact = { ...inbound, occurredAt, dispositionKind };
        const by = respondByOf(contact, promise, calendar);
        expect(by !== null).toBe(needsAnswer(contact, promise));
        if (by) expect(by.getTime()).toBeGreaterThan(occurredAt.getTime());
      }),
    );
  });
});

describe('judgements', () => {
  const good = { dispositionKind: 'reached', isTwoWay: true, evaluation: 3, validity: 'valid' } as const;
  it.each([
    [good, true], [{ ...good, evaluation: null }, true], [{ ...good, evaluation: 2 }, true], [{ ...good, evaluation: 1 }, false], [{ ...good, validity: 'unassessed' }, true],
    [{ ...good, validity: 'invalid' }, false], [{ ...good, isTwoWay: false }, false], [{ ...good, dispositionKind: 'sent' }, false],
  ] as const)('%j is effective: %s', (judgement, expected) => expect(isEffective(judgement)).toBe(expected));

  it('asks why a communication is invalid, and keeps no reason otherwise', () => {
    expect(invalidReasonOf('invalid', 'Test')).toBe('Test');
    expect(invalidReasonOf('valid', 'Test')).toBeNull();
    expect(fieldsOf(() => invalidReasonOf('invalid', ''))).toEqual([{ field: 'invalidReason', code: 'required' }]);
  });
});

describe('the form of a next step', () => {
  it.each([
    [{ kind: 'touchpoint', dueOn: '2026-03-11' }, null], [{ kind: 'cadence' }, null], [{ kind: 'none', reason: 'Moved away' }, null],
    [{ kind: 'none', reason: '' }, [{ field: 'nextStep.reason', code: 'required' }]],
    [{ kind: 'none', reason: 'x', dueAt: '2026-03-11T00:00:00Z' }, [{ field: 'nextStep.dueAt', code: 'date_without_touchpoint' }]],
    [{ kind: 'cadence', dueOn: '2026-03-11' }, [{ field: 'nextStep.dueOn', code: 'date_without_touchpoint' }]],
    [{ kind: 'cadence', isPromised: true }, [{ field: 'nextStep.isPromised', code: 'promise_without_touchpoint' }]],
  ] as const)('%j', (step, expected) => expect(fieldsOf(() => checkNextStep(step))).toEqual(expected));
});

describe('what a correction changed', () => {
  const before: CorrectableContent = {
    channelId: 'a', direction: 'inbound', dispositionId: 'b', occurredAt: new Date(0), contactPersonId: null, outcomeId: null, evaluation: 3, validity: 'valid', invalidReason: null, subject: '', text: '', durationSeconds: null,
    touchpointId: null, countedBecause: null,
  };
  it('names the properties that differ', () => {
    expect(changesOf(before, { ...before, occurredAt: new Date(0) })).toEqual({ before: {}, after: {} });
    expect(changesOf(before, { ...before, occurredAt: new Date(1), evaluation: null })).toEqual({
      before: { occurredAt: '1970-01-01T00:00:00.000Z', evaluation: 3 }, after: { occurredAt: '1970-01-01T00:00:00.001Z', evaluation: null },
    });
  });
  it.each([[{ text: 'x' }, false], [{ channelId: 'x' }, true], [{ direction: 'outbound' }, true], [{ dispositionId: 'x' }, true], [{ occurredAt: new Date(1) }, true]] as const)('%j affects the answer: %s', (change, expected) =>
    expect(isAnswerAffected(before, { ...before, ...change })).toBe(expected),
  );
  it('finds what a log does not have', () => {
    expect(notForALog({ text: 'x', subject: 'y', occurredAt: 'z', evaluation: undefined })).toBeNull();
    expect(notForALog({ text: 'x', channelId: 'c' })).toBe('channelId');
  });
  it('writes traced values as text', () => expect([textOf('a'), textOf(3), textOf(null), textOf({})]).toEqual(['a', '3', null, null]));
});
