import { customerOf } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { addDays } from '../kernel/index.ts';
import { newId } from '../platform/ids.ts';
import { Touchpoint } from '../touchpoints/index.ts';

const PEOPLE = [
  { zone: 'Asia/Shanghai', away: [['2026-03-12', '2026-03-17']] },
  { zone: 'Asia/Shanghai', away: [['2026-03-05', '2026-03-10'], ['2026-03-10', '2026-03-12']] },
  { zone: 'America/Los_Angeles', away: [['2026-03-11', '2026-03-14']] },
  { zone: 'Pacific/Auckland', away: [] },
] as const;

// One rule, three places: the list's filter, My day and the calendar, on every day and night over the absences, week-ends included.
describe('overdue customers', () => {
  let world: World;
  let admin: TestActor;
  let people: TestActor[];
  const customers: string[] = [];
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-01T02:00:00Z' });
    admin = await world.administrator();
    people = [];
    for (const { zone, away } of PEOPLE) {
      const person = await world.person({ timeZone: zone });
      people.push(person);
      for (const [from, until] of away) expect((await person.post('/api/absences', { personId: person.person.id, from, until, kind: 'leave' })).statusCode).toBe(201);
    }
    for (let i = 0; i < 60; i++) {
      const owner = people[i % 4] as TestActor;
      const customerId = await customerOf(world, owner);
      customers.push(customerId);
      // Every third has a second one, of somebody else.
      for (const [n, holder] of [owner, ...(i % 3 === 0 ? [people[(i + 1 + (i % 2)) % 4] as TestActor] : [])].entries()) {
        const dueOn = addDays('2026-03-03', (i * 7 + n * 5) % 15);
        await world.database.getRepository(Touchpoint).insert({ id: newId(), customerId, ownerId: holder.person.id, dueOn, firstDueOn: dueOn, origin: 'manual', createdAt: world.clock.now(), createdById: owner.person.id });
      }
    }
    await world.database.query('SELECT refresh_contact_state($1::uuid[])', [customers]);
  });
  afterAll(() => world.close());

  const listed = async () => {
    const { items } = (await admin.get('/api/customers?nextContact=overdue&limit=100')).json<{ items: { id: string }[] }>();
    expect((await admin.get('/api/customers/count?nextContact=overdue')).json()).toEqual({ count: items.length });
    return items.map(({ id }) => id).sort();
  };
  const inMyDay = async () => {
    const days = await Promise.all(people.map(async ({ person }) => (await admin.get(`/api/my-day?personId=${person.id}`)).json<{ buckets: { bucket: string; total: number; items: { customerId: string }[] }[] }>()));
    const overdue = days.flatMap(({ buckets }) => buckets.filter(({ bucket }) => bucket === 'overdue'));
    for (const { total, items } of overdue) expect(items).toHaveLength(total);
    return [...new Set(overdue.flatMap(({ items }) => items.map(({ customerId }) => customerId)))].sort();
  };
  const inCalendars = async () => {
    const read = await Promise.all(people.map(async ({ person }) => (await admin.get(`/api/schedule?from=2026-03-01&until=2026-04-01&whose=person:${person.id}`)).json<{ entries: { isOverdue: boolean; customerId: string }[] }>()));
    return [...new Set(read.flatMap(({ entries }) => entries.filter(({ isOverdue }) => isOverdue).map(({ customerId }) => customerId)))].sort();
  };

  it('are the same in the list, in My day and in the calendars, whoever is away', async () => {
    const counts = new Set<number>();
    for (const at of ['2026-03-09T20:00:00Z', '2026-03-10T02:00:00Z', '2026-03-12T02:00:00Z', '2026-03-12T23:00:00Z', '2026-03-14T09:00:00Z', '2026-03-16T02:00:00Z', '2026-03-17T02:00:00Z', '2026-03-18T02:00:00Z', '2026-03-19T02:00:00Z']) {
      world.clock.moveTo(at);
      const overdue = await listed();
      counts.add(overdue.length);
      expect([at, await inMyDay()]).toEqual([at, overdue]);
      expect([at, await inCalendars()]).toEqual([at, overdue]);
    }
    expect(counts.size).toBeGreaterThan(4);
  });

  it('are the same in a segment', async () => {
    world.clock.moveTo('2026-03-13T02:00:00Z');
    const made = await admin.post('/api/segments', { name: 'Late', filter: { nextContact: 'overdue' } });
    expect(made.statusCode).toBe(201);
    expect((await admin.get(`/api/segments/${made.json<{ id: string }>().id}/count`)).json()).toEqual({ count: (await listed()).length });
  });
});
