import fc from 'fast-check';
import { localMinutesOf, localDateOf, minutesOfTime } from '../kernel/index.ts';
import { isQuiet, respectLimits } from './contact-limits.rules.ts';
import { dueOf, isSameDue } from './due.rules.ts';

const fieldsOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
};
const at = { now: new Date('2026-03-10T02:00:00Z'), timeZone: 'America/New_York' };

describe('when a touchpoint is due', () => {
  it.each([
    [{ dueOn: '2026-03-09' }, { dueOn: '2026-03-09', dueAt: null }],
    [{ dueAt: '2026-03-10T03:00:00Z' }, { dueOn: '2026-03-09', dueAt: new Date('2026-03-10T03:00:00Z') }],
    [{ dueAt: '2026-03-10T01:56:00Z' }, { dueOn: '2026-03-09', dueAt: new Date('2026-03-10T01:56:00Z') }],
  ])('%j', (given, expected) => expect(dueOf(given, at)).toEqual(expected));
  it.each([
    [{}, 'dueOn', 'required'], [{ dueOn: '2026-03-12', dueAt: '2026-03-12T00:00:00Z' }, 'dueOn', 'day_or_time'], [{ dueOn: '2026-03-08' }, 'dueOn', 'in_the_past'], [{ dueAt: '2026-03-10T01:54:00Z' }, 'dueAt', 'in_the_past'],
  ])('%j is refused', (given, field, code) => {
    expect(fieldsOf(() => dueOf(given, at))).toEqual([{ field, code }]);
    expect(fieldsOf(() => dueOf(given, { ...at, path: 'next.' }))).toEqual([{ field: `next.${field}`, code }]);
  });

  it('has the local day of its time, always', () => {
    fc.assert(
      fc.property(fc.date({ min: at.now, max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }), fc.constantFrom('Asia/Shanghai', 'America/New_York'), (time, timeZone) => {
        expect(dueOf({ dueAt: time.toISOString() }, { now: at.now, timeZone })).toEqual({ dueOn: localDateOf(time, timeZone), dueAt: time });
      }),
    );
  });

  it('compares days and times', () => {
    const [day, time] = [dueOf({ dueOn: '2026-03-12' }, at), dueOf({ dueAt: '2026-03-12T12:00:00Z' }, at)];
    expect([isSameDue(day, { ...day }), isSameDue(time, { ...time }), isSameDue(day, time), isSameDue(day, { ...day, dueOn: '2026-03-13' })]).toEqual([true, true, false, false]);
  });
});

describe('what a customer does not want', () => {
  const limits = { doNotContact: ['sms'], quietFrom: '22:00', quietUntil: '07:00', timeZone: 'Asia/Shanghai' };
  it.each([['21:59', false], ['22:00', true], ['00:00', true], ['06:59', true], ['07:00', false]])('%s is quiet over midnight: %s', (time, quiet) =>
    expect(isQuiet(new Date(`2026-03-10T${time}:00+08:00`), limits)).toBe(quiet),
  );
  it.each([['11:59', false], ['12:00', true], ['13:59', true], ['14:00', false]])('%s is quiet at noon: %s', (time, quiet) =>
    expect(isQuiet(new Date(`2026-03-10T${time}:00+08:00`), { ...limits, quietFrom: '12:00', quietUntil: '14:00' })).toBe(quiet),
  );
  it('has no quiet hours without both ends', () => {
    expect(isQuiet(at.now, { ...limits, quietFrom: null })).toBe(false);
    expect(isQuiet(at.now, { ...limits, quietUntil: null })).toBe(false);
  });
  it('is quiet or not, but never both, in the hours and in the rest of the day', () => {
    fc.assert(
      fc.property(fc.date({ min: at.now, max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }), fc.constantFrom(['22:00', '07:00'], ['12:00', '14:00']), (time, hours) => {
        const [from, until] = hours as [string, string];
        const rest = { ...limits, quietFrom: until, quietUntil: from };
        expect(isQuiet(time, { ...limits, quietFrom: from, quietUntil: until })).toBe(!isQuiet(time, rest));
        if (localMinutesOf(time, limits.timeZone) === minutesOfTime(from)) expect(isQuiet(time, { ...limits, quietFrom: from, quietUntil: until })).toBe(true);
      }),
    );
  });
  it('is refused unless somebody says why', () => {
    const night = new Date('2026-03-10T23:00:00+08:00');
    expect(fieldsOf(() => respectLimits({ channelId: 'sms', at: night }, limits))).toEqual([{ field: 'channelId', code: 'do_not_contact' }]);
    expect(fieldsOf(() => respectLimits({ channelId: 'phone', at: night, path: 'next.' }, limits))).toEqual([{ field: 'next.dueAt', code: 'quiet_hours', params: { from: '22:00', until: '07:00' } }]);
    expect(fieldsOf(() => respectLimits({ channelId: 'sms', at: night, overrideReason: 'Agreed' }, limits))).toBeNull();
    expect(fieldsOf(() => respectLimits({ channelId: null, at: null }, limits))).toBeNull();
  });
});
