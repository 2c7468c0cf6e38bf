import { CHANNEL, DISPOSITION, TIER, contact, customerOf, type Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { Customer } from '../customers/index.ts';
import type { BucketView, MyDayItemView, MyDayView } from './my-day.dto.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai. Ten working days back is 24 February, fifteen is 17 February.
describe('My day', () => {
  let world: World;
  let sales: TestActor;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-03-10T02:00:00Z');
    sales = await world.person();
  });

  const day = async (who = sales, query = ''): Promise<MyDayView> => (await who.get(`/api/my-day${query}`)).json<MyDayView>();
  const bucket = async (name: string, who = sales): Promise<BucketView> => (await day(who)).buckets.find((each) => each.bucket === name)!;
  const plan = async (customerId: string, given: object) => (await sales.post('/api/touchpoints', { customerId, ...given })).json<Said>();
  const names = (items: readonly MyDayItemView[]): string[] => items.map(({ name }) => name);
  const known = (name: string, anchor: string, given: Partial<Customer> = {}) => customerOf(world, sales, { name, cadenceAnchorOn: anchor, knownSinceOn: anchor, ...given });

  /** A day with everything in it, planned a week before. */
  async function goldenDay(): Promise<Record<string, string>> {
    world.clock.moveTo('2026-03-03T02:00:00Z');
    const ids = {
      waiting: await known('Waiting', '2026-03-02'), broken: await known('Broken', '2026-03-02'), promised: await known('Promised', '2026-03-02', { tierId: TIER.ordinary }), overdueKey: await known('Overdue key', '2026-03-02'),
      overdueOld: await known('Overdue old', '2026-03-02', { tierId: TIER.major }), overdueNew: await known('Overdue new', '2026-03-02', { tierId: TIER.major }), timed: await known('Timed', '2026-03-02', { tierId: TIER.ordinary }),
      today: await known('Today', '2026-03-02'), snoozed: await known('Snoozed', '2026-03-02'), later: await known('Later', '2026-01-05'), due: await known('Due', '2026-02-24'), neglected: await known('Neglected', '2026-02-17'),
      notYet: await known('Not yet', '2026-02-25', { nextStep: 'cadence' }), noneSaid: await known('None, because', '2026-02-18', { nextStep: 'none' }), noneTooLong: await known('None for too long', '2026-02-17', { nextStep: 'none' }),
      never: await known('Never said', '2026-03-02'), over: await known('Its touchpoint is over', '2026-02-25', { nextStep: 'touchpoint' }), lost: await known('Lost', '2026-01-05', { isOpen: false }),
      archived: await known('Archived', '2026-01-05', { archivedAt: new Date('2026-03-01T00:00:00Z') }),
    };
    await plan(ids.broken, { dueAt: '2026-03-09T06:00:00Z', isPromised: true });
    await plan(ids.promised, { dueOn: '2026-03-10', isPromised: true, purpose: 'Send the quote', channelId: CHANNEL.email });
    await plan(ids.overdueKey, { dueOn: '2026-03-09' });
    await plan(ids.overdueOld, { dueOn: '2026-03-05' });
    await plan(ids.overdueNew, { dueOn: '2026-03-06' });
    await plan(ids.overdueNew, { dueOn: '2026-03-10' });
    await plan(ids.timed, { dueAt: '2026-03-10T08:00:00Z' });
    await plan(ids.today, { dueOn: '2026-03-10' });
    await plan(ids.later, { dueOn: '2026-03-11' });
    await plan(ids.waiting, { dueOn: '2026-03-09' });
    const snoozed = await plan(ids.snoozed, { dueOn: '2026-03-09' });
    await sales.post(`/api/touchpoints/${snoozed.id}/reminder`, { at: '2026-03-10T03:00:00Z' }, { 'if-match': '1' });
    await sales.post('/api/tasks', { subject: 'Late report', dueOn: '2026-03-09' });
    await sales.post('/api/tasks', { subject: 'Prepare the fair', customerId: ids.later, dueAt: '2026-03-10T07:00:00Z' });
    await sales.post('/api/tasks', { subject: 'Tomorrow', dueOn: '2026-03-11' });
    world.clock.moveTo('2026-03-10T01:00:00Z');
    await sales.post('/api/follow-ups', contact(ids.waiting, { direction: 'inbound', channelId: CHANNEL.email, touchpointId: null, text: 'Where is my order?' }));
    world.clock.moveTo('2026-03-10T02:00:00Z');
    return ids;
  }

  it('is the golden day: five buckets, each row once, in their order, with a reason', async () => {
    const ids = await goldenDay();
    const view = await day();
    expect(view).toMatchObject({ personId: sales.person.id, today: '2026-03-10', snoozed: 1 });
    expect(view.buckets.map(({ bucket: name, items }) => [name, items.map((item) => `${item.name}: ${item.reason.code}`)])).toEqual([
      ['waiting', ['Broken: promise_broken', 'Waiting: inbound_unanswered', 'Promised: promise_due']],
      ['overdue', ['Overdue key: overdue', 'Overdue old: overdue', 'Overdue new: overdue', 'Late report: task_overdue']],
      ['today', ['Later: task_due_today', 'Timed: due_today', 'Today: due_today']],
      ['cadence', ['Neglected: maximum_passed', 'None for too long: maximum_passed', 'Due: cadence_due']],
      ['no_next_step', ['Its touchpoint is over: touchpoint_over', 'Never said: nothing_scheduled']],
    ]);
    expect(view.buckets.map(({ total, items, next }) => [total, items.length, next])).toEqual([[3, 3, null], [4, 4, null], [3, 3, null], [3, 3, null], [2, 2, null]]);
    const [broken, waiting, promised] = view.buckets[0]!.items;
    expect(broken).toMatchObject({ kind: 'touchpoint', customerId: ids['broken'], dueOn: '2026-03-09', dueAt: '2026-03-09T06:00:00.000Z', isPromised: true, reason: { days: 1 }, version: 1, last: null });
    expect(waiting).toMatchObject({
      kind: 'customer', id: ids['waiting'], respondBy: '2026-03-10T05:00:00.000Z', alsoOpen: 1, version: null, last: { text: 'Where is my order?', authorName: sales.person.name, channelId: CHANNEL.email, at: '2026-03-10T01:00:00.000Z' },
    });
    expect(promised).toMatchObject({ purpose: 'Send the quote', channelId: CHANNEL.email, tierId: TIER.ordinary, firstDueOn: '2026-03-10', timesMoved: 0 });
    expect(view.buckets[1]!.items[2]).toMatchObject({ reason: { days: 4 }, alsoOpen: 1 });
    expect(view.buckets[3]!.items.map(({ reason }) => [reason.days, reason.interval])).toEqual([[21, 15], [21, 15], [14, 10]]);
  });

  it('shows a snoozed touchpoint again when its time has come, and what is done no more', async () => {
    const customerId = await known('Snoozed', '2026-03-02');
    const { id } = await plan(customerId, { dueOn: '2026-03-10' });
    await sales.post(`/api/touchpoints/${id}/reminder`, { at: '2026-03-10T03:00:00Z' }, { 'if-match': '1' });
    expect([(await bucket('today')).total, (await day()).snoozed]).toEqual([0, 1]);
    world.clock.moveTo('2026-03-10T03:00:00Z');
    expect([(await bucket('today')).total, (await day()).snoozed]).toEqual([1, 0]);
    await sales.post('/api/follow-ups', contact(customerId));
    expect((await day()).buckets.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0]);
    const task = (await sales.post('/api/tasks', { subject: 'Now', dueOn: '2026-03-10' })).json<Said>();
    expect((await bucket('today')).items).toMatchObject([{ kind: 'task', id: task.id, name: 'Now', customerId: null, dueOn: '2026-03-10', dueAt: null, version: 1 }]);
    await sales.post(`/api/tasks/${task.id}/completion`);
    expect((await bucket('today')).total).toBe(0);
  });

  it('is today where the owner is', async () => {
    const newYork = await world.person({ timeZone: 'America/New_York' });
    const customerId = await customerOf(world, newYork, { cadenceAnchorOn: '2026-03-09' });
    await newYork.post('/api/touchpoints', { customerId, dueOn: '2026-03-09' });
    await newYork.post('/api/tasks', { subject: 'Task', dueOn: '2026-03-09' });
    const totals = async (who = newYork, query = '') => (await day(who, query)).buckets.map(({ total }) => total);
    expect(await totals()).toEqual([0, 0, 2, 0, 0]);
    const lead = await world.person({ scope: 'all' });
    expect(await totals(lead, `?personId=${newYork.person.id}`)).toEqual([0, 0, 2, 0, 0]);
    world.clock.moveTo('2026-03-10T04:00:00Z');
    expect(await totals()).toEqual([0, 2, 0, 0, 0]);
  });

  it('gives a promise the time that was promised, in the hour that comes twice too', async () => {
    world.clock.moveTo('2026-10-30T12:00:00Z');
    const newYork = await world.person({ timeZone: 'America/New_York' });
    const [second, first] = [await customerOf(world, newYork, { name: 'Second', cadenceAnchorOn: '2026-10-29' }), await customerOf(world, newYork, { name: 'First', cadenceAnchorOn: '2026-10-29' })];
    await newYork.post('/api/touchpoints', { customerId: second, dueAt: '2026-11-01T06:30:00Z', isPromised: true });
    await newYork.post('/api/touchpoints', { customerId: first, dueAt: '2026-11-01T05:30:00Z', isPromised: true });
    world.clock.moveTo('2026-11-01T06:00:00Z');
    expect((await bucket('waiting', newYork)).items.map(({ name, reason }) => [name, reason.code])).toEqual([['First', 'promise_broken'], ['Second', 'promise_due']]);
  });

  it('walks every page to the number that the bucket says', async () => {
    for (let i = 0; i < 60; i++) await known(`Never ${i}`, `2026-03-0${(i % 9) + 1}`, { tierId: [TIER.key, TIER.ordinary][i % 2] });
    for (let i = 0; i < 30; i++) await plan(await known(`Today ${i}`, '2026-03-02', { tierId: [TIER.growth, TIER.major][i % 2] }), i % 3 ? { dueOn: '2026-03-10' } : { dueAt: `2026-03-10T0${(i % 6) + 2}:30:00Z` });
    for (const [name, total] of [['no_next_step', 60], ['today', 30]] as const) {
      const first = await bucket(name);
      expect([first.total, first.items.length]).toEqual([total, 25]);
      const all = await walk(sales, name, first);
      expect(new Set(all).size).toBe(total);
      expect(all).toEqual(await walk(sales, name, { items: [], next: '' }));
    }
    expect((await sales.get('/api/my-day/today?after=rubbish')).statusCode).toBe(400);
    expect((await sales.get('/api/my-day/nothing')).statusCode).toBe(404);
  });

  async function walk(who: TestActor, name: string, from: { items: readonly MyDayItemView[]; next: string | null }): Promise<string[]> {
    const all = [...from.items];
    for (let next = from.next; next !== null; ) {
      const page: { items: MyDayItemView[]; next: string | null } = (await who.get(`/api/my-day/${name}${next ? `?after=${next}` : ''}`)).json<{ items: MyDayItemView[]; next: string | null }>();
      all.push(...page.items);
      next = page.next;
    }
    return names(all);
  }

  it('opens for those who see the person, and shows only customers that they see', async () => {
    const team = await world.team(`Team ${sales.person.id}`);
    const [lead, member] = [await world.person({ scope: 'team', teamId: team.id }), await world.person({ teamId: team.id })];
    const foreign = await customerOf(world, sales, { name: 'Foreign' });
    await world.database.query(`UPDATE customers SET owner_id = $2 WHERE id = $1`, [foreign, member.person.id]);
    await member.post('/api/touchpoints', { customerId: foreign, dueOn: '2026-03-10' });
    expect((await day(lead, `?personId=${member.person.id}`)).buckets[2]).toMatchObject({ total: 1 });
    await world.database.query(`UPDATE customers SET owner_id = $2, team_id = NULL WHERE id = $1`, [foreign, sales.person.id]);
    expect((await day(lead, `?personId=${member.person.id}`)).buckets[2]).toMatchObject({ total: 0, items: [] });
    for (const address of [`/api/my-day?personId=${lead.person.id}`, `/api/my-day/today?personId=${lead.person.id}`]) expect((await sales.get(address)).statusCode).toBe(404);
  });

  it('tells an attempt from a contact: only an effective one resets the cadence', async () => {
    const customerId = await known('Due', '2026-02-24');
    await sales.post('/api/follow-ups', contact(customerId, { dispositionId: DISPOSITION.noAnswer }));
    expect(names((await bucket('cadence')).items)).toEqual(['Due']);
    await sales.post('/api/follow-ups', contact(customerId));
    expect((await bucket('cadence')).total).toBe(0);
  });

  it('says whose cadence is due and since when, proposes its channel, and leaves out who is paused or stopped', async () => {
    const manager = await world.person({ roles: ['manager'], scope: 'all' });
    const terms = { ideal: 2, maximum: 3, unit: 'calendar_days', channelIds: [CHANNEL.wechat, CHANNEL.visit] };
    const own = await known('Own', '2026-02-27', { doNotContact: [CHANNEL.wechat] });
    await manager.put(`/api/customers/${own}/cadence`, terms, { 'if-match': '1' });
    await known('By tier', '2026-02-20');
    await known('Paused', '2026-01-05', { cadencePausedUntil: '2026-03-11' });
    await known('Paused and quiet', '2026-03-09', { cadencePausedUntil: '2026-03-11' });
    await known('Stopped', '2026-01-05', { cadenceStoppedAt: new Date('2026-03-01T00:00:00Z'), cadenceStopReason: 'attempts' });
    const { items, total } = await bucket('cadence');
    expect([total, (await bucket('no_next_step')).total]).toEqual([2, 0]);
    expect(items).toMatchObject([
      { name: 'Own', channelId: CHANNEL.visit, reason: { code: 'maximum_passed', cadence: 'customer', interval: 3, unit: 'calendar_days', days: 11, daysLate: 8 } },
      { name: 'By tier', channelId: null, reason: { code: 'cadence_due', cadence: 'tier', interval: 10, unit: 'working_days', days: 18, daysLate: 4, cadenceName: null } },
    ]);
    world.clock.moveTo('2026-03-11T02:00:00Z');
    expect(names((await bucket('cadence')).items)).toEqual(['Own', 'Paused', 'By tier']);
    expect(names((await bucket('no_next_step')).items)).toEqual(['Paused and quiet']);
  });
});
