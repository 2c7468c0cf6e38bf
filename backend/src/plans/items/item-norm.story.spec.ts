import { normOf } from '../../../test/norms.ts';
import { CHANNEL } from '../../../test/stories.ts';
import { World } from '../../../test/world.ts';
import { ifMatch, planOf, refusals, stepped, withItem } from '../plans.testing.ts';

describe('the norm of a plan item', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('is one that is in use, and a version of the plan keeps its name', async () => {
    const manager = await world.person({ roles: ['manager'], scope: 'all' });
    const [norm, gone] = [await normOf(manager, { name: 'For the fair' }), await normOf(manager, { name: 'Gone' })];
    await manager.post(`/api/norms/${gone.id}/archival`);
    const segment = (await manager.post('/api/segments', { name: 'Everyone', filter: {} })).json<{ id: string }>();
    const plan = await withItem(manager, await planOf(manager), { normId: norm.id, segmentId: segment.id, contactKind: 'personal', channelId: CHANNEL.phone, method: 'Call', responsibleId: manager.person.id });
    expect(plan.items[0]).toMatchObject({ normId: norm.id, normName: 'For the fair' });
    expect(refusals(await manager.patch(`/api/plans/${plan.id}/items/${plan.items[0]?.id}`, { normId: gone.id }, ifMatch(plan.version)))).toEqual(['normId unknown_norm']);
    await world.administrator();
    await stepped(manager, plan, 'submission');
    const [{ snapshot }] = await world.database.query<[{ snapshot: { items: { norm: string }[] } }]>('SELECT snapshot FROM plan_versions WHERE plan_id = $1', [plan.id]);
    expect(snapshot.items[0]?.norm).toBe('For the fair');
  });
});
