import fc from 'fast-check';
import { CHANNEL, DISPOSITION, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { FollowUp } from '../../follow-ups/index.ts';
import { daysBetween } from '../../kernel/index.ts';
import { Plan, PlanAudience, PlanItem } from '../../plans/index.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import type { FiguresView, NotReachedPage, PlanProgressView } from './progress.dto.ts';

const TODAY = '2026-03-10';

describe('the progress of a plan', () => {
  let world: World;
  let [boss, one, two, stranger]: TestActor[] = [];
  let planId: string;
  let itemIds: string[];
  let customers: { id: string; owner: TestActor }[];

  beforeAll(async () => {
    world = await World.open();
    const team = await world.team('North');
    boss = await world.person({ roles: ['manager'], scope: 'all' });
    [one, two] = [await world.person({ teamId: team.id, scope: 'team' }), await world.person({ teamId: team.id })];
    stranger = await world.person();
    customers = [];
    for (const owner of [one, one, two, two, two, boss]) customers.push({ id: await customerOf(world, owner), owner });
    const personId = boss.person.id;
    await world.database.getRepository(Plan).insert({ id: (planId = newId()), name: 'Year', fromOn: '2026-01-01', untilOn: '2026-07-01', teamId: team.id, responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running' });
    itemIds = [newId(), newId(), newId()];
    for (const [position, id] of itemIds.entries()) await world.database.getRepository(PlanItem).insert({ id, planId, position, objective: `Item ${position}`, targetCount: position === 1 ? 3 : null });
  });
  afterAll(() => world.close());

  const progressOf = async (actor: TestActor): Promise<PlanProgressView> => (await actor.get(`/api/plans/${planId}/progress`)).json<PlanProgressView>();

  it('knows nothing before anything is planned, and says so', async () => {
    const seen = await progressOf(boss!);
    expect(seen).toMatchObject({ expansion: { state: 'waiting' }, pace: null, total: { planned: 0, attainment: { value: null, n: 0 }, punctuality: { value: null } }, reach: { value: null, n: 0 }, people: [] });
    expect((await stranger!.get(`/api/plans/${planId}/progress`)).statusCode).toBe(404);
    expect((await stranger!.get(`/api/plans/${planId}/not-reached`)).statusCode).toBe(404);
  });

  it('leaves out what an archived customer has open', async () => {
    const drawn = (customer: number, state: 'scheduled' | 'done') => ({ customer, item: 0, owner: 0, state, day: -3, isEffective: true, contactDay: 0, isLate: false });
    await write([drawn(0, 'scheduled'), drawn(0, 'done'), drawn(1, 'scheduled')], []);
    expect((await progressOf(boss!)).total).toMatchObject({ planned: 3, due: 3, kept: 1, open: 2 });
    await world.database.query('UPDATE customers SET archived_at = now() WHERE id = $1', [customers[0]!.id]);
    expect((await progressOf(boss!)).total).toMatchObject({ planned: 2, due: 2, kept: 1, open: 1 });
    await world.database.query('UPDATE customers SET archived_at = NULL WHERE id = $1', [customers[0]!.id]);
    await write([], []);
  });

  interface Drawn { customer: number; item: number; owner: number; state: 'scheduled' | 'done' | 'missed' | 'cancelled'; day: number; isEffective: boolean; contactDay: number; isLate: boolean }
  const dayOf = (day: number): string => new Date(Date.parse(TODAY) + day * 86_400_000).toISOString().slice(0, 10);
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    customer: fc.integer({ min: 0, max: 5 }), item: fc.integer({ min: 0, max: 2 }), owner: fc.integer({ min: 0, max: 1 }), state: fc.constantFrom('scheduled', 'done', 'missed', 'cancelled'),
    day: fc.integer({ min: -40, max: 40 }), isEffective: fc.boolean(), contactDay: fc.integer({ min: -8, max: 8 }), isLate: fc.boolean(),
  });

  async function write(touchpoints: readonly Drawn[], members: readonly (readonly [number, number])[]): Promise<void> {
    for (const table of ['follow_ups', 'touchpoints', 'plan_audience']) await world.database.query(`DELETE FROM ${table}`);
    for (const [item, customer] of members) await world.database.getRepository(PlanAudience).insert({ planItemId: itemIds[item]!, customerId: customers[customer]!.id, how: 'frozen', addedAt: world.clock.now(), addedById: boss!.person.id });
    for (const [index, given] of touchpoints.entries()) {
      const [id, dueOn, at] = [newId(), dayOf(given.day), world.clock.now()];
      const base = { customerId: customers[given.customer]!.id, ownerId: [one!, two!][given.owner]!.person.id };
      await world.database.getRepository(Touchpoint).insert({
        ...base, id, dueOn, firstDueOn: dueOn, origin: 'plan', planItemId: itemIds[given.item]!, occurrence: index, windowFrom: dayOf(given.day - 5), windowUntil: dayOf(given.day + 5), state: given.state,
        closedAt: given.state === 'scheduled' ? null : at, closedReason: given.state === 'cancelled' ? 'plan_closed' : given.state === 'done' && given.isLate ? 'logged_late' : null, createdAt: at, createdById: boss!.person.id,
      });
      if (given.state !== 'done') continue;
      const occurredOn = dayOf(given.day + given.contactDay);
      await world.database.getRepository(FollowUp).insert({
        ...base, id: newId(), kind: 'communication', authorId: base.ownerId, occurredAt: new Date(`${occurredOn}T02:00:00Z`), occurredOn, loggedAt: at, channelId: CHANNEL.phone, direction: 'outbound',
        dispositionId: DISPOSITION.reached, isEffective: given.isEffective, touchpointId: id, countedBecause: 'plan_window',
      });
    }
  }

  /** The same numbers the plain way: arrays and no SQL. */
  function plainly(all: readonly Drawn[], members: readonly (readonly [number, number])[], sees: (customer: number) => boolean) {
    const seen = all.filter(({ customer }) => sees(customer));
    const figures = (rows: readonly Drawn[]) => {
      const of = (state: Drawn['state']): Drawn[] => rows.filter((row) => row.state === state);
      const due = of('done').length + of('missed').length + of('scheduled').filter(({ day }) => day < 0).length;
      return {
        planned: rows.length - of('cancelled').length, due, kept: of('done').length, late: of('done').filter(({ isLate }) => isLate).length, punctual: of('done').filter(({ contactDay }) => Math.abs(contactDay) <= 5).length,
        missed: of('missed').length, cancelled: of('cancelled').length, open: of('scheduled').length,
      };
    };
    const reached = (customer: number, item?: number): boolean => all.some((row) => row.customer === customer && row.state === 'done' && row.isEffective && (item === undefined || row.item === item));
    const mine = members.filter(([, customer]) => sees(customer));
    const audience = [...new Set(mine.map(([, customer]) => customer))];
    const items = [0, 1, 2].map((item) => {
      const inItem = mine.filter(([of]) => of === item).map(([, customer]) => customer);
      return { ...figures(seen.filter((row) => row.item === item)), reach: [inItem.filter((customer) => reached(customer, item)).length, inItem.length] };
    });
    const goal = items.reduce((sum, { planned }, item) => sum + (item === 1 ? Math.min(3, planned) : planned), 0);
    const people = [0, 1].map((owner) => figures(seen.filter((row) => row.owner === owner)));
    const expected = (daysBetween('2026-01-01', TODAY) / daysBetween('2026-01-01', '2026-07-01')) * goal;
    const total = figures(seen);
    const verdict = goal === 0 ? null : total.kept < expected * 0.8 ? 'under' : total.kept > expected * 1.2 ? 'over' : 'on_schedule';
    const ofFirstItem = mine.filter(([item, customer]) => item === 0 && customers[customer]!.owner === one && !reached(customer, 0)).map(([, customer]) => customers[customer]!.id).sort();
    return { total, items, people, verdict, ofFirstItem, reach: [audience.filter((customer) => reached(customer)).length, audience.length], notReached: audience.filter((customer) => !reached(customer)).map((customer) => customers[customer]!.id).sort() };
  }

  const plain = ({ planned, due, kept, late, punctual, missed, cancelled, open }: FiguresView) => ({ planned, due, kept, late, punctual, missed, cancelled, open });

  it('equals a plain second count on random data, under every scope', async () => {
    const isSeenBy = (actor: TestActor) => (customer: number): boolean => actor === boss || (actor === one && customer < 5) || customers[customer]!.owner === actor;
    const audience = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 5 })), { selector: ([item, customer]) => `${item} ${customer}` });
    await fc.assert(fc.asyncProperty(fc.array(drawn, { maxLength: 30 }), audience, async (touchpoints, members) => {
      await write(touchpoints, members);
      for (const actor of [boss!, one!, two!]) {
        const [seen, wanted] = [await progressOf(actor), plainly(touchpoints, members, isSeenBy(actor))];
        expect(plain(seen.total)).toEqual(wanted.total);
        expect([seen.reach.count, seen.reach.n]).toEqual(wanted.reach);
        expect(seen.items.map((item) => ({ ...plain(item), reach: [item.reach.count, item.reach.n] }))).toEqual(wanted.items);
        for (const [at, person] of [one!, two!].entries()) {
          const found = seen.people.find(({ personId }) => personId === person.person.id);
          expect(found ? plain(found) : plainly([], [], () => true).total).toEqual(wanted.people[at]);
        }
        expect(seen.pace?.verdict ?? null).toBe(wanted.verdict);
        expect(seen.total.attainment).toMatchObject({ count: wanted.total.kept, n: wanted.total.due, value: wanted.total.due === 0 ? null : wanted.total.kept / wanted.total.due });
        expect(seen.total.punctuality).toMatchObject({ count: wanted.total.punctual, n: wanted.total.due });
        const list = (await actor.get(`/api/plans/${planId}/not-reached`)).json<NotReachedPage>();
        expect(list.items.map(({ customerId }) => customerId).sort()).toEqual(wanted.notReached);
        const ofItem = (await actor.get(`/api/plans/${planId}/not-reached?itemId=${itemIds[0]!}&ownerId=${one!.person.id}`)).json<NotReachedPage>();
        expect(ofItem.items.map(({ customerId }) => customerId).sort()).toEqual(wanted.ofFirstItem);
      }
    }), { numRuns: 15 });
  });

  it('lists those not reached page by page, and all of them as a file', async () => {
    for (const table of ['follow_ups', 'touchpoints', 'plan_audience']) await world.database.query(`DELETE FROM ${table}`);
    const made = `INSERT INTO customers SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'name', 'Many ' || n, 'sort_name', 'many ' || lpad(n::text, 3, '0')))).* FROM customers c, generate_series(1, 120) n WHERE id = $1`;
    await world.database.query(made, [customers[0]!.id]);
    await world.database.query(`INSERT INTO plan_audience (plan_item_id, customer_id, how, added_at, added_by_id) SELECT $1, id, 'frozen', now(), $2 FROM customers WHERE name LIKE 'Many %'`, [itemIds[0], boss!.person.id]);
    const names: string[] = [];
    let after: string | null = '';
    for (let pages = 0; after !== null; pages++) {
      const page: NotReachedPage = (await boss!.get(`/api/plans/${planId}/not-reached${after && `?after=${encodeURIComponent(after)}`}`)).json<NotReachedPage>();
      names.push(...page.items.map(({ name }) => name));
      after = page.next;
      expect(pages).toBeLessThan(3);
    }
    expect(names).toEqual(Array.from({ length: 120 }, (_, i) => `Many ${i + 1}`));
    const file = await boss!.get(`/api/plans/${planId}/not-reached.csv`);
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.body.trim().split('\r\n');
    expect([lines.length, lines[0], lines[1]]).toEqual([121, 'Customer,Owner,Next contact of the plan,Missed,Last contact', `Many 1,${one!.person.name},,0,`]);
    expect((await two!.get(`/api/plans/${planId}/not-reached.csv`)).body.trim().split('\r\n')).toHaveLength(1);
    expect((await two!.get(`/api/plans/${planId}/closing`)).statusCode).toBe(403);
  });
});
