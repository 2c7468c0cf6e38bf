import { normOf, normWith } from '../../test/norms.ts';
import { CHANNEL, customerOf } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import type { NormVersionsView, NormView, NormsView } from './norms.dto.ts';

/** `field code` of everything that was refused. */
const refusals = (answer: { json: <T>() => T }): string[] => answer.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => `${field} ${code}`);
const ifMatch = (version: number): Record<string, string> => ({ 'if-match': String(version) });

describe('norms', () => {
  let world: World;
  let manager: TestActor;
  let sales: TestActor;

  beforeAll(async () => {
    world = await World.open();
    manager = await world.person({ roles: ['manager'], scope: 'all', name: 'Planner' });
    sales = await world.person({ name: 'Li Na' });
  });
  afterAll(() => world.close());

  it('are read by everybody and written by who writes plans', async () => {
    const norm = await normOf(manager, { name: 'Visits', channelId: CHANNEL.visit });
    expect(norm).toMatchObject({ name: 'Visits', number: 1, version: 1, isArchived: false, untilAt: null, madeById: manager.person.id });
    expect(norm.checklist.map(({ text }) => text)).toEqual(['Say who calls', 'Ask for the need', 'Mention the fair']);
    expect((await sales.get('/api/norms')).json<NormsView>().items.map(({ name }) => name)).toEqual(['Visits']);
    expect((await sales.post('/api/norms', normWith())).statusCode).toBe(403);
    expect((await sales.patch(`/api/norms/${norm.id}`, normWith(), ifMatch(1))).statusCode).toBe(403);
  });

  it('are changed by making a new version, and not by saying the same again', async () => {
    const norm = await normOf(manager, { name: 'Post', channelId: CHANNEL.sms });
    const { checklist } = norm;
    world.clock.pass(60_000);
    const changed = (await manager.patch(`/api/norms/${norm.id}`, normWith({ name: 'Post', channelId: CHANNEL.sms, checklist: [checklist[1], { text: 'Thank', isRequired: false }] }), ifMatch(1))).json<NormView>();
    expect(changed).toMatchObject({ number: 2, version: 2 });
    expect(changed.checklist[0]?.id).toBe(checklist[1]?.id);
    expect((await manager.patch(`/api/norms/${norm.id}`, normWith({ name: 'Post', channelId: CHANNEL.sms, checklist: changed.checklist }), ifMatch(2))).json<NormView>()).toMatchObject({ number: 2, version: 2 });
    expect((await manager.patch(`/api/norms/${norm.id}`, normWith(), ifMatch(1))).statusCode).toBe(412);
    const told = (await sales.get(`/api/norms/${norm.id}/versions`)).json<NormVersionsView>().items;
    expect(told.map(({ number, untilAt, checklist: points }) => [number, untilAt, points.length])).toEqual([[2, null, 2], [1, changed.fromAt, 3]]);
  });

  it('are at most one for a channel and one for a contact kind, and never for both', async () => {
    await normOf(manager, { channelId: CHANNEL.wechat });
    await normOf(manager, { contactKind: 'meeting' });
    expect(refusals(await manager.post('/api/norms', normWith({ channelId: CHANNEL.wechat })))).toEqual(['channelId one_norm_per_channel']);
    expect(refusals(await manager.post('/api/norms', normWith({ contactKind: 'meeting' })))).toEqual(['contactKind one_norm_per_contact_kind']);
    expect(refusals(await manager.post('/api/norms', normWith({ contactKind: 'meeting', channelId: CHANNEL.email, script: '{price}' })))).toEqual(['channelId a_norm_is_for_a_channel_or_a_kind', 'script unknown_placeholder']);
  });

  it('are archived and come back as a version of their own, where their place is still free', async () => {
    const norm = await normOf(manager, { channelId: CHANNEL.phone });
    expect((await manager.post(`/api/norms/${norm.id}/archival`)).statusCode).toBe(204);
    expect((await manager.patch(`/api/norms/${norm.id}`, normWith(), ifMatch(2))).json()).toMatchObject({ code: 'norm_is_archived' });
    const other = await normOf(manager, { name: 'Other', channelId: CHANNEL.phone });
    expect(refusals(await manager.delete(`/api/norms/${norm.id}/archival`))).toEqual(['channelId one_norm_per_channel']);
    await manager.post(`/api/norms/${other.id}/archival`);
    expect((await manager.delete(`/api/norms/${norm.id}/archival`)).statusCode).toBe(204);
    const items = (await sales.get('/api/norms')).json<NormsView>().items;
    expect(items.find(({ id }) => id === norm.id)).toMatchObject({ isArchived: false, number: 2 });
    expect(items.at(-1)).toMatchObject({ id: other.id, isArchived: true });
  });

  it('apply to a contact by plan item, then channel, then kind, with the script in its words', async () => {
    const customerId = await customerOf(world, sales, { name: 'Blue Bay', formOfAddress: 'Ms Wang' });
    const ask = async (query: string): Promise<unknown> => (await sales.get(`/api/norms/applying?customerId=${customerId}${query}`)).json<{ norm: unknown }>().norm;
    expect(await ask(`&channelId=${CHANNEL.ad}`)).toBeNull();
    await normOf(manager, { name: 'Letters', channelId: CHANNEL.email, script: '{contact}, {me} of {company} about {customer}: {purpose}' });
    expect(await ask(`&channelId=${CHANNEL.email}`)).toMatchObject({ name: 'Letters', because: 'channel', script: 'Ms Wang, Li Na of Test company about Blue Bay: ____' });
    const stranger = await world.person();
    expect((await stranger.get(`/api/norms/applying?customerId=${customerId}`)).statusCode).toBe(404);
  });
});
