import { CHANNEL, type Said, contact, customerOf, planningTeam } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import { Expansions } from '../expansion/expansions.ts';
import type { ChangeDoneView, ChangePreviewView } from './changes.dto.ts';

interface Item { id: string; objective: string }
interface PlanView {
  id: string;
  version: number;
  state: string;
  untilOn: string;
  items: Item[];
  allowed: string[];
  versions: unknown[];
  steps: { fromState: string; toState: string; comment: string }[];
}

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('changing a running plan', () => {
  let world: World;
  let [boss, planner, seller]: TestActor[] = [];
  const ifMatch = (version: number) => ({ 'if-match': String(version) });
  const answered = <T>(answer: { statusCode: number; body: string; json: <V>() => V }): T => {
    if (answer.statusCode > 201) throw new Error(answer.body);
    return answer.json<T>();
  };
  const sent = async (actor: TestActor, path: string, body: object, version?: number): Promise<PlanView> => answered(await actor.post(`/api/plans${path}`, body, version === undefined ? {} : ifMatch(version)));
  const segmentOf = async (region: string): Promise<string> => (await planner!.post('/api/segments', { name: `S ${newId()}`, filter: { regions: [region] } })).json<Said>().id;
  const stepped = (actor: TestActor, { id, version }: PlanView, step: string): Promise<PlanView> => sent(actor, `/${id}/${step}`, {}, version);
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 300; i++) {
      const [left] = await world.database.query<{ count: string }[]>(`SELECT count(*) FROM jobs.job WHERE name = 'plan-changes' AND state <> 'completed'`);
      if (left?.count === '0') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const itemFor = (segmentId: string, given: object = {}) => ({ objective: 'Keep in touch', place: 'Their office', content: 'What is new', channelId: CHANNEL.phone, startsOn: '2026-04-01', recurrence: 'FREQ=MONTHLY', endsOn: '2026-07-01', segmentId, ...given });
  const running = async (item: object): Promise<PlanView> => {
    const { id, version } = await sent(planner!, '', { name: 'Spring', fromOn: '2026-01-01', untilOn: '2026-12-01' });
    const plan = await stepped(boss!, await stepped(planner!, await sent(planner!, `/${id}/items`, item, version), 'submission'), 'approval');
    await settled();
    return stepped(planner!, plan, 'start');
  };
  const preview = async ({ id, version }: PlanView, change: object): Promise<ChangePreviewView> => answered(await planner!.post(`/api/plans/${id}/changes/preview`, change, ifMatch(version)));
  const apply = async ({ id, version }: PlanView, change: object): Promise<ChangeDoneView> => answered(await planner!.post(`/api/plans/${id}/changes`, change, ifMatch(version)));
  const touchpoints = (plan: { items: readonly { id: string }[] }): Promise<Touchpoint[]> => world.database.getRepository(Touchpoint).find({ where: plan.items.map(({ id }) => ({ planItemId: id })), order: { occurrence: 'ASC', customerId: 'ASC' } });
  const counts = ({ added, moved, changed, cancelled, kept }: ChangePreviewView['total']) => ({ added, moved, changed, cancelled, ...Object.fromEntries(kept.map(({ reason, count }) => [reason, count])) });
  const regionWith = async (...names: string[]): Promise<[string, string[]]> => {
    const region = `R ${newId()}`;
    const ids: string[] = [];
    for (const name of names) ids.push(await customerOf(world, seller!, { name, region }));
    return [await segmentOf(region), ids];
  };
  const read = async (id: string): Promise<Touchpoint> => world.database.getRepository(Touchpoint).findOneByOrFail({ id });

  beforeAll(async () => {
    world = await World.open();
    ({ boss, planner, seller } = await planningTeam(world));
  });
  afterAll(() => world.close());

  it('says before what it will do, does exactly that, and touches only what is open', async () => {
    const [segmentId, [a, b, c]] = await regionWith('A', 'B', 'C');
    const plan = await running(itemFor(segmentId));
    const at = (customerId: string | undefined, occurrence: number): Promise<Touchpoint> => world.database.getRepository(Touchpoint).findOneByOrFail({ customerId: customerId!, planItemId: plan.items[0]!.id, occurrence });
    const [done, mine, gone, text, promised] = [await at(a, 1), await at(b, 2), await at(c, 3), await at(c, 2), await at(a, 3)];
    expect((await seller!.post('/api/follow-ups', contact(a!, { touchpointId: done.id }))).statusCode).toBe(201);
    expect((await seller!.post(`/api/touchpoints/${mine.id}/moves`, { dueOn: '2026-05-12' }, ifMatch(1))).statusCode).toBe(201);
    expect((await seller!.post(`/api/touchpoints/${gone.id}/cancellation`, { reason: 'On leave' }, ifMatch(1))).statusCode).toBe(201);
    expect((await seller!.patch(`/api/touchpoints/${text.id}`, { purpose: 'Ask for the order' }, ifMatch(1))).statusCode).toBe(200);
    expect((await seller!.patch(`/api/touchpoints/${promised.id}`, { isPromised: true }, ifMatch(1))).statusCode).toBe(200);
    const change = { change: [{ id: plan.items[0]!.id, startsOn: '2026-04-08', objective: 'Say hello', responsibleId: planner!.person.id }], comment: 'A week later' };
    const shown = await preview(plan, change);
    expect(counts(shown.total)).toEqual({ added: 0, moved: 5, changed: 2, cancelled: 0, done: 1, cancelled_by_hand: 1 });
    expect(shown.items.map((item) => [item.objective, item.moved])).toEqual([['Say hello', 5]]);
    expect(shown.differences.map(({ field, before, after }) => [field, before, after])).toEqual([['objective', 'Keep in touch', 'Say hello'], ['startsOn', '2026-04-01', '2026-04-08'], ['responsible', null, planner!.person.name]]);
    expect(shown.samples.filter(({ effect }) => effect === 'moved').map(({ customerName }) => customerName).sort()).toEqual(['A', 'B', 'C']);
    expect(await read(mine.id)).toMatchObject({ windowFrom: '2026-04-24', version: 2 });
    const applied = await apply(plan, { ...change, fingerprint: shown.fingerprint });
    expect([applied.outcome, applied.isAsShown, applied.total]).toEqual(['applied', true, shown.total]);
    expect(applied.plan.versions).toHaveLength(2);
    expect(applied.plan.steps.at(-1)).toMatchObject({ fromState: 'running', toState: 'running', comment: 'A week later' });
    await settled();
    expect(await read(done.id)).toMatchObject({ state: 'done', purpose: 'Keep in touch', windowFrom: done.windowFrom });
    expect(await read(gone.id)).toMatchObject({ state: 'cancelled', windowFrom: gone.windowFrom });
    expect(await read(mine.id)).toMatchObject({ dueOn: '2026-05-12', timesMoved: 1, purpose: 'Say hello', ownerId: planner!.person.id, windowFrom: '2026-05-01' });
    expect(await read(promised.id)).toMatchObject({ dueOn: promised.dueOn, purpose: 'Say hello' });
    expect(await read(text.id)).toMatchObject({ purpose: 'Ask for the order', dueOn: '2026-05-14', firstDueOn: text.firstDueOn, timesMoved: 0 });
    expect((await seller!.get(`/api/touchpoints/${text.id}/moves`)).json<Said>().items).toEqual([expect.objectContaining({ fromOn: text.dueOn, toOn: '2026-05-14', reason: 'plan_changed' })]);
    expect((await seller!.get(`/api/customers/${c}`)).json()).toMatchObject({ nextTouchpointOn: (await at(c, 1)).dueOn });
    expect(counts((await preview(applied.plan, { plan: { objective: 'More' } })).total)).toEqual({ added: 0, moved: 0, changed: 0, cancelled: 0, unchanged: 7, done: 1, cancelled_by_hand: 1 });
  });

  it('drops and adds due days under numbers that stay, and what the plan had cancelled comes back', async () => {
    const [segmentId] = await regionWith('A', 'B');
    let plan = await running(itemFor(segmentId));
    const before = await touchpoints(plan);
    const less = { change: [{ id: plan.items[0]!.id, recurrence: 'FREQ=MONTHLY;INTERVAL=2' }] };
    expect(counts((await preview(plan, less)).total)).toEqual({ added: 0, moved: 0, changed: 0, cancelled: 2, unchanged: 4 });
    plan = (await apply(plan, less)).plan as never;
    await settled();
    expect((await touchpoints(plan)).map(({ occurrence, state, closedReason }) => [occurrence, state, closedReason])).toEqual([1, 1, 2, 2, 3, 3].map((n) => [n, n === 2 ? 'cancelled' : 'scheduled', n === 2 ? 'plan_changed' : null]));
    const again = { change: [{ id: plan.items[0]!.id, recurrence: 'FREQ=MONTHLY' }] };
    expect(await preview(plan, again)).toMatchObject({ total: { added: 2, cancelled: 0 }, needsDecision: true });
    const once = (): Promise<ChangeDoneView> => planner!.post(`/api/plans/${plan.id}/changes`, again, { ...ifMatch(plan.version), 'idempotency-key': planner!.person.id }).then(answered<ChangeDoneView>);
    const waits = await once();
    expect(await once()).toEqual(waits);
    expect([waits.outcome, waits.plan.allowed.includes('change'), waits.plan.changeRequest?.state]).toEqual(['waits', false, 'waiting']);
    const seen = answered<ChangePreviewView>(await boss!.get(`/api/plans/${plan.id}/changes/waiting`));
    expect([seen.total.added, seen.differences.map(({ field }) => field)]).toEqual([2, ['recurrence']]);
    expect((await planner!.post(`/api/plans/${plan.id}/changes/waiting/approval`, {}, ifMatch(waits.plan.version))).json<Said>().code).toBe('not_yours_to_decide');
    expect((await planner!.post(`/api/plans/${plan.id}/changes`, less, ifMatch(waits.plan.version))).json<Said>().code).toBe('a_change_waits');
    expect((await boss!.get('/api/plans')).json<{ items: { id: string; waitsForYou: boolean }[] }>().items.find(({ id }) => id === plan.id)?.waitsForYou).toBe(true);
    const decided = answered<PlanView>(await boss!.post(`/api/plans/${plan.id}/changes/waiting/approval`, { comment: 'Fine' }, ifMatch(waits.plan.version)));
    expect([decided.steps.at(-1)?.comment, decided.versions.length]).toEqual(['Fine', 3]);
    await settled();
    expect((await touchpoints(plan)).map(({ id, state }) => [id, state])).toEqual(before.map(({ id }) => [id, 'scheduled']));
  });

  it('takes items in and out, and keeps what was done of those that are gone', async () => {
    const [segmentId, [a]] = await regionWith('A', 'B');
    const plan = await running(itemFor(segmentId));
    const [first] = await touchpoints(plan);
    await seller!.post('/api/follow-ups', contact(a!, { touchpointId: first!.id }));
    const swapped = await apply(plan, { remove: [plan.items[0]!.id], add: [itemFor(segmentId, { objective: 'Letters', channelId: CHANNEL.email, endsOn: '2026-06-01' })], plan: { untilOn: '2026-11-01' } });
    expect([swapped.outcome, counts(swapped.total)]).toEqual(['applied', { added: 4, moved: 0, changed: 0, cancelled: 5, done: 1 }]);
    expect((swapped.plan as unknown as PlanView).items.map(({ objective }) => objective)).toEqual(['Letters']);
    await settled();
    expect((await touchpoints(plan)).map(({ state }) => state).sort()).toEqual([...Array<string>(5).fill('cancelled'), 'done']);
    expect((await touchpoints(swapped.plan)).map(({ purpose, channelId, state }) => [purpose, channelId, state])).toEqual(Array(4).fill(['Letters', CHANNEL.email, 'scheduled']));
    const lacking = await planner!.post(`/api/plans/${plan.id}/changes/preview`, { add: [{ objective: 'Half' }], change: [{ id: swapped.plan.items[0]!.id, startsOn: '2027-04-01' }] }, ifMatch(swapped.plan.version));
    expect(lacking.json<{ errors: { field: string; code: string }[] }>().errors[0]).toEqual({ field: 'change.0.startsOn', code: 'outside_the_plan' });
    const half = await planner!.post(`/api/plans/${plan.id}/changes/preview`, { add: [{ objective: 'Half' }] }, ifMatch(swapped.plan.version));
    expect(half.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toContain('add.0.segmentId');
  });

  it('tells when somebody worked between the look and the change, or was faster', async () => {
    const [segmentId, [a]] = await regionWith('A', 'B');
    const plan = await running(itemFor(segmentId));
    const change = { change: [{ id: plan.items[0]!.id, content: 'Other news' }] };
    const shown = await preview(plan, change);
    await seller!.post('/api/follow-ups', contact(a!, { touchpointId: (await touchpoints(plan))[0]!.id }));
    expect((await apply(plan, { ...change, fingerprint: shown.fingerprint })).isAsShown).toBe(false);
    expect((await planner!.post(`/api/plans/${plan.id}/changes`, change, ifMatch(plan.version))).statusCode).toBe(412);
    expect((await planner!.post(`/api/plans/${plan.id}/changes/preview`, change, ifMatch(plan.version + 1))).json<Said>().code).toBe('nothing_changes');
    const twice = { change: [...change.change, { id: plan.items[0]!.id, place: 'Elsewhere' }] };
    expect((await planner!.post(`/api/plans/${plan.id}/changes/preview`, twice, ifMatch(plan.version + 1))).json<Said>().errors[0]).toMatchObject({ field: 'change', code: 'twice' });
    expect((await seller!.post(`/api/plans/${plan.id}/changes`, change, ifMatch(plan.version + 1))).statusCode).toBe(403);
  });

  it('comes to the same set when it is killed in the middle and done again', async () => {
    const [segmentId, [one]] = await regionWith('Many');
    await world.database.query(`INSERT INTO customers SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* FROM customers c, generate_series(1, 120) n WHERE id = $1`, [one]);
    const plan = await running(itemFor(segmentId, { startsOn: '2026-03-18', recurrence: 'FREQ=WEEKLY', endsOn: null, windowDays: 2 }));
    const at = world.clock.now().toISOString();
    const former = [{ id: plan.items[0]!.id, purpose: 'Keep in touch', talkingPoints: 'What is new', place: 'Their office', channelId: CHANNEL.phone, isOwnerChanged: false }];
    await world.database.query(`UPDATE plan_items SET content = 'Other news' WHERE id = $1`, [plan.items[0]!.id]);
    await world.database.query(`UPDATE plan_occurrences SET window_until = window_until + 2 WHERE plan_item_id = $1`, [plan.items[0]!.id]);
    await world.database.query(`UPDATE plan_occurrences SET is_dropped = true WHERE plan_item_id = $1 AND number > 30`, [plan.items[0]!.id]);
    let passes = 0;
    const killed = { throwIfAborted: () => { if (++passes > 3) throw new Error('killed'); } } as AbortSignal;
    const follow = (signal: AbortSignal): Promise<void> => world.app.get(Expansions).follow({ planId: plan.id, at, personId: planner!.person.id, former }, { signal });
    await expect(follow(killed)).rejects.toThrow('killed');
    const followed = async (): Promise<number> => (await touchpoints(plan)).filter(({ talkingPoints, state }) => state === 'scheduled' && talkingPoints === 'Other news').length;
    expect(await followed()).toBeGreaterThan(0);
    expect(await followed()).toBeLessThan(121 * 30);
    await follow(new AbortController().signal);
    const whole = await touchpoints(plan);
    expect(await followed()).toBe(121 * 30);
    expect(whole.filter(({ state, closedReason }) => state === 'cancelled' && closedReason === 'plan_changed')).toHaveLength(whole.length - 121 * 30);
    for (const { dueOn, windowFrom, windowUntil, version } of whole) expect(dueOn >= windowFrom! && dueOn <= windowUntil! && version === 2).toBe(true);
    await follow(new AbortController().signal);
    expect((await touchpoints(plan)).map(({ id, version, dueOn }) => [id, version, dueOn])).toEqual(whole.map(({ id, version, dueOn }) => [id, version, dueOn]));
  });
});
