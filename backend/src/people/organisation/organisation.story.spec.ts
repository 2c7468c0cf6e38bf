import { World } from '../../../test/world.ts';

describe('the organisation', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  it('is read by everybody and changed by administrators, from the version that was read', async () => {
    const member = await world.person();
    const admin = await world.administrator();
    const before = (await member.get('/api/organisation')).json<object>();
    expect(before).toEqual({ name: 'Test company', timeZone: 'Asia/Shanghai', currency: 'CNY', language: 'en', weekStartsOn: 1, workingWeekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00', version: 1 });
    expect((await member.patch('/api/organisation', { name: 'Mine' }, { 'if-match': '1' })).statusCode).toBe(403);
    const changed = await admin.patch('/api/organisation', { currency: 'EUR', workingWeekdays: [6, 1, 2], opensAt: '08:30', weekStartsOn: 7 }, { 'if-match': '1' });
    expect(changed.json()).toEqual({ ...before, currency: 'EUR', workingWeekdays: [1, 2, 6], opensAt: '08:30', weekStartsOn: 7, version: 2 });
    expect((await member.get('/api/organisation')).json()).toEqual(changed.json());
    expect((await admin.patch('/api/organisation', { name: 'Late' }, { 'if-match': '1' })).statusCode).toBe(412);
    expect((await member.get('/api/session')).json()).toMatchObject({ organisation: { currency: 'EUR', weekStartsOn: 7 } });
  });

  it('says beside the field what can not be', async () => {
    const admin = await world.administrator();
    for (const [body, field, code] of [
      [{ opensAt: '19:00' }, 'closesAt', 'must_be_after_opening'],
      [{ workingWeekdays: [] }, 'workingWeekdays', 'required'],
      [{ workingWeekdays: [1, 8] }, 'workingWeekdays', 'too_large'],
      [{ workingWeekdays: [1, 1] }, 'workingWeekdays', 'twice'],
      [{ currency: 'XYZ' }, 'currency', 'bad_choice'],
      [{ closesAt: '25:00' }, 'closesAt', 'bad_time'],
    ] as const)
      expect((await admin.patch('/api/organisation', body, { 'if-match': '2' })).json()).toMatchObject({ status: 422, errors: [{ field, code }] });
  });
});
