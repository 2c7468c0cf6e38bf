import { Entry, byDay, movedTo, overlapsOf, periodOf, spanOf, turned } from './entries.rules';

const ZONE = 'Asia/Shanghai';
const entry = (given: Partial<Entry>): Entry => ({
  kind: 'touchpoint', id: 'e', version: 1, title: '', customerId: null, customerName: null, ownerId: 'me', ownerName: 'Me', start: '2026-03-04', end: null, isAllDay: false,
  state: 'scheduled', channelId: null, place: null, note: '', isPromised: false, isOverdue: false, canMove: true, ...given,
});

describe('the days that a view shows', () => {
  test.each([
    ['day', '2026-03-04', '2026-03-05'],
    ['week', '2026-03-02', '2026-03-09'],
    ['month', '2026-02-23', '2026-04-06'],
    ['agenda', '2026-03-04', '2026-03-18'],
  ] as const)('%s', (view, from, until) => { expect(periodOf(view, '2026-03-04', 1)).toEqual({ from, until }); });

  test('a week that starts on Sunday', () => { expect(periodOf('week', '2026-03-04', 7).from).toBe('2026-03-01'); });

  test('turning pages: a month goes to the first of the next, whatever the day', () => {
    expect([turned('month', '2026-01-31', 1), turned('week', '2026-03-04', -1), turned('agenda', '2026-03-04', 1)]).toEqual(['2026-02-01', '2026-02-25', '2026-03-18']);
  });
});

describe('when an entry stands', () => {
  test('an instant is shown where the person is, a day stays a day', () => {
    expect(spanOf(entry({ start: '2026-03-03T16:30:00Z' }), ZONE)).toEqual({ start: { day: '2026-03-04', time: '00:30' }, end: null });
    expect(spanOf(entry({ kind: 'event', isAllDay: true, end: '2026-03-06' }), ZONE)).toEqual({ start: { day: '2026-03-04', time: null }, end: { day: '2026-03-06', time: null } });
  });

  test('moving keeps the length of an event', () => {
    const meeting = entry({ kind: 'event', start: '2026-03-04T01:00:00Z', end: '2026-03-04T02:30:00Z' });
    expect(movedTo(meeting, { day: '2026-03-05', time: '23:00' }, ZONE).end).toEqual({ day: '2026-03-06', time: '00:30' });
    const fair = entry({ kind: 'event', isAllDay: true, start: '2026-03-04', end: '2026-03-06' });
    expect(movedTo(fair, { day: '2026-03-10', time: null }, ZONE).end).toEqual({ day: '2026-03-12', time: null });
    expect(movedTo(fair, { day: '2026-03-10', time: '09:00' }, ZONE).end).toEqual({ day: '2026-03-10', time: '10:00' });
    expect(movedTo(entry({}), { day: '2026-03-10', time: '09:00' }, ZONE).end).toBeNull();
  });

  test('across the change of the clocks an event keeps its length, not its wall time', () => {
    const night = entry({ kind: 'event', start: '2026-03-28T01:00:00Z', end: '2026-03-28T03:00:00Z' });
    expect(movedTo(night, { day: '2026-03-29', time: '01:30' }, 'Europe/Berlin').end).toEqual({ day: '2026-03-29', time: '04:30' });
  });
});

describe('what collides', () => {
  const at = (id: string, time: string, given: Partial<Entry> = {}): Entry => entry({ id, start: `2026-03-04T${time}:00Z`, ...given });
  const pairs = (...entries: Entry[]): string[] => [...overlapsOf(entries)].map(([id, others]) => `${id}: ${others.map((other) => other.id).join(' ')}`);

  test('contacts less than half an hour apart, and whatever falls into an event', () => {
    expect(pairs(at('a', '02:00'), at('b', '02:29'), at('c', '02:59'))).toEqual(['a: b', 'b: a']);
    expect(pairs(at('m', '01:00', { kind: 'event', end: '2026-03-04T04:00:00Z' }), at('a', '02:00'), at('b', '03:59'))).toEqual(['m: a b', 'a: m', 'b: m']);
  });

  test('not what only touches, is done, has no time, is a task, or is somebody else’s', () => {
    expect(pairs(at('m', '01:00', { kind: 'event', end: '2026-03-04T02:00:00Z' }), at('a', '02:00'))).toEqual([]);
    expect(pairs(at('a', '02:00'), at('b', '02:00', { state: 'done' }), at('c', '02:00', { kind: 'task' }), at('d', '02:00', { ownerId: 'other' }), entry({ id: 'e', isAllDay: true }))).toEqual([]);
  });
});

test('the agenda lists days in order, whole days first, and what lasts on each of its days', () => {
  const fair = entry({ id: 'fair', kind: 'event', isAllDay: true, start: '2026-03-03', end: '2026-03-05' });
  const night = entry({ id: 'night', kind: 'event', start: '2026-03-04T14:00:00Z', end: '2026-03-04T16:00:00Z' });
  const call = entry({ id: 'call', start: '2026-03-04T01:00:00Z' });
  const days = byDay([night, call, fair], { from: '2026-03-04', until: '2026-03-06' }, ZONE);
  expect(days.map(({ day, entries }) => [day, ...entries.map(({ id }) => id)])).toEqual([['2026-03-04', 'fair', 'call', 'night']]);
});
