import { CHANNEL, STAGE, type Said } from '../../test/stories.ts';
import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';
import type { DuplicatesView } from './merging.dto.ts';
import { customerOf, everything, logged, merge, ofPlan, planItem, planned, preview, read, refusals, undo } from './merging.testing.ts';
import { REFERENCES } from './tables.ts';

// Tuesday, 10 March 2026, 10:00 in Shanghai.
describe('two records of one customer', () => {
  let world: World;
  let sales: TestActor;
  let lead: TestActor;
  beforeAll(async () => {
    world = await World.open();
    sales = await world.person();
    lead = await world.administrator();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.moveTo('2026-03-10T02:00:00Z'));

  const made = async (actor: TestActor, given: object): Promise<{ id: string; version: number }> => (await actor.post('/api/customers', { kind: 'organisation', ...given })).json();
  const state = async (id: string): Promise<string> => (await sales.get(`/api/touchpoints/${id}`)).json<Said>().state;
  const keptBy = async (id: string): Promise<unknown[]> => {
    const [row] = await world.database.query<{ touchpoint_id: string | null; counted_because: string | null }[]>('SELECT touchpoint_id, counted_because FROM follow_ups WHERE id = $1', [id]);
    return [row!.touchpoint_id, row!.counted_because];
  };

  describe('are found', () => {
    it('by number, address, WeChat id and name, each as the search compares them, with every reason, archived ones marked', async () => {
      const { id } = await made(sales, { name: 'Silver Birch Ltd', contactPoints: [{ kind: 'phone', value: '021 5550 8899' }, { kind: 'email', value: 'Office@birch.example' }, { kind: 'wechat', value: 'SilverBirch' }] });
      const both = await made(sales, { name: 'SILVER  birch ltd', contactPeople: [{ name: 'Wei', contactPoints: [{ kind: 'phone', value: '+86 21 5550 8899' }] }] });
      const wechat = await made(sales, { name: 'Another', contactPoints: [{ kind: 'wechat', value: 'silverbirch' }, { kind: 'email', value: 'office@BIRCH.example' }] });
      const archived = await made(sales, { name: 'silver birch ltd' });
      await sales.post(`/api/customers/${archived.id}/archival`);
      const stranger = await world.person();
      await made(stranger, { name: 'Silver Birch Ltd' });
      await made(sales, { name: 'Silver Birch Limited', contactPoints: [{ kind: 'phone', value: '021 5550 8890' }] });
      const { items } = (await sales.get(`/api/customers/${id}/duplicates`)).json<DuplicatesView>();
      expect(items.map(({ id: found, reasons, archived: isArchived }) => ({ found, reasons, isArchived }))).toEqual([
        { found: both.id, reasons: ['name', 'phone'], isArchived: false },
        { found: wechat.id, reasons: ['email', 'wechat'], isArchived: false },
        { found: archived.id, reasons: ['name'], isArchived: true },
      ]);
      expect(items[0]).toMatchObject({ name: 'SILVER  birch ltd', ownerName: sales.person.name, stageId: STAGE.new });
      expect((await stranger.get(`/api/customers/${id}/duplicates`)).statusCode).toBe(404);
      await merge(sales, id, both.id);
      expect((await sales.get(`/api/customers/${id}/duplicates`)).json<DuplicatesView>().items.map((item) => item.id)).toEqual([wechat.id, archived.id]);
    });
  });

  describe('become one', () => {
    it('with everything that hung on the other one, as the preview said, and nothing twice', async () => {
      const kept = await made(sales, { name: 'Blue Lake', tags: ['a', 'b'], doNotContact: [CHANNEL.sms], knownSinceOn: '2026-02-01', contactPoints: [{ kind: 'phone', value: '13800000001' }] });
      const other = await made(sales, {
        name: 'Blue Lake Co', tags: ['b', 'c'], doNotContact: [CHANNEL.ad], knownSinceOn: '2026-01-15',
        contactPoints: [{ kind: 'phone', value: '138 0000 0001', validity: 'ok' }, { kind: 'email', value: 'a@lake.example' }], contactPeople: [{ name: 'Lin Mei', contactPoints: [{ kind: 'wechat', value: 'linmei' }] }],
      });
      const person = (await read(sales, other.id)).contactPeople[0]!;
      const first = await logged(sales, kept.id, { occurredAt: '2026-03-09T02:00:00Z' });
      const second = await logged(sales, other.id, { contactPersonId: person.id, text: 'Said yes', nextStep: { kind: 'touchpoint', dueOn: '2026-03-20' } });
      await sales.post(`/api/follow-ups/${second.id}/comments`, { text: 'Well done' });
      const before = await everything(world);
      const said = await preview(sales, kept.id, other.id);
      expect(await everything(world)).toEqual(before);
      expect(said).toMatchObject({ rematched: 0, moves: { communications: 1, comments: 1, touchpoints: 1, people: 1, contactPoints: 2, stageChanges: 1, tags: 1, doNotContact: 1 } });
      expect(said.fields).toContainEqual({ key: 'name', kept: 'Blue Lake', other: 'Blue Lake Co', differs: true });
      expect(said.fields.find(({ key }) => key === 'tierId')).toMatchObject({ differs: false });
      const { id, undoUntil } = await merge(sales, kept.id, other.id, ['name']);
      expect(undoUntil).toBe('2026-04-09T02:00:00.000Z');
      const after = await read(sales, kept.id);
      expect(after).toMatchObject({ name: 'Blue Lake Co', tags: ['a', 'b', 'c'], doNotContact: [CHANNEL.sms, CHANNEL.ad], knownSinceOn: '2026-01-15', nextTouchpointOn: '2026-03-20', stageId: STAGE.new, mergedInto: null });
      expect(Date.parse(after.lastContactAt!)).toBe(Date.parse('2026-03-10T02:00:00Z'));
      expect(after.contactPoints.map(({ value, validity }) => [value, validity])).toEqual([['13800000001', 'ok'], ['a@lake.example', 'unknown']]);
      expect(after.contactPeople).toMatchObject([{ id: person.id, name: 'Lin Mei', contactPoints: [{ value: 'linmei' }] }]);
      expect(after.merges).toEqual([{ id, otherId: other.id, otherName: 'Blue Lake Co', mergedAt: '2026-03-10T02:00:00.000Z', byName: sales.person.name, undoUntil }]);
      const timeline = (await sales.get(`/api/customers/${kept.id}/timeline`)).json<{ items: Said[] }>().items.map((item) => item.id);
      expect(timeline).toEqual(expect.arrayContaining([first.id, second.id]));
      const gone = await read(sales, other.id);
      expect(gone).toMatchObject({ name: 'Blue Lake Co', tags: ['b', 'c'], mergedInto: { id: kept.id, name: 'Blue Lake Co', mergeId: id, undoUntil }, merges: [], contactPeople: [{ name: 'Lin Mei' }], stageChangeCount: 1 });
      expect(gone.archivedAt).not.toBeNull();
      expect(gone.contactPoints).toHaveLength(2);
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
      expect((await sales.get('/api/search?query=Blue Lake Co')).statusCode).toBeLessThan(500);
    });

    it('keeping who did what when', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      await logged(lead, other, { occurredAt: '2026-03-06T02:00:00Z' });
      const facts = (): Promise<unknown[]> => world.database.query(`SELECT id, author_id, owner_id, occurred_at, occurred_on, logged_at, is_effective FROM follow_ups WHERE customer_id IN ($1, $2) ORDER BY id`, [kept, other]);
      const before = await facts();
      await merge(lead, kept, other);
      expect(await facts()).toEqual(before);
      expect((await read(lead, kept)).lastEffectiveAt).not.toBeNull();
    });

    it('with the values that were chosen; the owner with the team, by whoever may assign, and with a trace', async () => {
      const colleague = await world.person();
      const [kept, other] = [await customerOf(world, sales, { externalId: 'K-1' }), await customerOf(world, colleague, { externalId: 'O-1', note: 'Prefers tea', preferredFrom: '09:00', preferredUntil: '11:00' })];
      const said = await preview(lead, kept, other);
      expect(said.fields).toEqual(expect.arrayContaining([
        { key: 'ownerId', kept: sales.person.name, other: colleague.person.name, differs: true }, { key: 'preferredHours', kept: null, other: '09:00–11:00', differs: true },
        { key: 'tierId', kept: 'Key', other: 'Key', differs: false }, { key: 'isServed', kept: 'true', other: 'true', differs: false },
      ]));
      const before = await everything(world);
      const { id } = await merge(lead, kept, other, ['ownerId', 'note', 'preferredHours', 'externalId']);
      expect(await read(lead, kept)).toMatchObject({ ownerId: colleague.person.id, note: 'Prefers tea', preferredFrom: '09:00', preferredUntil: '11:00', externalId: 'O-1' });
      expect((await lead.get(`/api/customers/${kept}/ownership`)).json<{ items: object[] }>().items).toMatchObject([{ fromOwnerId: sales.person.id, toOwnerId: colleague.person.id }]);
      await undo(lead, id);
      expect(await everything(world)).toEqual(before);
      const team = await world.team('North');
      const member = await world.person({ teamId: team.id, scope: 'team' });
      const mate = await world.person({ teamId: team.id });
      const [mine, theirs] = [await customerOf(world, member), await customerOf(world, mate)];
      const answer = await member.post(`/api/customers/${mine}/merges`, { otherId: theirs, take: ['ownerId'], version: 1, otherVersion: 1 });
      expect([answer.statusCode, answer.json<Said>().code]).toEqual([403, 'not_allowed']);
      expect(refusals(await lead.post(`/api/customers/${mine}/merges`, { otherId: theirs, take: ['colour'], version: 1, otherVersion: 1 }))).toEqual(['take unknown_field']);
    });

    it('in the stage that was chosen, with the changes of both in one history', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      await sales.post(`/api/customers/${kept}/stage-changes`, { stageId: STAGE.won, on: '2026-02-10', amount: 100 });
      await sales.post(`/api/customers/${other}/stage-changes`, { stageId: STAGE.qualified, on: '2026-02-20' });
      const before = await everything(world);
      const { id } = await merge(sales, kept, other);
      const history = (await sales.get(`/api/customers/${kept}/stage-changes`)).json<{ stageId: string; items: { toStageId: string }[] }>();
      expect(history.stageId).toBe(STAGE.won);
      expect(history.items.map(({ toStageId }) => toStageId)).toEqual([STAGE.won, STAGE.qualified, STAGE.won, STAGE.new, STAGE.new]);
      expect((await read(sales, kept)).convertedAt).toContain('2026-02-10');
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
      await merge(sales, kept, other, ['stageId']);
      expect(await read(sales, kept)).toMatchObject({ stageId: STAGE.qualified, stageChangeCount: 4 });
    });

    it('with requests, grants and lists, none of them twice', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      const [incentive, grant, approval, one, two] = Array.from({ length: 5 }, newId);
      const by = sales.person.id;
      const run = (sql: string, values: unknown[]): Promise<unknown> => world.database.query(sql, values);
      await run(`INSERT INTO incentives (id, name, kind, unit_cost, given, valid_from, created_at, created_by_id) VALUES ($1, 'Cup', 'gift', 10, 1, '2026-01-01', '2026-01-01', $2)`, [incentive, by]);
      await run(`INSERT INTO incentive_grants (id, incentive_id, customer_id, quantity, unit_cost, state, granted_at, granted_by_id) VALUES ($1, $2, $3, 1, 10, 'granted', '2026-03-01', $4)`, [grant, incentive, other, by]);
      await run(`INSERT INTO approvals (id, subject, subject_id, customer_id, title, rule, owner_ids, requested_by_id, requested_at) VALUES ($1, 'request', $1, $2, 'Discount', 'any', ARRAY[$3::uuid], $3, '2026-03-01')`, [approval, other, by]);
      for (const [id, members] of [[one, [kept, other]], [two, [other]]] as const) {
        await run(`INSERT INTO segments (id, name, kind, owner_id, created_at) VALUES ($1, $3, 'list', $2, '2026-03-01')`, [id, by, `List ${id}`]);
        for (const member of members) await run(`INSERT INTO segment_customers (segment_id, customer_id, added_at) VALUES ($1, $2, '2026-03-01')`, [id, member]);
      }
      const before = await everything(world);
      expect((await preview(sales, kept, other)).moves).toMatchObject({ approvals: 1, grants: 1, segments: 1 });
      const { id } = await merge(sales, kept, other);
      expect(await run('SELECT customer_id AS id FROM incentive_grants WHERE id = $1 UNION ALL SELECT customer_id FROM approvals WHERE id = $2', [grant, approval])).toEqual([{ id: kept }, { id: kept }]);
      expect(await run('SELECT segment_id AS id FROM segment_customers WHERE customer_id = $1 ORDER BY 1', [kept])).toEqual([one, two].sort().map((segment) => ({ id: segment })));
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
    });

    it('with one person where the same one was known to both', async () => {
      const people = (title: string) => [{ name: 'Zhao Lei', title, contactPoints: [{ kind: 'phone', value: '13911112222' }, { kind: 'email', value: `${title}@zhao.example` }] }];
      const [kept, other] = [await made(sales, { name: 'K', contactPeople: people('buyer') }), await made(sales, { name: 'O', contactPeople: people('head') })];
      const [mine, theirs] = [(await read(sales, kept.id)).contactPeople[0]!.id, (await read(sales, other.id)).contactPeople[0]!.id];
      const { id: recordId } = await logged(sales, other.id, { contactPersonId: theirs });
      const before = await everything(world);
      const { id } = await merge(sales, kept.id, other.id);
      expect((await read(sales, kept.id)).contactPeople).toMatchObject([{ id: mine, contactPoints: [{ value: '13911112222' }, { value: 'buyer@zhao.example' }, { value: 'head@zhao.example' }] }]);
      expect(await world.database.query('SELECT contact_person_id AS id FROM follow_ups WHERE id = $1', [recordId])).toEqual([{ id: mine }]);
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
    });
  });

  describe('keep their touchpoints', () => {
    it('by the rule of corrections: what was open with one and answered with the other is kept, and the trace says why', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      world.clock.moveTo('2026-03-02T02:00:00Z');
      const open = await planned(sales, kept, '2026-03-09', { channelId: CHANNEL.phone });
      world.clock.moveTo('2026-03-10T02:00:00Z');
      const { id: recordId } = await logged(sales, other);
      const chosenNone = await logged(sales, other, { touchpointId: null, occurredAt: '2026-03-09T02:00:00Z' });
      const before = await everything(world);
      expect((await preview(sales, kept, other)).rematched).toBe(1);
      const { id } = await merge(sales, kept, other);
      expect([await keptBy(recordId), await state(open), await keptBy(chosenNone.id)]).toEqual([[open, 'same_owner_and_channel'], 'done', [null, 'chosen']]);
      expect((await read(sales, kept)).nextTouchpointOn).toBeNull();
      const [trace] = (await sales.get(`/api/follow-ups/${recordId}/corrections`)).json<{ items: { changes: object[] }[] }>().items;
      expect(trace!.changes).toContainEqual({ property: 'touchpointId', before: null, after: '2026-03-09 Due 2026-03-09' });
      const audited = await world.database.query(`SELECT subject_id AS id, details->>'because' AS because, details->>'mergeId' AS merge FROM audit_entries WHERE action = 'touchpoint.kept' AND details->>'followUpId' = $1`, [recordId]);
      expect(audited).toEqual([{ id: open, because: 'same_owner_and_channel', merge: id }]);
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
      expect([await keptBy(recordId), await state(open)]).toEqual([[null, null], 'scheduled']);
    });

    it('of a plan too: missed with one although it was answered with the other', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      const itemId = await planItem(world, sales);
      const missed = await ofPlan(world, sales, { customerId: kept, itemId, occurrence: 1, dueOn: '2026-02-26', state: 'missed' });
      const { id: recordId } = await logged(sales, other, { occurredAt: '2026-02-27T02:00:00Z' });
      const { id } = await merge(sales, kept, other);
      expect([await keptBy(recordId), await state(missed)]).toEqual([[missed, 'plan_window_late'], 'done']);
      await undo(sales, id);
      expect([await keptBy(recordId), await state(missed)]).toEqual([[null, null], 'missed']);
    });

    it('one for each occurrence of a plan item: the kept one, else the open one', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      const itemId = await planItem(world, sales);
      for (const customerId of [kept, other]) await world.database.query(`INSERT INTO plan_audience (plan_item_id, customer_id, how, added_at, added_by_id, left_at) VALUES ($1, $2, 'frozen', '2026-01-01', $3, $4)`, [itemId, customerId, sales.person.id, customerId === kept ? '2026-01-10' : null]);
      const of = (customerId: string, occurrence: number, dueOn: string, given = 'scheduled') => ofPlan(world, sales, { customerId, itemId, occurrence, dueOn, state: given });
      const mine = [await of(kept, 1, '2026-02-03', 'missed'), await of(kept, 2, '2026-03-09'), await of(kept, 3, '2026-05-04')];
      const theirs = [await of(other, 1, '2026-02-03', 'missed'), await of(other, 2, '2026-03-09'), await of(other, 3, '2026-05-04'), await of(other, 4, '2026-06-01')];
      const [first, second] = [await logged(sales, kept), await logged(sales, other, { occurredAt: '2026-03-09T02:00:00Z' })];
      expect([first.keptTouchpointId, second.keptTouchpointId]).toEqual([mine[1], theirs[1]]);
      const before = await everything(world);
      expect(await preview(sales, kept, other)).toMatchObject({ rematched: 1, moves: { touchpoints: 1, planAudience: 1 } });
      const { id } = await merge(sales, kept, other);
      const rows = await world.database.query<{ id: string; state: string }[]>('SELECT id, state FROM touchpoints WHERE customer_id = $1 ORDER BY occurrence', [kept]);
      expect(rows).toEqual([{ id: mine[0], state: 'missed' }, { id: mine[1], state: 'done' }, { id: mine[2], state: 'scheduled' }, { id: theirs[3], state: 'scheduled' }]);
      expect(await Promise.all(theirs.slice(0, 3).map(state))).toEqual(['cancelled', 'cancelled', 'cancelled']);
      expect([await keptBy(first.id), await keptBy(second.id)]).toEqual([[mine[1], 'plan_window'], [null, null]]);
      expect(await world.database.query('SELECT customer_id AS id FROM plan_audience WHERE plan_item_id = $1 AND left_at IS NULL', [itemId])).toEqual([{ id: kept }]);
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
    });

    it('and what the other one had kept stands in the place of what was missed', async () => {
      const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
      const itemId = await planItem(world, sales);
      const missed = await ofPlan(world, sales, { customerId: kept, itemId, occurrence: 1, dueOn: '2026-03-03', state: 'missed' });
      const open = await ofPlan(world, sales, { customerId: other, itemId, occurrence: 1, dueOn: '2026-03-09' });
      const { id: recordId } = await logged(sales, other);
      const before = await everything(world);
      const { id } = await merge(sales, kept, other);
      expect(await keptBy(recordId)).toEqual([open, 'plan_window']);
      expect(await world.database.query('SELECT id, state FROM touchpoints WHERE customer_id = $1', [kept])).toEqual([{ id: open, state: 'done' }]);
      expect(await world.database.query('SELECT id, state, closed_reason AS why, occurrence FROM touchpoints WHERE customer_id = $1', [other])).toEqual([{ id: missed, state: 'cancelled', why: 'merged', occurrence: 1 }]);
      await undo(sales, id);
      expect(await everything(world)).toEqual(before);
    });
  });

  it('are dealt with in every table that names a customer', async () => {
    const found = await world.database.query<{ name: string }[]>(
      `SELECT k.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
       WHERE k.contype = 'f' AND k.confrelid = 'customers'::regclass
       UNION SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'customer_id' ORDER BY 1`,
    );
    expect(Object.keys(REFERENCES).sort()).toEqual(found.map(({ name }) => name).sort());
  });

  it('count as one customer in reports, with all their contacts', async () => {
    const numbers = async (report: string): Promise<unknown> => (await sales.get(`/api/reports/${report}?from=2026-01-01&until=2026-04-01`)).json<{ total: { numbers: unknown[] } }>().total.numbers;
    const [kept, other] = [await customerOf(world, sales), await customerOf(world, sales)];
    await logged(sales, kept);
    await logged(sales, other);
    const [contacts, rate, [reached], [known]] = [await numbers('communications'), await numbers('reach-rate'), (await numbers('customers-reached')) as number[], (await numbers('new-customers')) as number[]];
    await merge(sales, kept, other);
    expect([await numbers('communications'), await numbers('reach-rate')]).toEqual([contacts, rate]);
    expect([((await numbers('customers-reached')) as number[])[0], ((await numbers('new-customers')) as number[])[0]]).toEqual([reached! - 1, known! - 1]);
  });
});
