import fc from 'fast-check';
import { CHANNEL, DISPOSITION, STAGE } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { addDays } from '../kernel/index.ts';
import { customerOf, everything, logged, merge, ofPlan, planItem, planned, read, undo } from './merging.testing.ts';

const TODAY = '2026-03-10';

/** What happened with one of the two. */
interface Happened {
  isOther: boolean;
  isColleague: boolean;
  kind: 'contact' | 'touchpoint' | 'plan' | 'stage';
  day: number;
  channel: 'phone' | 'visit' | 'email';
  disposition: 'reached' | 'noAnswer' | 'sent';
  keepsNone: boolean;
  occurrence: number;
  state: 'scheduled' | 'missed' | 'cancelled';
  stage: 'new' | 'qualified' | 'won';
}

const happened: fc.Arbitrary<Happened> = fc.record({
  isOther: fc.boolean(), isColleague: fc.boolean(), kind: fc.constantFrom('contact', 'contact', 'contact', 'touchpoint', 'touchpoint', 'plan', 'plan', 'stage'), day: fc.integer({ min: -24, max: 0 }),
  channel: fc.constantFrom('phone', 'visit', 'email'), disposition: fc.constantFrom('reached', 'reached', 'noAnswer', 'sent'), keepsNone: fc.constantFrom(false, false, false, true),
  occurrence: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('scheduled', 'scheduled', 'missed', 'cancelled'), stage: fc.constantFrom('new', 'qualified', 'won'),
});
const pair = fc.record({ before: fc.array(happened, { minLength: 3, maxLength: 14 }), since: fc.array(happened, { maxLength: 3 }), takesName: fc.boolean() });

describe('any two customers made one', () => {
  let world: World;
  let lead: TestActor;
  let colleague: TestActor;
  let itemId: string;
  beforeAll(async () => {
    world = await World.open();
    lead = await world.administrator();
    colleague = await world.person({ roles: ['team_lead'], scope: 'all' });
    itemId = await planItem(world, lead);
  });
  afterAll(() => world.close());

  const happen = async (customerId: string, { isColleague, kind, day, channel, disposition, keepsNone, occurrence, state, stage }: Happened): Promise<void> => {
    const [who, on] = [isColleague ? colleague : lead, addDays(TODAY, day)];
    if (kind === 'contact') await logged(who, customerId, { channelId: CHANNEL[channel], dispositionId: DISPOSITION[disposition], occurredAt: `${on}T01:00:00Z`, ...(keepsNone ? { touchpointId: null } : {}) });
    if (kind === 'stage') await who.post(`/api/customers/${customerId}/stage-changes`, { stageId: STAGE[stage], on });
    if (kind === 'touchpoint') {
      world.clock.moveTo('2026-02-10T02:00:00Z');
      await planned(who, customerId, on, { channelId: CHANNEL[channel] });
      world.clock.moveTo(`${TODAY}T02:00:00Z`);
    }
    const taken = await world.database.query<object[]>('SELECT 1 FROM touchpoints WHERE customer_id = $1 AND plan_item_id = $2 AND occurrence = $3', [customerId, itemId, occurrence]);
    if (kind === 'plan' && taken.length === 0) await ofPlan(world, who, { customerId, itemId, occurrence, dueOn: on, state });
  };
  const totals = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const question of ['communications?by=person', 'communications?by=channel', 'communications?by=week', 'communications?by=disposition', 'reach-rate?by=person'])
      found.push((await lead.get(`/api/reports/${question}&from=2026-01-01&until=2026-04-01`)).json<{ rows: unknown[]; total: unknown }>());
    return found.map((answer) => [(answer as { rows: unknown }).rows, (answer as { total: unknown }).total]);
  };
  const records = (): Promise<unknown[]> => world.database.query('SELECT id, kind, author_id, occurred_at, logged_at, evaluation, validity, is_effective FROM follow_ups ORDER BY id');
  /** Communications and touchpoints that do not fit together; none ever. */
  const misfits = (): Promise<unknown[]> => world.database.query(
    `SELECT 'apart' AS what, f.id FROM follow_ups f JOIN touchpoints t ON t.id = f.touchpoint_id WHERE f.customer_id <> t.customer_id OR t.state <> 'done'
     UNION ALL SELECT 'kept by nobody', t.id FROM touchpoints t WHERE t.state = 'done' AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.touchpoint_id = t.id)
     UNION ALL SELECT 'no reason', f.id FROM follow_ups f WHERE f.touchpoint_id IS NOT NULL AND f.counted_because IS NULL`,
  );
  /** Customer rows of which a refresh would make something else. */
  const derived = async (): Promise<unknown[]> => {
    const read = (): Promise<unknown[]> => world.database.query(`SELECT to_jsonb(c) AS row FROM customers c ORDER BY id`);
    const before = await read();
    await world.database.query('SELECT refresh_contact_state(ARRAY(SELECT id FROM customers))');
    return JSON.stringify(before) === JSON.stringify(await read()) ? [] : before;
  };

  it('lose and double nothing, count the same, fit together, and come apart as they were', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ({ before, since, takesName }) => {
        const [keptId, otherId] = [await customerOf(world, lead), await customerOf(world, colleague, { tags: ['x'] })];
        for (const one of before) await happen(one.isOther ? otherId : keptId, one);
        const [was, facts, counted] = [await everything(world), await records(), await totals()];
        const touchpoints = await world.database.query('SELECT id FROM touchpoints ORDER BY id');
        const { id } = await merge(lead, keptId, otherId, takesName ? ['name', 'ownerId'] : []);
        expect([await records(), await totals(), await misfits(), await derived()]).toEqual([facts, counted, [], []]);
        expect(await world.database.query('SELECT id FROM follow_ups WHERE customer_id = $1', [otherId])).toEqual([]);
        expect(await world.database.query('SELECT id FROM touchpoints ORDER BY id')).toEqual(touchpoints);
        if (since.length === 0) {
          await undo(lead, id);
          expect(await everything(world)).toEqual(was);
          return;
        }
        const again = await merge(lead, keptId, await customerOf(world, lead));
        await undo(lead, again.id);
        for (const one of since) await happen(keptId, one);
        const later = await records();
        await undo(lead, id);
        expect([await records(), await misfits(), await derived()]).toEqual([later, [], []]);
        const moved = facts.length - (await world.database.query<unknown[]>('SELECT 1 FROM follow_ups WHERE customer_id <> $1', [otherId])).length + (later.length - facts.length);
        expect(moved).toBe(before.filter(({ isOther, kind }) => isOther && kind === 'contact').length);
        expect((await read(lead, otherId)).archivedAt).toBeNull();
      }),
      { numRuns: 20 },
    );
  }, 240_000);
});
