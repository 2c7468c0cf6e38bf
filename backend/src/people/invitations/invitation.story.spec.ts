import { type TestActor, World } from '../../../test/world.ts';

const DAY_MS = 86_400_000;
const newcomer = (email: string) => ({ name: 'New Colleague', email, roles: ['sales'], dataScope: 'own', language: 'zh-Hant', timeZone: 'Asia/Taipei' });
const chosen = { name: 'Lin Mei', password: 'a long enough secret', language: 'zh-Hans', timeZone: 'Asia/Shanghai' };

interface Invited {
  person: { id: string; version: number; state: string; invitedUntil: string | null };
  invitationUrl: string;
}

describe('an invitation', () => {
  let world: World;
  let admin: TestActor;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.administrator();
  });
  afterAll(() => world.close());

  const invite = async (email: string, headers: Record<string, string> = {}) => (await admin.post('/api/people', newcomer(email), { host: 'tangent.example', ...headers })).json<Invited>();
  const tokenOf = ({ invitationUrl }: Invited) => invitationUrl.split('/').at(-1)!;
  const look = (token: string) => world.anonymous({ method: 'GET', url: `/api/invitations/${token}` });
  const accept = (token: string, changes: object = {}) => world.anonymous({ method: 'POST', url: `/api/invitations/${token}/acceptance`, payload: { ...chosen, ...changes } });

  it('is a link that shows who is invited and opens the account with a password of their own', async () => {
    const invited = await invite('one@example.test');
    expect(invited.invitationUrl).toMatch(/^http:\/\/tangent\.example\/invitation\/[\w-]{43}$/);
    expect(invited.person).toMatchObject({ state: 'invited', invitedUntil: '2026-03-17T02:00:00.000Z' });
    const token = tokenOf(invited);
    expect((await look(token)).json()).toEqual({ name: 'New Colleague', email: 'one@example.test', organisationName: 'Test company', language: 'zh-Hant', timeZone: 'Asia/Taipei', isNew: true });
    const answer = await accept(token);
    expect(answer.json()).toMatchObject({ person: { name: 'Lin Mei', email: 'one@example.test', language: 'zh-Hans' } });
    const signedIn = await world.anonymous({ method: 'POST', url: '/api/session', payload: { email: 'one@example.test', password: chosen.password } });
    expect(signedIn.statusCode).toBe(200);
  });

  it('works once, also when two browsers use it at the same moment', async () => {
    const token = tokenOf(await invite('two@example.test'));
    const answers = await Promise.all([accept(token), accept(token, { password: 'quite another secret' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 410]);
    expect((await accept(token)).json()).toMatchObject({ status: 410, code: 'invitation_over' });
    expect((await look(token)).statusCode).toBe(410);
  });

  it('is over after seven days, and unknown when it was never made', async () => {
    const token = tokenOf(await invite('three@example.test'));
    world.clock.pass(7 * DAY_MS);
    expect((await look(token)).statusCode).toBe(410);
    expect((await look('nonsense')).statusCode).toBe(404);
    expect((await accept('nonsense')).statusCode).toBe(404);
  });

  it('is replaced by a newer one, which is also the way to a new password', async () => {
    const invited = await invite('four@example.test');
    await accept(tokenOf(invited));
    const old = { tangent: (await world.anonymous({ method: 'POST', url: '/api/session', payload: { email: 'four@example.test', password: chosen.password } })).cookies[0]!.value };
    const first = (await admin.post(`/api/people/${invited.person.id}/invitation`)).json<Invited>();
    const second = (await admin.post(`/api/people/${invited.person.id}/invitation`)).json<Invited>();
    expect((await look(tokenOf(first))).statusCode).toBe(410);
    expect((await look(tokenOf(second))).json()).toMatchObject({ isNew: false });
    expect((await accept(tokenOf(second), { password: 'another long secret' })).statusCode).toBe(201);
    expect((await world.anonymous({ method: 'GET', url: '/api/session', cookies: old })).statusCode).toBe(401);
  });

  it('is not kept anywhere, and a repeated request gives a new link for the same account', async () => {
    const once = { 'idempotency-key': 'invite-five-1234' };
    const [first, again] = [await invite('five@example.test', once), await invite('five@example.test', once)];
    expect(again.person.id).toBe(first.person.id);
    expect((await look(tokenOf(first))).statusCode).toBe(410);
    expect((await look(tokenOf(again))).statusCode).toBe(200);
    const kept = JSON.stringify(await world.database.query('SELECT answer FROM idempotency_keys UNION ALL SELECT details FROM audit_entries'));
    expect(kept).not.toContain(tokenOf(first));
    expect(kept).not.toContain(tokenOf(again));
  });

  it('dies with the account', async () => {
    const invited = await invite('six@example.test');
    await admin.patch(`/api/people/${invited.person.id}`, { isDisabled: true }, { 'if-match': '1' });
    expect((await look(tokenOf(invited))).statusCode).toBe(410);
    expect((await admin.post(`/api/people/${invited.person.id}/invitation`)).json()).toMatchObject({ status: 409, code: 'account_is_disabled' });
    const enabled = await admin.patch(`/api/people/${invited.person.id}`, { isDisabled: false }, { 'if-match': '2' });
    expect(enabled.json()).toMatchObject({ state: 'invited', invitedUntil: null });
  });
});
