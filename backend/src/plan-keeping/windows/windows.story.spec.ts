import { DISPOSITION, CHANNEL, type Said, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { Plan, PlanItem } from '../../plans/index.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import { WindowClosing } from './window-closing.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('the windows of plan touchpoints', () => {
  let world: World;
  let sales: TestActor;
  let itemId: string;
  const go = { signal: new AbortController().signal };
  const close = (): Promise<void> => world.app.get(WindowClosing).closeAll(go);
  const read = (id: string): Promise<Touchpoint> => world.database.getRepository(Touchpoint).findOneByOrFail({ id });
  const log = async (customerId: string, given: object = {}): Promise<Said> => {
    const answer = await sales.post('/api/follow-ups', contact(customerId, given));
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<Said>();
  };
  let occurrence = 0;
  const planned = async (customerId: string, given: Partial<Touchpoint> = {}): Promise<string> => {
    const id = newId();
    const dueOn = given.dueOn ?? '2026-03-10';
    await world.database.getRepository(Touchpoint).insert({
      id, customerId, ownerId: sales.person.id, dueOn, firstDueOn: dueOn, origin: 'plan', planItemId: itemId, occurrence: ++occurrence, windowFrom: '2026-02-09', windowUntil: '2026-04-03',
      createdAt: new Date('2026-01-01T00:00:00Z'), createdById: sales.person.id, ...given,
    });
    return id;
  };

  const itemOf = async (fromOn: string, untilOn: string): Promise<string> => {
    const [planId, id, personId] = [newId(), newId(), sales.person.id];
    await world.database.getRepository(Plan).insert({ id: planId, name: 'Plan', fromOn, untilOn, responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running' });
    await world.database.getRepository(PlanItem).insert({ id, planId, position: 0, objective: 'Keep in touch' });
    return id;
  };

  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
    itemId = await itemOf('2026-01-01', '2026-07-01');
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.moveTo('2026-03-10T02:00:00Z'));

  it('decide which contact counts, wider or narrower than the usual five days', async () => {
    const [wide, narrow] = [await customerOf(world, sales), await customerOf(world, sales)];
    const far = await planned(wide, { dueOn: '2026-04-01' });
    expect(await log(wide)).toMatchObject({ keptTouchpointId: far, countedBecause: 'plan_window' });
    expect(await read(far)).toMatchObject({ state: 'done', closedReason: null });
    const near = await planned(narrow, { dueOn: '2026-03-12', windowFrom: '2026-03-12', windowUntil: '2026-03-13' });
    expect(await log(narrow)).toMatchObject({ keptTouchpointId: null, countedBecause: null });
    expect(await read(near)).toMatchObject({ state: 'scheduled' });
  });

  it('wait while their customer is archived, because nobody is to make the contact', async () => {
    const customerId = await customerOf(world, sales, { archivedAt: new Date('2026-03-01T00:00:00Z') });
    const id = await planned(customerId, { dueOn: '2026-03-05', windowFrom: '2026-03-02', windowUntil: '2026-03-06' });
    await close();
    expect(await read(id)).toMatchObject({ state: 'scheduled' });
    await world.database.query('UPDATE customers SET archived_at = NULL WHERE id = $1', [customerId]);
    await close();
    expect(await read(id)).toMatchObject({ state: 'missed', closedReason: 'window_over' });
  });

  it('are over by themselves, where the owner is, and refresh what the customer row says', async () => {
    const customerId = await customerOf(world, sales);
    const id = await planned(customerId, { dueOn: '2026-03-05', windowFrom: '2026-03-02', windowUntil: '2026-03-10' });
    const moved = await planned(customerId, { dueOn: '2026-03-20', windowFrom: '2026-03-02', windowUntil: '2026-03-10' });
    world.clock.moveTo('2026-03-10T15:59:00Z');
    await close();
    expect((await read(id)).state).toBe('scheduled');
    world.clock.moveTo('2026-03-10T16:00:00Z');
    await close();
    expect(await read(id)).toMatchObject({ state: 'missed', closedReason: 'window_over', version: 2 });
    expect((await read(moved)).state).toBe('scheduled');
    const [customer] = await world.database.query<{ next: string }[]>(`SELECT next_touchpoint_on::text AS next FROM customers WHERE id = $1`, [customerId]);
    expect(customer?.next).toBe('2026-03-20');
    const audited = await world.database.query<{ ids: string[] }[]>(`SELECT details->'touchpointIds' AS ids FROM audit_entries WHERE action = 'touchpoints.missed' ORDER BY at DESC LIMIT 1`);
    expect(audited[0]?.ids).toEqual([id]);
    await close();
    expect((await read(id)).version).toBe(2);
  });

  it('wait for an owner who was away for all of it, until the first working day after; a contact on that day counts', async () => {
    const customerId = await customerOf(world, sales);
    const admin = await world.administrator();
    expect((await admin.post('/api/absences', { personId: sales.person.id, from: '2026-03-09', until: '2026-03-14', kind: 'sick' })).statusCode).toBe(201);
    const window = { dueOn: '2026-03-11', windowFrom: '2026-03-09', windowUntil: '2026-03-12' };
    const [away, partly] = [await planned(customerId, window), await planned(customerId, { ...window, windowFrom: '2026-03-06' })];
    world.clock.moveTo('2026-03-13T02:00:00Z');
    await close();
    expect([(await read(away)).state, (await read(partly)).state]).toEqual(['scheduled', 'missed']);
    world.clock.moveTo('2026-03-16T02:00:00Z');
    await close();
    expect((await read(away)).state).toBe('scheduled');
    expect((await log(customerId)).keptTouchpointId).toBe(away);
    const other = await planned(await customerOf(world, sales), window);
    world.clock.moveTo('2026-03-17T02:00:00Z');
    await close();
    expect((await read(other)).state).toBe('missed');
  });

  it('take a late log inside of the grace period, marked as late; undo and the next hour make it missed again', async () => {
    const customerId = await customerOf(world, sales);
    const winter = { planItemId: await itemOf('2026-01-01', '2026-02-15'), dueOn: '2026-02-12', windowFrom: '2026-02-05', windowUntil: '2026-02-13' };
    const id = await planned(customerId, winter);
    await close();
    expect(await log(customerId, { dispositionId: DISPOSITION.noAnswer, occurredAt: '2026-02-11T02:00:00Z' })).toMatchObject({ keptTouchpointId: null });
    expect(await log(customerId, { occurredAt: '2026-02-04T02:00:00Z' })).toMatchObject({ keptTouchpointId: null });
    const late = await log(customerId, { occurredAt: '2026-02-11T02:00:00Z', channelId: CHANNEL.visit });
    expect(late).toMatchObject({ keptTouchpointId: id, countedBecause: 'plan_window_late' });
    expect(await read(id)).toMatchObject({ state: 'done', closedReason: 'logged_late' });
    expect((await sales.delete(`/api/follow-ups/${late.id}`)).statusCode).toBeLessThan(300);
    await close();
    expect(await read(id)).toMatchObject({ state: 'missed', closedReason: 'window_over' });
    world.clock.moveTo('2026-03-16T02:00:00Z');
    expect(await log(customerId, { occurredAt: '2026-02-11T02:00:00Z', touchpointId: id })).toMatchObject({ keptTouchpointId: id, countedBecause: 'chosen' });
    const over = await planned(customerId, winter);
    await close();
    world.clock.moveTo('2026-03-17T02:00:00Z');
    expect(await log(customerId, { occurredAt: '2026-02-11T02:00:00Z' })).toMatchObject({ keptTouchpointId: null });
    expect((await read(over)).state).toBe('missed');
  });
});
