import { customerOf, customerRow, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { AbsenceEnteredView, ReschedulePreview, ReschedulingView, ReschedulingsView } from './rescheduling.dto.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('rescheduling in bulk', () => {
  let world: World;
  let lead: TestActor;
  let anna: TestActor;
  let ben: TestActor;
  let outsider: TestActor;
  let customerId: string;
  let teamId: string;
  beforeAll(async () => {
    world = await World.open();
    teamId = (await world.team('North')).id;
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId, name: 'Lead' });
    outsider = await world.person({ name: 'Outsider' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    await world.database.query('TRUNCATE absences, reschedulings, touchpoints, calendar_days CASCADE');
    anna = await world.person({ scope: 'team', teamId, name: 'Anna' });
    ben = await world.person({ scope: 'team', teamId, name: 'Ben' });
    customerId = await customerOf(world, anna);
  });

  const plan = async (dueOn: string, given: object = {}) => (await anna.post('/api/touchpoints', { customerId, dueOn, ...given })).json<Said & { id: string }>();
  const input = (given: object) => ({ personId: anna.person.id, ...given });
  const preview = async (given: object, by = anna) => (await by.post('/api/reschedulings/preview', input(given))).json<ReschedulePreview>();
  const reschedule = (given: object, by = anna) => by.post('/api/reschedulings', input(given));
  const reverse = (id: string, by = anna) => by.post(`/api/reschedulings/${id}/reversal`);
  const touchpoint = async (id: string) => (await lead.get(`/api/touchpoints/${id}`)).json<Said>();
  const moves = async (id: string) => (await lead.get(`/api/touchpoints/${id}/moves`)).json<{ items: object[] }>().items;
  const absence = (given: object, by = anna) => by.post('/api/absences', { personId: anna.person.id, from: '2026-03-12', until: '2026-03-17', kind: 'leave', ...given });
  const day = async () => {
    const { buckets } = (await anna.get('/api/my-day')).json<{ buckets: { bucket: string; items: { purpose: string; reason: { code: string } }[] }[] }>();
    return Object.fromEntries(buckets.filter(({ items }) => items.length > 0).map(({ bucket, items }) => [bucket, items.map(({ purpose, reason }) => `${purpose} ${reason.code}`)]));
  };

  it('shows what would happen, then does exactly that, and keeps the first day and the moves', async () => {
    const [promised, time, later] = [await plan('2026-03-12', { purpose: 'a', isPromised: true }), await plan('', { dueOn: undefined, dueAt: '2026-03-13T02:00:00Z', purpose: 'b' }), await plan('2026-03-20')];
    const given = { from: '2026-03-12', until: '2026-03-17', isAway: true, way: 'shift', toOn: '2026-03-12', spreadDays: 2 };
    const seen = await preview(given);
    expect(seen).toMatchObject({ total: 2, changed: 2, promised: 1, skipped: 0 });
    expect(seen.items).toEqual([
      expect.objectContaining({ touchpointId: promised.id, fromOn: '2026-03-12', toOn: '2026-03-17', toAt: null, conflicts: ['promised'], toOwnerName: 'Anna' }),
      expect.objectContaining({ touchpointId: time.id, fromOn: '2026-03-13', toOn: '2026-03-18', toAt: '2026-03-18T02:00:00.000Z', conflicts: [] }),
    ]);
    const entered = await absence({ handling: { way: 'shift', toOn: '2026-03-12', spreadDays: 2, expected: seen.expected } });
    expect(entered.json<AbsenceEnteredView>()).toMatchObject({ absence: { from: '2026-03-12', until: '2026-03-17', kind: 'leave' }, rescheduling: { way: 'shift', changed: 2, doneByName: 'Anna', canReverse: true } });
    expect(await touchpoint(promised.id)).toMatchObject({ dueOn: '2026-03-17', firstDueOn: '2026-03-12', timesMoved: 1, version: 2 });
    expect(await touchpoint(time.id)).toMatchObject({ dueOn: '2026-03-18', dueAt: '2026-03-18T02:00:00.000Z', timesMoved: 1 });
    expect(await touchpoint(later.id)).toMatchObject({ dueOn: '2026-03-20', version: 1 });
    expect(await moves(promised.id)).toEqual([expect.objectContaining({ fromOn: '2026-03-12', toOn: '2026-03-17', movedByName: 'Anna' })]);
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBe('2026-03-17');
    const audit = await world.database.query<{ action: string }[]>('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id', [anna.person.id]);
    expect(audit.map(({ action }) => action)).toEqual(['absence.entered', 'touchpoints.rescheduled']);
  });

  it('says which day gets too full, and what leaves the window in which it counts for its plan', async () => {
    await world.database.query('UPDATE organisation SET contacts_per_day = 2');
    const [planned] = [await plan('2026-03-12'), await plan('2026-03-13', { purpose: 'b' }), await plan('2026-03-17', { purpose: 'c' })];
    await world.database.query(`UPDATE touchpoints SET window_from = '2026-03-10', window_until = '2026-03-13' WHERE id = $1`, [planned.id]);
    const seen = await preview({ from: '2026-03-12', until: '2026-03-17', isAway: true, way: 'shift', toOn: '2026-03-17' });
    expect(seen.items).toMatchObject([{ toOn: '2026-03-17', conflicts: ['outside_window', 'customer_twice'] }, { toOn: '2026-03-17', conflicts: ['customer_twice'] }]);
    expect(seen.crowded).toEqual([{ on: '2026-03-17', count: 3, fits: 2 }]);
    expect((await preview({ from: '2026-03-12', until: '2026-03-17', isAway: true, way: 'shift', toOn: '2026-03-17', spreadDays: 2 })).crowded).toEqual([]);
    expect((await preview({ from: '2026-03-17', way: 'shift', days: 1 })).crowded).toEqual([]);
    await world.database.query('UPDATE organisation SET contacts_per_day = 8');
  });

  it('is refused when it would be something else than what was shown, and writes nothing', async () => {
    const { id } = await plan('2026-03-12');
    const { expected } = await preview({ way: 'shift', days: 2 });
    await plan('2026-03-12', { purpose: 'new' });
    expect((await reschedule({ way: 'shift', days: 2, expected })).statusCode).toBe(412);
    expect((await absence({ handling: { way: 'shift', days: 2, expected } })).statusCode).toBe(412);
    expect((await anna.get(`/api/absences?personId=${anna.person.id}`)).json()).toEqual({ items: [] });
    expect(await touchpoint(id)).toMatchObject({ version: 1 });
  });

  it('delegates to a colleague who may see the customer, on a day that they work', async () => {
    await absence({ personId: ben.person.id, from: '2026-03-12', until: '2026-03-13' }, ben);
    const [first, second] = [await plan('2026-03-12'), await plan('2026-03-13', { purpose: 'b' })];
    expect((await reschedule({ way: 'delegate', toId: outsider.person.id })).json()).toMatchObject({ errors: [{ field: 'toId', code: 'unknown_person' }] });
    expect((await reschedule({ way: 'delegate', toId: ben.person.id, from: '2026-03-12', until: '2026-03-17' })).json<ReschedulingView>()).toMatchObject({ changed: 2 });
    expect(await touchpoint(first.id)).toMatchObject({ ownerId: ben.person.id, dueOn: '2026-03-13', timesMoved: 1 });
    expect(await touchpoint(second.id)).toMatchObject({ ownerId: ben.person.id, dueOn: '2026-03-13', timesMoved: 0 });
    expect(await moves(second.id)).toEqual([]);
  });

  it('leaves with its owner what the new one may not see', async () => {
    const blind = await world.person({ teamId, name: 'Blind' });
    const { id } = await plan('2026-03-12');
    const seen = await preview({ way: 'delegate', toId: blind.person.id });
    expect(seen).toMatchObject({ total: 1, changed: 0, skipped: 1, items: [{ isSkipped: true, conflicts: ['no_access'] }] });
    expect((await reschedule({ way: 'delegate', toId: blind.person.id })).json()).toMatchObject({ status: 409, code: 'nothing_to_reschedule' });
    expect(await touchpoint(id)).toMatchObject({ ownerId: anna.person.id, version: 1 });
  });

  it('releases to who leads: their manager, else the lead of the team', async () => {
    const { id } = await plan('2026-03-12');
    expect((await reschedule({ way: 'release' }, lead)).json<ReschedulingView>()).toMatchObject({ way: 'release', changed: 1, doneByName: 'Lead' });
    expect(await touchpoint(id)).toMatchObject({ ownerId: lead.person.id, dueOn: '2026-03-12' });
    expect((await outsider.post('/api/reschedulings/preview', { personId: outsider.person.id, way: 'release' })).json()).toMatchObject({ status: 409, code: 'nobody_leads' });
  });

  it('is taken back within a minute as if nothing had happened', async () => {
    const { id } = await plan('2026-03-12');
    const done = (await reschedule({ way: 'shift', days: 3 })).json<ReschedulingView>();
    world.clock.pass(10_000);
    expect((await reverse(done.id)).json()).toEqual({ restored: 1, left: 0 });
    expect(await touchpoint(id)).toMatchObject({ dueOn: '2026-03-12', timesMoved: 0, version: 3 });
    expect(await moves(id)).toEqual([]);
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBe('2026-03-12');
    expect((await reverse(done.id)).json()).toMatchObject({ status: 409, code: 'already_reversed' });
  });

  it('is reversed later by moving back, but for what was worked with since or is over', async () => {
    const [back, over, changed] = [await plan('2026-03-16'), await plan('2026-03-11', { purpose: 'over' }), await plan('2026-03-16', { purpose: 'changed' })];
    const done = (await reschedule({ way: 'delegate', toId: ben.person.id })).json<ReschedulingView>();
    const shifted = (await ben.post('/api/reschedulings', { personId: ben.person.id, way: 'shift', days: 2 })).json<ReschedulingView>();
    world.clock.moveTo('2026-03-12T02:00:00Z');
    await lead.patch(`/api/touchpoints/${changed.id}`, { purpose: 'Other' }, { 'if-match': '3' });
    expect((await reverse(shifted.id, lead)).json()).toEqual({ restored: 2, left: 1 });
    expect(await touchpoint(back.id)).toMatchObject({ dueOn: '2026-03-16', timesMoved: 2, ownerId: ben.person.id });
    expect(await touchpoint(over.id)).toMatchObject({ dueOn: '2026-03-13', timesMoved: 1 });
    expect((await moves(back.id)).length).toBe(2);
    expect((await reverse(done.id)).json()).toEqual({ restored: 0, left: 3 });
    expect((await lead.get(`/api/reschedulings?personId=${ben.person.id}`)).json<ReschedulingsView>().items).toEqual([expect.objectContaining({ id: shifted.id, reversedAt: '2026-03-12T02:00:00.000Z', canReverse: false })]);
  });

  it('tells what is in the way', async () => {
    const quiet = await customerOf(world, anna, { quietFrom: '10:00', quietUntil: '12:00', timeZone: 'Asia/Shanghai' });
    await plan('2026-03-11', { purpose: 'one' });
    await plan('2026-03-12', { purpose: 'two' });
    await anna.post('/api/touchpoints', { customerId: quiet, dueAt: '2026-03-12T02:30:00Z', overrideReason: 'Asked for it' });
    await anna.post('/api/touchpoints', { customerId: quiet, dueAt: '2026-03-16T11:30:00Z' });
    const seen = await preview({ way: 'shift', toOn: '2026-03-18' });
    expect(seen.items.map(({ conflicts }) => conflicts)).toEqual([['customer_twice'], ['quiet_hours', 'customer_twice'], ['customer_twice'], ['outside_hours', 'customer_twice']]);
    const [left] = seen.items;
    expect(await preview({ way: 'shift', toOn: '2026-03-18', leftOut: [left?.touchpointId] })).toMatchObject({ total: 3 });
  });

  it.each([
    [{ way: 'shift' }, 'days', 'required'], [{ way: 'shift', days: 1, toOn: '2026-03-12' }, 'toOn', 'days_or_day'], [{ way: 'delegate' }, 'toId', 'required'], [{ way: 'vanish' }, 'way', 'required'],
  ])('refuses %j', async (given, field, code) => {
    await plan('2026-03-12');
    expect((await reschedule(given)).json()).toMatchObject({ status: 422, errors: [{ field, code }] });
  });

  it('is for the person and who leads them', async () => {
    await plan('2026-03-12');
    expect((await reschedule({ way: 'shift', days: 1 }, outsider)).statusCode).toBe(404);
    expect((await reschedule({ way: 'shift', days: 1 }, ben)).statusCode).toBe(403);
    expect((await absence({}, ben)).statusCode).toBe(403);
    expect((await absence({}, outsider)).statusCode).toBe(404);
    expect((await outsider.get(`/api/reschedulings?personId=${anna.person.id}`)).statusCode).toBe(404);
    expect((await outsider.get(`/api/absences?personId=${anna.person.id}`)).statusCode).toBe(404);
    expect((await absence({}, lead)).statusCode).toBe(201);
  });

  it('knows absences that do not overlap, and half days', async () => {
    expect((await absence({})).statusCode).toBe(201);
    expect((await absence({ from: '2026-03-16', until: '2026-03-20' })).json()).toMatchObject({ errors: [{ field: 'from', code: 'absence_overlaps', params: { from: '2026-03-12', lastDay: '2026-03-16' } }] });
    const morning = (await absence({ from: '2026-03-17', until: '2026-03-18', half: 'morning', kind: 'sick' })).json<AbsenceEnteredView>();
    expect((await absence({ from: '2026-03-17', until: '2026-03-18', half: 'afternoon', kind: 'sick' })).statusCode).toBe(201);
    expect((await absence({ from: '2026-03-17', until: '2026-03-18', half: 'morning' })).statusCode).toBe(422);
    expect((await absence({ from: '2026-03-24', until: '2026-03-26', half: 'morning' })).json()).toMatchObject({ errors: [{ field: 'half', code: 'half_of_one_day' }] });
    expect((await absence({ from: '2026-03-24', until: '2026-03-24' })).json()).toMatchObject({ errors: [{ field: 'until', code: 'ends_before_it_starts' }] });
    expect((await anna.delete(`/api/absences/${morning.absence.id}`)).statusCode).toBe(204);
    expect((await anna.delete(`/api/absences/${morning.absence.id}`)).statusCode).toBe(404);
    expect((await absence({ from: '2026-03-17', until: '2026-03-18', half: 'morning' })).statusCode).toBe(201);
  });

  it('of half a day concerns only times in that half', async () => {
    const [early, late] = [await plan('', { dueOn: undefined, dueAt: '2026-03-12T02:00:00Z' }), await plan('', { dueOn: undefined, dueAt: '2026-03-12T08:00:00Z' })];
    await plan('2026-03-12');
    const seen = await preview({ from: '2026-03-12', until: '2026-03-13', isAway: true, half: 'morning', way: 'shift', days: 1 });
    expect(seen.items.map(({ touchpointId }) => touchpointId)).toEqual([early.id]);
    expect((await absence({ from: '2026-03-12', until: '2026-03-13', half: 'morning', handling: { way: 'shift', days: 1, expected: seen.expected } })).json<AbsenceEnteredView>().rescheduling).toMatchObject({ changed: 1 });
    expect(await touchpoint(late.id)).toMatchObject({ version: 1 });
  });

  it('never makes an absent owner late: what fell due meanwhile is due on the day of the return', async () => {
    await plan('2026-03-10', { purpose: 'before' });
    customerId = await customerOf(world, anna);
    await plan('2026-03-13', { purpose: 'meanwhile' });
    await absence({});
    world.clock.moveTo('2026-03-13T02:00:00Z');
    expect(await day()).toEqual({ today: ['before due_in_absence', 'meanwhile due_today'] });
    world.clock.moveTo('2026-03-16T02:00:00Z');
    expect(await day()).toEqual({ today: ['before due_in_absence', 'meanwhile due_in_absence'] });
    world.clock.moveTo('2026-03-17T02:00:00Z');
    expect(await day()).toEqual({ overdue: ['before overdue'], today: ['meanwhile due_in_absence'] });
    world.clock.moveTo('2026-03-18T02:00:00Z');
    expect(await day()).toEqual({ overdue: ['before overdue', 'meanwhile overdue'] });
    const { entries, absences } = (await anna.get('/api/schedule?from=2026-03-09&until=2026-03-16&whose=me')).json<{ entries: { title: string; isOverdue: boolean }[]; absences: object[] }>();
    expect([entries.map(({ title, isOverdue }) => `${title} ${isOverdue}`).sort(), absences.length]).toEqual([['before true', 'meanwhile true'], 1]);
  });

  it('counts quick dates, retries and cadences by the calendar of the person', async () => {
    await absence({ from: '2026-03-11', until: '2026-03-13' });
    const { quickDates } = (await anna.get(`/api/log-defaults?customerId=${customerId}`)).json<{ quickDates: { key: string; dueOn: string }[] }>();
    expect(quickDates.find(({ key }) => key === 'plus1')?.dueOn).toBe('2026-03-13');
    const bens = (await ben.get(`/api/log-defaults?customerId=${customerId}`)).json<{ quickDates: { key: string; dueOn: string }[] }>();
    expect(bens.quickDates.find(({ key }) => key === 'plus1')?.dueOn).toBe('2026-03-11');
  });
});
