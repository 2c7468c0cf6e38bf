import { CHANNEL, DISPOSITION, contact, customerOf, customerRow, type Said } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';

describe('correcting a record', () => {
  let world: World;
  let sales: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    customerId = await customerOf(world, sales);
  });

  const log = async (given: object = {}) => (await sales.post('/api/follow-ups', contact(customerId, given))).json<Said>();
  const correct = (id: string, given: object, version = 1, who = sales) => who.patch(`/api/follow-ups/${id}`, given, { 'if-match': `"${version}"` });

  it('keeps what stood there before, and moves no date to today', async () => {
    const old = await log({ occurredAt: '2026-02-02T02:00:00Z', text: 'Whishes', evaluation: 3 });
    await log({ occurredAt: '2026-03-01T02:00:00Z' });
    const before = await customerRow(world, customerId);
    const answer = await correct(old.id, { text: 'Wishes', evaluation: 4 });
    expect([answer.statusCode, answer.json<Said>()]).toEqual([200, expect.objectContaining({ text: 'Wishes', evaluation: 4, correctedAt: '2026-03-10T02:00:00.000Z', version: 2, occurredAt: '2026-02-02T02:00:00.000Z' })]);
    expect(await customerRow(world, customerId)).toEqual(before);
    const trace = (await sales.get(`/api/follow-ups/${old.id}/corrections`)).json<Said>().items;
    expect(trace).toEqual([expect.objectContaining({ correctedByName: sales.person.name, changes: [{ property: 'evaluation', before: '3', after: '4' }, { property: 'text', before: 'Whishes', after: 'Wishes' }] })]);
  });

  it('derives the state anew when the time or a judgement changes', async () => {
    const { id } = await log();
    await correct(id, { occurredAt: '2026-03-05T02:00:00Z' });
    expect(await customerRow(world, customerId)).toMatchObject({ lastContactAt: new Date('2026-03-05T02:00:00Z'), cadenceAnchorOn: '2026-03-05' });
    await correct(id, { evaluation: 1 }, 2);
    expect(await customerRow(world, customerId)).toMatchObject({ lastEffectiveAt: null, cadenceAnchorOn: '2026-01-05' });
    await correct(id, { validity: 'invalid', invalidReason: 'Wrong customer' }, 3);
    expect(await customerRow(world, customerId)).toMatchObject({ lastContactAt: null });
    expect((await correct(id, { occurredAt: '2026-03-11T02:00:00Z' }, 4)).json<Said>().errors).toEqual([{ field: 'occurredAt', code: 'not_yet_happened' }]);
  });

  it('lets a touchpoint go when nobody was reached after all', async () => {
    const planned = (await sales.post('/api/touchpoints', { customerId, dueOn: '2026-03-11' })).json<Said>();
    const { id, keptTouchpointId } = await log();
    expect(keptTouchpointId).toBe(planned.id);
    const answer = await correct(id, { dispositionId: DISPOSITION.noAnswer });
    expect(answer.json<Said>()).toMatchObject({ kept: null, dispositionKind: 'no_answer', isEffective: false });
    expect((await sales.get(`/api/touchpoints/${planned.id}`)).json<Said>()).toMatchObject({ state: 'scheduled', closedAt: null, dueOn: '2026-03-11', timesMoved: 0 });
    expect(await customerRow(world, customerId)).toMatchObject({ nextTouchpointOn: '2026-03-11' });
  });

  it('counts the answer deadline anew when direction or channel change', async () => {
    const { id } = await log({ channelId: CHANNEL.email });
    expect((await correct(id, { direction: 'inbound' })).json<Said>().respondBy).toBe('2026-03-10T06:00:00.000Z');
    expect((await correct(id, { text: 'Complaint' }, 2)).json<Said>().respondBy).toBe('2026-03-10T06:00:00.000Z');
    expect((await correct(id, { channelId: CHANNEL.phone }, 3)).json<Said>().respondBy).toBeNull();
  });

  it('needs the version, and the author or the right', async () => {
    const { id } = await log();
    expect((await sales.patch(`/api/follow-ups/${id}`, { text: 'x' })).statusCode).toBe(428);
    expect((await correct(id, { text: 'x' }, 7)).statusCode).toBe(412);
    const colleague = await world.person({ scope: 'all' });
    expect((await correct(id, { text: 'x' }, 1, colleague)).json<Said>().code).toBe('only_its_author');
    const lead = await world.person({ scope: 'all', roles: ['team_lead'] });
    expect((await correct(id, { text: 'x' }, 1, lead)).statusCode).toBe(200);
    expect((await correct(id, { text: 'x' }, 2, lead)).json<Said>().version).toBe(2);
    expect((await sales.get(`/api/follow-ups/${id}/corrections`)).json<Said>().items).toHaveLength(1);
  });

  it('corrects a log, which has no channel', async () => {
    const { id } = (await sales.post('/api/logs', { text: 'Note', occurredAt: '2026-03-09T02:00:00Z' })).json<Said>();
    expect((await correct(id, { text: 'A note' })).json<Said>()).toMatchObject({ text: 'A note', kind: 'log', version: 2 });
    expect((await correct(id, { evaluation: 4 }, 2)).json<Said>().errors).toEqual([{ field: 'evaluation', code: 'not_for_this_kind' }]);
  });
});
