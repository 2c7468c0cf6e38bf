import { type TestActor, World } from '../../test/world.ts';
import type { StageView, VocabularyView } from './vocabulary.dto.ts';

describe('the vocabulary', () => {
  let world: World;
  let admin: TestActor;
  beforeAll(async () => {
    world = await World.open();
    admin = await world.administrator();
  });
  afterAll(() => world.close());
  const vocabulary = async () => (await admin.get('/api/vocabulary')).json<VocabularyView>();

  it('starts with the defaults, in order and in three languages', async () => {
    const { channels, stages, tiers, dispositions } = await vocabulary();
    expect(channels[0]).toMatchObject({ key: 'phone', names: { en: 'Phone', zhHans: '电话', zhHant: '電話' }, contactKind: 'personal' });
    expect(stages.map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost', 'dormant']);
    expect(dispositions.map(({ kind }) => kind)).toEqual(['reached', 'no_answer', 'busy', 'voicemail', 'call_back', 'sent', 'refused', 'wrong_number', 'bounced', 'not_recorded']);
    expect(new Set(channels.map(({ contactKind }) => contactKind)).size).toBe(8);
    const promises = channels.filter(({ isTwoWay }) => isTwoWay).map(({ key, responseMinutes, isResponseInWorkingTime }) => [key, responseMinutes, isResponseInWorkingTime]);
    // Half an hour for chat and social media, four working hours for e-mail and SMS, otherwise the same working day.
    expect(promises.filter(([, minutes]) => minutes !== null)).toEqual([['wechat', 30, false], ['email', 240, true], ['sms', 240, true], ['live_chat', 30, false], ['social', 30, false]]);
    expect(tiers.map(({ idealDays, maximumDays }) => [idealDays, maximumDays])).toEqual([[10, 15], [20, 30], [30, 45], [60, 90]]);
  });

  it('is read by everybody and changed by administrators only', async () => {
    const sales = await world.person();
    expect((await sales.get('/api/vocabulary')).statusCode).toBe(200);
    expect((await sales.post('/api/settings/outcomes', { names: { en: 'Mine' } })).statusCode).toBe(403);
  });

  it('gives an added entry a key from its name and the last place', async () => {
    const added = (await admin.post('/api/settings/stages', { names: { en: 'Trial run', zhHans: '试用' }, kind: 'open' })).json<StageView>();
    expect(added).toMatchObject({ key: 'trial_run', position: 8, version: 1 });
    const again = (await admin.post('/api/settings/stages', { names: { en: 'Trial run' }, kind: 'open' })).json<StageView>();
    expect(again.key).toBe('trial_run_2');
  });

  it('asks for a name, and says beside which field', async () => {
    const answer = await admin.post('/api/settings/outcomes', { names: { en: '  ' } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'invalid_input', errors: [{ field: 'names', code: 'name_required' }] });
  });

  it('lets only one of two people who edit the same entry win', async () => {
    const [tier] = (await vocabulary()).tiers;
    const change = (idealDays: number) => admin.patch(`/api/settings/tiers/${tier?.id}`, { names: tier?.names, idealDays, maximumDays: 20 }, { 'if-match': `"${tier?.version}"` });
    const statuses = (await Promise.all([change(8), change(9)])).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 412]);
    expect((await admin.patch(`/api/settings/tiers/${tier?.id}`, { names: tier?.names, idealDays: 1, maximumDays: 2 })).statusCode).toBe(428);
    const bad = await admin.patch(`/api/settings/tiers/${tier?.id}`, { names: tier?.names, idealDays: 9, maximumDays: 2 }, { 'if-match': '2' });
    expect(bad.json()).toMatchObject({ status: 409, code: 'a_tier_waits_at_least_a_day' });
  });

  it('keeps at least one won stage in use', async () => {
    const won = (await vocabulary()).stages.find(({ kind }) => kind === 'won');
    expect((await admin.post(`/api/settings/stages/${won?.id}/archival`)).json()).toMatchObject({ status: 409, code: 'a_won_stage_must_stay' });
  });

  it('archives, restores and orders', async () => {
    const { outcomes } = await vocabulary();
    const last = outcomes.at(-1);
    expect((await admin.post(`/api/settings/outcomes/${last?.id}/archival`)).statusCode).toBe(204);
    expect((await vocabulary()).outcomes.at(-1)?.isArchived).toBe(true);
    expect((await admin.delete(`/api/settings/outcomes/${last?.id}/archival`)).statusCode).toBe(204);
    await admin.put('/api/settings/outcomes/order', { ids: [last?.id] });
    expect((await vocabulary()).outcomes[0]?.id).toBe(last?.id);
    expect((await admin.put('/api/settings/nonsense/order', { ids: [] })).statusCode).toBe(404);
  });

  it('gives choices their keys and lets unused ones go', async () => {
    const given = { names: { en: 'Colour' }, kind: 'choice', isRequired: false, choices: [{ names: { en: 'Red' } }, { names: { en: 'Blue' } }] };
    const field = (await admin.post('/api/settings/fields', given)).json<{ id: string; choices: unknown[] }>();
    expect(field.choices).toEqual([{ key: 'red', names: { en: 'Red' } }, { key: 'blue', names: { en: 'Blue' } }]);
    const less = await admin.patch(`/api/settings/fields/${field.id}`, { ...given, choices: [{ key: 'red', names: { en: 'Red' } }] }, { 'if-match': '1' });
    expect(less.json()).toMatchObject({ choices: [{ key: 'red' }], version: 2 });
  });
});
