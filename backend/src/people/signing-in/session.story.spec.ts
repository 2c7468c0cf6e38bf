import { World } from '../../../test/world.ts';
import { PasswordHashing } from '../passwords/hashing.ts';
import { Person } from '../person.entity.ts';

const PASSWORD = 'correct horse battery';
const DAY_MS = 86_400_000;

describe('signing in and out', () => {
  let world: World;
  let email: string;
  let id: string;
  beforeAll(async () => (world = await World.open({ config: { trustProxy: true } })));
  afterAll(() => world.close());
  beforeEach(async () => {
    ({ email, id } = (await world.person()).person);
    const passwordHash = await world.app.get(PasswordHashing).hash(PASSWORD);
    await world.database.getRepository(Person).update({ id }, { passwordHash });
  });

  const signIn = (password = PASSWORD, headers: Record<string, string> = {}, as = email) =>
    world.anonymous({ method: 'POST', url: '/api/session', payload: { email: as, password }, headers });
  const session = (cookies: Record<string, string>, headers: Record<string, string> = {}) => world.anonymous({ method: 'GET', url: '/api/session', cookies, headers });

  it('opens a session that says who is there, with which rights, where and on which day', async () => {
    const answer = await signIn(PASSWORD, {}, email.toUpperCase());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      person: { id, name: expect.any(String), email, language: 'en', timeZone: 'Asia/Shanghai', theme: 'system', roles: ['sales'], teamId: null },
      rights: ['contacts.work', 'customers.write', 'customers.export', 'reports.see'],
      organisation: { name: 'Test company', timeZone: 'Asia/Shanghai', currency: 'CNY', weekStartsOn: 1, isDemo: false, today: '2026-03-10' },
    });
  });

  it('gives a cookie that scripts and other sites do not get', async () => {
    const [cookie] = (await signIn()).cookies;
    expect(cookie).toMatchObject({ name: 'tangent', path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 90 * 86_400 });
    expect(cookie).not.toHaveProperty('secure');
    expect(cookie).not.toHaveProperty('domain');
  });

  it('over HTTPS gives and takes only the cookie that no other host can set', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    const [cookie] = (await signIn(PASSWORD, https)).cookies;
    expect(cookie).toMatchObject({ name: '__Host-tangent', path: '/', httpOnly: true, secure: true, sameSite: 'Lax' });
    expect((await session({ '__Host-tangent': cookie!.value }, https)).statusCode).toBe(200);
    expect((await session({ tangent: cookie!.value }, https)).statusCode).toBe(401);
  });

  it('keeps only the hash of the token', async () => {
    const [cookie] = (await signIn()).cookies;
    const kept = await world.database.query(`SELECT encode(token_hash, 'base64') AS hash FROM sessions WHERE person_id = $1`, [id]);
    expect(JSON.stringify(kept)).not.toContain(cookie!.value);
    expect(cookie!.value).toMatch(/^[\w-]{43}$/);
  });

  it('gives one answer for a wrong password, an unknown address, and an account that is disabled or not yet open', async () => {
    const wrong = await signIn('wrong password');
    const unknown = await signIn(PASSWORD, {}, 'nobody@example.test');
    await world.database.getRepository(Person).update({ id }, { state: 'disabled' });
    const disabled = await signIn();
    await world.database.getRepository(Person).update({ id }, { state: 'invited', passwordHash: null });
    const invited = await signIn();
    expect(wrong.json()).toMatchObject({ status: 401, code: 'wrong_credentials' });
    for (const answer of [unknown, disabled, invited]) {
      expect(answer.json()).toEqual(wrong.json());
      expect(Object.keys(answer.headers)).toEqual(Object.keys(wrong.headers));
    }
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const time = async (as: string) => {
      const from = process.hrtime.bigint();
      await signIn('wrong password', {}, as);
      return Number(process.hrtime.bigint() - from) / 1e6;
    };
    await time('nobody@example.test');
    const unknown: number[] = [];
    const wrong: number[] = [];
    for (let i = 0; i < 4; i++) {
      unknown.push(await time('nobody@example.test'));
      wrong.push(await time(email));
    }
    // A hash takes some 50 ms, an answer without one 2 ms: the quickest of each must both contain one.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...wrong) / 2);
  });

  it('ends with the sign-out, and a browser without a session may sign out too', async () => {
    const cookies = { tangent: (await signIn()).cookies[0]!.value };
    const out = await world.anonymous({ method: 'DELETE', url: '/api/session', cookies });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'tangent', value: '', path: '/' });
    expect((await session(cookies)).json()).toMatchObject({ status: 401, code: 'sign_in_required' });
    expect((await world.anonymous({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204);
  });

  it('ends after fourteen idle days, and after ninety days of use', async () => {
    const cookies = { tangent: (await signIn()).cookies[0]!.value };
    for (let day = 0; day < 89; day += 10) {
      expect((await session(cookies)).statusCode).toBe(200);
      world.clock.pass(10 * DAY_MS);
    }
    expect((await session(cookies)).statusCode).toBe(401);
    const idle = { tangent: (await signIn()).cookies[0]!.value };
    world.clock.pass(14 * DAY_MS);
    expect((await session(idle)).statusCode).toBe(401);
  });

  it('stops whoever guesses after ten attempts, says for how long, and stops nobody elsewhere', async () => {
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const attempts = await Promise.all(Array.from({ length: 15 }, () => signIn('wrong password', from)));
    expect(attempts.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
    const stopped = await signIn(PASSWORD, from);
    expect(stopped.json()).toMatchObject({ status: 429, code: 'too_many_attempts' });
    const seconds = stopped.json<{ params: { retryAfterSeconds: number } }>().params.retryAfterSeconds;
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(stopped.headers['retry-after']).toBe(String(seconds));
    expect((await signIn(PASSWORD, { 'x-forwarded-for': '203.0.113.8' })).statusCode).toBe(200);
  });

  it('goes by the address that the proxy saw, not by one that the browser claims', async () => {
    const claims = (i: number) => ({ 'x-forwarded-for': `198.51.100.${i}, 203.0.113.9` });
    for (let i = 0; i < 10; i++) await signIn('wrong password', claims(i));
    expect((await signIn(PASSWORD, claims(99))).statusCode).toBe(429);
  });

  it('refuses what another site sends, by Fetch metadata and by origin', async () => {
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }];
    for (const headers of foreign)
      expect((await signIn(PASSWORD, headers)).json()).toMatchObject({ status: 403, code: 'foreign_origin' });
    expect((await signIn(PASSWORD, { 'sec-fetch-site': 'same-origin', host: 'tangent.example', origin: 'http://tangent.example' })).statusCode).toBe(200);
  });

  it('refuses fields that it does not know and says what is missing', async () => {
    const answer = await world.anonymous({ method: 'POST', url: '/api/session', payload: { email: 'nonsense', isAdministrator: true } });
    expect(answer.json<{ errors: unknown[] }>().errors).toEqual(
      expect.arrayContaining([{ field: 'email', code: 'bad_email' }, { field: 'password', code: 'required' }, { field: 'isAdministrator', code: 'unknown_field' }]),
    );
  });
});
