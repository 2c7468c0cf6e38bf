import { normOf } from '../../test/norms.ts';
import { CHANNEL, DISPOSITION, type Said, contact, customerOf } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import type { NormView } from '../norms/index.ts';
import { Incentive } from '../incentives/index.ts';
import { Plan, PlanItem } from '../plans/index.ts';
import { newId } from '../platform/ids.ts';
import { Touchpoint } from '../touchpoints/index.ts';
import type { ContactCardsView, ContactCardView } from './contact-cards.dto.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('contact cards', () => {
  let world: World;
  let manager: TestActor;
  let sales: TestActor;
  let other: TestActor;
  let norm: NormView;
  let planId: string;
  let itemId: string;
  let occurrence = 0;
  const card = async (actor: TestActor, id: string): Promise<ContactCardView> => (await actor.get(`/api/contact-cards/${id}`)).json<ContactCardView>();
  const cards = async (actor: TestActor, query: string): Promise<ContactCardsView> => (await actor.get(`/api/contact-cards?${query}`)).json<ContactCardsView>();
  const planned = async (owner: TestActor, customerId: string, given: Partial<Touchpoint> = {}): Promise<string> => {
    const id = newId();
    const dueOn = given.dueOn ?? '2026-03-12';
    await world.database.getRepository(Touchpoint).insert({
      id, customerId, ownerId: owner.person.id, channelId: CHANNEL.phone, dueOn, firstDueOn: dueOn, purpose: 'Invite to the fair', talkingPoints: 'New oven', origin: 'plan', planItemId: itemId, occurrence: ++occurrence,
      windowFrom: '2026-03-05', windowUntil: '2026-03-19', createdAt: new Date('2026-01-01T00:00:00Z'), createdById: owner.person.id, ...given,
    });
    return id;
  };

  beforeAll(async () => {
    world = await World.open();
    manager = await world.person({ roles: ['manager'], scope: 'all', name: 'Planner' });
    [sales, other] = [await world.person({ name: 'Li Na' }), await world.person()];
    norm = await normOf(manager, { name: 'Fair calls', script: '{contact}, {purpose}?', responseMinutes: 30 });
    await normOf(manager, { name: 'Visits', channelId: CHANNEL.visit });
    [planId, itemId] = [newId(), newId()];
    const personId = manager.person.id;
    await world.database.getRepository(Plan).insert({ id: planId, name: 'Spring', fromOn: '2026-01-01', untilOn: '2026-07-01', responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running' });
    const incentiveId = newId();
    await world.database.getRepository(Incentive).insert({ id: incentiveId, name: 'Tea set', kind: 'gift', unitCost: '49.50', stock: null, validFrom: '2026-01-01', validUntil: null, approvalAbove: null, createdAt: world.clock.now(), createdById: personId });
    await world.database.getRepository(PlanItem).insert({ incentiveId, id: itemId, planId, position: 0, objective: 'Invite to the fair', content: 'New oven', method: 'A short call', place: 'Hall 3', contactKind: 'personal', channelId: CHANNEL.phone, normId: norm.id });
    world.clock.pass(60_000);
  });
  afterAll(() => world.close());

  it('hold customer, people, last contacts, the item of the plan, the nearest norm in words, and the promise', async () => {
    const customerId = await customerOf(world, sales, { name: 'Blue Bay', formOfAddress: 'Ms Wang', quietFrom: '09:00', quietUntil: '11:00', doNotContact: [CHANNEL.sms] });
    for (const text of ['one', 'two', 'three', 'four']) {
      world.clock.pass(1_000);
      await sales.post('/api/follow-ups', contact(customerId, { text, touchpointId: null }));
    }
    const view = await card(sales, await planned(sales, customerId));
    expect(view).toMatchObject({
      purpose: 'Invite to the fair', talkingPoints: 'New oven', dueOn: '2026-03-12', state: 'scheduled', followUpId: null, ticked: null,
      customer: { name: 'Blue Bay', isQuietNow: true, doNotContact: [CHANNEL.sms] },
      item: { planName: 'Spring', isPlanVisible: false, objective: 'Invite to the fair', method: 'A short call', place: 'Hall 3', windowFrom: '2026-03-05', windowUntil: '2026-03-19' },
      norm: { versionId: norm.versionId, because: 'item', script: 'Ms Wang, Invite to the fair?' },
      promise: { minutes: 30, isInWorkingTime: true, by: 'norm' },
      incentive: { name: 'Tea set', unitCost: 49.5 },
    });
    expect(view.contacts.map(({ text }) => text)).toEqual(['four', 'three', 'two']);
    expect(view.people).toMatchObject([{ id: null, name: 'Blue Bay' }]);
    expect((await card(manager, view.touchpointId)).item).toMatchObject({ isPlanVisible: true });
    const visit = await card(sales, await planned(sales, customerId, { planItemId: null, occurrence: null, channelId: CHANNEL.visit, origin: 'manual' }));
    expect(visit).toMatchObject({ item: null, incentive: null, norm: { name: 'Visits', because: 'channel' }, promise: { by: 'channel' } });
  });

  it('are filled in by logging: one record with the ticked points, which the card then shows', async () => {
    const id = await planned(sales, await customerOf(world, sales));
    const { customer, norm: applied } = await card(sales, id);
    const ticked = [applied?.checklist[0]?.id];
    const given = contact(customer.id, { touchpointId: id, norm: { versionId: applied?.versionId, ticked }, evaluation: 4, text: 'Will come' });
    const key = { 'idempotency-key': newId() };
    const said = (await sales.post('/api/follow-ups', given, key)).json<Said>();
    expect((await sales.post('/api/follow-ups', given, key)).json()).toEqual(said);
    expect(await card(sales, id)).toMatchObject({ state: 'done', followUpId: said.id, ticked, norm: { versionId: norm.versionId, because: 'item' } });
    expect((await world.database.query<unknown[]>('SELECT 1 FROM norm_answers WHERE follow_up_id = $1', [said.id])).length).toBe(1);
    const attempt = await planned(sales, await customerOf(world, sales));
    const { customer: tried } = await card(sales, attempt);
    const nobody = await sales.post('/api/follow-ups', contact(tried.id, { dispositionId: DISPOSITION.noAnswer, touchpointId: attempt, norm: { versionId: norm.versionId, ticked: [] } }));
    expect(nobody.statusCode).toBe(201);
    expect(await card(sales, attempt)).toMatchObject({ state: 'scheduled', ticked: null });
  });

  it('come in pages by due day for a plan and for a person, and never those out of scope', async () => {
    const day = { dueOn: '2026-05-04' };
    const [mine, foreign] = [await customerOf(world, sales), await customerOf(world, other)];
    const [a, b, c] = [await planned(sales, mine, day), await planned(sales, mine, { dueOn: '2026-05-05' }), await planned(other, foreign, day)];
    const of = (view: ContactCardsView): string[] => view.items.map(({ touchpointId }) => touchpointId);
    expect(of(await cards(sales, `ids=${b},${c},${a}`))).toEqual([a, b]);
    expect(of(await cards(sales, `ownerId=${sales.person.id}&from=2026-05-04&until=2026-05-05`))).toEqual([a]);
    expect(await cards(sales, `ownerId=${other.person.id}&from=2026-05-04&until=2026-05-05`)).toMatchObject({ code: 'not_found' });
    expect(await cards(sales, `planId=${planId}`)).toMatchObject({ code: 'not_found' });
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await cards(manager, `planId=${planId}&itemId=${itemId}&limit=2${after}`);
      seen.push(...of(page));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(seen.slice(-3).sort()).toEqual([a, b, c].sort());
    expect(new Set(seen).size).toBe(seen.length);
    const gone = await planned(sales, await customerOf(world, sales, { archivedAt: world.clock.now() }), day);
    expect(of(await cards(sales, `ownerId=${sales.person.id}&from=2026-05-04&until=2026-05-05`))).toEqual([a]);
    expect(of(await cards(manager, `planId=${planId}&limit=100`))).not.toContain(gone);
    expect(of(await cards(sales, `ids=${gone}`))).toEqual([gone]);
    expect((await sales.get(`/api/contact-cards/${c}`)).statusCode).toBe(404);
    expect(await cards(sales, 'limit=5')).toMatchObject({ errors: [{ field: 'ids', code: 'choose_one' }] });
  });
});
