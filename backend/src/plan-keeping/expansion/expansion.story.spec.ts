import { CHANNEL, customerOf, planningTeam } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { PLAN_CHANGES } from '../../plans/index.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import { Expansions } from './expansions.ts';
import { PlanExpansion } from './plan-expansion.entity.ts';

interface PlanView {
  id: string;
  version: number;
  items: [{ id: string }];
}

const channelId = CHANNEL.phone;

describe('what an approved plan does', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  const go = new AbortController().signal;
  const touchpoints = (plan: PlanView): Promise<Touchpoint[]> =>
    world.database.getRepository(Touchpoint).find({ where: plan.items.map(({ id }) => ({ planItemId: id })), order: { customerId: 'ASC', occurrence: 'ASC' } });
  const segmentOf = async (filter: object): Promise<string> => (await planner!.post('/api/segments', { name: `S ${newId()}`, filter })).json<{ id: string }>().id;
  const sent = async (actor: TestActor, path: string, body: object, version?: number): Promise<PlanView> => {
    const answer = await actor.post(`/api/plans${path}`, body, version === undefined ? {} : { 'if-match': String(version) });
    if (answer.statusCode > 201) throw new Error(answer.body);
    return answer.json<PlanView>();
  };
  const stepped = (actor: TestActor, { id, version }: PlanView, step: string): Promise<PlanView> => sent(actor, `/${id}/${step}`, {}, version);
  const approvedWith = async (item: object): Promise<PlanView> => {
    const { id, version } = await sent(planner!, '', { name: 'Spring', fromOn: '2026-01-01', untilOn: '2027-01-01' });
    const plan = await sent(planner!, `/${id}/items`, { objective: 'Keep in touch', place: 'Their office', content: 'What is new', channelId, ...item }, version);
    return stepped(boss!, await stepped(planner!, plan, 'submission'), 'approval');
  };
  const follow = (plan: PlanView, signal = go): Promise<void> => world.app.get(Expansions).follow({ planId: plan.id, at: world.clock.now().toISOString(), personId: boss!.person.id }, { signal });
  const state = async (plan: PlanView): Promise<PlanExpansion | null> => world.database.getRepository(PlanExpansion).findOneBy({ planId: plan.id });

  // The queue does its own work meanwhile.
  const settled = async (plan: PlanView): Promise<void> => {
    for (let i = 0; i < 200 && !(await state(plan))?.finishedAt; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  beforeAll(async () => {
    world = await World.open();
    ({ boss, planner, seller } = await planningTeam(world));
  });
  afterAll(() => world.close());

  it('is put into the queue by the approval and done without anybody asking', async () => {
    const customerId = await customerOf(world, seller!, { name: 'Queued', region: 'Queue' });
    const plan = await approvedWith({ segmentId: await segmentOf({ regions: ['Queue'] }), startsOn: '2026-04-01', talkingPoints: 'Ask for the budget' });
    await settled(plan);
    const [made, ...rest] = await touchpoints(plan);
    expect(rest).toEqual([]);
    expect(made).toMatchObject({
      customerId, ownerId: seller!.person.id, channelId, purpose: 'Keep in touch', talkingPoints: 'Ask for the budget', place: 'Their office', dueOn: '2026-04-01', firstDueOn: '2026-04-01', origin: 'plan', state: 'scheduled',
      planItemId: plan.items[0].id, occurrence: 1, windowFrom: '2026-03-25', windowUntil: '2026-04-08', createdById: boss!.person.id,
    });
    expect((await seller!.get(`/api/customers/${customerId}`)).json()).toMatchObject({ nextTouchpointOn: '2026-04-01' });
    const jobs = await world.database.query<{ state: string }[]>(`SELECT state FROM jobs.job WHERE name = '${PLAN_CHANGES}'`);
    expect(jobs.length).toBe(1);
  });

  it('gives contacts to the item’s person or the customer’s owner, and says whom it leaves out and why', async () => {
    const region = { region: 'Left out' };
    await customerOf(world, seller!, { name: 'Good', ...region });
    const archived = await customerOf(world, seller!, { name: 'Gone', ...region });
    const quiet = await customerOf(world, seller!, { name: 'Quiet', ...region });
    const plan = await approvedWith({ segmentId: await segmentOf({ regions: ['Left out'] }), startsOn: '2026-04-01', recurrence: 'FREQ=MONTHLY', endsOn: '2026-07-01', responsibleId: planner!.person.id });
    await settled(plan);
    await world.database.query('UPDATE customers SET archived_at = now() WHERE id = $1', [archived]);
    await world.database.query('UPDATE customers SET do_not_contact = ARRAY[$2::uuid] WHERE id = $1', [quiet, channelId]);
    await world.database.query('DELETE FROM touchpoints WHERE plan_item_id = $1', [plan.items[0].id]);
    await follow(plan);
    const made = await touchpoints(plan);
    expect(made.map(({ occurrence, ownerId }) => [occurrence, ownerId])).toEqual([[1, planner!.person.id], [2, planner!.person.id], [3, planner!.person.id]]);
    expect((await state(plan))?.skipped).toEqual({ archived: 3, do_not_contact: 3 });
  });

  it('comes to the same set when it is killed in the middle and done again', async () => {
    await world.database.query(`INSERT INTO customers SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'region', 'Many'))).* FROM customers c, generate_series(1, 120) n WHERE name = 'Good'`);
    const plan = await approvedWith({ segmentId: await segmentOf({ regions: ['Many'] }), startsOn: '2026-03-12', recurrence: 'FREQ=WEEKLY' });
    await settled(plan);
    await world.database.query('DELETE FROM touchpoints WHERE plan_item_id = $1', [plan.items[0].id]);
    let passes = 0;
    const killed = { throwIfAborted: () => { if (++passes > 3) throw new Error('killed'); } } as AbortSignal;
    await expect(follow(plan, killed)).rejects.toThrow('killed');
    const half = await touchpoints(plan);
    expect(half).toHaveLength(4_000);
    await follow(plan);
    const whole = await touchpoints(plan);
    expect(whole).toHaveLength(120 * 43);
    expect(whole.filter(({ id }) => half.some((one) => one.id === id))).toEqual(half);
    await world.database.query('DELETE FROM touchpoints WHERE plan_item_id = $1', [plan.items[0].id]);
    await follow(plan);
    const plain = ({ customerId, occurrence, ownerId, dueOn, windowFrom, windowUntil }: Touchpoint) => ({ customerId, occurrence, ownerId, dueOn, windowFrom, windowUntil });
    expect((await touchpoints(plan)).map(plain)).toEqual(whole.map(plain));
    for (const { dueOn, windowFrom, windowUntil } of whole) expect(dueOn >= windowFrom! && dueOn <= windowUntil!).toBe(true);
    expect(await state(plan)).toMatchObject({ wanted: whole.length, done: whole.length });
  });

  it('follows the audience, keeps what is done, and cancels what is open when it is closed', async () => {
    const [stays, leaves] = [await customerOf(world, seller!, { name: 'Stays', region: 'Change' }), await customerOf(world, seller!, { name: 'Leaves', region: 'Change' })];
    let plan = await approvedWith({ segmentId: await segmentOf({ regions: ['Change'] }), startsOn: '2026-04-01', recurrence: 'FREQ=MONTHLY', endsOn: '2026-06-01' });
    await follow(plan);
    const late = await customerOf(world, seller!, { name: 'Late' });
    const change = (body: object) => planner!.patch(`/api/plans/${plan.id}/items/${plan.items[0].id}/audience`, body);
    const states = async (): Promise<unknown[]> => (await touchpoints(plan)).map(({ customerId, state: now, closedReason }) => [new Map([[stays, 'Stays'], [leaves, 'Leaves'], [late, 'Late']]).get(customerId), now, closedReason]).sort();
    expect((await change({ add: [late], remove: [leaves] })).statusCode).toBe(200);
    await follow(plan);
    const open = (name: string) => [[name, 'scheduled', null], [name, 'scheduled', null]];
    const cancelled = (name: string, reason: string) => [[name, 'cancelled', reason], [name, 'cancelled', reason]];
    expect(await states()).toEqual([...open('Late'), ...cancelled('Leaves', 'left_audience'), ...open('Stays')]);
    await change({ add: [leaves] });
    await follow(plan);
    expect(await states()).toEqual([...open('Late'), ...open('Leaves'), ...open('Stays')]);
    expect((await planner!.get(`/api/plans/${plan.id}/closing`)).json()).toEqual({ open: 6, due: 0 });
    plan = await stepped(planner!, plan, 'closing');
    await follow(plan);
    expect(await states()).toEqual([...cancelled('Late', 'plan_closed'), ...cancelled('Leaves', 'plan_closed'), ...cancelled('Stays', 'plan_closed')]);
    expect((await planner!.get(`/api/plans/${plan.id}/closing`)).json()).toEqual({ open: 0, due: 0 });
    expect((await seller!.get(`/api/customers/${stays}`)).json()).toMatchObject({ nextTouchpointOn: null });
  });
});
