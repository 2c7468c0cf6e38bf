import type { Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import type { DuplicatesView } from './merging.dto.ts';
import { customerOf, everything, merge, read, refusals, undo } from './merging.testing.ts';

describe('two customers that only look the same', () => {
  let world: World;
  let sales: TestActor;
  let lead: TestActor;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
    lead = await world.administrator();
  });
  afterAll(() => world.close());

  const named = (name: string, owner = sales): Promise<string> => customerOf(world, owner, { name, sortName: name.toLowerCase() });
  const hints = async (id: string, by = sales): Promise<string[]> => (await by.get(`/api/customers/${id}/duplicates`)).json<DuplicatesView>().items.map((one) => one.id);
  const apart = async (id: string, by = sales): Promise<string[]> => (await by.get(`/api/customers/${id}/duplicates`)).json<DuplicatesView>().toldApart.map((one) => one.id);
  const tell = (id: string, otherId: string, by = sales) => by.post(`/api/customers/${id}/told-apart`, { otherId });
  const takeBack = (id: string, otherId: string, by = sales) => by.delete(`/api/customers/${id}/told-apart/${otherId}`);
  const audited = (action: string): Promise<unknown[]> => world.database.query('SELECT subject_id AS id, details FROM audit_entries WHERE action = $1 ORDER BY subject_id', [action]);

  const bothOf = (a: string, b: string): unknown[] => [[a, b], [b, a]].sort().map(([id, otherId]) => ({ id, details: { otherId } }));

  it('are said to be two once for everybody, from either side, on record with both, until that is taken back', async () => {
    const [a, b] = [await named('Two Rivers'), await named('Two Rivers')];
    expect([await hints(a), await hints(b)]).toEqual([[b], [a]]);
    const version = (await read(sales, a)).version;
    expect((await tell(a, b)).json()).toEqual({ customerId: a, otherId: b });
    expect((await tell(b, a)).statusCode).toBe(200);
    expect([await hints(a), await hints(b), await hints(b, lead), await apart(a), await apart(b, lead)]).toEqual([[], [], [], [b], [a]]);
    const { toldApart } = (await lead.get(`/api/customers/${a}/duplicates`)).json<DuplicatesView>();
    expect(toldApart).toEqual([{ id: b, name: 'Two Rivers', byName: sales.person.name, toldAt: world.clock.now().toISOString() }]);
    expect(await audited('customer.told_apart')).toEqual(bothOf(a, b));
    expect((await read(sales, a)).version).toBe(version);
    const third = await named('Two Rivers');
    expect([await hints(a), (await hints(third)).sort()]).toEqual([[third], [a, b].sort()]);
    expect((await takeBack(b, a, lead)).statusCode).toBe(200);
    expect((await takeBack(a, b)).statusCode).toBe(200);
    expect([(await hints(a)).sort(), await apart(b)]).toEqual([[b, third].sort(), []]);
    expect(await audited('customer.told_apart_undone')).toEqual(bothOf(a, b));
  });

  it('are told apart by who sees both, and nobody else reads of it', async () => {
    const [a, b] = [await named('Green Hill'), await named('Green Hill', lead)];
    expect([(await tell(a, b)).statusCode, (await tell(b, a)).statusCode, (await takeBack(a, b)).statusCode]).toEqual([404, 404, 404]);
    expect((await tell(a, b, lead)).statusCode).toBe(200);
    expect(await apart(a)).toEqual([]);
    expect(refusals(await tell(a, a))).toEqual(['otherId merge_with_itself']);
  });

  it('stay told apart when one of them is merged, and a pair that is merged all the same comes apart as it was', async () => {
    const [a, b, c] = [await named('Old Mill'), await named('Old Mill'), await named('Old Mill')];
    await tell(a, b);
    await tell(a, c);
    const before = await everything(world);
    const { id } = await merge(sales, c, a);
    expect([await hints(c), await hints(b), await apart(c), await apart(b)]).toEqual([[], [], [b], [c]]);
    expect((await tell(a, b)).json<Said>().code).toBe('customer_is_merged');
    await undo(sales, id);
    expect(await everything(world)).toEqual(before);
    expect([await hints(c), await hints(a)]).toEqual([[b], []]);
  });
});
