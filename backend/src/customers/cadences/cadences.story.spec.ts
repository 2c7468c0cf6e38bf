import { CHANNEL, DISPOSITION, STAGE, TIER, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { CadenceView, CadencesView, CustomerCadenceView } from './cadence.dto.ts';
import { CadenceSettling } from './cadence-settling.ts';

const ordinary = { ideal: 10, maximum: 15 };
const monthly = { ideal: 1, maximum: 2, unit: 'months' };

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('cadences', () => {
  let world: World;
  let admin: TestActor;
  let manager: TestActor;
  let sales: TestActor;
  let segmentId: string;
  beforeAll(async () => {
    // What is settled by itself is the matter of the other world, below.
    world = await World.open({ config: { worksJobs: false } });
    admin = await world.administrator();
    manager = await world.person({ roles: ['manager'], scope: 'all' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    await world.database.query('UPDATE customers SET archived_at = now(), segment_cadence_id = NULL');
    await world.database.query(`DELETE FROM cadences WHERE target = 'segment'`);
    sales = await world.person();
    segmentId = await segmentOf({ regions: ['South'] });
  });

  const settle = (): Promise<void> => world.app.get(CadenceSettling).settle({ signal: new AbortController().signal });
  const segmentOf = async (filter: object): Promise<string> => (await manager.post('/api/segments', { name: 'Segment', sharing: 'everyone', filter })).json<{ id: string }>().id;
  const add = async (body: object, by = manager): Promise<CadenceView> => (await by.post('/api/cadences', { name: 'South', segmentId, ...monthly, ...body })).json<CadenceView>();
  const read = async (id: string, by = sales): Promise<CustomerCadenceView> => (await by.get(`/api/customers/${id}/cadence`)).json<CustomerCadenceView>();
  const version = async (id: string): Promise<Record<string, string>> => ({ 'if-match': String((await read(id, admin)).version) });
  const standing = async (id: string): Promise<unknown[]> => { const { state, reason, dueOn } = await read(id); return [state, reason, dueOn]; };
  const codes = (answer: { json: <T>() => T }): string[] => answer.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => `${field} ${code}`);

  it('of the customer counts before that of a segment, and that before the tier', async () => {
    const south = await customerOf(world, sales, { region: 'South', knownSinceOn: '2026-01-30' });
    expect(await read(south)).toMatchObject({ state: 'never_contacted', reason: 'by_tier', target: 'tier', terms: { ideal: 10, maximum: 15, unit: 'working_days' }, dueOn: '2026-02-13', overdueFrom: '2026-02-20', daysLate: 25, canPause: true, canChange: false });
    await add({});
    await settle();
    expect(await read(south)).toMatchObject({ reason: 'by_segment', name: 'South', terms: { ideal: 1, unit: 'months' }, dueOn: '2026-03-02', overdueFrom: '2026-03-30', daysLate: 8 });
    const own = await manager.put(`/api/customers/${south}/cadence`, { ideal: 60, maximum: 90, unit: 'calendar_days' }, await version(south));
    expect(own.json()).toMatchObject({ reason: 'by_customer', target: 'customer', dueOn: '2026-03-31', daysLate: 0, version: 2 });
    expect((await manager.delete(`/api/customers/${south}/cadence`, await version(south))).json()).toMatchObject({ reason: 'by_segment', version: 3 });
    expect((await manager.delete(`/api/customers/${south}/cadence`, await version(south))).json()).toMatchObject({ code: 'no_cadence_of_its_own' });
  });

  it('of several segments the first counts, in an order that can be changed; archiving gives way to the next', async () => {
    const id = await customerOf(world, sales, { region: 'South', industry: 'Trade' });
    const south = await add({});
    const trade = await add({ name: 'Trade', segmentId: await segmentOf({ industries: ['Trade'] }) });
    await settle();
    expect((await read(id)).name).toBe('South');
    const ordered = (await manager.put('/api/cadences/order', { ids: [trade.id, south.id] })).json<CadencesView>();
    expect(ordered.segments.map(({ name }) => name)).toEqual(['Trade', 'South']);
    await settle();
    expect((await read(id)).name).toBe('Trade');
    expect((await manager.post(`/api/cadences/${trade.id}/archival`)).json()).toMatchObject({ isArchived: true });
    await settle();
    expect((await read(id)).name).toBe('South');
    await manager.delete(`/api/cadences/${trade.id}/archival`);
    await settle();
    expect((await manager.get('/api/cadences')).json<CadencesView>().segments.map(({ name, customers }) => [name, customers])).toEqual([['Trade', 1], ['South', 0]]);
  });

  it('of segments are put into another order only by who may change every one of them', async () => {
    const [south, trade] = [await add({}), await add({ name: 'Trade', segmentId: await segmentOf({ industries: ['Trade'] }) })];
    const other = await world.person({ roles: ['manager'] });
    const order = async (by: TestActor) => (await by.put('/api/cadences/order', { ids: [trade.id, south.id] })).statusCode;
    const all = async (by: TestActor) => (await by.get('/api/cadences')).json<CadencesView>();
    expect([await order(other), (await all(other)).canOrder]).toEqual([403, false]);
    expect((await all(manager)).segments.filter(({ isArchived }) => !isArchived).map(({ name }) => name)).toEqual(['South', 'Trade']);
    expect([await order(manager), (await all(manager)).canOrder]).toEqual([200, true]);
    expect([await order(admin), (await all(admin)).segments[0]?.name]).toEqual([200, 'Trade']);
  });

  it('of a segment counts for the customers that its author sees', async () => {
    const team = await world.team('A team');
    const lead = await world.person({ roles: ['manager'], scope: 'team', teamId: team.id });
    const [mine, foreign] = [await customerOf(world, lead, { region: 'South' }), await customerOf(world, sales, { region: 'South' })];
    const made = await add({}, lead);
    await settle();
    expect([(await read(mine, admin)).target, (await read(foreign, admin)).target]).toEqual(['segment', 'tier']);
    const other = await world.person({ roles: ['manager'] });
    expect((await other.put(`/api/cadences/${made.id}`, ordinary, { 'if-match': '1' })).statusCode).toBe(403);
    expect((await manager.put(`/api/cadences/${made.id}`, { ...ordinary, name: 'Renamed' }, { 'if-match': '1' })).json()).toMatchObject({ name: 'Renamed', ideal: 10, version: 2 });
  });

  it('of a segment that asks for an archived field counts for nobody, and stands in nobody’s way', async () => {
    const field = (await admin.post('/api/settings/fields', { names: { en: 'Colour' }, key: 'colour', kind: 'text', choices: [], isRequired: false })).json<{ id: string }>();
    const red = await segmentOf({ fields: '{"colour":"red"}' });
    await add({ name: 'Red', segmentId: red });
    await add({});
    const id = await customerOf(world, sales, { region: 'South', fields: { colour: 'red' } });
    await settle();
    expect((await read(id)).name).toBe('Red');
    expect((await admin.post(`/api/settings/fields/${field.id}/archival`)).statusCode).toBe(204);
    await settle();
    expect((await read(id)).name).toBe('South');
    const made = await sales.post('/api/customers', { name: 'New in the south', kind: 'organisation', region: 'South' });
    expect([made.statusCode, (await read(made.json<{ id: string }>().id)).name]).toEqual([201, 'South']);
  });

  it('of a segment that asks for the cadence state is refused, and counts for nobody once it does', async () => {
    expect(codes(await manager.post('/api/cadences', { name: 'Late', segmentId: await segmentOf({ cadence: ['overdue'] }), ...monthly }))).toEqual(['segmentId segment_by_cadence']);
    const id = await customerOf(world, sales, { region: 'South', lastEffectiveAt: new Date('2026-01-05T02:00:00Z') });
    await add({ ideal: 600, maximum: 900 });
    await settle();
    expect((await read(id)).target).toBe('segment');
    await manager.patch(`/api/segments/${segmentId}`, { filter: { regions: ['South'], cadence: ['overdue'] } }, { 'if-match': '1' });
    for (let hour = 0; hour < 3; hour++) {
      await settle();
      expect((await read(id)).target).toBe('tier');
    }
  });

  it('of a tier is for who runs the product, and the one that Settings shows', async () => {
    const { tiers } = (await admin.get('/api/cadences')).json<CadencesView>();
    const [key] = tiers;
    expect(tiers.map(({ ideal, maximum }) => [ideal, maximum])).toEqual([[10, 15], [20, 30], [30, 45], [60, 90]]);
    const change = (by: TestActor, given: object) => by.put(`/api/cadences/${TIER.key}`, given, { 'if-match': String(key?.version) });
    expect((await change(manager, ordinary)).statusCode).toBe(403);
    expect((await change(sales, ordinary)).statusCode).toBe(403);
    expect((await change(admin, { ideal: 2, maximum: 3, unit: 'months', channelIds: [CHANNEL.visit] })).json()).toMatchObject({ ideal: 2, unit: 'months', channelIds: [CHANNEL.visit] });
    const words = (await admin.get('/api/vocabulary')).json<{ tiers: { idealDays: number; unit: string }[] }>();
    expect(words.tiers[0]).toMatchObject({ idealDays: 2, unit: 'months' });
    expect((await change(admin, ordinary)).statusCode).toBe(412);
    await admin.put(`/api/cadences/${TIER.key}`, ordinary, { 'if-match': String((key?.version ?? 0) + 1) });
  });

  it('are refused beside the field that is wrong', async () => {
    const wrong = await manager.post('/api/cadences', { name: 'Wrong', segmentId, ideal: 5, maximum: 4, anchor: 'fixed', hoursFrom: '09:00', channelIds: [segmentId] });
    expect(codes(wrong)).toEqual(['maximum maximum_below_ideal', 'anchorOn required', 'hoursUntil required', 'channelIds unknown_channel']);
    await add({});
    expect((await manager.post('/api/cadences', { name: 'Again', segmentId, ...ordinary })).json()).toMatchObject({ status: 409, code: 'one_cadence_per_segment' });
    expect((await sales.get('/api/cadences')).statusCode).toBe(403);
  });

  it('are paused by the owner until a day, for a reason, and go on by themselves', async () => {
    const id = await customerOf(world, sales);
    const colleague = await world.person({ scope: 'all' });
    const until = { until: '2026-03-20', reason: 'On holiday' };
    expect((await colleague.post(`/api/customers/${id}/cadence/pause`, until, await version(id))).statusCode).toBe(403);
    expect(codes(await sales.post(`/api/customers/${id}/cadence/pause`, { until: '2026-03-10', reason: 'Late' }, await version(id)))).toEqual(['until in_the_past']);
    expect((await sales.post(`/api/customers/${id}/cadence/pause`, until)).statusCode).toBe(428);
    expect((await sales.post(`/api/customers/${id}/cadence/pause`, until, await version(id))).json()).toMatchObject({ state: 'paused', pausedUntil: '2026-03-20', pauseReason: 'On holiday', dueOn: null });
    world.clock.moveTo('2026-03-20T02:00:00Z');
    expect((await read(id)).state).toBe('never_contacted');
    world.clock.moveTo('2026-03-10T02:00:00Z');
    expect((await sales.delete(`/api/customers/${id}/cadence/pause`, await version(id))).json()).toMatchObject({ state: 'never_contacted', pausedUntil: null, pauseReason: null });
    const trace = await world.database.query<{ action: string }[]>('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id', [id]);
    expect(trace.map(({ action }) => action)).toEqual(['customer.cadence_paused', 'customer.cadence_resumed']);
  });

  it('stop after silent attempts in a row, until the customer is heard', async () => {
    const id = await customerOf(world, sales);
    await manager.put(`/api/customers/${id}/cadence`, { ...ordinary, stopAfterAttempts: 2 }, await version(id));
    const attempt = (dispositionId: string = DISPOSITION.noAnswer) => sales.post('/api/follow-ups', contact(id, { dispositionId }));
    await attempt();
    await settle();
    expect((await read(id)).state).toBe('never_contacted');
    await attempt(DISPOSITION.busy);
    await settle();
    expect(await read(id)).toMatchObject({ state: 'none', reason: 'stopped_after_attempts', stoppedAt: '2026-03-10T02:00:00.000Z' });
    world.clock.moveTo('2026-03-11T02:00:00Z');
    await attempt(DISPOSITION.reached);
    expect(await standing(id)).toEqual(['fresh', 'by_customer', '2026-03-25']);
    await settle();
    expect(await world.database.query('SELECT cadence_stopped_at AS at FROM customers WHERE id = $1', [id])).toEqual([{ at: null }]);
  });

  it('stop on a date, after a conversion, and with a customer that is not open', async () => {
    const [dated, back, won, lost] = [await customerOf(world, sales), await customerOf(world, sales, { convertedAt: new Date('2026-02-01T00:00:00Z') }), await customerOf(world, sales, { stageId: STAGE.won, isOpen: false }), await customerOf(world, sales, { stageId: STAGE.lost, isOpen: false })];
    await manager.put(`/api/customers/${dated}/cadence`, { ...ordinary, stopOn: '2026-03-10' }, await version(dated));
    await manager.put(`/api/customers/${back}/cadence`, { ...ordinary, stopsWhenConverted: true }, await version(back));
    await settle();
    expect([await standing(dated), await standing(back), await standing(won), await standing(lost)]).toEqual([['none', 'stopped_on_date', null], ['none', 'stopped_when_converted', null], ['none', 'converted', null], ['none', 'not_open', null]]);
  });

  it('with fixed slots count a contact for the slot that comes, whatever happened before', async () => {
    const id = await customerOf(world, sales, { knownSinceOn: '2026-01-05' });
    const fixed = { ideal: 7, maximum: 9, unit: 'calendar_days', anchor: 'fixed', anchorOn: '2026-03-02' };
    await manager.put(`/api/customers/${id}/cadence`, fixed, await version(id));
    expect(await standing(id)).toEqual(['never_contacted', 'by_customer', '2026-03-02']);
    await sales.post('/api/follow-ups', contact(id));
    expect(await standing(id)).toEqual(['fresh', 'by_customer', '2026-03-23']);
    const days = { '2026-03-20': 'fresh', '2026-03-23': 'due', '2026-03-25': 'overdue' };
    for (const [day, state] of Object.entries(days)) {
      world.clock.moveTo(`${day}T02:00:00Z`);
      expect([day, (await read(id)).state]).toEqual([day, state]);
    }
  });

  it('are what the list can be asked for, in the states that each customer shows', async () => {
    const at = new Date('2026-01-05T02:00:00Z');
    const reached = (anchor: string, given: object = {}) => customerOf(world, sales, { knownSinceOn: anchor, cadenceAnchorOn: anchor, lastEffectiveAt: at, ...given });
    const paused = { cadencePausedUntil: '2026-03-11' };
    const all = [
      await reached('2026-02-25'), await reached('2026-02-24'), await reached('2026-02-17'), await reached('2026-02-24', { nextStep: 'none' }), await reached('2026-02-17', { nextStep: 'none' }), await reached('2026-02-17', paused),
      await customerOf(world, sales), await reached('2026-02-17', { isOpen: false }), await reached('2026-02-17', { nextTouchpointOn: '2026-03-12' }), await reached('2026-02-17', { cadenceStoppedAt: at, cadenceStopReason: 'attempts' }),
      await reached('2026-02-17', { cadenceStoppedAt: at, cadenceStopReason: 'attempts', lastHeardAt: new Date('2026-01-06T00:00:00Z') }),
    ];
    const own = await customerOf(world, sales);
    await manager.put(`/api/customers/${own}/cadence`, { ...ordinary, stopOn: '2026-03-01' }, await version(own));
    const states = new Map<string, string[]>();
    for (const id of [...all, own]) { const { state } = await read(id); states.set(state, [...(states.get(state) ?? []), id]); }
    expect([...states].map(([state, ids]) => [state, ids.length])).toEqual([['fresh', 2], ['due', 1], ['overdue', 3], ['none', 4], ['paused', 1], ['never_contacted', 1]]);
    for (const [state, ids] of states) {
      const { items } = (await sales.get(`/api/customers?cadence=${state}`)).json<{ items: { id: string }[] }>();
      expect([state, items.map(({ id }) => id).sort()]).toEqual([state, ids.sort()]);
    }
    expect((await sales.get('/api/customers/count?cadence=due,overdue')).json()).toEqual({ count: 4 });
  });
});

describe('the cadence of a segment', () => {
  let world: World;
  beforeAll(async () => { world = await World.open(); });
  afterAll(() => world.close());

  it('is settled by itself after a change of it or of its segment, and at once for a customer that is made or changed', async () => {
    const [manager, sales] = [await world.person({ roles: ['manager'], scope: 'all' }), await world.person()];
    const segmentId = (await manager.post('/api/segments', { name: 'Segment', sharing: 'everyone', filter: { regions: ['South'] } })).json<{ id: string }>().id;
    const read = async (id: string): Promise<CustomerCadenceView> => (await sales.get(`/api/customers/${id}/cadence`)).json<CustomerCadenceView>();
    const before = await customerOf(world, sales, { region: 'South' });
    await manager.post('/api/cadences', { name: 'South', segmentId, ...monthly });
    const becomes = async (target: string): Promise<void> => {
      for (let i = 0; i < 200 && (await read(before)).target !== target; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await read(before)).target).toBe(target);
    };
    await becomes('segment');
    await manager.patch(`/api/segments/${segmentId}`, { filter: { regions: ['West'] } }, { 'if-match': '1' });
    await becomes('tier');
    await manager.patch(`/api/segments/${segmentId}`, { filter: { regions: ['South'] } }, { 'if-match': '2' });
    await becomes('segment');
    const made = (await sales.post('/api/customers', { name: 'New in the south', kind: 'organisation', region: 'South' })).json<{ id: string; version: number }>();
    expect((await read(made.id)).target).toBe('segment');
    await sales.patch(`/api/customers/${made.id}`, { region: 'North' }, { 'if-match': String(made.version) });
    expect((await read(made.id)).target).toBe('tier');
  });
});
