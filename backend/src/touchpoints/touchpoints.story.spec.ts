import { CHANNEL, customerOf, customerRow, type Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai, 22:00 on Monday in New York.
describe('touchpoints', () => {
  let world: World;
  let sales: TestActor;
  let newYork: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    const team = await world.team('Sales');
    sales = await world.person({ scope: 'team', teamId: team.id });
    newYork = await world.person({ scope: 'team', teamId: team.id, timeZone: 'America/New_York' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    customerId = await customerOf(world, sales);
  });

  const plan = async (given: object = {}) => (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-12', ...given })).json<Said>();
  const act = (id: string, what: string, body: object, version: number, who = sales) => who.post(`/api/touchpoints/${id}/${what}`, body, { 'if-match': `"${version}"` });

  it('is planned for a day or a time of its owner', async () => {
    const day = await plan({ channelId: CHANNEL.visit, purpose: 'Contract', talkingPoints: 'Price', place: 'Their office', isPromised: true });
    expect(day).toMatchObject({
      customerId, ownerId: sales.person.id, channelId: CHANNEL.visit, purpose: 'Contract', talkingPoints: 'Price', place: 'Their office', dueOn: '2026-03-12', dueAt: null, firstDueOn: '2026-03-12', timesMoved: 0,
      isPromised: true, remindAt: null, origin: 'manual', state: 'scheduled', closedAt: null, followUpId: null, version: 1,
    });
    const time = await plan({ ownerId: newYork.person.id, dueOn: null, dueAt: '2026-03-12T02:30:00Z' });
    expect(time).toMatchObject({ dueOn: '2026-03-11', dueAt: '2026-03-12T02:30:00.000Z' });
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBe('2026-03-11');
    const stillMonday = await plan({ ownerId: newYork.person.id, dueOn: '2026-03-09' });
    expect(stillMonday.dueOn).toBe('2026-03-09');
  });

  it('gives an instant in the hour that comes twice to the day of its owner', async () => {
    const first = await plan({ ownerId: newYork.person.id, dueOn: undefined, dueAt: '2026-11-01T05:30:00Z' });
    const second = await plan({ ownerId: newYork.person.id, dueOn: undefined, dueAt: '2026-11-01T06:30:00Z' });
    expect([first.dueOn, first.dueAt, second.dueOn, second.dueAt]).toEqual(['2026-11-01', '2026-11-01T05:30:00.000Z', '2026-11-01', '2026-11-01T06:30:00.000Z']);
    const before = await plan({ ownerId: newYork.person.id, dueOn: undefined, dueAt: '2026-11-01T03:59:00Z' });
    expect(before.dueOn).toBe('2026-10-31');
  });

  it('knows the 29th of February', async () => {
    expect((await plan({ dueOn: '2028-02-29' })).dueOn).toBe('2028-02-29');
    expect((await sales.post('/api/touchpoints', { customerId, dueOn: '2027-02-29' })).json<Said>().errors).toEqual([{ field: 'dueOn', code: 'bad_date' }]);
  });

  it('keeps the first due day and every move', async () => {
    const { id } = await plan();
    await act(id, 'moves', { dueOn: '2026-03-16', reason: 'Ill' }, 1);
    const moved = (await act(id, 'moves', { dueAt: '2026-03-17T01:00:00Z' }, 2)).json<Said>();
    expect(moved).toMatchObject({ dueOn: '2026-03-17', dueAt: '2026-03-17T01:00:00.000Z', firstDueOn: '2026-03-12', timesMoved: 2, version: 3 });
    expect((await sales.get(`/api/touchpoints/${id}/moves`)).json<Said>().items).toMatchObject([
      { fromOn: '2026-03-12', toOn: '2026-03-16', reason: 'Ill', movedByName: sales.person.name }, { fromOn: '2026-03-16', toOn: '2026-03-17', toAt: '2026-03-17T01:00:00.000Z', reason: null },
    ]);
    expect((await act(id, 'moves', { dueAt: '2026-03-17T01:00:00Z' }, 3)).json<Said>().errors).toEqual([{ field: 'dueAt', code: 'same_date' }]);
    expect((await act(id, 'moves', {}, 3)).json<Said>().errors).toEqual([{ field: 'dueOn', code: 'required' }]);
    expect((await act(id, 'moves', { dueOn: '2026-03-09' }, 3)).json<Said>().errors).toEqual([{ field: 'dueOn', code: 'in_the_past' }]);
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBe('2026-03-17');
  });

  it('lets one of two tabs win', async () => {
    const { id } = await plan();
    const answers = await Promise.all(['2026-03-16', '2026-03-17', '2026-03-18'].map((dueOn) => act(id, 'moves', { dueOn }, 1)));
    expect(answers.map((answer) => answer.json<Said>().code ?? answer.statusCode).sort()).toEqual([201, 'changed_meanwhile', 'changed_meanwhile']);
    expect((await sales.get(`/api/touchpoints/${id}`)).json<Said>()).toMatchObject({ timesMoved: 1, version: 2 });
    expect((await sales.post(`/api/touchpoints/${id}/moves`, { dueOn: '2026-03-19' })).statusCode).toBe(428);
  });

  it('changes what it is about and whose it is', async () => {
    const { id } = await plan({ dueOn: null, dueAt: '2026-03-12T02:30:00Z' });
    const changed = (await sales.patch(`/api/touchpoints/${id}`, { purpose: 'Sign', talkingPoints: 'Terms', place: '', channelId: CHANNEL.email, ownerId: newYork.person.id }, { 'if-match': '1' })).json<Said>();
    expect(changed).toMatchObject({ purpose: 'Sign', talkingPoints: 'Terms', channelId: CHANNEL.email, ownerId: newYork.person.id, dueOn: '2026-03-11', timesMoved: 0, version: 2 });
    const back = (await newYork.patch(`/api/touchpoints/${id}`, { isPromised: true }, { 'if-match': '2' })).json<Said>();
    expect(back).toMatchObject({ isPromised: true, purpose: 'Sign', dueOn: '2026-03-11' });
  });

  it('is cancelled with a reason, missed, and opened again within a minute', async () => {
    const { id } = await plan();
    expect((await act(id, 'cancellation', {}, 1)).json<Said>().errors).toEqual([{ field: 'reason', code: 'required' }]);
    expect((await act(id, 'cancellation', { reason: 'Bankrupt' }, 1)).json<Said>()).toMatchObject({ state: 'cancelled', closedReason: 'Bankrupt', closedAt: '2026-03-10T02:00:00.000Z', version: 2 });
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBeNull();
    expect((await act(id, 'moves', { dueOn: '2026-03-20' }, 2)).json<Said>().code).toBe('touchpoint_is_closed');
    world.clock.pass(50_000);
    expect((await act(id, 'reopening', {}, 2)).json<Said>()).toMatchObject({ state: 'scheduled', closedAt: null, closedReason: null, version: 3 });
    expect((await act(id, 'reopening', {}, 3)).json<Said>().code).toBe('touchpoint_is_not_cancelled');
    expect((await act(id, 'miss', {}, 3)).json<Said>()).toMatchObject({ state: 'missed' });
    world.clock.pass(61_000);
    expect((await act(id, 'reopening', {}, 4)).statusCode).toBe(410);
  });

  it('is snoozed without a new date', async () => {
    const { id } = await plan();
    expect((await act(id, 'reminder', { at: '2026-03-10T01:00:00Z' }, 1)).json<Said>().errors).toEqual([{ field: 'at', code: 'in_the_past' }]);
    expect((await act(id, 'reminder', { at: '2026-03-13T01:00:00Z' }, 1)).json<Said>()).toMatchObject({ remindAt: '2026-03-13T01:00:00.000Z', dueOn: '2026-03-12', timesMoved: 0, version: 2 });
    expect((await act(id, 'reminder', { at: null }, 2)).json<Said>()).toMatchObject({ remindAt: null });
    await act(id, 'reminder', { at: '2026-03-13T01:00:00Z' }, 3);
    expect((await act(id, 'moves', { dueOn: '2026-03-16' }, 4)).json<Said>()).toMatchObject({ remindAt: null });
  });

  it('is taken back within a minute, as long as nobody touched it', async () => {
    const { id } = await plan();
    expect((await sales.delete(`/api/touchpoints/${id}`)).statusCode).toBe(204);
    expect((await sales.get(`/api/touchpoints/${id}`)).statusCode).toBe(404);
    expect((await customerRow(world, customerId)).nextTouchpointOn).toBeNull();
    const other = await plan();
    await act(other.id, 'moves', { dueOn: '2026-03-16' }, 1);
    expect((await sales.delete(`/api/touchpoints/${other.id}`)).statusCode).toBe(410);
  });

  it('respects what the customer does not want, unless there is a reason', async () => {
    const shy = await customerOf(world, sales, { doNotContact: [CHANNEL.phone], quietFrom: '21:00', quietUntil: '07:00', timeZone: 'Europe/Berlin' });
    const post = (given: object) => sales.post('/api/touchpoints', { customerId: shy, ...given });
    expect((await post({ dueOn: '2026-03-12', channelId: CHANNEL.phone })).json<Said>().errors).toEqual([{ field: 'channelId', code: 'do_not_contact' }]);
    expect((await post({ dueAt: '2026-03-12T02:00:00Z' })).json<Said>().errors).toEqual([{ field: 'dueAt', code: 'quiet_hours', params: { from: '21:00', until: '07:00' } }]);
    const { id } = (await post({ dueOn: '2026-03-12' })).json<Said>();
    expect((await sales.patch(`/api/touchpoints/${id}`, { channelId: CHANNEL.phone }, { 'if-match': '1' })).json<Said>().errors).toEqual([{ field: 'channelId', code: 'do_not_contact' }]);
    expect((await sales.patch(`/api/touchpoints/${id}`, { channelId: CHANNEL.phone, overrideReason: 'Asked for a call' }, { 'if-match': '1' })).statusCode).toBe(200);
    expect((await sales.patch(`/api/touchpoints/${id}`, { purpose: 'Call' }, { 'if-match': '2' })).statusCode).toBe(200);
    expect((await act(id, 'moves', { dueAt: '2026-03-12T02:00:00Z' }, 3)).statusCode).toBe(422);
    expect((await act(id, 'moves', { dueAt: '2026-03-12T02:00:00Z', overrideReason: 'Agreed' }, 3)).statusCode).toBe(201);
  });

  it('lists open ones by due day before the others', async () => {
    const [a, b, c] = [await plan({ dueOn: '2026-04-01' }), await plan({ dueOn: '2026-03-20' }), await plan({ dueOn: '2026-03-25' })];
    await act(c.id, 'cancellation', { reason: 'x' }, 1);
    const list = async (query = '') => ((await sales.get(`/api/customers/${customerId}/touchpoints${query}`)).json<Said>().items as { id: string }[]).map(({ id }) => id);
    expect(await list()).toEqual([b.id, a.id, c.id]);
    expect(await list('?state=cancelled')).toEqual([c.id]);
  });

  it('does not exist for other teams', async () => {
    const { id } = await plan();
    const stranger = await world.person({ scope: 'team', teamId: (await world.team('Others')).id });
    const count = (): Promise<unknown> => world.database.query('SELECT sum(version)::int AS versions, count(*)::int AS n FROM touchpoints');
    const before = await count();
    const answers = [
      await stranger.get(`/api/touchpoints/${id}`), await stranger.get(`/api/touchpoints/${id}/moves`), await stranger.get(`/api/customers/${customerId}/touchpoints`),
      await stranger.post('/api/touchpoints', { customerId, dueOn: '2026-03-12' }), await stranger.patch(`/api/touchpoints/${id}`, { purpose: 'x' }, { 'if-match': '1' }), await stranger.delete(`/api/touchpoints/${id}`),
      await act(id, 'moves', { dueOn: '2026-03-16' }, 1, stranger), await act(id, 'cancellation', { reason: 'x' }, 1, stranger), await act(id, 'miss', {}, 1, stranger), await act(id, 'reopening', {}, 1, stranger),
      await act(id, 'reminder', { at: null }, 1, stranger), await sales.get(`/api/touchpoints/${newId()}`), await sales.get('/api/touchpoints/none'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404));
    expect(await count()).toEqual(before);
    expect((await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-12', ownerId: stranger.person.id })).json<Said>().errors).toEqual([{ field: 'ownerId', code: 'unknown_person' }]);
  });
});
