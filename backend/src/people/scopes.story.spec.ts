import { type TestActor, World } from '../../test/world.ts';
import type { DataScope } from './person.entity.ts';

interface Scope {
  sees_all: boolean;
  owner_ids: string[];
  team_ids: string[];
}

describe('data scopes', () => {
  let world: World;
  let admin: TestActor;
  let teams: Record<'top' | 'low' | 'other', string>;
  let people: Record<'lead' | 'mate' | 'below' | 'under' | 'stranger', string>;
  beforeEach(async () => {
    world = await World.open();
    admin = await world.administrator();
    const top = (await world.team('Top')).id;
    teams = { top, low: (await world.team('Low', top)).id, other: (await world.team('Other')).id };
    const lead = (await world.person({ teamId: teams.top })).person.id;
    const below = (await world.person({ teamId: teams.low, reportsToId: lead })).person.id;
    people = {
      lead, below,
      mate: (await world.person({ teamId: teams.top })).person.id,
      under: (await world.person({ teamId: teams.other, reportsToId: below })).person.id,
      stranger: (await world.person({ teamId: teams.other })).person.id,
    };
  });
  afterEach(() => world.close());

  const nameOf = (id: string) => [...Object.entries(people), ...Object.entries(teams)].find(([, known]) => known === id)?.[0] ?? id;
  const scopeOf = async (id: string) => {
    const [row] = await world.database.query<Scope[]>('SELECT sees_all, owner_ids, team_ids FROM person_scopes WHERE person_id = $1', [id]);
    return { all: row!.sees_all, people: row!.owner_ids.map(nameOf).sort(), teams: row!.team_ids.map(nameOf).sort() };
  };
  const versions: Record<string, number> = {};
  const change = async (id: string, body: object) => {
    const answer = await admin.patch(`/api/people/${id}`, body, { 'if-match': String(versions[id] ?? 1) });
    expect(answer.statusCode).toBe(200);
    versions[id] = answer.json<{ version: number }>().version;
  };
  const leadWith = async (dataScope: DataScope) => {
    await change(people.lead, { dataScope });
    return scopeOf(people.lead);
  };

  it('come to what each of the five says', async () => {
    expect(await leadWith('own')).toEqual({ all: false, people: ['lead'], teams: [] });
    expect(await leadWith('reports')).toEqual({ all: false, people: ['below', 'lead', 'under'], teams: [] });
    expect(await leadWith('team')).toEqual({ all: false, people: ['lead', 'mate'], teams: ['top'] });
    expect(await leadWith('team_tree')).toEqual({ all: false, people: ['below', 'lead', 'mate'], teams: ['low', 'top'] });
    expect(await leadWith('all')).toMatchObject({ all: true });
  });

  it('follow at once when somebody changes team or manager, is invited, or a team moves', async () => {
    await leadWith('team_tree');
    await change(people.stranger, { teamId: teams.low });
    expect((await scopeOf(people.lead)).people).toContain('stranger');
    await admin.patch(`/api/teams/${teams.other}`, { parentId: teams.low }, { 'if-match': '1' });
    expect(await scopeOf(people.lead)).toMatchObject({ people: ['below', 'lead', 'mate', 'stranger', 'under'], teams: ['low', 'other', 'top'] });
    await leadWith('reports');
    await change(people.below, { reportsToId: people.stranger });
    expect((await scopeOf(people.lead)).people).toEqual(['lead']);
    const invited = await admin.post('/api/people', { name: 'N', email: 'n@example.test', reportsToId: people.lead, roles: ['sales'], dataScope: 'own', language: 'en', timeZone: 'UTC' });
    expect((await scopeOf(people.lead)).people).toContain(invited.json<{ person: { id: string } }>().person.id);
  });

  it('without a team come to oneself', async () => {
    const alone = await world.person({ scope: 'team_tree' });
    expect(await scopeOf(alone.person.id)).toEqual({ all: false, people: [alone.person.id], teams: [] });
  });
});
