import { CHANNEL, DISPOSITION, STAGE, contact, customerOf, dump, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';

describe('taking a contact back', () => {
  let world: World;
  let sales: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    customerId = await customerOf(world, sales);
  });

  const plan = async (given: object = {}) => (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-12', channelId: CHANNEL.phone, purpose: 'Quote', ...given })).json<Said>();
  const log = async (given: object = {}) => (await sales.post('/api/follow-ups', contact(customerId, given))).json<Said>();

  it('leaves everything exactly as it was: the kept touchpoint, the next one, the stage, the derived state', async () => {
    const planned = await plan();
    await sales.post(`/api/touchpoints/${planned.id}/reminder`, { at: '2026-03-11T02:00:00Z' }, { 'if-match': '1' });
    await log({ touchpointId: null, occurredAt: '2026-03-02T02:00:00Z', channelId: CHANNEL.email, direction: 'inbound' });
    const before = await dump(world);
    const { id, keptTouchpointId } = await log({ nextStep: { kind: 'touchpoint', dueOn: '2026-03-20' }, stageChange: { stageId: STAGE.won, amount: 10 } });
    expect(keptTouchpointId).toBe(planned.id);
    expect(await dump(world)).not.toEqual(before);
    world.clock.pass(59_000);
    expect((await sales.delete(`/api/follow-ups/${id}`)).statusCode).toBe(204);
    expect(await dump(world)).toEqual(before);
    expect((await sales.get(`/api/follow-ups/${id}`)).statusCode).toBe(404);
    expect((await sales.delete(`/api/follow-ups/${id}`)).statusCode).toBe(204);
  });

  it('puts a moved touchpoint back, with its moves', async () => {
    const planned = await plan({ isPromised: true });
    await sales.post(`/api/touchpoints/${planned.id}/moves`, { dueAt: '2026-03-13T01:00:00Z' }, { 'if-match': '1' });
    const before = await dump(world);
    const { id, isNextTouchpointMoved } = await log({ dispositionId: DISPOSITION.busy, nextStep: { kind: 'touchpoint', dueOn: '2026-03-17', purpose: 'Again', channelId: CHANNEL.visit, isPromised: false } });
    expect(isNextTouchpointMoved).toBe(true);
    await sales.delete(`/api/follow-ups/${id}`);
    expect(await dump(world)).toEqual(before);
    const free = await log({ touchpointId: planned.id, nextStep: { kind: 'none', reason: 'Done' } });
    expect(free.keptTouchpointId).toBe(planned.id);
  });

  it('ends after a minute with 410, is for the author alone, and stops where others went on', async () => {
    const { id } = await log();
    world.clock.pass(61_000);
    const late = await sales.delete(`/api/follow-ups/${id}`);
    expect([late.statusCode, late.json<Said>().code]).toEqual([410, 'too_late']);
    const { id: other, nextTouchpointId } = await log({ nextStep: { kind: 'touchpoint', dueOn: '2026-03-20' } });
    const lead = await world.person({ scope: 'all', roles: ['team_lead'] });
    expect((await lead.delete(`/api/follow-ups/${other}`)).json<Said>().code).toBe('only_its_author');
    await lead.post(`/api/touchpoints/${nextTouchpointId}/moves`, { dueOn: '2026-03-23' }, { 'if-match': '1' });
    const changed = await sales.delete(`/api/follow-ups/${other}`);
    expect([changed.statusCode, changed.json<Said>().code]).toEqual([409, 'changed_since']);
    expect((await sales.get(`/api/follow-ups/${other}`)).statusCode).toBe(200);
  });

  it('works when what went on with its next contact was taken back before', async () => {
    const before = await dump(world);
    const first = await log({ nextStep: { kind: 'touchpoint', dueOn: '2026-03-12' } });
    world.clock.pass(1_000);
    const second = await log();
    expect(second.keptTouchpointId).toBe(first.nextTouchpointId);
    expect((await sales.delete(`/api/follow-ups/${first.id}`)).json<Said>().code).toBe('changed_since');
    world.clock.pass(1_000);
    expect((await sales.delete(`/api/follow-ups/${second.id}`)).statusCode).toBe(204);
    const third = await log({ dispositionId: DISPOSITION.busy, nextStep: { kind: 'touchpoint', dueOn: '2026-03-17' } });
    expect(third.nextTouchpointId).toBe(first.nextTouchpointId);
    expect((await sales.delete(`/api/follow-ups/${first.id}`)).json<Said>().code).toBe('changed_since');
    expect((await sales.delete(`/api/follow-ups/${third.id}`)).statusCode).toBe(204);
    expect((await sales.delete(`/api/follow-ups/${first.id}`)).statusCode).toBe(204);
    expect(await dump(world)).toEqual(before);
  });

  it('puts back what it had moved once a later contact with it was taken back; what somebody else did since stays', async () => {
    const planned = await plan();
    const before = await dump(world);
    const moving = { dispositionId: DISPOSITION.busy, nextStep: { kind: 'touchpoint', dueOn: '2026-03-13' } };
    const first = await log(moving);
    const second = await log({ touchpointId: planned.id });
    expect((await sales.delete(`/api/follow-ups/${second.id}`)).statusCode).toBe(204);
    expect((await sales.delete(`/api/follow-ups/${first.id}`)).statusCode).toBe(204);
    expect(await dump(world)).toEqual(before);
    const again = await log(moving);
    const { version } = (await sales.get(`/api/touchpoints/${planned.id}`)).json<Said>();
    await sales.post(`/api/touchpoints/${planned.id}/moves`, { dueOn: '2026-03-16' }, { 'if-match': String(version) });
    expect((await sales.delete(`/api/follow-ups/${again.id}`)).json<Said>().code).toBe('changed_since');
  });

  it('counts a withdrawn record nowhere', async () => {
    const { id } = await log();
    await sales.delete(`/api/follow-ups/${id}`);
    expect((await sales.get(`/api/customers/${customerId}/timeline`)).json<Said>().items).toEqual([]);
    expect((await sales.get(`/api/customers/${customerId}/brief`)).json<Said>()).toMatchObject({ contacts: [], pressure: 0, lastContactAt: null });
    const trace: { action: string }[] = await world.database.query(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`, [id]);
    expect(trace.map(({ action }) => action)).toEqual(['follow_up.logged', 'follow_up.withdrawn']);
  });

  it('takes back a log too', async () => {
    const { id } = (await sales.post('/api/logs', { customerId, text: 'Moved to a new office' })).json<Said>();
    expect((await sales.delete(`/api/follow-ups/${id}`)).statusCode).toBe(204);
    expect((await sales.get(`/api/customers/${customerId}/timeline`)).json<Said>().items).toEqual([]);
  });
});
