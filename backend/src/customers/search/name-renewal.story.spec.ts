import { World } from '../../../test/world.ts';
import { customerOf } from '../customers.testing.ts';
import { NameRenewal } from './name-renewal.ts';

describe('names that older rules have read', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ config: { worksJobs: false } });
  });
  afterAll(() => world.close());

  const renew = (): Promise<void> => world.app.get(NameRenewal).renewAll({ signal: new AbortController().signal });
  const row = async (id: string) => (await world.database.query('SELECT g.haystack, g.grams, g.rules, c.sort_name, c.version FROM customer_grams g JOIN customers c ON c.id = g.customer_id WHERE c.id = $1', [id]))[0];

  it('are read anew, with their people, and nothing else changes', async () => {
    const anna = await world.person();
    const made = [];
    for (let i = 0; i < 120; i++) made.push(await customerOf(anna, { name: `重百${i}号`, kind: 'organisation', contactPeople: [{ name: '单雄信' }] }));
    const [{ id }, other] = [made[0]!, made[119]!];
    const before = await row(id);
    await world.database.query(`UPDATE customer_grams SET haystack = ' x', grams = '{x}', rules = 0`);
    await world.database.query(`UPDATE customers SET sort_name = 'old' WHERE id = $1`, [id]);
    await renew();
    expect([await row(id), (await row(other.id)).rules]).toEqual([before, 1]);
    expect(before).toMatchObject({ sort_name: 'zhong bai 0 hao', haystack: expect.stringContaining(' chong bai 0 hao| cb0h') });
    expect((await anna.get('/api/search?q=danxiongxin&limit=50')).json<{ items: unknown[] }>().items).toHaveLength(50);
  });

  it('wait while somebody changes them, and are written by whoever does', async () => {
    const anna = await world.person();
    const { id } = await customerOf(anna, { name: '之前', kind: 'organisation' });
    await world.database.query('UPDATE customer_grams SET rules = 0 WHERE customer_id = $1', [id]);
    await world.database.transaction(async (tx) => {
      await tx.query(`UPDATE customers SET name = '之后' WHERE id = $1`, [id]);
      await renew();
      expect((await row(id)).rules).toBe(0);
    });
    await renew();
    expect(await row(id)).toMatchObject({ rules: 1, haystack: expect.stringContaining('zhi hou'), sort_name: 'zhi hou' });
  });
});
