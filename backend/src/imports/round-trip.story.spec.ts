import { type TestActor, World } from '../../test/world.ts';
import type { ImportIssuePageView, ImportView } from './imports.dto.ts';
import { checked, imported, upload } from './imports.testing.ts';

const HOSTILE = { name: '=HYPERLINK("x")', source: '+Messe, Halle 3', industry: "'=2", region: '－1 "Süd"', isServed: false, servedBy: '+Rival', tags: ['@all', '-', '重点', 'one, two'] };

describe('an export that comes back as an import', () => {
  let world: World;
  let boss: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
    const [one, two] = [await world.person({ name: 'Same Name' }), await world.person({ name: 'Same Name' })];
    await world.database.query(`INSERT INTO custom_fields (id, key, names, kind, choices, position) VALUES
      (gen_random_uuid(), 'motto', '{"en":"Motto"}', 'text', '[]', 1), (gen_random_uuid(), 'staff', '{"en":"Staff"}', 'number', '[]', 2), (gen_random_uuid(), 'listed', '{"en":"Listed"}', 'boolean', '[]', 3)`);
    const add = async (given: object): Promise<{ id: string }> => (await boss.post('/api/customers', { kind: 'organisation', ...given })).json<{ id: string }>();
    await add({ ...HOSTILE, fields: { motto: '=9', staff: -3.5, listed: true } });
    await add({ name: '王小明', kind: 'person', ownerId: two.person.id, contactPoints: [{ kind: 'phone', value: '+86 139 0000 1111' }] });
    const { id } = await add({ name: 'Lost one', ownerId: one.person.id });
    const [lost] = await world.database.query<{ id: string }[]>(`SELECT id FROM stages WHERE kind = 'lost' LIMIT 1`);
    const moved = await boss.post(`/api/customers/${id}/stage-changes`, { stageId: lost?.id, reason: 'price' });
    if (moved.statusCode !== 201) throw new Error(moved.body);
  });
  afterAll(() => world.close());

  const exported = async (): Promise<string> => (await boss.get('/api/customers/export.csv')).body;

  it('changes nothing when nobody edited it, with the mapping that is suggested', async () => {
    const file = await exported();
    const { suggestion } = (await upload(boss, 'customers', file)).json<ImportView>();
    expect(suggestion.columns.map(({ to }) => to)).toEqual(expect.arrayContaining(['tangentId', 'name', 'owner', 'stage', 'served', 'servedBy', 'tags', 'phone', 'externalId', 'field:motto', 'field:staff']));
    const before = await world.database.query('SELECT * FROM customers ORDER BY id');
    const view = await imported(boss, 'customers', file, suggestion);
    const { items } = (await boss.get(`/api/imports/${view.id}/issues`)).json<ImportIssuePageView>();
    expect([items, view.counts]).toEqual([[], { new: 0, update: 0, unchanged: 3, duplicate: 0, error: 0 }]);
    expect(await world.database.query('SELECT * FROM customers ORDER BY id')).toEqual(before);
  });

  it('changes what was edited, and only that', async () => {
    const file = (await exported()).replace('王小明', '王大明');
    const { suggestion } = (await upload(boss, 'customers', file)).json<ImportView>();
    expect((await imported(boss, 'customers', file, suggestion)).counts).toMatchObject({ update: 1, unchanged: 2 });
    expect(await world.database.query(`SELECT name FROM customers ORDER BY name COLLATE "C"`)).toEqual([{ name: '=HYPERLINK("x")' }, { name: 'Lost one' }, { name: '王大明' }]);
  });

  it('refuses the id of a customer that is not there, and one that goes with another outside id', async () => {
    const [known] = await world.database.query<{ id: string }[]>('SELECT id FROM customers LIMIT 1');
    const file = `Id,Name,Ref\n${known?.id ?? ''},Any,OTHER\n00000000-0000-4000-8000-000000000000,Nobody,\nnot-an-id,Nobody,\n`;
    const columns = [{ column: 'Id', to: 'tangentId' }, { column: 'Name', to: 'name' }, { column: 'Ref', to: 'externalId' }];
    const view = await checked(boss, 'customers', file, { columns });
    const { items } = (await boss.get(`/api/imports/${view.id}/issues`)).json<ImportIssuePageView>();
    expect(items.map(({ line, column, code }) => [line, column, code])).toEqual([[2, 'Ref', 'external_id_differs'], [3, 'Id', 'no_such_customer'], [4, 'Id', 'no_such_customer']]);
  });
});
