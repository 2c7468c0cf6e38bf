import { type TestActor, World } from '../../../test/world.ts';
import type { PlanView } from '../plans.dto.ts';
import { ifMatch, planOf, stepped, withItem } from '../plans.testing.ts';
import type { Difference } from '../versions/snapshot.rules.ts';

describe('decisions on plans', () => {
  let world: World;
  let boss: TestActor, lead: TestActor, planner: TestActor, admin: TestActor;
  let given: object;
  beforeAll(async () => {
    world = await World.open();
    const region = await world.team('Region');
    const team = await world.team('North', region.id);
    boss = await world.person({ name: 'Boss', roles: ['manager'], teamId: region.id, scope: 'team_tree' });
    lead = await world.person({ name: 'Lead', roles: ['team_lead'], teamId: team.id, scope: 'team' });
    planner = await world.person({ name: 'Planner', roles: ['manager'], teamId: team.id, scope: 'team', reportsToId: boss.person.id });
    admin = await world.administrator();
    const { channels } = (await planner.get('/api/vocabulary')).json<{ channels: { id: string; key: string }[] }>();
    const segment = (await planner.post('/api/segments', { name: 'Everyone', filter: {} })).json<{ id: string }>();
    given = { channelId: channels.find(({ key }) => key === 'visit')!.id, segmentId: segment.id };
  });
  afterAll(() => world.close());

  const submitted = async (body: object = {}): Promise<PlanView> => stepped(planner, await withItem(planner, await planOf(planner, { budget: 1_000 }), given), 'submission', body);
  const read = async (id: string, who = planner): Promise<PlanView> => (await who.get(`/api/plans/${id}`)).json<PlanView>();
  const decide = (who: TestActor, { approval }: PlanView, word: 'approval' | 'return', comment = 'So be it') => who.post(`/api/approvals/${approval!.id}/${word}`, { comment });
  const budget = (plan: PlanView, body: object) => planner.post(`/api/plans/${plan.id}/budget-requests`, { reason: 'Fairs cost more', ...body }, ifMatch(plan.version));

  it('are the same at the door of the approvals: audiences frozen, touchpoints announced, step and version', async () => {
    const plan = await submitted({ comment: 'Please look' });
    expect(plan.approval).toMatchObject({ subject: 'plan', rule: 'any', state: 'waiting', amount: 1_000, requestedById: planner.person.id });
    expect(plan.approval!.deciders.map(({ name }) => name).sort()).toEqual(['Boss', 'Lead', admin.person.name].sort());
    expect((await decide(lead, plan, 'approval')).json()).toMatchObject({ subject: 'plan', subjectId: plan.id, title: 'Spring', text: 'Please look', state: 'approved' });
    const after = await read(plan.id);
    expect(after).toMatchObject({ state: 'approved', version: plan.version + 1, approval: { state: 'approved' }, allowed: expect.arrayContaining(['start', 'close', 'request_budget']) as unknown });
    expect(after.steps.at(-1)).toMatchObject({ fromState: 'submitted', toState: 'approved', personId: lead.person.id, comment: 'So be it' });
    expect((await boss.post(`/api/plans/${plan.id}/approval`, {}, ifMatch(after.version))).json()).toMatchObject({ status: 409, code: 'plan_can_not_do_that' });
    expect((await decide(boss, plan, 'return')).json()).toMatchObject({ status: 409, code: 'already_decided' });
    const [{ count }] = await world.database.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM jobs.job WHERE name = 'plan-changes' AND data->>'planId' = $1`, [plan.id]);
    expect(count).toBe(1);
  });

  it('are asked of those whom the planner chooses, in their order, through either door', async () => {
    const plan = await submitted({ deciderIds: [lead.person.id, boss.person.id], rule: 'in_order' });
    expect([(await read(plan.id, lead)).allowed, (await read(plan.id, boss)).allowed]).toEqual([['approve', 'return'], ['withdraw']]);
    expect((await boss.post(`/api/plans/${plan.id}/approval`, {}, ifMatch(plan.version))).json()).toMatchObject({ status: 409, code: 'not_your_turn' });
    const half = await stepped(lead, plan, 'approval');
    expect(half).toMatchObject({ state: 'submitted', approval: { state: 'waiting' } });
    expect((await decide(boss, plan, 'return', 'Less')).json()).toMatchObject({ state: 'returned' });
    expect(await read(plan.id)).toMatchObject({ state: 'returned', steps: [{}, { toState: 'returned', comment: 'Less' }] });
    const candidates = (await planner.get(`/api/plans/${plan.id}/deciders`)).json<{ items: { name: string; isProposed: boolean }[] }>().items;
    expect(candidates.map(({ name, isProposed }) => [name, isProposed])).toEqual([['Boss', true], ['Lead', false], [admin.person.name, false]]);
    const again = await withItem(planner, await read(plan.id), given);
    expect((await planner.post(`/api/plans/${plan.id}/submission`, { deciderIds: [planner.person.id] }, ifMatch(again.version))).json()).toMatchObject({ errors: [{ field: 'deciderIds', code: 'not_a_decider' }] });
  });

  it('are taken back at either door', async () => {
    const plan = await submitted();
    expect((await planner.post(`/api/approvals/${plan.approval!.id}/withdrawal`)).json()).toMatchObject({ state: 'withdrawn' });
    const draft = await read(plan.id);
    expect(draft).toMatchObject({ state: 'draft', approval: { state: 'withdrawn' } });
    const second = await stepped(planner, await stepped(planner, draft, 'submission'), 'withdrawal');
    expect(second).toMatchObject({ state: 'draft', approval: { state: 'withdrawn' } });
    expect(second.approval!.id).not.toBe(plan.approval!.id);
  });

  it('raise the budget of a running plan, and leave a version that says so', async () => {
    let plan = await submitted();
    expect((await budget(plan, { amount: 1_500 })).json()).toMatchObject({ status: 409, code: 'plan_can_not_do_that' });
    plan = await stepped(planner, await stepped(boss, plan, 'approval'), 'start');
    expect((await budget(plan, { amount: 1_000 })).json()).toMatchObject({ errors: [{ field: 'amount', code: 'unchanged' }] });
    expect((await budget(plan, { amount: -1, reason: '' })).json()).toMatchObject({ errors: [{ field: 'amount' }, { field: 'reason', code: 'required' }] });
    plan = (await budget(plan, { amount: 1_500.5 })).json<PlanView>();
    expect(plan).toMatchObject({ budget: 1_000, budgetRequest: { subject: 'budget', state: 'waiting', amount: 1_500.5 } });
    expect(plan.allowed).not.toContain('request_budget');
    expect((await budget(plan, { amount: 2_000 })).json()).toMatchObject({ status: 409, code: 'one_waiting_request_per_subject' });
    expect((await planner.post(`/api/approvals/${plan.budgetRequest!.id}/approval`)).json()).toMatchObject({ status: 403, code: 'not_yours_to_decide' });
    expect((await lead.post(`/api/approvals/${plan.budgetRequest!.id}/approval`)).json()).toMatchObject({ state: 'approved', subject: 'budget' });
    const after = await read(plan.id);
    expect(after).toMatchObject({ budget: 1_500.5, state: 'running', budgetRequest: { state: 'approved' }, versions: [{ number: 1 }, { number: 2, takenById: lead.person.id }] });
    const { items } = (await boss.get(`/api/plans/${plan.id}/differences?from=1&to=2`)).json<{ items: Difference[] }>();
    expect(items.map(({ field, before, after: now }) => [field, before, now])).toEqual([['budget', '1000.00', '1500.50']]);
    plan = (await budget(after, { amount: 9_000 })).json<PlanView>();
    expect(await stepped(planner, plan, 'closing')).toMatchObject({ state: 'closed', budget: 1_500.5, budgetRequest: { state: 'withdrawn' } });
  });
});
