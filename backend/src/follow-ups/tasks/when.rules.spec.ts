import fc from 'fast-check';
import { addDays, localDateOf } from '../../kernel/index.ts';
import { eventTime, inZone, taskTime } from './when.rules.ts';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'America/Sao_Paulo'];
const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2025-01-01', days));

describe('when a task is due or an event takes place', () => {
  it('keeps the local day where its owner is, in every zone and on every day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (dueOn, zone) => {
        const { occurredAt, isAllDay } = taskTime({ dueOn }, zone);
        expect([localDateOf(occurredAt, zone), isAllDay]).toEqual([dueOn, true]);
        expect(localDateOf(new Date(occurredAt.getTime() + 1), zone)).toBe(addDays(dueOn, 1));
      }),
    );
  });

  it('keeps whole days when the owner changes to another zone', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 }), fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), (onDay, length, from, to) => {
        const event = eventTime({ onDay, lastDay: addDays(onDay, length) }, from);
        expect(inZone(event, from, to)).toEqual(eventTime({ onDay, lastDay: addDays(onDay, length) }, to));
        expect(inZone(taskTime({ dueOn: onDay }, from), from, to)).toEqual(taskTime({ dueOn: onDay }, to));
      }),
    );
    const timed = eventTime({ startsAt: '2026-03-10T01:00:00Z', endsAt: '2026-03-10T02:00:00Z' }, 'Asia/Shanghai');
    expect(inZone(timed, 'Asia/Shanghai', 'Europe/Berlin')).toEqual(timed);
  });

  const refusalOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as { fields: { field: string; code: string }[] }).fields[0];
    }
  };
  it.each([[{}, 'dueOn', 'required'], [{ dueOn: '2026-03-12', dueAt: '2026-03-12T01:00:00Z' }, 'dueOn', 'day_or_time']])('refuses a task of %j', (given, field, code) =>
    expect(refusalOf(() => taskTime(given, 'Asia/Shanghai'))).toEqual({ field, code }),
  );
  it.each([
    [{}, 'startsAt', 'required'], [{ startsAt: '2026-03-12T01:00:00Z' }, 'endsAt', 'required'], [{ onDay: '2026-03-12', startsAt: '2026-03-12T01:00:00Z' }, 'onDay', 'day_or_time'],
    [{ startsAt: '2026-03-12T01:00:00Z', endsAt: '2026-03-12T01:00:00Z' }, 'endsAt', 'ends_before_it_starts'], [{ onDay: '2026-03-12', lastDay: '2026-03-11' }, 'lastDay', 'ends_before_it_starts'],
    [{ onDay: '2026-03-12', lastDay: '2026-08-11' }, 'lastDay', 'too_long_event'],
  ])('refuses an event of %j', (given, field, code) => expect(refusalOf(() => eventTime(given, 'Asia/Shanghai'))).toEqual({ field, code }));

  it('is a time where one is given', () => {
    expect(taskTime({ dueAt: '2026-03-12T01:00:00Z' }, 'Asia/Shanghai')).toEqual({ occurredAt: new Date('2026-03-12T01:00:00Z'), endsAt: null, isAllDay: false });
  });

  it('knows the 25 hours of a day on which the clock goes back', () => {
    const { occurredAt, endsAt } = eventTime({ onDay: '2026-11-01' }, 'America/New_York');
    expect([occurredAt.toISOString(), endsAt?.toISOString()]).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z']);
  });
});
