import type { CustomerView } from '../customers/index.ts';
import { type TestActor, World } from '../../test/world.ts';
import type { ImportView } from './imports.dto.ts';
import { imported, undone } from './imports.testing.ts';
import type { UndoPreviewView } from './undo/undo.dto.ts';

const SINCE = { column: 'Since', to: 'knownSinceOn', format: 'YYYY-MM-DD' as const };
const CUSTOMERS = [{ column: 'Id', to: 'externalId' }, { column: 'Name', to: 'name' }, { column: 'Phone', to: 'phone' }, { column: 'Source', to: 'source' }, { column: 'Tags', to: 'tags' }, { column: 'Stage', to: 'stage' }, { column: 'Person', to: 'contactName' }, { column: 'Owner', to: 'owner' }, SINCE];
const CONTACTS = [{ column: 'No', to: 'externalId' }, { column: 'Customer', to: 'customerExternalId' }, { column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Via', to: 'channel' }, { column: 'Result', to: 'disposition' }, { column: 'Text', to: 'text' }];
const HEAD = 'Id,Name,Phone,Source,Tags,Stage,Person,Owner,Since\n';
const CONTACT_HEAD = 'No,Customer,When,Via,Result,Text\n';

describe('the undo of an import', () => {
  let world: World;
  let boss: TestActor;
  let seller: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
    seller = await world.person({ name: 'Sally' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.query('TRUNCATE customers, follow_ups, imports, audit_entries CASCADE'));

  const customers = (rows: string, actor = boss): Promise<ImportView> => imported(actor, 'customers', HEAD + rows, { columns: CUSTOMERS });
  const contacts = (rows: string, actor = boss): Promise<ImportView> => imported(actor, 'communications', CONTACT_HEAD + rows, { columns: CONTACTS });
  const preview = async (id: string, actor = boss): Promise<UndoPreviewView> => (await actor.get(`/api/imports/${id}/undo`)).json<UndoPreviewView>();
  const count = async (table: string): Promise<number> => (await world.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;
  const customer = async (externalId: string): Promise<CustomerView> => {
    const [found] = await world.database.query<{ id: string }[]>('SELECT id FROM customers WHERE external_id = $1', [externalId]);
    return (await boss.get(`/api/customers/${found?.id ?? ''}`)).json<CustomerView>();
  };
  const edit = async (externalId: string, body: object): Promise<void> => {
    const { id, version } = await customer(externalId);
    expect((await boss.patch(`/api/customers/${id}`, body, { 'if-match': `"${version}"` })).statusCode).toBe(200);
  };

  it('says before what it will do, and then does exactly that, on record', async () => {
    const view = await customers('A1,Ada,138 0000 0001,web,x,,Ann,Sally,2026-01-01\nA2,Bob,,,,won,,,2026-01-02\nA3,Cem,,,,,,,2026-01-03\n');
    expect(new Date(view.undoableUntil ?? '')).toEqual(new Date(world.clock.now().getTime() + 30 * 86_400_000));
    await edit('A3', { note: 'typed by hand' });
    const before = await preview(view.id);
    expect(before).toMatchObject({ removed: 2, putBack: 0, partly: 0, kept: [{ reason: 'edited', count: 1 }], examples: [{ name: 'Cem', reason: 'edited' }] });
    expect(await count('customers')).toBe(3);
    const after = await undone(boss, view.id);
    expect(after).toMatchObject({ state: 'undone', undoableUntil: null, undo: { done: 3, total: 3, removed: 2, kept: before.kept, examples: before.examples, failure: null } });
    expect(await world.database.query('SELECT name, note FROM customers')).toEqual([{ name: 'Cem', note: 'typed by hand' }]);
    expect([await count('contact_points'), await count('contact_people'), await count('stage_changes'), await count('customer_grams')]).toEqual([0, 0, 1, 1]);
    const audit = await world.database.query<{ action: string; details: object }[]>(`SELECT action, details FROM audit_entries WHERE action LIKE 'import.und%' ORDER BY at, id`);
    expect(audit).toMatchObject([{ action: 'import.undo_begun', details: { fileName: 'file.csv' } }, { action: 'import.undone', details: { removed: 2, kept: { edited: 1 } } }]);
    expect((await boss.post(`/api/imports/${view.id}/undo`)).json()).toMatchObject({ status: 409, code: 'import_is_undone' });
    // And the file can come again.
    expect((await customers('A1,Ada,138 0000 0001,web,x,,Ann,Sally,2026-01-01\nA3,Cem,,,,,,,2026-01-03\n')).counts).toMatchObject({ new: 1, unchanged: 1 });
  });

  it('keeps every customer that somebody has worked with since, and says why', async () => {
    const names = ['records', 'planned', 'stage', 'listed', 'edited', 'owner', 'nothing'];
    const view = await customers(names.map((name, i) => `K${i},${name},,,,,,,2026-01-01`).join('\n'));
    const ids = await Promise.all(names.map(async (_name, i) => (await customer(`K${i}`)).id));
    expect((await boss.post('/api/touchpoints', { customerId: ids[1], dueOn: '2026-03-20', purpose: 'call' })).statusCode).toBe(201);
    const [channels, dispositions, stages] = await Promise.all(['channels', 'dispositions', 'stages'].map(async (table) => (await world.database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE key IN ('phone', 'reached', 'won')`))[0]?.id));
    expect((await boss.post('/api/follow-ups', { customerId: ids[0], channelId: channels, dispositionId: dispositions, nextStep: { kind: 'cadence' } })).statusCode).toBe(201);
    expect((await boss.post(`/api/customers/${ids[2]}/stage-changes`, { stageId: stages })).statusCode).toBe(201);
    const [list] = await world.database.query<{ id: string }[]>(`INSERT INTO segments (id, name, kind, owner_id, created_at) VALUES (gen_random_uuid(), 'List', 'list', $1, now()) RETURNING id`, [boss.person.id]);
    await world.database.query('INSERT INTO segment_customers (segment_id, customer_id, added_at) VALUES ($1, $2, now())', [list?.id, ids[3]]);
    await edit('K4', { contactPoints: [{ kind: 'phone', value: '139 0000 0000' }] });
    expect((await boss.post(`/api/customers/${ids[5] ?? ''}/ownership`, { ownerId: seller.person.id })).statusCode).toBeLessThan(300);
    const plan = await preview(view.id);
    expect(Object.fromEntries(plan.examples.map(({ name, reason }) => [name, reason]))).toEqual({ records: 'records', planned: 'planned', stage: 'stage', listed: 'used', edited: 'edited', owner: 'edited' });
    expect(plan.removed).toBe(1);
    expect((await undone(boss, view.id)).undo).toMatchObject({ removed: 1, kept: plan.kept });
  });

  it('puts back what an import changed, where nobody has changed it since', async () => {
    await customers('B1,Old name,138 0000 0001,web,a,,,,2026-01-01\nB2,Two,,web,a,,,,2026-01-01\nB3,Three,,web,a,,,,2026-01-01\n');
    const states = (): Promise<unknown> => world.database.query(`SELECT c.external_id, c.name, c.sort_name, c.source, c.tags, c.stage_id, c.stage_since, c.is_open, c.converted_at, c.owner_id, c.team_id, c.known_since_on, c.cadence_anchor_on, g.haystack,
      (SELECT array_agg(p.value ORDER BY p.position) FROM contact_points p WHERE p.customer_id = c.id) AS points, (SELECT count(*)::int FROM contact_people p WHERE p.customer_id = c.id) AS people,
      (SELECT count(*)::int FROM owner_changes o WHERE o.customer_id = c.id) AS owners, (SELECT count(*)::int FROM stage_changes o WHERE o.customer_id = c.id) AS stages
      FROM customers c JOIN customer_grams g ON g.customer_id = c.id ORDER BY c.external_id`);
    const before = await states();
    const view = await customers('B1,New name,139 0000 0002,fair,b,won,Ann,Sally,2025-01-01\nB2,Zwei,,fair,b,won,,,2026-01-01\nB3,Drei,,fair,b,,,Sally,2026-01-01\n');
    expect(view.counts).toMatchObject({ update: 3 });
    const whole = await states();
    await undone(boss, view.id);
    expect(await states()).toEqual(before);

    const again = await customers('B1,New name,139 0000 0002,fair,b,won,Ann,Sally,2025-01-01\nB2,Zwei,,fair,b,won,,,2026-01-01\nB3,Drei,,fair,b,,,Sally,2026-01-01\n');
    expect(await states()).toEqual(whole);
    await edit('B2', { name: 'By hand', tags: ['a', 'b', 'mine'] });
    expect(await preview(again.id)).toMatchObject({ removed: 0, putBack: 2, partly: 1, kept: [] });
    await undone(boss, again.id);
    const mixed = await customer('B2');
    expect([mixed.name, mixed.source, mixed.tags]).toEqual(['By hand', 'web', ['a', 'mine']]);
    expect((await customer('B1')).name).toBe('Old name');
  });

  it('takes communications back with the state that follows from them, and first what came last', async () => {
    const made = await customers('C1,Ada,,,,,,,2026-01-01\nC2,Bob,,,,,,,2026-01-01\n');
    const state = (): Promise<unknown> => world.database.query(`SELECT external_id, first_contact_at, last_contact_at, last_heard_at, last_effective_at, cadence_anchor_on FROM customers ORDER BY external_id`);
    const silent = await state();
    const first = await contacts('1,C1,2026-02-01,phone,reached,hello\n2,C2,2026-02-02,phone,no_answer,\n3,C2,2026-02-03,phone,reached,spoke\n');
    const spoken = await state();
    const records = (): Promise<unknown> => world.database.query('SELECT external_id, occurred_at, disposition_id, is_effective, text, author_id, corrected_at FROM follow_ups ORDER BY external_id');
    const once = await records();
    const second = await contacts('1,C1,2026-02-05,phone,no_answer,hello again\n3,C2,2026-02-03,phone,reached,spoke long\n4,C2,2026-02-09,phone,reached,new\n');
    expect(second.counts).toMatchObject({ new: 1, update: 2 });
    expect(await preview(made.id)).toMatchObject({ removed: 0, kept: [{ reason: 'other_import', count: 2 }] });
    expect((await preview(first.id)).kept).toEqual([{ reason: 'other_import', count: 2 }]);
    expect((await undone(boss, second.id)).undo).toMatchObject({ removed: 1, putBack: 2, kept: [] });
    expect([await state(), await records(), await count('corrections')]).toEqual([spoken, once, 0]);
    expect((await undone(boss, first.id)).undo).toMatchObject({ removed: 3, kept: [] });
    expect([await state(), await count('follow_ups')]).toEqual([silent, 0]);
    expect((await undone(boss, made.id)).undo).toMatchObject({ removed: 2, kept: [] });
    expect(await count('customers')).toBe(0);
  });

  it('keeps communications that somebody has corrected or commented', async () => {
    await customers('D1,Ada,,,,,,,2026-01-01\n');
    const view = await contacts('1,D1,2026-02-01,phone,reached,one\n2,D1,2026-02-02,phone,reached,two\n3,D1,2026-02-03,phone,reached,three\n');
    const records = await world.database.query<{ id: string; version: number }[]>('SELECT id, version FROM follow_ups ORDER BY external_id');
    expect((await boss.patch(`/api/follow-ups/${records[0]?.id ?? ''}`, { text: 'by hand' }, { 'if-match': '"1"' })).statusCode).toBe(200);
    expect((await boss.post(`/api/follow-ups/${records[1]?.id ?? ''}/comments`, { text: 'well done' })).statusCode).toBe(201);
    expect(await preview(view.id)).toMatchObject({ removed: 1, kept: [{ reason: 'commented', count: 1 }, { reason: 'edited', count: 1 }] });
    await undone(boss, view.id);
    expect(await world.database.query('SELECT text FROM follow_ups ORDER BY external_id')).toEqual([{ text: 'by hand' }, { text: 'two' }]);
  });

  it('finds by an index whoever refers to a customer, a contact person or a communication: without one each removed row would read a whole table', async () => {
    const without = await world.database.query(`SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid IN ('customers'::regclass, 'contact_people'::regclass, 'follow_ups'::regclass) AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`);
    expect(without).toEqual([]);
  });

  it('is for whoever may import and sees the importer, within what they see, for 30 days', async () => {
    const team = await world.team('East');
    const manager = await world.person({ roles: ['manager'], scope: 'team', teamId: team.id, name: 'Mary' });
    const colleague = await world.person({ teamId: team.id, name: 'Cole' });
    const view = await customers('E1,Ada,,,,,,Mary,2026-01-01\nE2,Bob,,,,,,Cole,2026-01-01\n', manager);
    expect(view.counts).toMatchObject({ new: 2 });
    const other = await world.person({ roles: ['manager'], scope: 'own' });
    expect([(await other.get(`/api/imports/${view.id}/undo`)).statusCode, (await other.post(`/api/imports/${view.id}/undo`)).statusCode]).toEqual([404, 404]);
    expect((await colleague.post(`/api/imports/${view.id}/undo`)).statusCode).toBe(403);
    // A customer that went to somebody else without a trace on itself is still none of theirs.
    await world.database.query(`UPDATE customers SET owner_id = $1, team_id = NULL WHERE external_id = 'E2'`, [seller.person.id]);
    expect(await preview(view.id, manager)).toMatchObject({ removed: 1, kept: [{ reason: 'out_of_sight', count: 1 }], examples: [] });
    await world.database.query(`UPDATE imports SET finished_at = finished_at - interval '31 days'`);
    expect((await manager.get(`/api/imports/${view.id}`)).json<ImportView>().undoableUntil).toBeNull();
    expect((await manager.post(`/api/imports/${view.id}/undo`)).json()).toMatchObject({ status: 410, code: 'too_late' });
    await world.database.query(`UPDATE imports SET finished_at = finished_at + interval '31 days'`);
    const answers = await Promise.all([manager.post(`/api/imports/${view.id}/undo`), manager.post(`/api/imports/${view.id}/undo`)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
    expect((await undone(manager, view.id, true)).undo).toMatchObject({ removed: 1 });
  });
});
