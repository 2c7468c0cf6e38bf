import { planningTeam } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import type { FeasibilityView } from '../feasibility/feasibility.dto.ts';
import type { PlanView } from '../plans.dto.ts';
import { customerOf, itemAt, planOf, stepped, withItem } from '../plans.testing.ts';
import type { AudienceChangesView, AudienceView } from './audience.dto.ts';

describe('whom a plan is for, and whether it can be done', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  let channelId: string;
  let south: string;
  let plan: PlanView;

  const audience = async (actor: TestActor, of = plan): Promise<AudienceView> => (await actor.get(`/api/plans/${of.id}/items/${itemAt(of, 0).id}/audience`)).json<AudienceView>();
  const changes = async (): Promise<AudienceChangesView> => (await planner!.get(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience/changes`)).json<AudienceChangesView>();
  const feasibility = async (of: PlanView): Promise<FeasibilityView> => (await planner!.get(`/api/plans/${of.id}/feasibility`)).json<FeasibilityView>();
  const names = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name);

  beforeAll(async () => {
    world = await World.open();
    const team = await planningTeam(world);
    ({ boss, planner, seller } = team);
    await customerOf(team.seller, { name: 'A', region: 'South' });
    await customerOf(team.seller, { name: 'B', region: 'South' });
    await customerOf(team.planner, { name: 'C', region: 'South' });
    await customerOf(team.seller, { name: 'D', region: 'West' });
    await customerOf(team.boss, { name: 'Out of sight', region: 'South' });
    const { channels } = (await team.planner.get('/api/vocabulary')).json<{ channels: { id: string; key: string }[] }>();
    channelId = channels.find(({ key }) => key === 'phone')!.id;
    south = (await team.planner.post('/api/segments', { name: 'South', filter: { regions: ['South'] } })).json<{ id: string }>().id;
    plan = await withItem(team.planner, await planOf(team.planner), { channelId, segmentId: south, startsOn: '2026-04-01', recurrence: 'FREQ=WEEKLY', endsOn: '2026-04-20' });
  });
  afterAll(() => world.close());

  it('is counted live under the planner’s scope, whoever looks', async () => {
    expect(await audience(planner!)).toMatchObject({ count: 3, unowned: 0, isFrozen: false });
    expect(names((await audience(planner!)).items)).toEqual(['A', 'B', 'C']);
    expect((await audience(boss!)).count).toBe(3);
    plan = await stepped(planner!, plan, 'submission');
    const seen = await audience(seller!);
    expect([seen.count, names(seen.items)]).toEqual([3, ['A', 'B']]);
  });

  it('is frozen by the approval; later joiners and leavers are shown and taken over by hand', async () => {
    plan = await stepped(boss!, plan, 'approval');
    const b = (await audience(planner!)).items.find(({ name }) => name === 'B')!;
    const { version } = (await planner!.get(`/api/customers/${b.id}`)).json<{ version: number }>();
    await planner!.patch(`/api/customers/${b.id}`, { region: 'West' }, { 'if-match': String(version) });
    const late = await customerOf(seller!, { name: 'Late', region: 'South' });
    expect(await audience(planner!)).toMatchObject({ count: 3, isFrozen: true });
    const seen = await changes();
    expect([seen.joinedCount, names(seen.joined), seen.leftCount, names(seen.left)]).toEqual([1, ['Late'], 1, ['B']]);
    const changed = await planner!.patch(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience`, { add: [late.id], remove: [b.id] });
    expect(names(changed.json<AudienceView>().items)).toEqual(['A', 'C', 'Late']);
    expect(await changes()).toMatchObject({ joinedCount: 0, leftCount: 0 });
  });

  it('says what it asks of each person by week, and who would hear too often', async () => {
    const draft = await withItem(planner!, await planOf(planner!, { name: 'Calls' }), { channelId, segmentId: south, startsOn: '2026-04-02', recurrence: null, responsibleId: seller!.person.id });
    const found = await feasibility(draft);
    expect(found).toMatchObject({ touchpoints: 3, customers: 3, contactsPerDay: 8, overWeeks: 0, overWeeksLevelled: 0, pressuredCount: 0, mostContacts: 3, pressureDays: 7 });
    expect(found.conflicts.map(({ name, customers }) => [name, customers])).toEqual([['Spring', 3]]);
    // The calls of the seller by the plan above stand there already: two customers on the Wednesday of that week. One customer the seller does not see: its owner calls.
    expect(found.people[0]).toEqual({ personId: seller!.person.id, total: 2, unplaced: 0, weeks: expect.arrayContaining([expect.objectContaining({ weekOn: '2026-03-30', planned: 2, other: 2, capacity: 40 })]) });
    expect(found.people.slice(1).map(({ total }) => total)).toEqual([1]);
  });

  it('marks over-full weeks and spreads them inside the windows; absent people find no day', async () => {
    for (let i = 0; i < 12; i++) await customerOf(seller!, { name: `Many ${i}`, region: 'East' });
    const east = (await planner!.post('/api/segments', { name: 'East', filter: { regions: ['East'] } })).json<{ id: string }>().id;
    const admin = await world.administrator();
    const { version } = (await admin.get('/api/organisation')).json<{ version: number }>();
    await admin.patch('/api/organisation', { contactsPerDay: 1 }, { 'if-match': String(version) });
    const busy = await withItem(planner!, await planOf(planner!, { name: 'Busy' }), { channelId, segmentId: east, startsOn: '2026-06-03', recurrence: null, windowDays: 10 });
    const found = await feasibility(busy);
    expect(found).toMatchObject({ touchpoints: 12, contactsPerDay: 1, overWeeks: 1, overWeeksLevelled: 0 });
    expect(found.people[0]!.weeks.map(({ planned }) => planned).reduce((a, b) => a + b)).toBe(12);
    expect(found.people[0]!.weeks.map(({ levelled }) => levelled).reduce((a, b) => a + b)).toBe(12);
    const often = await withItem(planner!, busy, { channelId, segmentId: east, startsOn: '2026-06-01', recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', endsOn: '2026-06-06' });
    const pressed = await feasibility(often);
    expect([pressed.pressuredCount, pressed.pressured[0]!.contacts, pressed.pressured[0]!.fromOn]).toEqual([12, 6, '2026-06-01']);
  });

  it('names neither customers nor plans to who may not see them', async () => {
    const lead = await world.person({ roles: ['team_lead'], teamId: planner!.person.teamId, scope: 'own' });
    const { id } = (await planner!.get('/api/plans?states=draft')).json<{ items: { id: string; name: string }[] }>().items.find(({ name }) => name === 'Busy')!;
    const seen = (await lead.get(`/api/plans/${id}/feasibility`)).json<FeasibilityView>();
    expect([seen.touchpoints > 0, seen.pressuredCount, seen.pressured]).toEqual([true, 12, []]);
    expect((await seller!.get(`/api/plans/${plan.id}/feasibility`)).statusCode).toBe(403);
  });
});
