import { customerOf } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import type { ApprovalView, ApprovalsPage, CandidatesView, StandingView } from './approvals.dto.ts';

/** A record of the timeline, as far as it is looked at here. */
interface Card { id: string; approval: StandingView }
type Answer = Awaited<ReturnType<TestActor['get']>>;
const code = (answer: Answer): string => `${answer.statusCode} ${answer.json<{ code: string }>().code}`;
const refused = (answer: Answer): string[] => answer.json<{ errors: { field: string; code: string }[] }>().errors.map((one) => `${one.field} ${one.code}`);

describe('approvals', () => {
  let world: World;
  let sales: TestActor, lead: TestActor, boss: TestActor, far: TestActor, colleague: TestActor, admin: TestActor;
  let customerId: string;
  beforeAll(async () => {
    world = await World.open();
    const region = await world.team('Region');
    const team = await world.team('North', region.id);
    boss = await world.person({ name: 'Boss', roles: ['manager'], teamId: region.id, scope: 'team_tree' });
    lead = await world.person({ name: 'Lead', roles: ['team_lead'], teamId: team.id, scope: 'team', reportsToId: boss.person.id });
    sales = await world.person({ name: 'Sales', teamId: team.id, reportsToId: lead.person.id });
    colleague = await world.person({ name: 'Colleague' });
    far = await world.person({ name: 'Far', roles: ['manager'] });
    admin = await world.administrator();
    customerId = await customerOf(world, sales, { name: 'Acme' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.moveTo('2026-03-10T02:00:00Z'));

  const asking = (deciders: TestActor[], given: object = {}) => ({ customerId, title: 'Ten per cent off', text: 'They buy two', amount: 1200.5, deciderIds: deciders.map(({ person }) => person.id), ...given });
  const ask = async (deciders: TestActor[], given: object = {}, who = sales): Promise<Card> => {
    const answer = await who.post('/api/requests', asking(deciders, given));
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<Card>();
  };
  const approve = (who: TestActor, id: string) => who.post(`/api/approvals/${id}/approval`, { comment: 'Fine' });
  const send = (who: TestActor, id: string, comment = 'Too much') => who.post(`/api/approvals/${id}/return`, { comment });
  const view = async (who: TestActor, id: string): Promise<ApprovalView> => (await who.get(`/api/approvals/${id}`)).json<ApprovalView>();
  const listed = async (who: TestActor, list = 'waiting'): Promise<string[]> => (await who.get(`/api/approvals?list=${list}`)).json<ApprovalsPage>().items.map(({ id }) => id);
  const count = async (who: TestActor): Promise<number> => (await who.get('/api/approvals/waiting')).json<{ count: number }>().count;

  it('stand on the timeline with their present state, wait for each of those asked, and are settled by any one of them', async () => {
    const card = await ask([lead, boss]);
    expect(card).toMatchObject({ kind: 'approval', customerId, authorName: 'Sales', subject: 'Ten per cent off', text: 'They buy two', approval: { id: card.id, subject: 'request', state: 'waiting', rule: 'any', amount: 1200.5 } });
    expect([await count(lead), await count(boss), await listed(lead), await listed(sales, 'mine')]).toEqual([1, 1, [card.id], [card.id]]);
    expect(await view(lead, card.id)).toMatchObject({ customerName: 'Acme', seesCustomer: true, requestedByName: 'Sales', allowed: ['approve', 'return'], waitingSince: '2026-03-10T02:00:00.000Z' });
    world.clock.pass(60_000);
    const decided = (await approve(lead, card.id)).json<ApprovalView>();
    expect(decided).toMatchObject({ state: 'approved', decidedAt: '2026-03-10T02:01:00.000Z', allowed: [], yourDecision: 'approved' });
    expect(decided.steps.map(({ personName, kind, comment }) => [personName, kind, comment])).toEqual([['Sales', 'requested', ''], ['Lead', 'approved', 'Fine']]);
    expect([await count(lead), await count(boss), await listed(lead, 'decided'), await listed(boss, 'decided')]).toEqual([0, 0, [card.id], []]);
    expect([code(await approve(lead, card.id)), code(await send(boss, card.id))]).toEqual(['409 already_decided', '409 already_decided']);
    const [shown] = (await sales.get(`/api/customers/${customerId}/timeline?kinds=approval`)).json<{ items: Card[] }>().items;
    expect(shown?.approval).toMatchObject({ state: 'approved', deciders: [{ name: 'Lead', decision: 'approved', comment: 'Fine', waitingSince: null }, { name: 'Boss', decision: null, waitingSince: null }] });
    expect(await world.database.query(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`, [card.id])).toEqual([{ action: 'approval.requested' }, { action: 'approval.approved' }]);
  });

  it('go from one decider to the next where there is an order, and back with a comment', async () => {
    const { id } = await ask([lead, boss], { rule: 'in_order' });
    expect([await listed(lead), await listed(boss)]).toEqual([[id], []]);
    expect(code(await approve(boss, id))).toBe('409 not_your_turn');
    world.clock.pass(3_600_000);
    expect((await approve(lead, id)).json()).toMatchObject({ state: 'waiting', allowed: [] });
    expect((await view(boss, id)).waitingSince).toBe('2026-03-10T03:00:00.000Z');
    expect(refused(await send(boss, id, ''))).toEqual(['comment required']);
    expect((await send(boss, id)).json()).toMatchObject({ state: 'returned', deciders: [{ decision: 'approved' }, { decision: 'returned', comment: 'Too much' }] });
  });

  it('need all of them where that is the rule, also when two speak at the same moment', async () => {
    const { id } = await ask([lead, boss, far], { rule: 'all' });
    const answers = await Promise.all([lead, boss, lead].map((who) => approve(who, id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409]);
    expect(await view(sales, id)).toMatchObject({ state: 'waiting' });
    expect((await approve(far, id)).json()).toMatchObject({ state: 'approved' });
    const twice = await ask([lead]);
    const key = { 'idempotency-key': 'double-click-1' };
    const [first, second] = await Promise.all([0, 1].map(() => lead.post(`/api/approvals/${twice.id}/approval`, {}, key)));
    expect([first!.json(), second!.statusCode]).toEqual([second!.json(), 200]);
  });

  it('are never one’s own to decide, and asked only of those who may', async () => {
    const own = await customerOf(world, boss);
    const refusal = async (who: TestActor, given: object) => refused(await who.post('/api/requests', asking([], given)));
    expect(await refusal(boss, { customerId: own, deciderIds: [boss.person.id] })).toEqual(['deciderIds not_a_decider']);
    expect(await refusal(sales, { deciderIds: [colleague.person.id] })).toEqual(['deciderIds not_a_decider']);
    expect(await refusal(sales, { deciderIds: [] })).toEqual(['deciderIds required']);
    expect(await refusal(sales, { title: '', amount: -1, deciderIds: [lead.person.id] })).toEqual(['title required', 'amount too_small']);
    expect((await colleague.post('/api/requests', asking([lead]))).statusCode).toBe(404);
    const { items } = (await sales.get('/api/approvals/deciders')).json<CandidatesView>();
    expect(items.filter(({ isProposed }) => isProposed).map(({ name }) => name)).toEqual(['Lead']);
    expect(items.map(({ id }) => id)).not.toContain(sales.person.id);
    const { id } = await ask([lead]);
    expect(code(await approve(boss, id))).toBe('403 not_yours_to_decide');
    expect(code(await approve(sales, id))).toBe('403 not_allowed');
    await approve(lead, id);
  });

  it('are decided by an administrator’s own word only when nobody else could', async () => {
    const alone = await World.open();
    const only = await alone.administrator();
    const own = await customerOf(alone, only);
    const { id } = (await only.post('/api/requests', asking([], { customerId: own, deciderIds: [only.person.id] }))).json<Card>();
    expect((await approve(only, id)).json()).toMatchObject({ state: 'approved' });
    await alone.close();
  });

  it('are taken back by whoever asked, until they are decided', async () => {
    const { id } = await ask([lead]);
    expect(code(await boss.post(`/api/approvals/${id}/withdrawal`))).toBe('403 not_your_request');
    expect((await sales.post(`/api/approvals/${id}/withdrawal`)).json()).toMatchObject({ state: 'withdrawn', allowed: [] });
    expect([code(await approve(lead, id)), await count(lead)]).toEqual(['409 request_withdrawn', 0]);
    expect(code(await sales.post(`/api/approvals/${id}/withdrawal`))).toBe('409 request_withdrawn');
  });

  it('are seen by whoever sees the customer, by whoever asks and decides, and by nobody else', async () => {
    const { id } = await ask([far]);
    expect(await view(far, id)).toMatchObject({ customerName: 'Acme', seesCustomer: false, allowed: ['approve', 'return'] });
    expect((await far.get(`/api/customers/${customerId}`)).statusCode).toBe(404);
    expect(await view(boss, id)).toMatchObject({ seesCustomer: true, allowed: [] });
    for (const answer of [await colleague.get(`/api/approvals/${id}`), await colleague.post(`/api/approvals/${id}/withdrawal`)]) expect(answer.statusCode).toBe(404);
  });

  it('pass to somebody above a decider, or to an administrator, and say so', async () => {
    const { id } = await ask([lead], { rule: 'in_order' });
    const at = `/api/approvals/${id}/deciders/${lead.person.id}`;
    expect((await view(sales, id)).deciders[0]).toMatchObject({ isAway: false, canReplace: false });
    expect(code(await sales.post(`${at}/replacement`, { personId: boss.person.id }))).toBe('403 not_yours_to_reassign');
    await world.database.query(`INSERT INTO absences (id, person_id, from_on, until_on, kind, created_at, created_by_id) VALUES (gen_random_uuid(), $1, '2026-03-09', '2026-03-12', 'sick', now(), $1)`, [lead.person.id]);
    expect((await view(sales, id)).deciders[0]).toMatchObject({ isAway: true, canReplace: true });
    const { items } = (await sales.get(`${at}/replacements`)).json<CandidatesView>();
    expect(items.map(({ id: person }) => person)).toEqual([boss.person.id, admin.person.id]);
    expect(refused(await sales.post(`${at}/replacement`, { personId: far.person.id }))).toEqual(['personId not_a_decider']);
    world.clock.pass(60_000);
    expect((await boss.post(`${at}/replacement`, { personId: boss.person.id, comment: 'Away' })).json()).toMatchObject({ waitingSince: '2026-03-10T02:01:00.000Z', allowed: ['approve', 'return'] });
    expect((await view(lead, id)).steps.at(-1)).toMatchObject({ kind: 'reassigned', personName: 'Boss', fromName: 'Lead', toName: 'Boss', comment: 'Away' });
    expect(code(await approve(lead, id))).toBe('403 not_yours_to_decide');
    expect((await approve(boss, id)).json()).toMatchObject({ state: 'approved' });
    expect((await boss.post(`/api/approvals/${id}/deciders/${boss.person.id}/replacement`, { personId: admin.person.id })).json()).toMatchObject({ code: 'already_decided' });
    const passed = await ask([lead]);
    const handed = await lead.post(`/api/approvals/${passed.id}/deciders/${lead.person.id}/replacement`, { personId: boss.person.id });
    expect(handed.json()).toMatchObject({ waitingSince: null, allowed: [], deciders: [{ name: 'Boss' }] });
    expect([await count(lead), await listed(boss)]).toEqual([0, [passed.id]]);
  });

  it('page without losing or repeating one', async () => {
    const other = await world.person({ roles: ['manager'] });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.push((await ask([other], { title: `Request ${i}` })).id);
      if (i % 2) world.clock.pass(1_000);
    }
    const walked: string[] = [];
    for (let after = ''; ; ) {
      const page = (await other.get(`/api/approvals?limit=2${after && `&after=${after}`}`)).json<ApprovalsPage>();
      walked.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(walked).toEqual(ids);
    expect((await other.get('/api/approvals?after=rubbish')).statusCode).toBe(400);
  });

  it('stand in the decider’s My day and schedule, about customers that a reader sees', async () => {
    const [viewer, decider] = [await world.person({ scope: 'own' }), await world.person({ roles: ['manager'], name: 'Decider' })];
    await world.database.query('UPDATE people SET reports_to_id = $2 WHERE id = $1', [decider.person.id, viewer.person.id]);
    await world.database.query('UPDATE person_scopes SET owner_ids = ARRAY[$1, $2]::uuid[] WHERE person_id = $1', [viewer.person.id, decider.person.id]);
    world.clock.moveTo('2026-03-08T02:00:00Z');
    const { id } = await ask([decider]);
    world.clock.moveTo('2026-03-10T02:00:00Z');
    const waiting = async (who: TestActor) => (await who.get(`/api/my-day?personId=${decider.person.id}`)).json<{ buckets: { total: number; items: object[] }[] }>().buckets[0]!;
    expect(await waiting(decider)).toMatchObject({ total: 1, items: [{ kind: 'decision', id, customerId: null, name: 'Ten per cent off', purpose: 'Ten per cent off', reason: { code: 'decision_waiting', days: 2 }, last: null }] });
    expect(await waiting(viewer)).toMatchObject({ total: 0, items: [] });
    const entries = async (who: TestActor, days: string) => (await who.get(`/api/schedule?${days}&whose=person:${decider.person.id}`)).json<{ entries: object[] }>().entries;
    expect(await entries(decider, 'from=2026-03-09&until=2026-03-16')).toMatchObject([{ kind: 'decision', id, title: 'Ten per cent off', customerId: null, start: '2026-03-10', isAllDay: true, isOverdue: false, canMove: false }]);
    expect(await entries(decider, 'from=2026-03-11&until=2026-03-16')).toEqual([]);
    expect(await entries(viewer, 'from=2026-03-09&until=2026-03-16')).toEqual([]);
    await approve(decider, id);
    expect([(await waiting(decider)).total, await entries(decider, 'from=2026-03-09&until=2026-03-16')]).toEqual([0, []]);
  });
});
