import { CHANNEL, DISPOSITION, customerOf } from './stories.ts';
import { type TestActor, World } from './world.ts';
import { FollowUp } from '../src/follow-ups/index.ts';
import { Plan, PlanAudience, PlanItem } from '../src/plans/index.ts';
import { newId } from '../src/platform/ids.ts';
import { Touchpoint } from '../src/touchpoints/index.ts';
import type { CustomerIncentivesView, GrantView } from '../src/incentives/grants/grants.dto.ts';
import type { IncentiveView, IncentivesView } from '../src/incentives/incentives.dto.ts';

interface Answer { statusCode: number; json: <T>() => T }
const said = (answer: Answer) => answer.json<{ status: number; code: string; params?: object; errors?: { field: string; code: string }[] }>();

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('incentives', () => {
  let world: World;
  let [admin, lead, anna, stranger]: TestActor[] = [];
  let [customerId, planId, itemId, teamId]: string[] = [];
  beforeAll(async () => {
    world = await World.open();
    teamId = (await world.team('North')).id;
    admin = await world.administrator();
    lead = await world.person({ roles: ['team_lead'], scope: 'team', teamId });
    [anna, stranger] = [await world.person({ teamId }), await world.person()];
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    await world.database.query('TRUNCATE incentives, incentive_grants, incentive_redemptions, plans, plan_items, plan_audience, touchpoints, follow_ups, approvals CASCADE');
    customerId = await customerOf(world, anna!);
    const personId = lead!.person.id;
    await world.database.getRepository(Plan).insert({ id: (planId = newId()), name: 'Year', fromOn: '2026-01-01', untilOn: '2027-01-01', teamId: teamId!, responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running', budget: '100.00' });
    await world.database.getRepository(PlanItem).insert({ id: (itemId = newId()), planId, position: 0, objective: 'Item' });
    await world.database.getRepository(PlanAudience).insert({ planItemId: itemId, customerId, how: 'frozen', addedAt: world.clock.now(), addedById: personId });
  });

  const incentive = async (given: object = {}) => {
    const answer = await admin!.post('/api/incentives', { name: 'Calendar', kind: 'gift', unitCost: 20, stock: 10, validFrom: '2026-01-01', validUntil: null, approvalAbove: null, ...given });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<IncentiveView>();
  };
  const grant = (incentiveId: string, given: object = {}, by = anna!) => by.post(`/api/customers/${customerId!}/incentives`, { incentiveId, quantity: 1, ...given });
  const inCatalogue = async (id: string, by = anna!) => (await by.get('/api/incentives')).json<IncentivesView>().items.find((one) => one.id === id)!;

  it('are written by administrators, changed by version, and taken out of the catalogue and back', async () => {
    const made = await incentive();
    expect(made).toMatchObject({ name: 'Calendar', unitCost: 20, stock: 10, left: 10, spent: 0, costPerEffective: null, version: 1 });
    const input = { name: 'Big calendar', kind: 'gift', unitCost: 21.5, stock: null, validFrom: '2026-01-01', validUntil: '2026-07-01', approvalAbove: 50 };
    expect((await anna!.patch(`/api/incentives/${made.id}`, input, { 'if-match': '1' })).statusCode).toBe(403);
    expect((await admin!.patch(`/api/incentives/${made.id}`, input, { 'if-match': '1' })).json()).toMatchObject({ name: 'Big calendar', unitCost: 21.5, left: null, validUntil: '2026-07-01', approvalAbove: 50, version: 2 });
    expect((await admin!.patch(`/api/incentives/${made.id}`, input, { 'if-match': '1' })).statusCode).toBe(412);
    expect(said(await admin!.patch(`/api/incentives/${made.id}`, { ...input, validUntil: '2026-01-01' }, { 'if-match': '2' })).errors).toEqual([expect.objectContaining({ field: 'validUntil', code: 'ends_before_it_starts' })]);
    await admin!.put(`/api/incentives/${made.id}/archive`, {});
    expect((await anna!.get('/api/incentives?current=true')).json()).toEqual({ items: [] });
    expect(said(await grant(made.id)).errors).toEqual([expect.objectContaining({ field: 'incentiveId', code: 'unknown_incentive' })]);
    await admin!.delete(`/api/incentives/${made.id}/archive`);
    expect((await grant(made.id)).statusCode).toBe(201);
  });

  it('are granted as many as there are, and never more however many ask at once', async () => {
    const { id } = await incentive({ stock: 5 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => grant(id)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 409).map(said)).toEqual(Array.from({ length: 7 }, () => expect.objectContaining({ code: 'not_enough_in_stock', params: { left: 0 } })));
    expect(await inCatalogue(id)).toMatchObject({ granted: 5, left: 0, spent: 100 });
    expect(said(await admin!.patch(`/api/incentives/${id}`, { name: 'C', kind: 'gift', unitCost: 1, stock: 4, validFrom: '2026-01-01', validUntil: null, approvalAbove: null }, { 'if-match': '1' })).errors).toEqual([expect.objectContaining({ field: 'stock', code: 'stock_below_given' })]);
  });

  it('never spend more than the plan’s budget, however many ask at once', async () => {
    const { id } = await incentive({ stock: null, unitCost: 30 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(id, { planItemId: itemId })));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(3);
    expect(answers.filter(({ statusCode }) => statusCode === 409).map(said)).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ code: 'over_budget', params: { left: 10 } })));
    expect((await lead!.get(`/api/plans/${planId!}/spending`)).json()).toMatchObject({ budget: 100, left: 10, total: { granted: 3, spent: 90, effective: 0, costPerEffective: null } });
    expect(await inCatalogue(id)).toMatchObject({ left: null, granted: 3 });
  });

  it('are granted while they are valid, for items of a running plan with the customer in it, to customers one sees', async () => {
    const [late, over] = [await incentive({ validFrom: '2026-04-01' }), await incentive({ validFrom: '2026-01-01', validUntil: '2026-03-10' })];
    for (const { id } of [late, over]) expect(said(await grant(id)).errors).toEqual([expect.objectContaining({ field: 'incentiveId', code: 'incentive_not_valid' })]);
    const { id } = await incentive();
    expect(said(await grant(id, { planItemId: newId() })).errors).toEqual([expect.objectContaining({ field: 'planItemId' })]);
    await world.database.query(`UPDATE plans SET state = 'closed'`);
    expect(said(await grant(id, { planItemId: itemId }))).toMatchObject({ status: 409, code: 'plan_is_not_worked' });
    expect(said(await grant(id, { followUpId: newId() })).errors).toEqual([expect.objectContaining({ field: 'followUpId' })]);
    expect((await grant(id, {}, stranger)).statusCode).toBe(404);
    expect((await stranger!.get(`/api/customers/${customerId!}/incentives`)).statusCode).toBe(404);
    expect(await inCatalogue(id)).toMatchObject({ granted: 0, left: 10 });
  });

  it('above their limit wait for a decision, and give their pieces back when it is no', async () => {
    const { id } = await incentive({ approvalAbove: 40 });
    const state = async () => (await anna!.get(`/api/customers/${customerId!}/incentives`)).json<CustomerIncentivesView>().grants.map((one) => one.state);
    expect((await grant(id, { quantity: 2 })).json()).toMatchObject({ state: 'granted', cost: 40 });
    const waiting = (await grant(id, { quantity: 3, planItemId: itemId })).json<GrantView>();
    expect(waiting).toMatchObject({ state: 'waiting', cost: 60, canTakeBack: true });
    expect(await inCatalogue(id)).toMatchObject({ granted: 2, waiting: 3, left: 5, spent: 40 });
    expect(said(await anna!.post(`/api/incentive-grants/${waiting.id}/redemptions`))).toMatchObject({ code: 'not_granted' });
    const list = (await lead!.get('/api/approvals?list=waiting')).json<{ items: { id: string; subject: string; amount: number }[] }>().items;
    expect(list).toEqual([expect.objectContaining({ subject: 'incentive', amount: 60 })]);
    expect((await lead!.post(`/api/approvals/${list[0]!.id}/approval`, {}, { 'if-match': '1' })).statusCode).toBeLessThan(300);
    expect(await state()).toEqual(['granted', 'granted']);
    const second = (await grant(id, { quantity: 4 })).json<GrantView>();
    const [ask] = (await lead!.get('/api/approvals?list=waiting')).json<{ items: { id: string }[] }>().items;
    expect((await lead!.post(`/api/approvals/${ask!.id}/return`, { comment: 'Too much' }, { 'if-match': '1' })).statusCode).toBeLessThan(300);
    expect((await anna!.get(`/api/customers/${customerId!}/incentives`)).json<CustomerIncentivesView>().grants[0]).toMatchObject({ id: second.id, state: 'returned' });
    expect(await inCatalogue(id)).toMatchObject({ granted: 5, waiting: 0, left: 5 });
    const third = (await grant(id, { quantity: 5 })).json<GrantView>();
    world.clock.pass(3_600_000);
    expect((await anna!.delete(`/api/incentive-grants/${third.id}`)).statusCode).toBe(204);
    expect((await lead!.get('/api/approvals?list=waiting')).json()).toMatchObject({ items: [] });
    expect(await inCatalogue(id)).toMatchObject({ waiting: 0, left: 5 });
  });

  it('that waited are not approved for a plan that was closed meanwhile, nor beyond a budget that was lowered', async () => {
    const { id } = await incentive({ approvalAbove: 10 });
    for (let i = 0; i < 2; i++) expect((await grant(id, { quantity: 2, planItemId: itemId })).statusCode).toBe(201);
    const asked = (await lead!.get('/api/approvals?list=waiting')).json<{ items: { id: string }[] }>().items;
    const approve = (index: number) => lead!.post(`/api/approvals/${asked[index]!.id}/approval`);
    await world.database.query(`UPDATE plans SET budget = 70 WHERE id = $1`, [planId]);
    expect((await approve(0)).statusCode).toBe(200);
    expect(said(await approve(1))).toMatchObject({ status: 409, code: 'over_budget', params: { left: 30 } });
    await world.database.query(`UPDATE plans SET budget = 80, state = 'closed' WHERE id = $1`, [planId]);
    expect(said(await approve(1))).toMatchObject({ status: 409, code: 'plan_is_not_worked' });
    await world.database.query(`UPDATE plans SET state = 'running' WHERE id = $1`, [planId]);
    expect((await approve(1)).statusCode).toBe(200);
    expect((await lead!.get(`/api/plans/${planId!}/spending`)).json()).toMatchObject({ left: 0, total: { spent: 80, waiting: 0 } });
  });

  it('are redeemed piece by piece on a date, never more than granted, and taken back within a minute by whoever did it', async () => {
    const { id } = await incentive();
    const made = (await grant(id, { quantity: 3 })).json<GrantView>();
    const url = `/api/incentive-grants/${made.id}`;
    const first = (await anna!.post(`${url}/redemptions`, { quantity: 2 })).json<GrantView>();
    expect(first).toMatchObject({ redeemed: 2, canTakeBack: false, redemptions: [{ quantity: 2, redeemedAt: '2026-03-10T02:00:00.000Z', canTakeBack: true }] });
    expect(said(await anna!.post(`${url}/redemptions`, { quantity: 2 }))).toMatchObject({ code: 'nothing_left_to_redeem', params: { left: 1 } });
    expect(said(await anna!.delete(url))).toMatchObject({ code: 'redeemed_already' });
    expect((await lead!.delete(`${url}/redemptions/${first.redemptions[0]!.id}`)).statusCode).toBe(403);
    expect((await anna!.delete(`${url}/redemptions/${first.redemptions[0]!.id}`)).json()).toMatchObject({ redeemed: 0, redemptions: [] });
    expect((await Promise.all([1, 2, 3, 4].map(() => anna!.post(`${url}/redemptions`, { quantity: 1 })))).filter(({ statusCode }) => statusCode === 201)).toHaveLength(3);
    const other = (await grant(id)).json<GrantView>();
    world.clock.pass(61_000);
    expect(said(await anna!.delete(`/api/incentive-grants/${other.id}`))).toMatchObject({ status: 410, code: 'too_late' });
    const fresh = (await grant(id)).json<GrantView>();
    expect((await stranger!.delete(`/api/incentive-grants/${fresh.id}`)).statusCode).toBe(404);
    expect((await anna!.delete(`/api/incentive-grants/${fresh.id}`)).statusCode).toBe(204);
    expect(await inCatalogue(id)).toMatchObject({ granted: 4, redeemed: 3, left: 6 });
  });

  it('tell what an effective contact of their plan costs, of the customers that one sees', async () => {
    const { id } = await incentive();
    await grant(id, { quantity: 3, planItemId: itemId });
    await grant(id, { quantity: 1 });
    for (const [occurrence, isEffective] of [true, true, false].entries()) {
      const touchpointId = newId();
      const base = { customerId: customerId!, ownerId: anna!.person.id };
      await world.database.getRepository(Touchpoint).insert({ ...base, id: touchpointId, dueOn: '2026-03-09', firstDueOn: '2026-03-09', origin: 'plan', planItemId: itemId!, occurrence, state: 'done', closedAt: world.clock.now(), createdAt: world.clock.now(), createdById: anna!.person.id });
      await world.database.getRepository(FollowUp).insert({ ...base, id: newId(), kind: 'communication', authorId: anna!.person.id, occurredAt: world.clock.now(), occurredOn: '2026-03-10', loggedAt: world.clock.now(), channelId: CHANNEL.phone, direction: 'outbound', dispositionId: DISPOSITION.reached, isEffective, touchpointId });
    }
    expect(await inCatalogue(id)).toMatchObject({ granted: 4, spent: 80, effective: 2, costPerEffective: 30 });
    expect(await inCatalogue(id, stranger)).toMatchObject({ granted: 0, spent: 0, effective: 0, costPerEffective: null, left: 6 });
    expect((await lead!.get(`/api/plans/${planId!}/spending`)).json()).toEqual({
      budget: 100, left: 40, total: { granted: 3, redeemed: 0, spent: 60, waiting: 0, effective: 2, costPerEffective: 30 },
      items: [{ itemId, incentiveName: null, granted: 3, redeemed: 0, spent: 60, waiting: 0, effective: 2, costPerEffective: 30 }],
    });
    expect((await anna!.get(`/api/customers/${customerId!}/incentives`)).json<CustomerIncentivesView>()).toMatchObject({ grants: [{ quantity: 1, planName: null }, { quantity: 3, planName: 'Year' }], planItems: [{ itemId, planName: 'Year', incentiveId: null }] });
    expect((await stranger!.get(`/api/plans/${planId!}/spending`)).statusCode).toBe(404);
  });
});
