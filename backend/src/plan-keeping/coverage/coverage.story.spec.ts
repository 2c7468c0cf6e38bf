import fc from 'fast-check';
import { CHANNEL, DISPOSITION, customerOf } from '../../../test/stories.ts';
import { type TestActor, World } from '../../../test/world.ts';
import { FollowUp } from '../../follow-ups/index.ts';
import { DEFAULT_WEEK, type DayException, type WorkingCalendar, addDays, isWorkingDay, rangeOfDays, startOfIsoWeek } from '../../kernel/index.ts';
import { Plan, PlanAudience, PlanItem } from '../../plans/index.ts';
import { newId } from '../../platform/ids.ts';
import { Touchpoint } from '../../touchpoints/index.ts';
import { stretchesAway } from './absence.rules.ts';
import type { CoverageCellView, CoverageTouchpointsPage, HeatMapView, OverContactedPage, OwnerAbsentPage } from './coverage.dto.ts';

const TODAY = '2026-03-10';
const dayOf = (n: number): string => addDays(TODAY, n);

// Tuesday, 10 March 2026; eight contacts a day.
describe('coverage', () => {
  let world: World;
  let [boss, one, two, stranger]: TestActor[] = [];
  let [planId, itemId]: string[] = [];
  let customers: { id: string; owner: TestActor }[];

  beforeAll(async () => {
    world = await World.open();
    const team = await world.team('North');
    boss = await world.person({ roles: ['manager'], scope: 'all', name: 'A boss' });
    [one, two, stranger] = [await world.person({ teamId: team.id, scope: 'team', name: 'B one' }), await world.person({ teamId: team.id, name: 'C two' }), await world.person({ name: 'D stranger' })];
    customers = [];
    for (const owner of [one, one, two, two, stranger]) customers.push({ id: await customerOf(world, owner), owner });
    const personId = boss.person.id;
    await world.database.getRepository(Plan).insert({ id: (planId = newId()), name: 'Year', fromOn: '2026-01-01', untilOn: '2026-07-01', teamId: team.id, responsibleId: personId, plannerId: personId, createdById: personId, createdAt: world.clock.now(), state: 'running' });
    await world.database.getRepository(PlanItem).insert({ id: (itemId = newId()), planId, position: 0, objective: 'Item' });
    await world.database.getRepository(PlanAudience).insert({ planItemId: itemId, customerId: customers[0]!.id, how: 'frozen', addedAt: world.clock.now(), addedById: personId });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    for (const table of ['follow_ups', 'touchpoints', 'absences']) await world.database.query(`DELETE FROM ${table}`);
  });

  const read = async <T>(path: string, by: TestActor, given: Record<string, string> = {}): Promise<T> => (await by.get(`/api/coverage/${path}?${new URLSearchParams({ from: '2026-03-02', until: '2026-03-30', ...given }).toString()}`)).json<T>();
  async function touchpoint(customer: number, dueOn: string, given: Partial<Touchpoint> = {}): Promise<string> {
    const [id, at] = [newId(), world.clock.now()];
    const closed = given.state && given.state !== 'scheduled' ? { closedAt: at, closedReason: 'done' } : {};
    await world.database.getRepository(Touchpoint).insert({ id, customerId: customers[customer]!.id, ownerId: customers[customer]!.owner.person.id, dueOn, firstDueOn: dueOn, origin: 'manual', createdAt: at, createdById: boss!.person.id, ...closed, ...given });
    return id;
  }
  async function outbound(customer: number, occurredOn: string, given: Partial<FollowUp> = {}): Promise<void> {
    const ownerId = customers[customer]!.owner.person.id;
    await world.database.getRepository(FollowUp).insert({
      id: newId(), kind: 'communication', customerId: customers[customer]!.id, authorId: ownerId, ownerId, occurredAt: new Date(`${occurredOn}T02:00:00Z`), occurredOn, loggedAt: world.clock.now(), channelId: CHANNEL.phone, direction: 'outbound', dispositionId: DISPOSITION.reached, ...given,
    });
  }
  const absence = (who: TestActor, from: string, until: string) => who.post('/api/absences', { personId: who.person.id, from, until, kind: 'leave' });

  it('counts planned, kept, missed and open by person and week like a plain count, under every scope', async () => {
    const drawn = fc.array(fc.record({ customer: fc.integer({ min: 0, max: 4 }), owner: fc.integer({ min: 0, max: 2 }), day: fc.integer({ min: -20, max: 30 }), state: fc.constantFrom('scheduled', 'done', 'missed', 'cancelled'), isPlan: fc.boolean() }), { maxLength: 25 });
    const people = [one!, two!, stranger!];
    const cells = (rows: { owner: number; day: number; state: string }[], owner: number, week: string): Omit<CoverageCellView, 'capacity' | 'other'> => {
      const mine = rows.filter((row) => row.owner === owner && startOfIsoWeek(dayOf(row.day)) === week);
      const of = (state: string): number => mine.filter((row) => row.state === state).length;
      return { planned: mine.length - of('cancelled'), kept: of('done'), missed: of('missed'), open: of('scheduled') };
    };
    await fc.assert(fc.asyncProperty(drawn, async (rows) => {
      await world.database.query('DELETE FROM touchpoints');
      for (const [occurrence, { customer, owner, day, state, isPlan }] of rows.entries()) await touchpoint(customer, dayOf(day), { ownerId: people[owner]!.person.id, state, ...(isPlan ? { planItemId: itemId!, occurrence } : {}) });
      for (const [actor, sees] of [[boss!, () => true], [one!, (row: { customer: number }) => row.customer < 4]] as const) {
        for (const plan of [false, true]) {
          const map = await read<HeatMapView>('heat-map', actor, plan ? { planId: planId! } : {});
          expect(map.columns).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']);
          for (const [at, person] of people.entries()) {
            const row = map.people.find(({ personId }) => personId === person.person.id);
            const seen = rows.filter((given) => sees(given));
            const own = seen.filter(({ isPlan }) => isPlan || !plan);
            for (const [i, week] of map.columns.entries()) {
              const { planned = 0, kept = 0, missed = 0, open = 0, other = 0 } = row?.cells[i] ?? {};
              if (!row && (plan || actor === one)) continue;
              expect({ planned, kept, missed, open }).toEqual(cells(own, at, week));
              expect(other).toBe(plan ? cells(seen, at, week).planned - planned : 0);
            }
          }
        }
      }
    }), { numRuns: 12 });
  });

  it('holds the load against what fits: working days minus absence, times contacts a day', async () => {
    await absence(one!, '2026-03-10', '2026-03-13');
    const capacities = async (given: Record<string, string>) => (await read<HeatMapView>('heat-map', boss!, given)).people.find(({ personId }) => personId === one!.person.id)!.cells.map(({ capacity }) => capacity);
    expect(await capacities({})).toEqual([40, 16, 40, 40]);
    expect(await capacities({ unit: 'day', from: '2026-03-08', until: '2026-03-15' })).toEqual([0, 8, 0, 0, 0, 8, 0]);
    const errors = await read<{ errors: object[] }>('heat-map', boss!, { until: '2028-01-01' });
    expect(errors.errors).toEqual([expect.objectContaining({ field: 'until', code: 'period_too_long' })]);
  });

  it('opens each number: as many planned contacts as it says, page by page, and nobody else’s', async () => {
    for (let n = 0; n < 60; n++) await touchpoint(n % 2, dayOf(n % 5), { state: n % 3 ? 'scheduled' : 'missed' });
    await touchpoint(4, TODAY);
    const [map, first] = [await read<HeatMapView>('heat-map', one!), await read<CoverageTouchpointsPage>('touchpoints', one!)];
    const rest = await read<CoverageTouchpointsPage>('touchpoints', one!, { after: first.next! });
    expect(map.people.flatMap(({ cells }) => cells).reduce((sum, { planned }) => sum + planned, 0)).toBe(60);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([50, 10, null]);
    expect(map.people.map(({ personId }) => personId)).not.toContain(stranger!.person.id);
    expect((await read<{ errors: object[] }>('touchpoints', one!, { ownerId: stranger!.person.id })).errors).toEqual([expect.objectContaining({ field: 'ownerId' })]);
    expect((await one!.get(`/api/coverage/heat-map?from=2026-03-02&until=2026-03-30&planId=${newId()}`)).statusCode).toBe(404);
  });

  it('leaves out what an archived customer has open, in the map and behind its numbers', async () => {
    for (const state of ['scheduled', 'scheduled', 'done', 'missed'] as const) await touchpoint(0, TODAY, { state });
    await touchpoint(1, TODAY);
    const counts = async (actor: TestActor) => {
      const cells = (await read<HeatMapView>('heat-map', actor)).people.flatMap((person) => person.cells);
      const rows = (await read<CoverageTouchpointsPage>('touchpoints', actor)).items;
      const sum = (name: 'planned' | 'kept' | 'missed' | 'open'): number => cells.reduce((all, cell) => all + cell[name], 0);
      expect(rows).toHaveLength(sum('planned'));
      return { planned: sum('planned'), kept: sum('kept'), missed: sum('missed'), open: sum('open') };
    };
    for (const actor of [boss!, one!]) expect(await counts(actor)).toEqual({ planned: 5, kept: 1, missed: 1, open: 3 });
    await world.database.query('UPDATE customers SET archived_at = now() WHERE id = $1', [customers[0]!.id]);
    for (const actor of [boss!, one!]) expect(await counts(actor)).toEqual({ planned: 3, kept: 1, missed: 1, open: 1 });
    await world.database.query('UPDATE customers SET archived_at = NULL WHERE id = $1', [customers[0]!.id]);
  });

  it('lists customers with more than three outbound communications in any seven days, like a plain count', async () => {
    const drawn = fc.array(fc.record({ customer: fc.integer({ min: 0, max: 2 }), day: fc.integer({ min: 0, max: 24 }), kind: fc.constantFrom('out', 'out', 'out', 'in', 'invalid', 'withdrawn') }), { maxLength: 24 });
    await fc.assert(fc.asyncProperty(drawn, async (rows) => {
      await world.database.query('DELETE FROM follow_ups');
      for (const { customer, day, kind } of rows) await outbound(customer, addDays('2026-03-01', day), kind === 'in' ? { direction: 'inbound' } : kind === 'invalid' ? { validity: 'invalid', invalidReason: 'x' } : kind === 'withdrawn' ? { withdrawnAt: world.clock.now() } : {});
      const counting = rows.filter(({ kind, day }) => kind === 'out' && day >= 1);
      const expected = [0, 1, 2].flatMap((customer) => {
        const days = counting.filter((row) => row.customer === customer).map(({ day }) => day);
        const most = Math.max(0, ...days.map((from) => days.filter((day) => day >= from && day < from + 7).length));
        return most > 3 ? [[customers[customer]!.id, most]] : [];
      });
      const found = await read<OverContactedPage>('over-contacted', boss!);
      expect(found.items.map(({ customerId, contacts }) => [customerId, contacts]).sort()).toEqual(expected.sort());
      expect(found.items.every(({ records, contacts }) => records.length === contacts)).toBe(true);
    }), { numRuns: 15 });
    await world.database.query('DELETE FROM follow_ups');
    for (const customer of [0, 2]) for (const day of [2, 3, 4, 8]) await outbound(customer, addDays('2026-03-01', day));
    expect((await read<OverContactedPage>('over-contacted', two!)).items.map(({ customerId, fromOn }) => [customerId, fromOn])).toEqual([[customers[2]!.id, '2026-03-03']]);
    expect((await read<OverContactedPage>('over-contacted', boss!, { planId: planId! })).items.map(({ customerId }) => customerId)).toEqual([customers[0]!.id]);
    const file = await boss!.get('/api/coverage/over-contacted.csv?from=2026-03-02&until=2026-03-30');
    expect(file.body.trim().split('\r\n')).toHaveLength(3);
    expect(file.body).toContain('B one,4,2026-03-03,2026-03-03 Phone B one; 2026-03-04');
  });

  it('lists open contacts whose owner is away for all of their window, or has left', async () => {
    await absence(one!, '2026-03-12', '2026-03-17');
    const windowed = (windowFrom: string, windowUntil: string) => touchpoint(0, windowFrom, { windowFrom, windowUntil });
    const away = [await windowed('2026-03-12', '2026-03-16'), await touchpoint(0, '2026-03-13'), await windowed('2026-03-14', '2026-03-15')];
    await windowed('2026-03-11', '2026-03-16');
    await windowed('2026-03-12', '2026-03-17');
    await touchpoint(0, '2026-03-17');
    await touchpoint(0, '2026-03-13', { state: 'done' });
    const gone = await touchpoint(4, '2026-03-20');
    await world.database.query(`UPDATE people SET state = 'disabled' WHERE id = $1`, [stranger!.person.id]);
    const found = await read<OwnerAbsentPage>('owner-absent', boss!);
    expect(found.items.map(({ touchpointId }) => touchpointId).sort()).toEqual([...away, gone].sort());
    expect(found.items.find(({ touchpointId }) => touchpointId === away[0])).toMatchObject({ reason: 'away', backOn: '2026-03-17' });
    expect(found.items.find(({ touchpointId }) => touchpointId === gone)).toMatchObject({ reason: 'deactivated', backOn: null });
    expect((await read<OwnerAbsentPage>('owner-absent', one!)).items).toHaveLength(3);
    const file = await boss!.get('/api/coverage/owner-absent.csv?from=2026-03-02&until=2026-03-30');
    expect(file.body.trim().split('\r\n')).toHaveLength(5);
    await world.database.query(`UPDATE people SET state = 'active' WHERE id = $1`, [stranger!.person.id]);
  });
});

describe('stretches without work', () => {
  it('hold a window exactly when its owner works on no day of it, and an absence lies in them', () => {
    const ranges = fc.array(fc.record({ from: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 });
    fc.assert(fc.property(ranges, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 8 }), (away, from, width) => {
      const absences = away.map((one) => ({ fromOn: dayOf(one.from), untilOn: dayOf(one.from + one.days), half: null }));
      const closed = new Set(absences.flatMap(({ fromOn, untilOn }) => rangeOfDays(fromOn, untilOn)));
      const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map<string, DayException>([...closed].map((day) => [day, 'holiday'])), timeZone: 'UTC' };
      const window = rangeOfDays(dayOf(from), dayOf(from + width + 1));
      const isInside = stretchesAway(absences, calendar).some(({ fromOn, untilOn }) => fromOn <= window[0]! && untilOn > window.at(-1)!);
      const isUnworked = window.every((day) => !isWorkingDay(day, calendar));
      if (isInside) expect(isUnworked).toBe(true);
      if (isUnworked && window.some((day) => closed.has(day))) expect(isInside).toBe(true);
    }));
  });
});
