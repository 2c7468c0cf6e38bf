import { type TestActor, World } from '../../../test/world.ts';

interface Team {
  id: string;
  name: string;
  parentId: string | null;
  depth: number;
  version: number;
  peopleCount: number;
}

describe('the teams', () => {
  let world: World;
  let admin: TestActor;
  beforeEach(async () => {
    world = await World.open();
    admin = await world.administrator();
  });
  afterEach(() => world.close());

  const create = async (name: string, parentId: string | null = null) => (await admin.post('/api/teams', { name, parentId })).json<Team>();
  const listed = async (query = '') => (await admin.get(`/api/teams${query}`)).json<{ items: Team[] }>().items;

  it('are a tree that everybody reads and administrators change', async () => {
    const sales = await create('Sales');
    const north = await create('North', sales.id);
    await create('Alpha');
    await create('South', sales.id);
    await create('Far north', north.id);
    expect((await listed()).map(({ name, depth }) => `${depth} ${name}`)).toEqual(['0 Alpha', '0 Sales', '1 North', '2 Far north', '1 South']);
    const member = await world.person({ teamId: north.id });
    expect((await member.get('/api/teams')).json<{ items: Team[] }>().items.find(({ id }) => id === north.id)).toMatchObject({ peopleCount: 1, parentId: sales.id });
    expect((await member.post('/api/teams', { name: 'Mine' })).statusCode).toBe(403);
    const moved = await admin.patch(`/api/teams/${north.id}`, { parentId: null, name: 'The North' }, { 'if-match': '"1"' });
    expect(moved.json()).toMatchObject({ name: 'The North', parentId: null, depth: 0, version: 2 });
    expect((await admin.patch(`/api/teams/${north.id}`, { name: 'Late' }, { 'if-match': '1' })).statusCode).toBe(412);
    expect((await admin.patch(`/api/teams/${north.id}`, { name: 'Late' })).statusCode).toBe(428);
  });

  it('never stand below themselves, nor twice under one name', async () => {
    const top = await create('Top');
    const low = await create('Low', (await create('Middle', top.id)).id);
    const circle = await admin.patch(`/api/teams/${top.id}`, { parentId: low.id }, { 'if-match': '1' });
    expect(circle.json()).toMatchObject({ status: 422, errors: [{ field: 'parentId', code: 'team_below_itself' }] });
    expect(await create('Top')).toMatchObject({ status: 422, errors: [{ field: 'name', code: 'one_team_of_a_name_per_parent' }] });
    expect(await create('Top', crypto.randomUUID())).toMatchObject({ errors: [{ field: 'parentId', code: 'unknown_team' }] });
    expect(await create('Top', top.id)).toMatchObject({ name: 'Top', depth: 1 });
  });

  it('are archived only when nobody is left in them or below, and can come back', async () => {
    const top = await create('Top');
    const low = await create('Low', top.id);
    const member = await world.person({ teamId: low.id });
    expect((await admin.post(`/api/teams/${top.id}/archival`)).json()).toMatchObject({ status: 409, code: 'team_has_teams' });
    expect((await admin.post(`/api/teams/${low.id}/archival`)).json()).toMatchObject({ status: 409, code: 'team_has_people' });
    await admin.patch(`/api/people/${member.person.id}`, { isDisabled: true }, { 'if-match': '1' });
    expect((await admin.post(`/api/teams/${low.id}/archival`)).json()).toMatchObject({ isArchived: true });
    expect((await admin.post(`/api/teams/${low.id}/archival`)).statusCode).toBe(200);
    expect((await listed()).map(({ name }) => name)).toEqual(['Top']);
    expect((await listed('?archived=true')).map(({ name }) => name)).toEqual(['Top', 'Low']);
    const newcomer = await world.person();
    expect((await admin.patch(`/api/people/${newcomer.person.id}`, { teamId: low.id }, { 'if-match': '1' })).json()).toMatchObject({ errors: [{ field: 'teamId', code: 'unknown_team' }] });
    await admin.post(`/api/teams/${top.id}/archival`);
    expect((await admin.delete(`/api/teams/${low.id}/archival`)).json()).toMatchObject({ isArchived: false, parentId: null, depth: 0 });
  });
});
