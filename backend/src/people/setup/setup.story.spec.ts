import { World } from '../../../test/world.ts';
import { SetupCode } from './setup-code.ts';

const given = (world: World) => ({
  code: world.app.get(SetupCode).text,
  name: 'Ada Byron',
  email: 'Ada@Example.test',
  password: 'correct horse battery',
  organisationName: 'Analytical Engines',
  timeZone: 'Asia/Shanghai',
  language: 'zh-Hans',
});

describe('the first visit', () => {
  let world: World;
  beforeEach(async () => (world = await World.open({ isSetUp: false })));
  afterEach(() => world.close());

  const setUp = (changes: object = {}) => world.anonymous({ method: 'POST', url: '/api/setup', payload: { ...given(world), ...changes } });
  const isNeeded = async () => (await world.anonymous({ method: 'GET', url: '/api/setup' })).json<{ isNeeded: boolean }>().isNeeded;

  it('makes the organisation and an administrator who is signed in and may everything', async () => {
    expect(await isNeeded()).toBe(true);
    const answer = await setUp();
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      person: { name: 'Ada Byron', email: 'ada@example.test', language: 'zh-Hans', roles: ['sales', 'manager', 'team_lead', 'administrator'] },
      organisation: { name: 'Analytical Engines', currency: 'CNY', timeZone: 'Asia/Shanghai', today: '2026-03-10', weekStartsOn: 1, isDemo: false },
    });
    const [cookie] = answer.cookies;
    const session = await world.anonymous({ method: 'GET', url: '/api/session', cookies: { [cookie!.name]: cookie!.value } });
    expect(session.json()).toEqual(answer.json());
    expect(session.json<{ rights: string[] }>().rights).toContain('people.manage');
    expect(await isNeeded()).toBe(false);
  });

  it('happens once', async () => {
    expect((await setUp()).statusCode).toBe(201);
    const again = await setUp({ email: 'eve@example.test' });
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'already_set_up']);
  });

  it('has one winner when two race', async () => {
    const answers = await Promise.all([setUp(), setUp({ email: 'eve@example.test' }), setUp({ email: 'mallory@example.test' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await world.database.query('SELECT count(*)::int AS people FROM people')).toEqual([{ people: 1 }]);
  });

  it('wants the code of the console, however it is typed, and lets nobody guess for long', async () => {
    const code = world.app.get(SetupCode).text;
    const wrong = await setUp({ code: 'AAAA-AAAA-AAAA-AAAA' });
    expect([wrong.statusCode, wrong.json()]).toMatchObject([422, { errors: [{ field: 'code', code: 'wrong_code' }] }]);
    for (let attempt = 0; attempt < 9; attempt++) await setUp({ code: 'x' });
    const stopped = await setUp();
    expect(stopped.statusCode).toBe(429);
    expect(stopped.json<{ params: { retryAfterSeconds: number } }>().params.retryAfterSeconds).toBeGreaterThan(800);
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    expect(new SetupCode().text).not.toBe(code);
    expect(world.app.get(SetupCode).matches(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(true);
  });

  it('refuses a password that everybody tries, beside the field', async () => {
    for (const [password, refusal] of [['short', 'too_short'], ['1234567890', 'password_too_common'], ['AdaByron2026', 'password_is_your_name']])
      expect((await setUp({ password })).json()).toMatchObject({ status: 422, errors: [{ field: 'password', code: refusal }] });
    expect(await isNeeded()).toBe(true);
  });

  it('keeps the currency of the zone', async () => {
    expect((await setUp({ timeZone: 'Asia/Taipei' })).json()).toMatchObject({ organisation: { currency: 'TWD' } });
  });
});
