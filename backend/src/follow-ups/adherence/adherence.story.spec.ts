import { normOf, normWith } from '../../../test/norms.ts';
import { CHANNEL, DISPOSITION, type Said, contact, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { NormView } from '../../norms/index.ts';
import type { AdherencePage, AdherenceView } from './adherence.dto.ts';

const PERIOD = 'from=2026-03-01&until=2026-04-01';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('adherence to norms', () => {
  let world: World;
  let manager: TestActor;
  let sales: TestActor;
  let other: TestActor;
  let norm: NormView;
  let mine: string;
  const refusal = (said: Said): string => `${said.errors[0].field} ${said.errors[0].code}`;
  const log = async (actor: TestActor, customerId: string, given: object = {}, headers?: Record<string, string>): Promise<Said> => (await actor.post('/api/follow-ups', contact(customerId, given), headers)).json<Said>();
  const points = (...at: number[]): { versionId: string; ticked: string[] } => ({ versionId: norm.versionId, ticked: at.map((i) => norm.checklist[i]?.id ?? '') });
  const view = async (actor: TestActor): Promise<AdherenceView> => (await actor.get(`/api/norm-adherence?${PERIOD}`)).json<AdherenceView>();
  const behind = async (actor: TestActor, query = ''): Promise<AdherencePage> => (await actor.get(`/api/norm-adherence/contacts?${PERIOD}${query}`)).json<AdherencePage>();

  beforeEach(async () => {
    world = await World.open();
    manager = await world.person({ roles: ['manager'], scope: 'all' });
    [sales, other] = [await world.person({ name: 'Li Na' }), await world.person()];
    norm = await normOf(manager, { channelId: CHANNEL.phone });
    mine = await customerOf(world, sales);
    world.clock.pass(60_000);
  });
  afterEach(() => world.close());

  it('is ticked required points ÷ required points over the communications in which a norm applied', async () => {
    await log(sales, mine, { norm: points(0, 1) });
    await log(sales, mine, { norm: points(0, 2) });
    await log(sales, mine);
    await log(sales, mine, { channelId: CHANNEL.email });
    await log(sales, mine, { dispositionId: DISPOSITION.noAnswer });
    await log(other, await customerOf(world, other), { norm: points() });
    const all = await view(manager);
    expect(all.total).toMatchObject({ contacts: 4, answered: { count: 3, n: 4 }, adherence: { count: 3, n: 8, value: 3 / 8 }, complete: { count: 1, n: 4 } });
    expect(all.total.adherence.low).toBeCloseTo(0.1368, 4);
    expect(all.norms).toMatchObject([{ normId: norm.id, name: 'Phone calls', contacts: 4 }]);
    expect(all.people.map(({ name, contacts, adherence: { count, n } }) => [name, contacts, count, n])).toEqual([['Li Na', 3, 3, 6], [other.person.name, 1, 0, 2]]);
    expect((await view(sales)).total).toMatchObject({ contacts: 3, adherence: { count: 3, n: 6 } });
    const empty = (await manager.get('/api/norm-adherence?from=2026-01-01&until=2026-02-01')).json<AdherenceView>();
    expect(empty).toMatchObject({ total: { contacts: 0, adherence: { value: null, low: null } }, norms: [], people: [] });
  });

  it('has as many rows behind a number as it says, each with what was left out, and the same in the file', async () => {
    await log(sales, mine, { norm: points(0) });
    world.clock.pass(1_000);
    await log(sales, mine);
    await log(other, await customerOf(world, other), { norm: points(0, 1) });
    const { items, next } = await behind(manager);
    expect([items.length, next]).toEqual([(await view(manager)).total.contacts, null]);
    const own = await behind(sales);
    expect(own.items).toMatchObject([{ isAnswered: false, missing: ['Say who calls', 'Ask for the need'] }, { isAnswered: true, missing: ['Ask for the need'], tickedRequired: 1, required: 2, number: 1 }]);
    expect((await behind(manager, `&personId=${other.person.id}&normId=${norm.id}`)).items).toMatchObject([{ authorId: other.person.id, missing: [] }]);
    const file = (await sales.get(`/api/norm-adherence/contacts.csv?${PERIOD}`)).body.trim().split('\r\n');
    expect(file).toHaveLength(3);
    expect(file[2]).toContain('Phone calls,1,yes,2,1,Ask for the need');
  });

  it('counts what was followed by the version of that time, whatever the norm says now', async () => {
    await log(sales, mine);
    await log(sales, mine, { norm: points(0, 1) });
    world.clock.pass(60_000);
    const body = normWith({ channelId: CHANNEL.phone, checklist: [...norm.checklist, { text: 'New', isRequired: true }] });
    await manager.patch(`/api/norms/${norm.id}`, body, { 'if-match': '1' });
    world.clock.pass(60_000);
    const late = await log(sales, mine, { norm: points(0, 1) });
    expect(late.id).toBeDefined();
    await log(sales, mine);
    expect((await view(manager)).total).toMatchObject({ contacts: 4, adherence: { count: 4, n: 2 + 2 + 2 + 3 }, complete: { count: 2 } });
    world.clock.pass(60_000);
    await manager.post(`/api/norms/${norm.id}/archival`);
    world.clock.pass(60_000);
    await log(sales, mine);
    expect((await view(manager)).total.contacts).toBe(4);
  });

  it('leaves out what was taken back or found invalid', async () => {
    const { id } = await log(sales, mine, { norm: points(0) });
    await log(sales, mine, { norm: points(0), validity: 'invalid', invalidReason: 'wrong customer' });
    expect((await view(manager)).total.contacts).toBe(1);
    await sales.delete(`/api/follow-ups/${id}`);
    expect((await view(manager)).total.contacts).toBe(0);
  });

  it('is answered once per record, with points of a norm that is for such a contact', async () => {
    const key = { 'idempotency-key': '01990000-0000-7000-8000-000000000001' };
    const first = await log(sales, mine, { norm: points(1) }, key);
    expect(await log(sales, mine, { norm: points(1) }, key)).toEqual(first);
    expect(await world.database.query('SELECT * FROM norm_answers')).toMatchObject([{ follow_up_id: first.id, required: 2, ticked_required: 1 }]);
    expect(refusal(await log(sales, mine, { channelId: CHANNEL.email, norm: points(1) }))).toBe('norm norm_does_not_apply');
    expect(refusal(await log(sales, mine, { norm: { versionId: norm.versionId, ticked: [norm.id] } }))).toBe('norm unknown_point');
    expect(await world.database.query('SELECT count(*)::int AS n FROM follow_ups')).toEqual([{ n: 1 }]);
  });
});
