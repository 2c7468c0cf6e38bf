import { type TestActor, World } from '../../../test/world.ts';

interface Account {
  id: string;
  name: string;
  version: number;
  state: string;
  lastSeenAt: string | null;
}

describe('the accounts', () => {
  let world: World;
  let admin: TestActor;
  beforeEach(async () => {
    world = await World.open();
    admin = await world.administrator();
  });
  afterEach(() => world.close());

  const change = (of: TestActor, body: object, version = 1) => admin.patch(`/api/people/${of.person.id}`, body, { 'if-match': `"${version}"` });
  const newcomer = { name: 'New Colleague', email: 'new@example.test', roles: ['sales'], dataScope: 'own', language: 'en', timeZone: 'Asia/Shanghai' };

  it('are names for everybody, and more only for administrators', async () => {
    const team = await world.team('North');
    const lead = await world.person({ name: 'Lead', teamId: team.id, roles: ['team_lead'], scope: 'team' });
    const member = await world.person({ name: 'Member', teamId: team.id });
    const { items } = (await lead.get('/api/people')).json<{ items: object[] }>();
    expect(items).toContainEqual({ id: member.person.id, name: 'Member', teamId: team.id, reportsToId: null, state: 'active', isVisible: true });
    expect(items).toContainEqual(expect.objectContaining({ id: admin.person.id, isVisible: false }));
    expect((await lead.get('/api/people/accounts')).statusCode).toBe(403);
    const accounts = (await admin.get('/api/people/accounts')).json<{ items: object[] }>().items;
    expect(accounts).toContainEqual(expect.objectContaining({ id: member.person.id, email: member.person.email, dataScope: 'own', roles: ['sales'], version: 1 }));
    expect(JSON.stringify(accounts)).not.toContain('argon2');
  });

  it('say when somebody was last there, also after they signed out', async () => {
    const member = await world.person({ name: 'Member' });
    world.clock.pass(3_600_000);
    await member.get('/api/session');
    await member.delete('/api/session');
    const accounts = (await admin.get('/api/people/accounts')).json<{ items: Account[] }>().items;
    expect(accounts.find(({ id }) => id === member.person.id)?.lastSeenAt).toBe('2026-03-10T03:00:00.000Z');
  });

  it('are changed by administrators only, from the version that was read', async () => {
    const member = await world.person();
    const url = `/api/people/${member.person.id}`;
    expect((await member.patch(url, { roles: ['administrator'] }, { 'if-match': '1' })).statusCode).toBe(403);
    expect((await admin.patch(url, { name: 'A' })).statusCode).toBe(428);
    expect((await change(member, { name: 'Renamed' })).json()).toMatchObject({ name: 'Renamed', version: 2 });
    expect((await change(member, { name: 'Too late' })).json()).toMatchObject({ status: 412, code: 'changed_meanwhile' });
    expect((await admin.patch(`/api/people/${crypto.randomUUID()}`, { name: 'A' }, { 'if-match': '1' })).statusCode).toBe(404);
  });

  it('tell beside the field what is wrong', async () => {
    const member = await world.person();
    const wrong = { ...newcomer, email: member.person.email, roles: [], teamId: crypto.randomUUID(), reportsToId: crypto.randomUUID() };
    expect((await admin.post('/api/people', wrong)).json<{ errors: unknown[] }>().errors).toEqual([
      { field: 'email', code: 'one_account_per_email' },
      { field: 'roles', code: 'required' },
      { field: 'teamId', code: 'unknown_team' },
      { field: 'reportsToId', code: 'unknown_person' },
    ]);
    expect((await admin.post('/api/people', { ...newcomer, dataScope: 'everything' })).json()).toMatchObject({ errors: [{ field: 'dataScope', code: 'required' }] });
  });

  it('never report to themselves, however long the way, nor in a race', async () => {
    const top = await world.person();
    const middle = await world.person({ reportsToId: top.person.id });
    const low = await world.person({ reportsToId: middle.person.id });
    const circle = await change(top, { reportsToId: low.person.id });
    expect(circle.json()).toMatchObject({ status: 422, errors: [{ field: 'reportsToId', code: 'reports_to_themselves' }] });
    expect((await change(top, { reportsToId: top.person.id })).statusCode).toBe(422);
    const [a, b] = [await world.person(), await world.person()];
    const race = await Promise.all([change(a, { reportsToId: b.person.id }), change(b, { reportsToId: a.person.id })]);
    expect(race.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
  });

  it('keep one active administrator, also when the last two leave at the same moment', async () => {
    expect((await change(admin, { isDisabled: true })).json()).toMatchObject({ status: 409, code: 'last_administrator' });
    expect((await change(admin, { roles: ['sales'] })).statusCode).toBe(409);
    const second = await world.administrator();
    const race = await Promise.all([
      change(admin, { isDisabled: true }),
      second.patch(`/api/people/${second.person.id}`, { roles: ['sales'] }, { 'if-match': '1' }),
    ]);
    expect(race.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('end at once when they are disabled, and open again when enabled', async () => {
    const member = await world.person();
    expect((await change(member, { isDisabled: true })).json()).toMatchObject({ state: 'disabled' });
    expect((await member.get('/api/session')).statusCode).toBe(401);
    expect(await world.database.query('SELECT 1 FROM sessions WHERE person_id = $1', [member.person.id])).toEqual([]);
    await world.database.query(`UPDATE people SET password_hash = 'set' WHERE id = $1`, [member.person.id]);
    expect((await change(member, { isDisabled: false }, 2)).json()).toMatchObject({ state: 'active' });
    const actions: { action: string }[] = await world.database.query('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id', [member.person.id]);
    expect(actions.map(({ action }) => action)).toEqual(['person.disabled', 'person.enabled']);
  });

  it('lose and gain rights with the next request', async () => {
    const member = await world.person();
    expect((await member.get('/api/people/accounts')).statusCode).toBe(403);
    await change(member, { roles: ['administrator'] });
    expect((await member.get('/api/people/accounts')).statusCode).toBe(200);
  });

  it('can be signed out everywhere by an administrator', async () => {
    const member = await world.person();
    expect((await admin.delete(`/api/people/${member.person.id}/sessions`)).statusCode).toBe(204);
    expect((await member.get('/api/session')).statusCode).toBe(401);
  });
});
