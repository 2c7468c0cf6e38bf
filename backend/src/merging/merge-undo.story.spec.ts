import { CHANNEL, type Said, closeWindows } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { customerOf, logged, merge, ofPlan, planItem, planned, read, refusals, undo } from './merging.testing.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('merges', () => {
  let world: World;
  let sales: TestActor;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.moveTo('2026-03-10T02:00:00Z'));

  const made = async (actor: TestActor, given: object): Promise<{ id: string; version: number }> => (await actor.post('/api/customers', { kind: 'organisation', ...given })).json();
  const state = async (id: string): Promise<string> => (await sales.get(`/api/touchpoints/${id}`)).json<Said>().state;
  const keptBy = async (id: string): Promise<unknown[]> => {
    const [row] = await world.database.query<{ touchpoint_id: string | null; counted_because: string | null }[]>('SELECT touchpoint_id, counted_because FROM follow_ups WHERE id = $1', [id]);
    return [row!.touchpoint_id, row!.counted_because];
  };

  describe('come apart again', () => {
    it('with what was logged since staying with the kept one, and what was changed since staying changed', async () => {
      const kept = await made(sales, { name: 'Kept', tags: ['a'] });
      const other = await made(sales, { name: 'Other', tags: ['b'], contactPeople: [{ name: 'Qian', contactPoints: [{ kind: 'phone', value: '13700000000' }] }] });
      const person = (await read(sales, other.id)).contactPeople[0]!;
      world.clock.moveTo('2026-03-10T02:00:01Z');
      const theirs = await planned(sales, other.id, '2026-03-11', { channelId: CHANNEL.phone });
      const { id } = await merge(sales, kept.id, other.id, ['name']);
      world.clock.moveTo('2026-03-11T02:00:00Z');
      const since = await logged(sales, kept.id, { contactPersonId: person.id });
      expect(since.keptTouchpointId).toBe(theirs);
      const { version, tags } = await read(sales, kept.id);
      await sales.patch(`/api/customers/${kept.id}`, { tags: [...tags, 'new'], industry: 'Paper' }, { 'if-match': `"${version}"` });
      await undo(sales, id);
      const [mine, their] = [await read(sales, kept.id), await read(sales, other.id)];
      expect(mine).toMatchObject({ name: 'Kept', tags: ['a', 'new'], industry: 'Paper', merges: [], contactPeople: [{ name: 'Qian', contactPoints: [] }] });
      expect(Date.parse(mine.lastContactAt!)).toBe(Date.parse('2026-03-11T02:00:00Z'));
      expect(their).toMatchObject({ name: 'Other', archivedAt: null, mergedInto: null, lastContactAt: null, nextTouchpointOn: '2026-03-11', contactPeople: [{ id: person.id }] });
      expect([await keptBy(since.id), await state(theirs)]).toEqual([[null, null], 'scheduled']);
      await undo(sales, id);
      expect(await read(sales, kept.id)).toEqual(mine);
    });

    it('within thirty days, the last one first, by who sees both', async () => {
      const [a, b, c, d] = [await customerOf(world, sales), await customerOf(world, sales), await customerOf(world, sales), await customerOf(world, sales)];
      const first = await merge(sales, a, b);
      world.clock.pass(1_000);
      const second = await merge(sales, a, c);
      const refused = await sales.post(`/api/merges/${first.id}/undo`);
      expect([refused.statusCode, refused.json<Said>().code]).toEqual([409, 'a_later_merge_builds_on_it']);
      expect((await read(sales, b)).mergedInto).toMatchObject({ id: a, undoUntil: null });
      expect((await read(sales, a)).merges.map(({ id }) => id)).toEqual([second.id]);
      const third = await merge(sales, d, a);
      expect((await sales.post(`/api/merges/${second.id}/undo`)).json<Said>().code).toBe('a_later_merge_builds_on_it');
      expect((await (await world.person()).post(`/api/merges/${third.id}/undo`)).statusCode).toBe(404);
      for (const { id } of [third, second]) await undo(sales, id);
      world.clock.moveTo('2026-04-09T02:00:01Z');
      const somebody = await world.administrator();
      const late = await somebody.post(`/api/merges/${first.id}/undo`);
      expect([late.statusCode, late.json<Said>().code]).toEqual([410, 'too_late']);
      expect((await read(somebody, a)).merges).toEqual([]);
      expect((await somebody.post(`/api/merges/${a}/undo`)).statusCode).toBe(404);
    });
  });

  describe('come apart after a plan was closed', () => {
    const plan = async (until: string): Promise<{ planId: string; itemId: string }> => {
      const itemId = await planItem(world, sales);
      const [row] = await world.database.query<{ plan_id: string }[]>('SELECT plan_id FROM plan_items WHERE id = $1', [itemId]);
      await world.database.query('UPDATE plans SET until_on = $2 WHERE id = $1', [row!.plan_id, until]);
      return { planId: row!.plan_id, itemId };
    };
    const close = async (planId: string, at: string): Promise<void> => {
      await world.database.query(`UPDATE plans SET state = 'closed' WHERE id = $1`, [planId]);
      await world.database.query(`INSERT INTO plan_steps (id, plan_id, at, person_id, from_state, to_state) VALUES (gen_random_uuid(), $1, $2, $3, 'running', 'closed')`, [planId, at, sales.person.id]);
      await world.database.query(`UPDATE touchpoints t SET state = 'cancelled', closed_at = $2, closed_reason = 'plan_closed' FROM plan_items i WHERE i.id = t.plan_item_id AND i.plan_id = $1 AND t.state = 'scheduled'`, [planId, at]);
    };
    const stands = (ids: string[]): Promise<unknown[]> => world.database.query('SELECT customer_id AS "customerId", state, closed_reason AS why, closed_at AS at FROM touchpoints WHERE id = ANY($1) ORDER BY array_position($1, id)', [ids]);

    it('with what it had open settled as it was then: cancelled with the plan, or missed where its window was over', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      const { planId, itemId } = await plan('2026-07-01');
      const both = async (occurrence: number, dueOn: string): Promise<string> => {
        await ofPlan(world, sales, { customerId: kept, itemId, occurrence, dueOn });
        return ofPlan(world, sales, { customerId: other, itemId, occurrence, dueOn });
      };
      const [over, open] = [await both(1, '2026-03-12'), await both(2, '2026-03-25')];
      const alone = await ofPlan(world, sales, { customerId: other, itemId, occurrence: 3, dueOn: '2026-03-26' });
      const { id } = await merge(sales, kept, other);
      world.clock.moveTo('2026-03-20T02:00:00Z');
      await close(planId, '2026-03-20T02:00:00.000Z');
      world.clock.moveTo('2026-04-02T02:00:00Z');
      const somebody = await world.administrator();
      const page = async (): Promise<string> => (await somebody.get(`/api/plans/${planId}/progress`)).body;
      await undo(somebody, id);
      const closedAt = new Date('2026-03-20T02:00:00.000Z');
      expect(await stands([over, open, alone])).toEqual([
        { customerId: other, state: 'missed', why: 'window_over', at: closedAt },
        { customerId: other, state: 'cancelled', why: 'plan_closed', at: closedAt },
        { customerId: other, state: 'cancelled', why: 'plan_closed', at: closedAt },
      ]);
      const told = await world.database.query<{ action: string; details: object }[]>(`SELECT action, details FROM audit_entries WHERE subject_id = ANY($1) ORDER BY action`, [[over, open]]);
      expect(told).toMatchObject([{ action: 'touchpoint.cancelled', details: { mergeId: id, reason: 'plan_closed' } }, { action: 'touchpoint.missed', details: { mergeId: id, reason: 'window_over' } }]);
      expect(await read(somebody, other)).toMatchObject({ nextTouchpointOn: null, mergedInto: null });
      const after = await page();
      expect([...after.matchAll(/"(?:open|missed|planned|cancelled)":\d+/g)].map(([one]) => one).slice(0, 4)).toEqual(['"planned":1', '"missed":1', '"cancelled":4', '"open":0']);
      await closeWindows(world);
      expect(await page()).toEqual(after);
    });
  });

  describe('are refused', () => {
    it('with themselves, merged already, changed meanwhile, archived, and out of sight', async () => {
      const [a, b, c] = [await customerOf(world, sales), await customerOf(world, sales), await customerOf(world, sales)];
      const attempt = async (keptId: string, otherId: string, given: object = {}, by = sales) => by.post(`/api/customers/${keptId}/merges`, { otherId, take: [], version: 1, otherVersion: 1, ...given });
      expect(refusals(await attempt(a, a))).toEqual(['otherId merge_with_itself']);
      expect(refusals(await sales.post(`/api/customers/${a}/merges/preview`, { otherId: a }))).toEqual(['otherId merge_with_itself']);
      const stale = await attempt(a, b, { otherVersion: 2 });
      expect([stale.statusCode, stale.json<Said>().code]).toEqual([409, 'changed_meanwhile']);
      const stranger = await world.person();
      const [hidden, theirs] = [await customerOf(world, stranger), await customerOf(world, stranger)];
      for (const [keptId, otherId] of [[a, hidden], [hidden, a], [hidden, theirs]] as const) expect((await attempt(keptId, otherId)).statusCode).toBe(404);
      await merge(sales, a, b);
      const [now, gone] = [await read(sales, c), await read(sales, b)];
      expect(refusals(await attempt(c, b, { version: now.version, otherVersion: gone.version }))).toEqual(['otherId already_merged']);
      expect((await attempt(b, c, { version: gone.version, otherVersion: now.version })).json<Said>().code).toBe('customer_is_merged');
      const restored = await sales.delete(`/api/customers/${b}/archival`);
      expect([restored.statusCode, restored.json<Said>().code]).toEqual([409, 'customer_is_merged']);
      await sales.post(`/api/customers/${c}/archival`);
      expect((await attempt(c, a, { version: now.version + 1, otherVersion: (await read(sales, a)).version })).json<Said>().code).toBe('customer_is_archived');
    });

    it('once: a double click merges once', async () => {
      const [a, b] = [await customerOf(world, sales), await customerOf(world, sales)];
      const again = () => sales.post(`/api/customers/${a}/merges`, { otherId: b, take: [], version: 1, otherVersion: 1 }, { 'idempotency-key': 'merge-once-1' });
      const [one, two] = await Promise.all([again(), again()]);
      expect([one.statusCode, two.statusCode, two.json<Said>().id]).toEqual([201, 201, one.json<Said>().id]);
    });
  });
});
