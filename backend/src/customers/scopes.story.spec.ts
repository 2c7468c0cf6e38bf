import { type TestActor, World } from '../../test/world.ts';
import type { DataScope } from '../people/index.ts';
import { newId } from '../platform/ids.ts';
import type { CustomerView } from './customer.dto.ts';
import { allPagesOf, countOf, customerOf } from './customers.testing.ts';
import type { StageHistoryView } from './stages/stage-changes.dto.ts';

const WON = '01990004-0000-7000-8000-000000000005';
/** Whose customers stand in the world, and what each scope shows of them to Anna. */
const KEEPERS = ['own', 'report', 'reportOfReport', 'teammate', 'ownTeamOnly', 'teamBelow', 'teamBelowOnly', 'stranger', 'nobody'] as const;
type Keeper = (typeof KEEPERS)[number];
const SEEN: Record<DataScope, readonly Keeper[]> = {
  own: ['own'],
  reports: ['own', 'report', 'reportOfReport'],
  team: ['own', 'teammate', 'ownTeamOnly'],
  team_tree: ['own', 'teammate', 'ownTeamOnly', 'teamBelow', 'teamBelowOnly'],
  all: KEEPERS,
};

describe.each(Object.keys(SEEN) as DataScope[])('somebody with the scope %s', (scope) => {
  let world: World;
  let anna: TestActor;
  let admin: TestActor;
  const customers = new Map<Keeper, CustomerView>();
  const hidden = (): CustomerView[] => KEEPERS.filter((keeper) => !SEEN[scope].includes(keeper)).map((keeper) => customers.get(keeper) as CustomerView);
  const seen = (): CustomerView[] => SEEN[scope].map((keeper) => customers.get(keeper) as CustomerView);
  beforeAll(async () => {
    world = await World.open();
    admin = await world.administrator();
    const [mine, far] = [(await world.team('Mine')).id, (await world.team('Far')).id];
    const below = (await world.team('Below', mine)).id;
    anna = await world.person({ roles: ['manager'], scope, teamId: mine });
    const report = await world.person({ reportsToId: anna.person.id, teamId: far });
    const owners: Partial<Record<Keeper, string>> = {
      own: anna.person.id, report: report.person.id, reportOfReport: (await world.person({ reportsToId: report.person.id })).person.id, teammate: (await world.person({ teamId: mine })).person.id,
      teamBelow: (await world.person({ teamId: below })).person.id, stranger: (await world.person({ teamId: far })).person.id,
    };
    const teams: Partial<Record<Keeper, string>> = { ownTeamOnly: mine, teamBelowOnly: below };
    for (const keeper of KEEPERS) {
      const contact = { contactPoints: [{ kind: 'phone' as const, value: '13800001234' }], contactPeople: [{ name: '可娜丽' }], tags: [`tag-${keeper}`], source: `source-${keeper}` };
      customers.set(keeper, await customerOf(admin, { name: `金丝雀 ${keeper}`, ownerId: owners[keeper] ?? null, teamId: teams[keeper] ?? null, ...contact }));
    }
  });
  afterAll(() => world.close());

  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();
  const state = () => world.database.query(
    `SELECT (SELECT json_agg(c ORDER BY id) FROM customers c) AS c, (SELECT json_agg(s ORDER BY id) FROM stage_changes s) AS s, (SELECT json_agg(p ORDER BY id) FROM contact_points p) AS p,
       (SELECT count(*) FROM owner_changes) AS o, (SELECT count(*) FROM audit_entries) AS a`,
  );

  it('sees exactly its customers in the list, the count, the search and the file', async () => {
    const expected = ids(seen());
    expect(ids(await allPagesOf(anna))).toEqual(expected);
    for (const q of ['金丝雀', 'jinsique', 'jsq', '1234', '可丽', 'kenali']) {
      expect(ids((await anna.get(`/api/search?${new URLSearchParams({ q }).toString()}`)).json<{ items: { id: string }[] }>().items)).toEqual(expected);
      expect(ids(await allPagesOf(anna, { q }))).toEqual(expected);
      expect(await countOf(anna, { q })).toBe(expected.length);
    }
    expect(await countOf(anna)).toBe(expected.length);
    const file = (await anna.get('/api/customers/export.csv?columns=id&columns=name')).body;
    expect(KEEPERS.filter((keeper) => file.includes(`金丝雀 ${keeper}\r`))).toEqual(KEEPERS.filter((keeper) => SEEN[scope].includes(keeper)));
  });

  it('reads each of them with its histories, and gets 404 for every other', async () => {
    for (const { id } of seen()) for (const path of ['', '/stage-changes', '/ownership']) expect((await anna.get(`/api/customers/${id}${path}`)).statusCode).toBe(200);
    for (const { id } of hidden()) for (const path of ['', '/stage-changes', '/ownership']) expect((await anna.get(`/api/customers/${id}${path}`)).statusCode).toBe(404);
  });

  it('is told nothing of the others by suggestions, duplicates or filters', async () => {
    const expected = SEEN[scope].map((keeper) => `tag-${keeper}`).sort();
    expect((await anna.get('/api/customers/suggestions?field=tags')).json<{ items: string[] }>().items.sort()).toEqual(expected);
    const duplicates = (await anna.get(`/api/customers/duplicates?${new URLSearchParams({ name: '金丝雀', phone: '13800001234' }).toString()}`)).json<{ items: { id: string }[] }>().items;
    expect(ids(duplicates)).toEqual(ids(seen()));
    for (const { id, ownerId, tags } of hidden()) {
      expect(await countOf(anna, { tags })).toBe(0);
      if (ownerId) expect(ids(await allPagesOf(anna, { ownerIds: ownerId }))).not.toContain(id);
    }
  });

  it('changes nothing of the others, whatever is tried: 404 and not one row', async () => {
    const before = await state();
    for (const { id, version } of hidden()) {
      const [first] = (await admin.get(`/api/customers/${id}/stage-changes`)).json<StageHistoryView>().items;
      const answers = [
        await anna.patch(`/api/customers/${id}`, { name: 'Taken' }, { 'if-match': String(version) }), await anna.post(`/api/customers/${id}/archival`), await anna.delete(`/api/customers/${id}/archival`),
        await anna.post(`/api/customers/${id}/stage-changes`, { stageId: WON }), await anna.delete(`/api/customers/${id}/stage-changes/${first?.id}`),
        await anna.post(`/api/customers/${id}/ownership`, { ownerId: anna.person.id }), await anna.post('/api/customers/ownership', { ids: [id, seen()[0]?.id], ownerId: anna.person.id }),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    }
    expect(await state()).toEqual(before);
  });

  it('can not tell a customer out of sight from one that does not exist', async () => {
    const nowhere = await anna.get(`/api/customers/${newId()}`);
    for (const { id } of hidden()) expect((await anna.get(`/api/customers/${id}`)).json()).toEqual(nowhere.json());
    expect(nowhere.statusCode).toBe(404);
  });
});

describe('without the right', () => {
  it('nobody writes, gives away or takes out customers', async () => {
    const world = await World.open();
    const sales = await world.person({ scope: 'all' });
    const nobody = await world.person({ scope: 'all', roles: [] });
    const { id, version } = await customerOf(sales);
    const answers = [
      await nobody.post('/api/customers', { name: 'A', kind: 'person' }), await nobody.patch(`/api/customers/${id}`, {}, { 'if-match': String(version) }), await nobody.post(`/api/customers/${id}/archival`),
      await nobody.delete(`/api/customers/${id}/archival`), await nobody.post(`/api/customers/${id}/stage-changes`, { stageId: WON }), await nobody.get('/api/customers/export.csv'),
      await sales.post(`/api/customers/${id}/ownership`, { ownerId: sales.person.id }), await sales.post('/api/customers/ownership', { ids: [id], ownerId: sales.person.id }), await sales.delete(`/api/customers/${id}/stage-changes/${id}`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 403));
    await world.close();
  });
});
