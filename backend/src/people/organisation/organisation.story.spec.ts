import { World } from '../../../test/world.ts';

describe('the organisation', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('is read by everybody and changed by administrators, from the version that was read', async () => {
    const member = await world.person();
    const admin = await world.administrator();
    const before = (await member.get('/api/organisation')).json<object>();
    expect(before).toEqual({ name: 'Test company', timeZone: 'Asia/Shanghai', currency: 'CNY', language: 'en', weekStartsOn: 1, contactsPerDay: 8, version: 1 });
    expect((await member.patch('/api/organisation', { name: 'Mine' }, { 'if-match': '1' })).statusCode).toBe(403);
    const changed = await admin.patch('/api/organisation', { currency: 'EUR', weekStartsOn: 7 }, { 'if-match': '1' });
    expect(changed.json()).toEqual({ ...before, currency: 'EUR', weekStartsOn: 7, version: 2 });
    expect((await member.get('/api/organisation')).json()).toEqual(changed.json());
    expect((await admin.patch('/api/organisation', { name: 'Late' }, { 'if-match': '1' })).statusCode).toBe(412);
    expect((await member.get('/api/session')).json()).toMatchObject({ organisation: { currency: 'EUR', weekStartsOn: 7 } });
  });

  it('says beside the field what can not be', async () => {
    const admin = await world.administrator();
    for (const [body, field, code] of [
      [{ weekStartsOn: 8 }, 'weekStartsOn', 'too_large'],
      [{ currency: 'XYZ' }, 'currency', 'bad_choice'],
    ] as const)
      expect((await admin.patch('/api/organisation', body, { 'if-match': '2' })).json()).toMatchObject({ status: 422, errors: [{ field, code }] });
  });
});
