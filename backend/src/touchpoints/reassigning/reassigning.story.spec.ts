import { type Said, customerOf, customerRow } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../touchpoint.entity.ts';
import type { ReassignPreview, ReassignmentView, ReassignmentsView } from './reassign.dto.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai; eight contacts a day.
describe('reassigning in bulk', () => {
  let world: World;
  let [lead, anna, ben, cora, outsider]: TestActor[] = [];
  let teamId: string;
  beforeAll(async () => {
    world = await World.open();
    teamId = (await world.team('North')).id;
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId });
    [anna, ben, cora] = [await world.person({ scope: 'team', teamId }), await world.person({ scope: 'team', teamId }), await world.person({ teamId })];
    outsider = await world.person();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    await world.database.query('TRUNCATE absences, reschedulings, touchpoints, calendar_days CASCADE');
  });

  async function touchpoint(dueOn: string, given: Partial<Touchpoint> = {}, owner = anna!): Promise<string> {
    const id = newId();
    await world.database.getRepository(Touchpoint).insert({ id, customerId: await customerOf(world, anna!), ownerId: owner.person.id, dueOn, firstDueOn: dueOn, origin: 'manual', createdAt: world.clock.now(), createdById: owner.person.id, ...given });
    return id;
  }
  const windowed = (dueOn: string, windowFrom: string, windowUntil: string, given: Partial<Touchpoint> = {}) => touchpoint(dueOn, { windowFrom, windowUntil, ...given });
  const read = (id: string) => world.database.getRepository(Touchpoint).findOneByOrFail({ id });
  const preview = async (given: object, by = lead!) => (await by.post('/api/reassignments/preview', given)).json<ReassignPreview>();
  const reassign = (given: object, by = lead!) => by.post('/api/reassignments', given);
  const absent = (who: TestActor, from: string, until: string) => who.post('/api/absences', { personId: who.person.id, from, until, kind: 'leave' });

  it('gives chosen touchpoints to one person, inside of their windows, and shows the weeks before and after', async () => {
    await absent(ben!, '2026-03-12', '2026-03-13');
    const [first, second] = [await windowed('2026-03-12', '2026-03-09', '2026-03-20'), await touchpoint('2026-03-17')];
    const given = { way: 'assign', toIds: [ben!.person.id], touchpointIds: [first, second] };
    const seen = await preview(given);
    expect(seen).toMatchObject({ total: 2, changed: 2, moved: 1, skipped: [] });
    expect(seen.people.find(({ personId }) => personId === ben!.person.id)).toEqual({ personId: ben!.person.id, gives: 0, gets: 2, weeks: [{ weekOn: '2026-03-09', before: 0, after: 1, capacity: 32 }, { weekOn: '2026-03-16', before: 0, after: 1, capacity: 40 }] });
    expect(seen.people.find(({ personId }) => personId === anna!.person.id)).toMatchObject({ gives: 2, gets: 0, weeks: [{ before: 1, after: 0 }, { before: 1, after: 0 }] });
    const done = await reassign({ ...given, expected: seen.expected });
    expect(done.json<ReassignmentView>()).toMatchObject({ way: 'assign', changed: 2, canReverse: true });
    expect(await read(first)).toMatchObject({ ownerId: ben!.person.id, dueOn: '2026-03-13', timesMoved: 1, firstDueOn: '2026-03-12' });
    expect(await read(second)).toMatchObject({ ownerId: ben!.person.id, dueOn: '2026-03-17', timesMoved: 0 });
    expect((await customerRow(world, (await read(first)).customerId)).nextTouchpointOn).toBe('2026-03-13');
  });

  it('spreads what stands in somebody’s week over several people, never over capacity while somebody has room', async () => {
    for (let i = 0; i < 20; i++) await windowed('2026-03-11', '2026-03-11', '2026-03-12');
    const given = { way: 'rebalance', toIds: [anna!.person.id, ben!.person.id], ownerIds: [anna!.person.id], from: '2026-03-09', until: '2026-03-16' };
    const seen = await preview(given);
    expect(seen).toMatchObject({ total: 20, changed: 12, skipped: [{ reason: 'in_place', count: 8 }] });
    await reassign({ ...given, expected: seen.expected });
    const days = await world.database.query<{ owner_id: string; due_on: string; n: number }[]>('SELECT owner_id, due_on::text, count(*)::int AS n FROM touchpoints GROUP BY 1, 2');
    expect(days.map(({ n }) => n).sort((a, b) => a - b)).toEqual([2, 2, 8, 8]);
    expect(days.filter(({ owner_id: id }) => id === ben!.person.id).reduce((sum, { n }) => sum + n, 0)).toBe(10);
  });

  it('leaves, and counts by reason, what may not go: customers the new owner does not see, closed windows, days nobody works, work of others', async () => {
    const [unseen, over, theirs] = [await touchpoint('2026-03-16'), await windowed('2026-03-06', '2026-03-02', '2026-03-09'), await touchpoint('2026-03-16', {}, ben!)];
    const closed = await windowed('2026-03-14', '2026-03-14', '2026-03-15');
    expect((await preview({ way: 'assign', toIds: [cora!.person.id], touchpointIds: [unseen, over] })).skipped).toEqual([{ reason: 'no_access', count: 1 }, { reason: 'window_over', count: 1 }]);
    expect((await preview({ way: 'assign', toIds: [ben!.person.id], touchpointIds: [closed] })).skipped).toEqual([{ reason: 'no_day', count: 1 }]);
    expect((await preview({ way: 'assign', toIds: [anna!.person.id], touchpointIds: [theirs] }, anna!)).skipped).toEqual([{ reason: 'not_allowed', count: 1 }]);
    expect((await reassign({ way: 'assign', toIds: [cora!.person.id], touchpointIds: [unseen] })).json()).toMatchObject({ status: 409, code: 'nothing_to_reschedule' });
    expect((await reassign({ way: 'assign', toIds: [outsider!.person.id], touchpointIds: [unseen] })).json()).toMatchObject({ errors: [{ field: 'toIds', code: 'unknown_person' }] });
    expect((await reassign({ way: 'assign', toIds: [ben!.person.id] })).json()).toMatchObject({ errors: [{ field: 'touchpointIds', code: 'required' }] });
    expect((await preview({ way: 'assign', toIds: [outsider!.person.id], touchpointIds: [unseen] }, outsider!)).total).toBe(0);
  });

  it('says of each that stays why: away, an agreed day that nobody works, everybody full, where it belongs, out of the new owner’s sight', async () => {
    await absent(ben!, '2026-03-17', '2026-03-19');
    const [away, agreed, same] = [await windowed('2026-03-17', '2026-03-17', '2026-03-18'), await windowed('2026-03-14', '2026-03-09', '2026-03-20', { isPromised: true }), await touchpoint('2026-03-20', {}, ben!)];
    const customerId = await customerOf(world, cora!);
    const seen = await touchpoint('2026-03-16', { customerId }, ben!);
    const given = { way: 'assign', toIds: [ben!.person.id], touchpointIds: [away, agreed, same] };
    const { total, changed, skipped, staying } = await preview(given);
    expect([total, changed, skipped]).toEqual([3, 0, [{ reason: 'absent', count: 1 }, { reason: 'agreed_day', count: 1 }, { reason: 'in_place', count: 1 }]]);
    expect(staying.map(({ touchpointId, reason, ownerId, dueOn }) => [touchpointId, reason, ownerId, dueOn])).toEqual([
      [agreed, 'agreed_day', anna!.person.id, '2026-03-14'], [away, 'absent', anna!.person.id, '2026-03-17'], [same, 'in_place', ben!.person.id, '2026-03-20'],
    ]);
    // Cora sees her own customers only: she can take what concerns those, and nothing else.
    const toCora = await preview({ way: 'assign', toIds: [cora!.person.id], touchpointIds: [seen, same] });
    expect([toCora.items.map(({ touchpointId }) => touchpointId), toCora.staying.map(({ touchpointId, reason }) => [touchpointId, reason])]).toEqual([[seen], [[same, 'no_access']]]);
    for (let i = 0; i < 20; i++) await windowed('2026-03-11', '2026-03-11', '2026-03-11');
    const full = await preview({ way: 'rebalance', toIds: [anna!.person.id, ben!.person.id], ownerIds: [anna!.person.id], from: '2026-03-11', until: '2026-03-12' });
    expect([full.total, full.changed, full.skipped]).toEqual([20, 10, [{ reason: 'full', count: 10 }]]);
  });

  it('keeps what was agreed with the customer on its day, and what is late stays late', async () => {
    const [promised, late] = [await windowed('2026-03-13', '2026-03-09', '2026-03-20', { isPromised: true }), await touchpoint('2026-03-05')];
    for (let i = 0; i < 9; i++) await touchpoint('2026-03-13', {}, ben!);
    await reassign({ way: 'rebalance', toIds: [ben!.person.id], touchpointIds: [promised, late] });
    expect([await read(promised), await read(late)]).toMatchObject([{ ownerId: ben!.person.id, dueOn: '2026-03-13' }, { ownerId: ben!.person.id, dueOn: '2026-03-05', timesMoved: 0 }]);
  });

  it('is refused when it would be something else than what was shown', async () => {
    const first = await touchpoint('2026-03-16');
    const given = { way: 'assign', toIds: [ben!.person.id], ownerIds: [anna!.person.id] };
    const { expected } = await preview(given);
    await touchpoint('2026-03-17');
    expect((await reassign({ ...given, expected })).statusCode).toBe(412);
    expect(await read(first)).toMatchObject({ ownerId: anna!.person.id, version: 1 });
  });

  it('is taken back by whoever did it or leads them: within a minute without a trace, later by moving back', async () => {
    await absent(ben!, '2026-03-12', '2026-03-13');
    const [kept, worked] = [await windowed('2026-03-12', '2026-03-09', '2026-03-20'), await windowed('2026-03-18', '2026-03-09', '2026-03-20')];
    const given = { way: 'assign', toIds: [ben!.person.id], touchpointIds: [kept, worked] };
    const first = (await reassign(given)).json<ReassignmentView>();
    expect((await anna!.post(`/api/reschedulings/${first.id}/reversal`)).statusCode).toBe(403);
    expect((await outsider!.post(`/api/reschedulings/${first.id}/reversal`)).statusCode).toBe(404);
    expect((await lead!.post(`/api/reschedulings/${first.id}/reversal`)).json()).toEqual({ restored: 2, left: 0 });
    expect(await read(kept)).toMatchObject({ ownerId: anna!.person.id, dueOn: '2026-03-12', timesMoved: 0 });
    const second = (await reassign(given)).json<ReassignmentView>();
    world.clock.pass(120_000);
    await lead!.patch(`/api/touchpoints/${worked}`, { purpose: 'Other' }, { 'if-match': String((await read(worked)).version) });
    expect((await lead!.get('/api/reassignments')).json<ReassignmentsView>().items.map(({ id, canReverse }) => [id, canReverse])).toEqual([[second.id, true], [first.id, false]]);
    expect((await lead!.post(`/api/reschedulings/${second.id}/reversal`)).json()).toEqual({ restored: 1, left: 1 });
    expect(await read(kept)).toMatchObject({ ownerId: anna!.person.id, dueOn: '2026-03-12', timesMoved: 2 });
    expect(await read(worked)).toMatchObject({ ownerId: ben!.person.id });
    expect((await lead!.get(`/api/touchpoints/${kept}/moves`)).json<{ items: Said[] }>().items).toHaveLength(2);
  });
});
