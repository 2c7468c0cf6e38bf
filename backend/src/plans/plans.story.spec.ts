import { type TestActor, World } from '../../test/world.ts';
import type { Difference } from './versions/snapshot.rules.ts';
import type { PlanRow, PlanView } from './plans.dto.ts';
import { ifMatch, itemAt, planOf, refusals, stepped, withItem } from './plans.testing.ts';

describe('contact plans', () => {
  let world: World;
  let [boss, lead, planner, seller, stranger, admin]: TestActor[] = [];
  let channelId: string;
  let segmentId: string;
  let teamId: string;

  beforeAll(async () => {
    world = await World.open();
    const region = await world.team('Region');
    const team = await world.team('North', region.id);
    teamId = team.id;
    boss = await world.person({ roles: ['manager'], teamId: region.id, scope: 'team_tree' });
    lead = await world.person({ roles: ['team_lead'], teamId, scope: 'team' });
    planner = await world.person({ roles: ['manager'], teamId, scope: 'team', reportsToId: boss.person.id });
    seller = await world.person({ teamId });
    stranger = await world.person({ roles: ['manager'] });
    admin = await world.administrator();
    const { channels } = (await planner.get('/api/vocabulary')).json<{ channels: { id: string; key: string }[] }>();
    channelId = channels.find(({ key }) => key === 'visit')!.id;
    segmentId = (await planner.post('/api/segments', { name: 'Everyone', filter: {} })).json<{ id: string }>().id;
  });
  afterAll(() => world.close());

  const full = (given: object = {}): object => ({ channelId, segmentId, ...given });
  const ready = async (name = 'Spring'): Promise<PlanView> => withItem(planner!, await planOf(planner!, { name }), full());
  const listed = async (actor: TestActor, query = ''): Promise<PlanRow[]> => (await actor.get(`/api/plans${query}`)).json<{ items: PlanRow[] }>().items;

  it('begin as a draft of whoever writes them, and say what is wrong beside the field', async () => {
    const plan = await planOf(planner!, { name: 'First', budget: 1200.5, objective: 'More visits' });
    expect(plan).toMatchObject({ state: 'draft', budget: 1200.5, responsibleId: planner!.person.id, teamId, items: [], steps: [], versions: [], allowed: ['edit', 'submit', 'delete'], version: 1 });
    expect(refusals(await planner!.post('/api/plans', { name: '', fromOn: 'soon', untilOn: '2026-01-01', budget: -1 }))).toEqual(['name required', 'fromOn bad_date', 'budget too_small']);
    expect(refusals(await planner!.post('/api/plans', { name: 'x', fromOn: '2026-01-01', untilOn: '2026-01-01' }))).toEqual(['untilOn period_is_empty']);
    expect(refusals(await planner!.post('/api/plans', { name: 'x', fromOn: '2026-01-01', untilOn: '2026-02-01', responsibleId: stranger!.person.id }))).toEqual(['responsibleId unknown_person']);
    const changed = await planner!.patch(`/api/plans/${plan.id}`, { name: 'Renamed', budget: null }, ifMatch(1));
    expect(changed.json()).toMatchObject({ name: 'Renamed', budget: null, objective: 'More visits', version: 2 });
    expect((await planner!.patch(`/api/plans/${plan.id}`, { name: 'Late' }, ifMatch(1))).statusCode).toBe(412);
    expect((await seller!.post('/api/plans', { name: 'x', fromOn: '2026-01-01', untilOn: '2026-02-01' })).statusCode).toBe(403);
  });

  it('have items with due days; what an item points to has to be there', async () => {
    let plan = await withItem(planner!, await planOf(planner!), full({ startsOn: '2026-01-31', recurrence: 'FREQ=MONTHLY;INTERVAL=3', responsibleId: seller!.person.id, targetCount: 40 }));
    expect(itemAt(plan, 0)).toMatchObject({ dueOn: ['2026-02-02', '2026-04-30', '2026-07-31', '2026-11-02'], contactKind: 'personal', segmentName: 'Everyone', segmentKind: 'filter', windowDays: 5, mode: 'routine' });
    plan = await withItem(planner!, plan, { objective: 'Second' });
    expect(plan.items.map(({ objective }) => objective)).toEqual(['Keep in touch', 'Second']);
    const at = `/api/plans/${plan.id}/items`;
    expect(refusals(await planner!.patch(`${at}/${itemAt(plan, 1).id}`, { startsOn: '2027-02-01', recurrence: null }, ifMatch(plan.version)))).toEqual(['startsOn outside_the_plan']);
    expect(refusals(await planner!.patch(`${at}/${itemAt(plan, 1).id}`, { recurrence: 'FREQ=DAILY' }, ifMatch(plan.version)))).toEqual(['recurrence bad_recurrence']);
    expect(refusals(await planner!.patch(`${at}/${itemAt(plan, 1).id}`, { channelId, contactKind: 'meeting', segmentId: plan.id }, ifMatch(plan.version)))).toEqual(['channelId channel_of_another_kind', 'segmentId unknown_segment']);
    const ordered = await planner!.put(`${at}/order`, { ids: [itemAt(plan, 1).id, itemAt(plan, 0).id] }, ifMatch(plan.version));
    expect(ordered.json<PlanView>().items.map(({ objective }) => objective)).toEqual(['Second', 'Keep in touch']);
    const removed = await planner!.delete(`${at}/${itemAt(plan, 0).id}`, ifMatch(plan.version + 1));
    expect(removed.json<PlanView>().items.map(({ objective }) => objective)).toEqual(['Second']);
  });

  it('answer when a rule would fall due', async () => {
    const days = await planner!.get('/api/plans/due-days?startsOn=2026-01-31&recurrence=FREQ%3DMONTHLY%3BBYMONTHDAY%3D-1&from=2026-01-01&until=2026-04-01');
    expect(days.json()).toEqual({ days: ['2026-02-27', '2026-03-31'] });
  });

  it('are submitted only when every item names its seven things', async () => {
    const empty = await planOf(planner!);
    expect(refusals(await planner!.post(`/api/plans/${empty.id}/submission`, {}, ifMatch(empty.version)))).toEqual(['items no_items']);
    const plan = await withItem(planner!, empty, { place: '', startsOn: null });
    expect(refusals(await planner!.post(`/api/plans/${plan.id}/submission`, {}, ifMatch(plan.version)))).toEqual(
      ['items.0.startsOn required', 'items.0.place required', 'items.0.segmentId required', 'items.0.contactKind required', 'items.0.channelId required'],
    );
  });

  it('go from draft to closed, each step dated, decided by somebody above', async () => {
    let plan = await stepped(planner!, await ready(), 'submission', { comment: 'Please look' });
    expect(plan).toMatchObject({ state: 'submitted', allowed: ['withdraw'], versions: [{ number: 1, takenById: planner!.person.id }] });
    expect((await planner!.patch(`/api/plans/${plan.id}`, { name: 'x' }, ifMatch(plan.version))).json()).toMatchObject({ code: 'plan_is_not_being_written' });
    expect((await planner!.post(`/api/plans/${plan.id}/approval`, {}, ifMatch(plan.version))).json()).toMatchObject({ status: 403, code: 'not_yours_to_decide' });
    expect((await listed(boss!)).find(({ id }) => id === plan.id)).toMatchObject({ waitsForYou: true });
    expect(refusals(await boss!.post(`/api/plans/${plan.id}/return`, { comment: '' }, ifMatch(plan.version)))).toEqual(['comment required']);
    plan = await stepped(boss!, plan, 'return', { comment: 'More budget' });
    expect(plan.state).toBe('returned');
    plan = (await planner!.patch(`/api/plans/${plan.id}`, { budget: 500 }, ifMatch(plan.version))).json<PlanView>();
    plan = (await planner!.patch(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}`, { place: 'Shanghai' }, ifMatch(plan.version))).json<PlanView>();
    plan = await stepped(planner!, plan, 'submission');
    const differences = (await boss!.get(`/api/plans/${plan.id}/differences?from=1&to=2`)).json<{ items: Difference[] }>().items;
    expect(differences.map(({ field, before, after }) => [field, before, after])).toEqual([['budget', null, '500.00'], ['place', 'Their office', 'Shanghai']]);
    plan = await stepped(lead!, plan, 'approval', { comment: 'Good' });
    plan = await stepped(planner!, plan, 'start');
    expect((await planner!.post(`/api/plans/${plan.id}/withdrawal`, {}, ifMatch(plan.version))).json()).toMatchObject({ code: 'plan_can_not_do_that' });
    plan = await stepped(planner!, plan, 'closing');
    expect(plan.steps.map(({ fromState, toState, personId, comment }) => [fromState, toState, personId === planner!.person.id ? 'planner' : 'above', comment])).toEqual([
      ['draft', 'submitted', 'planner', 'Please look'], ['submitted', 'returned', 'above', 'More budget'], ['returned', 'submitted', 'planner', ''],
      ['submitted', 'approved', 'above', 'Good'], ['approved', 'running', 'planner', ''], ['running', 'closed', 'planner', ''],
    ]);
    expect(plan).toMatchObject({ state: 'closed', allowed: [] });
  });

  it('can be taken back until somebody decides; an administrator alone decides on their own', async () => {
    const plan = await stepped(planner!, await stepped(planner!, await ready(), 'submission'), 'withdrawal');
    expect(plan.state).toBe('draft');
    const lonely = await withItem(admin!, await planOf(admin!, { teamId: null }), full({ segmentId: (await admin!.post('/api/segments', { name: 'A', filter: {} })).json<{ id: string }>().id }));
    expect((await stepped(admin!, await stepped(admin!, lonely, 'submission'), 'approval')).state).toBe('approved');
    const own = await stepped(admin!, await withItem(admin!, await planOf(admin!, { teamId }), full({ segmentId: itemAt(lonely, 0).segmentId })), 'submission');
    expect(own.allowed).toEqual(['withdraw']);
  });

  it('are seen by their team, drafts by those who write or decide, and by nobody else', async () => {
    const draft = await ready('Hidden draft');
    const open = await stepped(planner!, await ready('Open'), 'submission');
    expect((await listed(seller!)).map(({ name }) => name)).toContain('Open');
    expect((await listed(seller!)).map(({ name }) => name)).not.toContain('Hidden draft');
    expect((await listed(lead!)).map(({ name }) => name)).toContain('Hidden draft');
    expect((await seller!.get(`/api/plans/${open.id}`)).json()).toMatchObject({ name: 'Open', allowed: [] });
    expect((await seller!.get(`/api/plans/${draft.id}`)).statusCode).toBe(404);
    expect((await stranger!.get(`/api/plans/${open.id}`)).statusCode).toBe(404);
    expect((await listed(planner!, '?year=2027')).length).toBe(0);
    expect(new Set((await listed(planner!, '?year=2026&states=submitted')).map(({ state }) => state))).toEqual(new Set(['submitted']));
  });

  it('are copied into another year, saved as templates and started from one', async () => {
    const plan = await withItem(planner!, await ready(), full({ objective: 'Every week', startsOn: '2026-03-10', recurrence: 'FREQ=WEEKLY', endsOn: '2026-05-01' }));
    const next = (await planner!.post(`/api/plans/${plan.id}/copies`, { name: 'Spring 2027' })).json<PlanView>();
    expect(next).toMatchObject({ name: 'Spring 2027', fromOn: '2027-01-01', untilOn: '2028-01-01', state: 'draft', copiedFromId: plan.id, isTemplate: false });
    expect(next.items.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([['2027-04-01', null], ['2027-03-09', '2027-05-01']]);
    const template = (await planner!.post(`/api/plans/${plan.id}/copies`, { name: 'Usual spring', years: 0, asTemplate: true })).json<PlanView>();
    expect(template).toMatchObject({ isTemplate: true, fromOn: '2026-01-01', allowed: ['edit', 'delete'] });
    expect((await listed(planner!, '?templates=true')).map(({ name }) => name)).toEqual(['Usual spring']);
    expect((await listed(planner!)).map(({ name }) => name)).not.toContain('Usual spring');
  });

  it('are copied without those who left: the copier answers for the plan, the owners for the items', async () => {
    const leaver = await world.person({ teamId, name: 'Leaver' });
    const plan = await withItem(planner!, await planOf(planner!, { name: 'Their plan', responsibleId: leaver.person.id }), full({ responsibleId: leaver.person.id }));
    const copied = async (): Promise<(string | null)[]> => {
      const { responsibleId, items } = (await planner!.post(`/api/plans/${plan.id}/copies`, { name: 'Again' })).json<PlanView>();
      return [responsibleId, items[0]!.responsibleId];
    };
    expect(await copied()).toEqual([leaver.person.id, leaver.person.id]);
    await world.database.query(`UPDATE people SET state = 'disabled' WHERE id = $1`, [leaver.person.id]);
    expect(await copied()).toEqual([planner!.person.id, null]);
  });

  it('are deleted while nobody has approved them, and brought back', async () => {
    const plan = await ready('Passing');
    const gone = await stepped(planner!, plan, 'deletion');
    expect(gone).toMatchObject({ isDeleted: true, allowed: [] });
    expect((await listed(planner!)).map(({ name }) => name)).not.toContain('Passing');
    expect((await planner!.delete(`/api/plans/${plan.id}/deletion`)).json()).toMatchObject({ isDeleted: false });
  });
});
