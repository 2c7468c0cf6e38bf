import { type TestActor, World } from '../../../test/world.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { Person } from '../person.entity.ts';

const PASSWORD = 'correct horse battery';

describe('a profile', () => {
  let world: World;
  let me: TestActor;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());
  beforeEach(async () => {
    me = await world.person();
    const passwordHash = await world.app.get(PasswordHashing).hash(PASSWORD);
    await world.database.getRepository(Person).update({ id: me.person.id }, { passwordHash });
  });

  const elsewhere = async (password = PASSWORD) =>
    (await world.anonymous({ method: 'POST', url: '/api/session', payload: { email: me.person.email, password }, headers: { 'user-agent': 'Elsewhere/1' } })).cookies[0]?.value;
  const isOpen = async (token = '') => (await world.anonymous({ method: 'GET', url: '/api/session', cookies: { tangent: token } })).statusCode === 200;

  it('changes what is given and leaves the rest', async () => {
    const answer = await me.patch('/api/profile', { language: 'zh-Hant', timeZone: 'Asia/Taipei', theme: 'dark' });
    expect(answer.json()).toMatchObject({ person: { name: me.person.name, language: 'zh-Hant', timeZone: 'Asia/Taipei', theme: 'dark' } });
    expect((await me.get('/api/session')).json()).toEqual(answer.json());
    const [entry] = await world.database.query<{ details: object }[]>(`SELECT details FROM audit_entries WHERE subject_id = $1 AND action = 'person.changed'`, [me.person.id]);
    expect(entry?.details).toEqual({ language: ['en', 'zh-Hant'], timeZone: ['Asia/Shanghai', 'Asia/Taipei'], theme: ['system', 'dark'] });
  });

  it('takes neither rights nor zones that do not exist', async () => {
    expect((await me.patch('/api/profile', { roles: ['administrator'] })).json()).toMatchObject({ errors: [{ field: 'roles', code: 'unknown_field' }] });
    expect((await me.patch('/api/profile', { timeZone: 'Mars/Olympus' })).json()).toMatchObject({ errors: [{ field: 'timeZone', code: 'bad_time_zone' }] });
  });

  it('gets a new password only with the present one, and every other session ends', async () => {
    const other = await elsewhere();
    const wrong = await me.put('/api/profile/password', { current: 'wrong', next: 'a new long password' });
    expect(wrong.json()).toMatchObject({ status: 422, errors: [{ field: 'current', code: 'wrong_password' }] });
    expect(await isOpen(other)).toBe(true);
    expect((await me.put('/api/profile/password', { current: PASSWORD, next: 'qwertyuiop' })).json()).toMatchObject({ errors: [{ field: 'next', code: 'password_too_common' }] });
    expect((await me.put('/api/profile/password', { current: PASSWORD, next: 'a new long password' })).statusCode).toBe(204);
    expect(await isOpen(other)).toBe(false);
    expect((await me.get('/api/session')).statusCode).toBe(200);
    expect(await elsewhere()).toBeUndefined();
    expect(await isOpen(await elsewhere('a new long password'))).toBe(true);
  });

  it('lets nobody guess the present password with a borrowed session', async () => {
    for (let i = 0; i < 10; i++) await me.put('/api/profile/password', { current: `guess ${i}`, next: 'a new long password' });
    expect((await me.put('/api/profile/password', { current: PASSWORD, next: 'a new long password' })).statusCode).toBe(429);
  });

  it('lists where the person is signed in, and ends one or all of it', async () => {
    const other = await elsewhere();
    const { items } = (await me.get('/api/profile/sessions')).json<{ items: { id: string; isCurrent: boolean; userAgent: string }[] }>();
    expect(items.map(({ isCurrent, userAgent }) => [isCurrent, userAgent]).sort()).toEqual([[false, 'Elsewhere/1'], [true, 'test']]);
    const id = items.find(({ isCurrent }) => !isCurrent)!.id;
    const stranger = await world.person();
    expect((await stranger.delete(`/api/profile/sessions/${id}`)).statusCode).toBe(404);
    expect((await me.delete(`/api/profile/sessions/${id}`)).statusCode).toBe(204);
    expect(await isOpen(other)).toBe(false);
    const third = await elsewhere();
    expect((await me.delete('/api/profile/sessions')).statusCode).toBe(204);
    expect([await isOpen(third), (await me.get('/api/session')).statusCode]).toEqual([false, 401]);
  });
});
