import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { allPagesOf, countOf, customerOf, refusals } from '../customers.testing.ts';
import type { SegmentView } from './segments.dto.ts';


describe('segments', () => {
  let world: World;
  let anna: TestActor;
  let ben: TestActor;
  let carl: TestActor;
  let channels: { id: string; contactKind: string }[];
  let dispositions: { id: string; kind: string }[];
  let ids: string[];

  const contact = (customerId: string, channelId: string, daysAgo: number, kind = 'reached', fate: 'kept' | 'withdrawn' | 'invalid' = 'kept'): Promise<unknown> => {
    const at = new Date(Date.parse('2026-03-10T01:00:00Z') - daysAgo * 86_400_000);
    const disposition = dispositions.find((one) => one.kind === kind)!.id;
    return world.database.query(
      `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, validity, invalid_reason, withdrawn_at)
       VALUES ($1, 'communication', $2, $3, $3, $4, $5, $4, $6, 'outbound', $7, $8, $9, $10)`,
      [newId(), customerId, anna.person.id, at, at.toISOString().slice(0, 10), channelId, disposition, fate === 'invalid' ? 'invalid' : 'unassessed', fate === 'invalid' ? 'test' : null, fate === 'withdrawn' ? at : null],
    );
  };
  const make = async (actor: TestActor, body: object): Promise<SegmentView> => {
    const answer = await actor.post('/api/segments', body);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<SegmentView>();
  };
  const named = async (actor: TestActor, query: Record<string, string | string[]>): Promise<string[]> => (await allPagesOf(actor, { ...query, sort: 'name' })).map(({ name }) => name);
  const viewsOf = async (actor: TestActor): Promise<SegmentView[]> => (await actor.get('/api/segments')).json<{ items: SegmentView[] }>().items;

  beforeAll(async () => {
    world = await World.open();
    const team = await world.team('North');
    anna = await world.person({ teamId: team.id });
    ben = await world.person({ teamId: team.id, scope: 'all' });
    carl = await world.person();
    const vocabulary = (await anna.get('/api/vocabulary')).json<{ channels: typeof channels; dispositions: typeof dispositions }>();
    ({ channels, dispositions } = vocabulary);
    ids = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) ids.push((await customerOf(anna, { name })).id);
    const visit = channelOf('visit');
    await contact(ids[0]!, phoneId(), 3);
    await contact(ids[0]!, phoneId(), 5);
    await contact(ids[0]!, visit, 100);
    await contact(ids[1]!, phoneId(), 40, 'no_answer');
    await contact(ids[2]!, phoneId(), 2, 'reached', 'withdrawn');
    await contact(ids[3]!, visit, 9, 'reached', 'invalid');
    await contact(ids[4]!, visit, 10);
  });
  afterAll(() => world.close());

  const channelOf = (key: string): string => (channels as unknown as { id: string; key: string }[]).find((one) => one.key === key)!.id;
  const phoneId = (): string => channelOf('phone');

  it('narrow the list by contact history: what was withdrawn or found invalid never counts', async () => {
    expect(await named(anna, { neverChannelIds: channelOf('visit') })).toEqual(['B', 'C', 'D', 'F']);
    expect(await named(anna, { neverContactKinds: 'personal' })).toEqual(['C', 'D', 'F']);
    expect(await named(anna, { contactedChannelIds: phoneId(), contactedDays: '30' })).toEqual(['A']);
    expect(await named(anna, { contactedChannelIds: phoneId() })).toEqual(['A', 'B']);
    expect(await named(anna, { contactedDays: '11' })).toEqual(['A', 'E']);
    expect(await named(anna, { contactedDays: '10' })).toEqual(['A']);
    expect(await named(anna, { contactsMin: '2', contactsDays: '7' })).toEqual(['A']);
    expect(await named(anna, { contactsMax: '0', contactsDays: '365' })).toEqual(['C', 'D', 'F']);
    expect(await named(anna, { reached: 'never' })).toEqual(['B', 'C', 'D', 'F']);
    expect(await named(anna, { reached: 'ever' })).toEqual(['A', 'E']);
    expect(await countOf(anna, { reached: 'ever' })).toBe(2);
  });

  it('keep a filter as it was given, and count anew under the scope of whoever asks', async () => {
    const made = await make(anna, { name: 'Never visited', sharing: 'everyone', filter: { neverChannelIds: [channelOf('visit')], silentDays: 30 }, sort: 'name' });
    expect(made).toMatchObject({ kind: 'filter', filter: { neverChannelIds: [channelOf('visit')], silentDays: 30 }, sort: 'name', isMine: true, listed: null, version: 1 });
    expect((await anna.get(`/api/segments/${made.id}/count`)).json()).toEqual({ count: 4 });
    expect((await carl.get(`/api/segments/${made.id}/count`)).json()).toEqual({ count: 0 });
    expect(refusals(await anna.post('/api/segments', { name: '', filter: { silentDays: 0, nonsense: 1 } }))).toEqual(['name required', 'filter.nonsense unknown_field', 'filter.silentDays too_small']);
  });

  it('are seen by nobody, the team or everyone; changed by their owner only', async () => {
    const mine = await make(anna, { name: 'Mine', filter: {} });
    const ours = await make(anna, { name: 'Ours', sharing: 'team', filter: {} });
    expect((await viewsOf(ben)).map(({ name }) => name)).toEqual(['Never visited', 'Ours']);
    expect((await viewsOf(carl)).map(({ name }) => name)).toEqual(['Never visited']);
    expect((await ben.get(`/api/segments/${mine.id}/count`)).statusCode).toBe(404);
    expect((await ben.patch(`/api/segments/${ours.id}`, { name: 'Taken' }, { 'if-match': '1' })).json()).toMatchObject({ status: 403, code: 'only_its_owner' });
    const renamed = await anna.patch(`/api/segments/${ours.id}`, { name: 'Ours, renamed', filter: { reached: 'never' } }, { 'if-match': '1' });
    expect(renamed.json()).toMatchObject({ name: 'Ours, renamed', filter: { reached: 'never' }, version: 2 });
    expect((await anna.patch(`/api/segments/${ours.id}`, { name: 'Late' }, { 'if-match': '1' })).statusCode).toBe(412);
  });

  it('are deleted and brought back', async () => {
    const made = await make(anna, { name: 'Passing', filter: {} });
    expect((await anna.post(`/api/segments/${made.id}/deletion`)).statusCode).toBe(200);
    expect((await viewsOf(anna)).map(({ name }) => name)).not.toContain('Passing');
    expect((await anna.delete(`/api/segments/${made.id}/deletion`)).json()).toMatchObject({ name: 'Passing', version: 3 });
    expect((await viewsOf(anna)).map(({ name }) => name)).toContain('Passing');
  });

  it('can be a list of customers, which narrows the customers of those who may use it', async () => {
    const list = await make(anna, { name: 'Picked', sharing: 'team', customerIds: [ids[1], ids[4]] });
    expect(list).toMatchObject({ kind: 'list', listed: 2 });
    expect(await named(anna, { segmentId: list.id })).toEqual(['B', 'E']);
    expect(await named(ben, { segmentId: list.id, reached: 'ever' })).toEqual(['E']);
    expect(await named(carl, { segmentId: list.id })).toEqual([]);
    expect((await anna.post(`/api/segments/${list.id}/customers`, { add: [ids[0]], remove: [ids[1]] })).json()).toMatchObject({ listed: 2 });
    expect(await named(anna, { segmentId: list.id })).toEqual(['A', 'E']);
    expect((await carl.post('/api/segments', { name: 'Foreign', customerIds: [ids[0]] })).statusCode).toBe(404);
  });

  it('give a random sample that the seed decides, and that stays as it was drawn', async () => {
    const all = await make(anna, { name: 'All', filter: {} });
    const draw = async (body: object): Promise<SegmentView> => (await anna.post(`/api/segments/${all.id}/samples`, body)).json<SegmentView>();
    const [one, again, half] = [await draw({ name: 'One', size: 3, seed: 'spring' }), await draw({ name: 'Again', size: 3, seed: 'spring' }), await draw({ name: 'Half', percent: 40 })];
    expect([one.kind, one.listed, one.seed, one.sampledFromId, half.listed]).toEqual(['sample', 3, 'spring', all.id, 3]);
    const drawn = await named(anna, { segmentId: one.id });
    expect(await named(anna, { segmentId: again.id })).toEqual(drawn);
    await customerOf(anna, { name: 'Newcomer' });
    expect(await named(anna, { segmentId: one.id })).toEqual(drawn);
    expect((await anna.post(`/api/segments/${one.id}/customers`, { add: [ids[0]] })).json()).toMatchObject({ code: 'only_of_a_list' });
    expect(refusals(await anna.post(`/api/segments/${all.id}/samples`, { name: 'Both', size: 1, percent: 1 }))).toEqual(['size number_or_share']);
  });

  it('can be what a person opens the list with', async () => {
    const [first] = await viewsOf(ben);
    expect((await ben.put('/api/segments/default', { segmentId: first!.id })).statusCode).toBe(204);
    expect((await viewsOf(ben)).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([first!.id]);
    await ben.put('/api/segments/default', { segmentId: null });
    expect((await viewsOf(ben)).some(({ isDefault }) => isDefault)).toBe(false);
  });
});
