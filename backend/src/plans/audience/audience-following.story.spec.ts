import { CHANNEL, STAGE, contact, customerOf, planningTeam } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { PlanView } from '../plans.dto.ts';
import { itemAt, planOf, stepped, withItem } from '../plans.testing.ts';
import { AudienceFollowing } from './audience-following.ts';
import type { AudienceEventView, AudienceView } from './audience.dto.ts';

describe('audiences of running plans', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  const go = { signal: new AbortController().signal };
  const follow = (): Promise<void> => world.app.get(AudienceFollowing).followAll(go);
  const audience = async (plan: PlanView): Promise<string[]> => (await planner!.get(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience`)).json<AudienceView>().items.map(({ name }) => name).sort();
  const history = async (plan: PlanView): Promise<unknown[]> => (await planner!.get(`/api/plans/${plan.id}/audience-history`)).json<{ items: AudienceEventView[] }>().items.map(({ how, joined, left, personId }) => [how, joined, left, personId]);
  const moveTo = (customerId: string, region: string) => world.database.query('UPDATE customers SET region = $2 WHERE id = $1', [customerId, region]);
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 300; i++) {
      const [left] = await world.database.query<{ count: string }[]>(`SELECT count(*) FROM jobs.job WHERE name = 'plan-changes' AND state <> 'completed'`);
      if (left?.count === '0') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const touchpoints = (customerId: string) => world.database.query<{ id: string; occurrence: number; state: string; closed_reason: string | null }[]>('SELECT id, occurrence, state, closed_reason FROM touchpoints WHERE customer_id = $1 ORDER BY occurrence', [customerId]);
  const states = async (customerId: string): Promise<unknown[]> => (await touchpoints(customerId)).map(({ occurrence, state, closed_reason: reason }) => [occurrence, state, reason]);
  const approved = async (region: string, item: object): Promise<PlanView> => {
    const segmentId = (await planner!.post('/api/segments', { name: region, filter: { regions: [region] } })).json<{ id: string }>().id;
    const plan = await withItem(planner!, await planOf(planner!), { segmentId, channelId: CHANNEL.phone, startsOn: '2026-02-02', recurrence: 'FREQ=MONTHLY', endsOn: '2026-06-01', windowDays: 10, ...item });
    return stepped(boss!, await stepped(planner!, plan, 'submission'), 'approval');
  };

  beforeAll(async () => {
    world = await World.open();
    ({ boss, planner, seller } = await planningTeam(world));
  });
  afterAll(() => world.close());

  it('take joiners and leavers over by themselves; joiners get what lies ahead, leavers lose what is open', async () => {
    const [stays, leaves] = [await customerOf(world, seller!, { name: 'Stays', region: 'East' }), await customerOf(world, seller!, { name: 'Leaves', region: 'East' })];
    const late = await customerOf(world, seller!, { name: 'Late', region: 'West' });
    const plan = await approved('East', { takesJoiners: true, dropsLeavers: true });
    await settled();
    const [first] = await touchpoints(leaves);
    expect((await seller!.post('/api/follow-ups', contact(leaves, { touchpointId: first!.id }))).statusCode).toBe(201);
    await moveTo(leaves, 'West');
    await moveTo(late, 'East');
    await follow();
    await settled();
    expect(await audience(plan)).toEqual(['Late', 'Stays']);
    expect(await states(late)).toEqual([[2, 'scheduled', null], [3, 'scheduled', null], [4, 'scheduled', null]]);
    expect(await states(leaves)).toEqual([[2, 'done', null], [3, 'cancelled', 'left_audience'], [4, 'cancelled', 'left_audience']]);
    expect(await states(stays)).toEqual(await states(late));
    expect(await history(plan)).toEqual([['by_rule', 1, 1, null]]);
    const audited = await world.database.query<{ actor: string | null; details: object }[]>(`SELECT actor_id AS actor, details FROM audit_entries WHERE action = 'plan.audience_followed'`);
    expect(audited).toEqual([{ actor: null, details: { itemId: itemAt(plan, 0).id, joined: [late], left: [leaves] } }]);
    await follow();
    expect(await history(plan)).toHaveLength(1);
  });

  it('respect what was done by hand, and do nothing for items that do not ask for it', async () => {
    const [out, into] = [await customerOf(world, seller!, { name: 'Out', region: 'South' }), await customerOf(world, seller!, { name: 'In', region: 'Elsewhere' })];
    const plan = await approved('South', { takesJoiners: true, dropsLeavers: true });
    const plain = await approved('South', {});
    await planner!.patch(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience`, { add: [into], remove: [out] });
    await customerOf(world, seller!, { name: 'New', region: 'South' });
    await follow();
    expect(await audience(plan)).toEqual(['In', 'New']);
    expect(await audience(plain)).toEqual(['Out']);
    expect((await history(plan)).sort()).toEqual([['by_hand', 1, 1, planner!.person.id], ['by_rule', 1, 0, null]]);
    await settled();
  });

  it('never lose whom the contacts of the plan themselves let go from the segment', async () => {
    const id = await customerOf(world, seller!, { name: 'Idle', region: 'Quay' });
    const segmentId = (await planner!.post('/api/segments', { name: 'Idle', filter: { regions: ['Quay'], nextContact: 'none' } })).json<{ id: string }>().id;
    const plan = await approved('Quay', { segmentId, takesJoiners: true, dropsLeavers: true });
    await settled();
    const before = await states(id);
    expect(before).toHaveLength(3);
    for (let hour = 0; hour < 2; hour++) {
      await follow();
      await settled();
      expect([await audience(plan), await states(id)]).toEqual([['Idle'], before]);
    }
  });

  it('stay as they are while their segment asks for an archived field, and do not hold up the others', async () => {
    const admin = await world.administrator();
    const { id: fieldId } = (await admin.post('/api/settings/fields', { names: { en: 'Size' }, key: 'size', kind: 'text', choices: [], isRequired: false })).json<{ id: string }>();
    await customerOf(world, seller!, { name: 'Large', region: 'Port', fields: { size: 'large' } });
    const segmentId = (await planner!.post('/api/segments', { name: 'Large', filter: { fields: '{"size":"large"}' } })).json<{ id: string }>().id;
    const [sized, plain] = [await approved('Port', { segmentId, takesJoiners: true, dropsLeavers: true }), await approved('Port', { takesJoiners: true })];
    await admin.post(`/api/settings/fields/${fieldId}/archival`);
    await customerOf(world, seller!, { name: 'New', region: 'Port' });
    await follow();
    expect([await audience(sized), await audience(plain)]).toEqual([['Large'], ['Large', 'New']]);
    await settled();
  });

  it('take back whom another segment had put out, but nobody who was taken out by hand', async () => {
    const [both, out] = [await customerOf(world, seller!, { name: 'Both', region: 'Hill' }), await customerOf(world, seller!, { name: 'Out', region: 'Hill' })];
    await customerOf(world, seller!, { name: 'Lake', region: 'Lake' });
    const plan = await approved('Hill', { takesJoiners: true });
    await planner!.patch(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience`, { remove: [out] });
    await settled();
    const lake = (await planner!.post('/api/segments', { name: 'Lake', filter: { regions: ['Lake'] } })).json<{ id: string }>().id;
    await planner!.post(`/api/plans/${plan.id}/changes`, { change: [{ id: itemAt(plan, 0).id, segmentId: lake }] }, { 'if-match': String(plan.version) });
    expect(await audience(plan)).toEqual(['Lake']);
    for (const id of [both, out]) await moveTo(id, 'Lake');
    await follow();
    expect(await audience(plan)).toEqual(['Both', 'Lake']);
    await settled();
  });

  it('can be people we do not serve yet, customers of a competitor among them', async () => {
    const ours = await customerOf(world, seller!, { name: 'Ours', region: 'New', stageId: STAGE.won, isOpen: false });
    const theirs = await customerOf(world, seller!, { name: 'Theirs', region: 'New', isServed: false, servedBy: 'Rival, Inc.' });
    const open = await customerOf(world, seller!, { name: 'Nobody’s', region: 'New', isServed: false });
    await customerOf(world, boss!, { name: 'Out of the planner’s sight', region: 'New', isServed: false });
    const count = async (segment: object): Promise<string[]> => {
      const { id } = (await planner!.post('/api/segments', { name: 'New', ...segment })).json<{ id: string }>();
      return audience(await withItem(planner!, await planOf(planner!), { segmentId: id }));
    };
    expect(await count({ filter: { served: 'no' } })).toEqual(['Nobody’s', 'Theirs']);
    expect(await count({ filter: { regions: ['New'], servedBy: ['Rival, Inc.'] } })).toEqual(['Theirs']);
    expect(await count({ customerIds: [theirs, open, ours] })).toEqual(['Nobody’s', 'Ours', 'Theirs']);
  });
});
