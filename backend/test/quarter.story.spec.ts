import { customerOf, itemAt, planOf, stepped, withItem } from '../src/plans/plans.testing.ts';
import type { PlanView } from '../src/plans/plans.dto.ts';
import type { FiguresView, PlanProgressView } from '../src/plan-keeping/progress/progress.dto.ts';
import type { HeatMapView } from '../src/plan-keeping/coverage/coverage.dto.ts';
import { addDays } from '../src/kernel/index.ts';
import { Sessions } from '../src/people/sessions.ts';
import { CHANNEL, DISPOSITION, type Said, TIER, closeWindows, contact } from './stories.ts';
import { TestActor, World } from './world.ts';

/**
 * The first quarter of 2026 of two people, day by day, by the official calendar: 1 to 3 January and 15 to 23 February are holidays, the Sunday 4 January and the
 * Saturdays 14 and 28 February are worked. Each calls two key customers every week (window of two working days around a Monday) and visits a major one every month
 * (window of five around the 15th). What the plan comes to, by the rules, worked out by hand; of two customers of one person in one window the first is due on its
 * second and the other on its fourth day of work, of a window of only four days of work (weeks 1 and 12) alike:
 *
 *   week   due      window             first    other        month  due      window             visit
 *    1     5 Jan     1 Jan to  7 Jan    5 Jan    7 Jan         1     15 Jan    8 Jan to 22 Jan   15 Jan
 *    2    12 Jan     8 Jan to 14 Jan    9 Jan   13 Jan         2     24 Feb   10 Feb to  2 Mar   24 Feb   the 15th is a holiday
 *    3    19 Jan    15 Jan to 21 Jan   16 Jan   20 Jan         3     16 Mar    9 Mar to 23 Mar   16 Mar   the 15th is a Sunday
 *    4    26 Jan    22 Jan to 28 Jan   23 Jan   27 Jan
 *    5     2 Feb    29 Jan to  4 Feb   30 Jan    3 Feb
 *    6     9 Feb     5 Feb to 11 Feb    6 Feb   10 Feb
 *    7    24 Feb    13 Feb to 26 Feb   14 Feb   25 Feb         Monday 16 and Monday 23 February are holidays: one contact on the day after both
 *    8     2 Mar    27 Feb to  4 Mar   28 Feb    3 Mar
 *    9     9 Mar     5 Mar to 11 Mar    6 Mar   10 Mar
 *   10    16 Mar    12 Mar to 18 Mar   13 Mar   17 Mar
 *   11    23 Mar    19 Mar to 25 Mar   20 Mar   24 Mar
 *   12    30 Mar    26 Mar to 31 Mar   27 Mar   31 Mar         cut to the quarter
 */
const KEY_DUE = {
  first: ['2026-01-05', '2026-01-09', '2026-01-16', '2026-01-23', '2026-01-30', '2026-02-06', '2026-02-14', '2026-02-28', '2026-03-06', '2026-03-13', '2026-03-20', '2026-03-27'],
  other: ['2026-01-07', '2026-01-13', '2026-01-20', '2026-01-27', '2026-02-03', '2026-02-10', '2026-02-25', '2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31'],
};
const MAJOR_DUE = ['2026-01-15', '2026-02-24', '2026-03-16'];
const FIGURES = ['planned', 'due', 'kept', 'late', 'punctual', 'missed', 'cancelled', 'open'] as const;

type Figures = Record<(typeof FIGURES)[number], number>;
type Touchpoint = Said & { occurrence: number; ownerId: string };

describe('a quarter of a plan', () => {
  let world: World;
  let [admin, boss, lead, anna, ben]: TestActor[] = [];
  let plan: PlanView;
  const customers = new Map<string, string>();
  const of = (name: string): string => customers.get(name)!;
  const figures = (view: FiguresView): Figures => Object.fromEntries(FIGURES.map((key) => [key, view[key]])) as Figures;
  const progress = async (): Promise<PlanProgressView> => (await boss!.get(`/api/plans/${plan.id}/progress`)).json<PlanProgressView>();
  const touchpoints = async (name: string, state = ''): Promise<Touchpoint[]> =>
    (await boss!.get(`/api/customers/${of(name)}/touchpoints?${state && `state=${state}`}`)).json<{ items: Touchpoint[] }>().items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const openOn = async (name: string, dueOn: string): Promise<Touchpoint> => (await touchpoints(name, 'scheduled')).find((one) => one.dueOn === dueOn)!;
  const segmentOf = async (name: string, tierId: string): Promise<string> => (await lead!.post('/api/segments', { name, filter: { tierIds: [tierId] } })).json<{ id: string }>().id;
  const ok = (answer: Awaited<ReturnType<TestActor['get']>>): typeof answer => {
    if (answer.statusCode > 201) throw new Error(`${world.clock.now().toISOString()} ${answer.body}`);
    return answer;
  };
  const until = async (isReached: () => Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 300 && !(await isReached()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await isReached()).toBe(true);
  };

  /** Lets the days pass until the morning of a day; soon after each midnight windows that are over are closed, as the hourly job does. */
  async function until10(day: string): Promise<void> {
    for (let on = world.clock.now().toISOString().slice(0, 10); on < day; ) {
      on = addDays(on, 1);
      world.clock.moveTo(`${on}T00:10:00+08:00`);
      await closeWindows(world);
      world.clock.moveTo(`${on}T10:00:00+08:00`);
      for (const actor of [boss!, lead!, anna!, ben!]) ok(await actor.get('/api/session'));
    }
  }

  /** A contact of that morning: it reached unless something else is said. Answers whether it kept a touchpoint, and why. */
  async function log(day: string, who: TestActor, name: string, given: object = {}): Promise<string | null> {
    await until10(day);
    const channelId = name.endsWith('major') ? CHANNEL.visit : CHANNEL.phone;
    return ok(await who.post('/api/follow-ups', contact(of(name), { channelId, ...given }))).json<{ countedBecause: string | null }>().countedBecause;
  }

  const [noAnswer, busy, voicemail] = [DISPOSITION.noAnswer, DISPOSITION.busy, DISPOSITION.voicemail].map((dispositionId) => ({ dispositionId }));
  const kept = 'plan_window';

  beforeAll(async () => {
    world = await World.open({ at: '2025-12-15T02:00:00Z' });
    const team = await world.team('North');
    admin = await world.administrator();
    boss = await world.person({ roles: ['manager'], scope: 'all', name: 'Boss' });
    lead = await world.person({ roles: ['manager', 'team_lead'], teamId: team.id, scope: 'team', reportsToId: boss.person.id, name: 'Lead' });
    anna = await world.person({ teamId: team.id, scope: 'team', reportsToId: lead.person.id, name: 'Anna' });
    ben = await world.person({ teamId: team.id, scope: 'team', reportsToId: lead.person.id, name: 'Ben' });
    ok(await admin.post('/api/calendar/official', { region: 'CN', year: 2026 }));
    for (const [who, name] of [[anna, 'Anna'], [ben, 'Ben']] as const) {
      for (const key of ['first', 'other']) customers.set(`${name} ${key}`, (await customerOf(who, { name: `${name} ${key}`, tierId: TIER.key })).id);
      customers.set(`${name} major`, (await customerOf(who, { name: `${name} major`, tierId: TIER.major })).id);
    }
  });
  afterAll(() => world.close());

  // Nobody is signed in for more than ninety days.
  const again = async ({ person }: TestActor): Promise<TestActor> => new TestActor(world.app, person, await world.app.get(Sessions).open(person.id, { userAgent: 'test', address: '127.0.0.1' }));
  const signIn = async (): Promise<void> => {
    [boss, lead, anna, ben] = [await again(boss!), await again(lead!), await again(anna!), await again(ben!)];
  };
  beforeEach(signIn);

  it('comes to what the calendar says: holidays are skipped, make-up days are worked', async () => {
    plan = await planOf(lead!, { name: 'First quarter', fromOn: '2026-01-01', untilOn: '2026-04-01' });
    plan = await withItem(lead!, plan, { objective: 'Weekly call', startsOn: '2026-01-05', recurrence: 'FREQ=WEEKLY', windowDays: 2, channelId: CHANNEL.phone, segmentId: await segmentOf('Key', TIER.key) });
    plan = await withItem(lead!, plan, { objective: 'Monthly visit', startsOn: '2026-01-15', recurrence: 'FREQ=MONTHLY', windowDays: 5, channelId: CHANNEL.visit, segmentId: await segmentOf('Major', TIER.major) });
    plan = await stepped(boss!, await stepped(lead!, plan, 'submission'), 'approval');
    await until(async () => (await progress()).expansion?.state === 'done');
    for (const name of ['Anna', 'Ben']) {
      for (const key of ['first', 'other'] as const) expect((await touchpoints(`${name} ${key}`)).map(({ dueOn }) => dueOn)).toEqual(KEY_DUE[key]);
      expect((await touchpoints(`${name} major`)).map(({ dueOn }) => dueOn)).toEqual(MAJOR_DUE);
    }
    plan = await stepped(lead!, plan, 'start');
    expect(await progress()).toMatchObject({ expansion: { wanted: 54, done: 54, skipped: [] }, pace: null, reach: { count: 0, n: 6 } });
  });

  it('in January: kept in the window, early and late outside of it, attempts, an invalid contact', async () => {
    expect(await log('2026-01-04', ben!, 'Ben first')).toBe(kept); // a Sunday that is worked
    expect(await log('2026-01-05', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-01-06', anna!, 'Anna major')).toBeNull(); // two days before its window
    expect(await log('2026-01-06', ben!, 'Ben first')).toBeNull(); // week 1 is kept, and week 2 begins on the 8th; nobody calls then
    expect(await log('2026-01-07', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-01-07', ben!, 'Ben other')).toBe(kept);
    expect(await log('2026-01-09', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-01-12', ben!, 'Ben other')).toBe(kept);
    expect(await log('2026-01-13', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-01-14', anna!, 'Anna major')).toBe(kept);
    expect(await log('2026-01-16', anna!, 'Anna first', noAnswer)).toBeNull();
    expect(await log('2026-01-16', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-01-19', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-01-19', anna!, 'Anna other', voicemail)).toBeNull();
    expect(await log('2026-01-20', ben!, 'Ben other', { validity: 'invalid', invalidReason: 'It was another company of that name' })).toBeNull();
    expect(await log('2026-01-22', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-01-23', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-01-23', ben!, 'Ben major')).toBeNull(); // a day after its window
    expect(await log('2026-01-27', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-01-28', ben!, 'Ben other')).toBe(kept);
    expect(await log('2026-01-30', anna!, 'Anna first')).toBe(kept);

    await until10('2026-02-01');
    await expectTable({
      // Due by hand: first 5, 9, 16, 23, 30; other 7, 13, 20, 27; visit 15 January. Missed: other, week 3 (an attempt is no contact).
      anna: { planned: 27, due: 10, kept: 9, late: 0, punctual: 9, missed: 1, cancelled: 0, open: 17 },
      // Missed: first, week 2; other, week 3 (the contact was invalid); the visit. First, week 5 (30 January) is due and still open: its window ends on 4 February.
      ben: { planned: 27, due: 10, kept: 6, late: 0, punctual: 6, missed: 3, cancelled: 0, open: 18 },
      // 31 of 90 days of 54: 18.6, on schedule from 14.88 to 22.32. Reached: all but Ben's major one.
      pace: { elapsed: 31 / 90, goal: 54, lower: 14.88, upper: 22.32, verdict: 'on_schedule' },
      reach: [5, 6],
    });
  });

  it('in February: an absence that is delegated, Spring Festival, a late log', async () => {
    world.clock.moveTo('2026-02-01T10:00:00+08:00');
    const away = { from: '2026-02-02', until: '2026-02-07' };
    const handling = { way: 'delegate', toId: anna!.person.id };
    // Due from 2 to 6 February: other, week 5 (3 February), and first, week 6 (6 February).
    const { total, changed, expected } = ok(await ben!.post('/api/reschedulings/preview', { ...away, ...handling, personId: ben!.person.id, isAway: true })).json<{ total: number; changed: number; expected: string }>();
    expect([total, changed]).toEqual([2, 2]);
    ok(await ben!.post('/api/absences', { ...away, personId: ben!.person.id, kind: 'leave', handling: { ...handling, expected } }));

    expect(await log('2026-02-03', anna!, 'Ben other')).toBe(kept);
    expect(await log('2026-02-04', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-02-06', anna!, 'Anna first')).toBe(kept);
    // A call of 20 January that was forgotten: week 3 had been counted as missed.
    expect(await log('2026-02-09', anna!, 'Anna other', { occurredAt: '2026-01-20T02:00:00Z' })).toBe('plan_window_late');
    expect(await log('2026-02-10', ben!, 'Ben first')).toBe(kept); // Anna's touchpoint by now: it counts for her
    expect(await log('2026-02-11', anna!, 'Anna major')).toBe(kept);
    expect(await log('2026-02-11', ben!, 'Ben other', busy)).toBeNull();
    expect(await log('2026-02-12', anna!, 'Anna other')).toBeNull(); // week 6 ended yesterday, week 7 begins tomorrow
    expect(await log('2026-02-14', anna!, 'Anna first')).toBe(kept); // a Saturday that is worked
    expect(await log('2026-02-17', anna!, 'Anna other')).toBe(kept); // a New Year's greeting on a holiday inside the window
    expect(await log('2026-02-24', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-02-26', ben!, 'Ben other')).toBe(kept);
    expect(await log('2026-02-27', ben!, 'Ben major', { evaluation: 1 })).toBe(kept); // kept, but not effective: not reached
    expect(await log('2026-02-28', anna!, 'Anna first')).toBe(kept); // a Saturday that is worked

    await until10('2026-03-01');
    await expectTable({
      // January: 10 due, now 10 kept, one late. February, of her own: first 6, 14, 28; other 3, 10, 25; visit 24: 7 due, 6 kept. Delegated: 2 due, 2 kept.
      anna: { planned: 29, due: 19, kept: 18, late: 1, punctual: 18, missed: 1, cancelled: 0, open: 10 },
      // January: 10 due, 6 kept, 4 missed (week 5, too). February: first 14 and 28 (open until 4 March), other 10 (missed) and 25, visit 24: 5 due, 3 kept, 1 missed.
      ben: { planned: 25, due: 15, kept: 9, late: 0, punctual: 9, missed: 5, cancelled: 0, open: 11 },
      // 59 of 90 days of 54: 35.4, on schedule from 28.32; 27 are kept.
      pace: { elapsed: 59 / 90, goal: 54, lower: 28.32, upper: 42.48, verdict: 'under' },
      reach: [5, 6],
    });
  });

  it('in March: a reassignment, a cancellation, somebody who leaves the audience, a choice by hand', async () => {
    expect(await log('2026-03-02', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-03-03', ben!, 'Ben other')).toBe(kept);
    expect(await log('2026-03-04', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-03-06', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-03-06', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-03-06', anna!, 'Anna major', { touchpointId: (await openOn('Anna major', '2026-03-16')).id })).toBe('chosen'); // before its window
    await until10('2026-03-09');
    // Due from 16 to 20 March: first, week 11 (20 March); other, week 10 (17 March); the visit (16 March). Anna works on those days, so they stay.
    expect(ok(await lead!.post('/api/reassignments', { way: 'assign', toIds: [anna!.person.id], planId: plan.id, ownerIds: [ben!.person.id], from: '2026-03-16', until: '2026-03-21' })).json()).toMatchObject({ changed: 3 });
    expect(await log('2026-03-10', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-03-11', ben!, 'Ben other')).toBe(kept);
    await until10('2026-03-12');
    const { id, version } = await openOn('Anna first', '2026-03-13');
    ok(await anna!.post(`/api/touchpoints/${id}/cancellation`, { reason: 'They take stock this week' }, { 'if-match': String(version) }));
    expect(await log('2026-03-13', ben!, 'Ben first')).toBe(kept);
    expect(await log('2026-03-17', anna!, 'Ben other', noAnswer)).toBeNull();
    expect(await log('2026-03-17', anna!, 'Ben major')).toBe(kept);
    expect(await log('2026-03-18', anna!, 'Anna other')).toBe(kept);
    expect(await log('2026-03-19', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-03-20', anna!, 'Ben first')).toBe(kept);
    await until10('2026-03-23');
    // Weeks 11 (24 March) and 12 (31 March) are still open.
    ok(await lead!.patch(`/api/plans/${plan.id}/items/${itemAt(plan, 0).id}/audience`, { remove: [of('Ben other')] }));
    await until(async () => (await progress()).total.cancelled === 3);
    expect(await log('2026-03-24', anna!, 'Anna other', noAnswer)).toBeNull();
    expect(await log('2026-03-25', ben!, 'Ben first')).toBeNull(); // week 11 is kept, week 12 begins tomorrow
    expect(await log('2026-03-27', anna!, 'Anna first')).toBe(kept);
    expect(await log('2026-03-31', anna!, 'Anna other')).toBe(kept);

    await until10('2026-04-01');
    await expectTable({
      // To the 29 of 1 March come 3 reassigned, one is cancelled. March: first 6, 20, 27; other 3, 10, 17, 31; the visit, by choice; of Ben's first 20 and the visit: 10 kept.
      // Missed: other, week 6; other, week 11; of Ben's other, week 10. Not punctual: the visit of 6 March.
      anna: { planned: 31, due: 31, kept: 28, late: 1, punctual: 27, missed: 3, cancelled: 1, open: 0 },
      // Of the 25 of 1 March 3 are reassigned and 2 cancelled. March: first, weeks 8, 9, 10; other, weeks 8, 9: 5 kept. Missed since: first, week 12.
      ben: { planned: 20, due: 20, kept: 14, late: 0, punctual: 14, missed: 6, cancelled: 2, open: 0 },
      // All 90 days: 51, on schedule from 40.8 to 61.2. Whoever has left counts in no audience, and Ben's major one has been reached by Anna.
      pace: { elapsed: 1, goal: 51, lower: 40.8, upper: 61.2, verdict: 'on_schedule' },
      reach: [5, 5],
    });
  });

  it('by person and month of the due day it is the same', async () => {
    // Anna: January 10, the late one among them; February 7 of her own and 2 delegated; March 9 of her own and 3 reassigned. Missed: other, weeks 6 and 11; of Ben's other, week 10.
    expect(await monthsOf(anna!)).toEqual([{ planned: 10, kept: 10, missed: 0, open: 0 }, { planned: 9, kept: 8, missed: 1, open: 0 }, { planned: 12, kept: 10, missed: 2, open: 0 }]);
    // Ben: January 10; February 7 less 2; March 10 less 3 reassigned and 2 cancelled. Missed: first 2, 5, other 3, the visit; other 6; first 12.
    expect(await monthsOf(ben!)).toEqual([{ planned: 10, kept: 6, missed: 4, open: 0 }, { planned: 5, kept: 4, missed: 1, open: 0 }, { planned: 5, kept: 4, missed: 1, open: 0 }]);
  });

  it('by item it is the same', async () => {
    const [weekly, monthly] = (await progress()).items;
    // 4 customers in 12 weeks less 3 cancelled; missed: Anna's other 6 and 11, Ben's first 2, 5 and 12, Ben's other 3, 6 and 10.
    expect(figures(weekly!)).toEqual({ planned: 45, due: 45, kept: 37, late: 1, punctual: 37, missed: 8, cancelled: 3, open: 0 });
    expect([weekly!.reach.count, weekly!.reach.n]).toEqual([3, 3]);
    // 2 customers in 3 months; missed: Ben's in January; too early by choice: Anna's in March.
    expect(figures(monthly!)).toEqual({ planned: 6, due: 6, kept: 5, late: 0, punctual: 4, missed: 1, cancelled: 0, open: 0 });
    expect([monthly!.reach.count, monthly!.reach.n]).toEqual([2, 2]);
  });

  it('once closed still takes what is logged within thirty days of its end, and nothing after', async () => {
    await until10('2026-04-02');
    expect((await boss!.get(`/api/plans/${plan.id}/closing`)).json()).toEqual({ open: 0, due: 0 });
    plan = await stepped(lead!, plan, 'closing');
    await until10('2026-04-30');
    await signIn();
    const forgotten = (occurredAt: string) => ben!.post('/api/follow-ups', contact(of('Ben first'), { occurredAt }));
    expect(ok(await forgotten('2026-03-30T02:00:00Z')).json()).toMatchObject({ countedBecause: 'plan_window_late' }); // first, week 12
    await until10('2026-05-01');
    expect(ok(await forgotten('2026-01-09T02:00:00Z')).json()).toMatchObject({ countedBecause: null }); // first, week 2: a day too late
    const { total, people } = await progress();
    expect(figures(total)).toEqual({ planned: 51, due: 51, kept: 43, late: 2, punctual: 42, missed: 8, cancelled: 3, open: 0 });
    expect(people.map(({ kept: count, missed }) => [count, missed])).toEqual([[28, 3], [15, 5]]);
  });

  /** What the heat map of the plan says of somebody, its days added up to the three months. */
  async function monthsOf({ person }: TestActor): Promise<Pick<Figures, 'planned' | 'kept' | 'missed' | 'open'>[]> {
    const months = [];
    for (const [from, before] of [['2026-01-01', '2026-02-01'], ['2026-02-01', '2026-03-01'], ['2026-03-01', '2026-04-01']] as const) {
      const { people } = ok(await boss!.get(`/api/coverage/heat-map?planId=${plan.id}&from=${from}&until=${before}&unit=day`)).json<HeatMapView>();
      const cells = people.find(({ personId }) => personId === person.id)?.cells ?? [];
      const sum = (key: 'planned' | 'kept' | 'missed' | 'open'): number => cells.reduce((total, cell) => total + cell[key], 0);
      months.push({ planned: sum('planned'), kept: sum('kept'), missed: sum('missed'), open: sum('open') });
    }
    return months;
  }

  interface Table { anna: Figures; ben: Figures; pace: { elapsed: number; goal: number; lower: number; upper: number; verdict: string }; reach: [number, number] }

  /** What the product answers is what was worked out by hand: by person, in all, against the pace, reach, and the shares of those. */
  async function expectTable(table: Table): Promise<void> {
    const seen = await progress();
    const sum = Object.fromEntries(FIGURES.map((key) => [key, table.anna[key] + table.ben[key]])) as Figures;
    expect(Object.fromEntries(seen.people.map((one) => [one.personId === anna!.person.id ? 'anna' : one.personId === ben!.person.id ? 'ben' : one.personId, figures(one)]))).toEqual({ anna: table.anna, ben: table.ben });
    expect(figures(seen.total)).toEqual(sum);
    expect(seen.pace).toEqual({ ...table.pace, elapsed: expect.closeTo(table.pace.elapsed, 6), lower: expect.closeTo(table.pace.lower, 6), upper: expect.closeTo(table.pace.upper, 6) });
    expect([seen.reach.count, seen.reach.n]).toEqual(table.reach);
    expect(seen.total.attainment).toMatchObject({ count: sum.kept, n: sum.due, value: sum.kept / sum.due });
    expect(seen.total.punctuality).toMatchObject({ count: sum.punctual, n: sum.due, value: sum.punctual / sum.due });
  }
});
