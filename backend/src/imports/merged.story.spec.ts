import { type TestActor, World } from '../../test/world.ts';
import { checked, imported, undone } from './imports.testing.ts';
import type { ImportView } from './imports.dto.ts';
import type { UndoPreviewView } from './undo/undo.dto.ts';

const CUSTOMERS = [
  { column: 'Id', to: 'externalId' }, { column: 'Name', to: 'name' }, { column: 'Phone', to: 'phone' }, { column: 'Source', to: 'source' }, { column: 'Tags', to: 'tags' }, { column: 'Stage', to: 'stage' },
  { column: 'Since', to: 'knownSinceOn', format: 'YYYY-MM-DD' as const },
];
const CONTACTS = [
  { column: 'No', to: 'externalId' }, { column: 'Customer', to: 'customerExternalId' }, { column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Via', to: 'channel' },
  { column: 'Result', to: 'disposition' }, { column: 'Text', to: 'text' },
];
const TABLES = ['customers', 'contact_people', 'contact_points', 'customer_grams', 'stage_changes', 'owner_changes', 'follow_ups', 'corrections', 'touchpoints'];

describe('imports and merges together', () => {
  let world: World;
  let boss: TestActor;
  beforeEach(async () => {
    world = await World.open();
    boss = await world.administrator();
  });
  afterEach(() => world.close());

  const file = (columns: readonly { column: string }[], rows: string): string => `${columns.map(({ column }) => column).join(',')}\n${rows}\n`;
  const customers = (rows: string, columns: typeof CUSTOMERS = CUSTOMERS): Promise<ImportView> => imported(boss, 'customers', file(columns, rows), { columns });
  const contacts = (rows: string): Promise<ImportView> => imported(boss, 'communications', file(CONTACTS, rows), { columns: CONTACTS });
  const preview = async (id: string): Promise<UndoPreviewView> => (await boss.get(`/api/imports/${id}/undo`)).json();
  const one = async (externalId: string): Promise<{ id: string; version: number; name: string; source: string | null; tags: string[]; text: string }> => {
    const [row] = await world.database.query<{ id: string; version: number; name: string; source: string | null; tags: string[]; text: string }[]>('SELECT id, version, name, source, tags FROM customers WHERE external_id = $1', [externalId]);
    return row!;
  };
  const merge = async (kept: string, other: string, take: string[] = []): Promise<string> => {
    const [keeps, goes] = [await one(kept), await one(other)];
    const answer = await boss.post(`/api/customers/${keeps.id}/merges`, { otherId: goes.id, take, version: keeps.version, otherVersion: goes.version });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>().id;
  };
  const apart = async (id: string): Promise<void> => expect((await boss.post(`/api/merges/${id}/undo`)).statusCode).toBe(200);
  const everything = async (): Promise<unknown> =>
    Promise.all(TABLES.map((table) => world.database.query(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY to_jsonb(t)::text`)));
  const ofCustomer = async (id: string): Promise<string[]> => (await world.database.query<{ text: string }[]>('SELECT text FROM follow_ups WHERE customer_id = $1 ORDER BY text', [id])).map(({ text }) => text);

  it('a row of a record that was merged is one of the record that was kept, and undo is exact', async () => {
    await customers('K,Kept,138 0000 0001,web,a,,2026-01-01\nO,Other,138 0000 0002,web,b,,2026-01-01\nX,Third,,,,,2026-01-01');
    await merge('O', 'K');
    await merge('X', 'O');
    const kept = (await one('X')).id;
    const before = await everything();
    const view = await customers('O,Renamed,139 0000 0009,fair,new,won,2026-01-01');
    expect([view.counts.update, view.counts.error, view.counts.duplicate]).toEqual([1, 0, 0]);
    expect(await one('X')).toMatchObject({ name: 'Renamed', source: 'fair', tags: ['b', 'a', 'new'] });
    expect(await one('O')).toMatchObject({ name: 'Other', source: 'web' });
    expect((await customers('O,Renamed,139 0000 0009,fair,new,won,2026-01-01')).counts).toMatchObject({ unchanged: 1 });
    const spoken = await contacts('1,O,2026-02-01,phone,reached,through the old id\n2,K,2026-02-02,phone,reached,and the other');
    expect([spoken.counts.new, await ofCustomer(kept)]).toEqual([2, ['and the other', 'through the old id']]);
    expect((await contacts('1,O,2026-02-01,phone,reached,through the old id\n2,K,2026-02-02,phone,reached,and the other')).counts).toMatchObject({ unchanged: 2 });
    expect((await undone(boss, spoken.id)).undo).toMatchObject({ removed: 2, kept: [] });
    expect((await undone(boss, view.id)).undo).toMatchObject({ putBack: 1, partly: 0, kept: [] });
    expect(await everything()).toEqual(before);
  });

  it('two rows of one file for what is one customer by now are told, and the first one counts', async () => {
    await customers('K,Kept,,web,,,2026-01-01\nO,Other,,web,,,2026-01-01');
    await merge('K', 'O');
    const rows = 'K,Kept,,fair,,,2026-01-01\nO,Other,,trade,,,2026-01-01';
    const dry = await checked(boss, 'customers', file(CUSTOMERS, rows), { columns: CUSTOMERS });
    expect(dry.counts).toMatchObject({ update: 1, duplicate: 1, error: 0 });
    const issues = (await boss.get(`/api/imports/${dry.id}/issues`)).json<{ items: { line: number; code: string; reason: string }[] }>().items;
    expect(issues).toMatchObject([{ line: 3, code: 'same_customer_as_line', reason: 'The same customer as in line 2 of this file.' }]);
    await customers(rows);
    expect(await one('K')).toMatchObject({ name: 'Kept', source: 'fair' });
    expect((await customers(rows)).counts).toMatchObject({ unchanged: 1, duplicate: 1 });
  });

  it('a row with the Tangent id of a merged record goes to the kept one; of one that is archived it is refused as before', async () => {
    await customers('K,Kept,,web,,,2026-01-01\nO,Other,,web,,,2026-01-01');
    const columns = [{ column: 'Tangent id', to: 'tangentId' }, ...CUSTOMERS];
    const { id } = await one('O');
    await merge('K', 'O');
    expect((await customers(`${id},O,From the export,,,,,`, columns)).counts).toMatchObject({ update: 1, error: 0 });
    expect((await one('K')).name).toBe('From the export');
    expect((await boss.post(`/api/customers/${(await one('K')).id}/archival`)).statusCode).toBeLessThan(300);
    expect((await customers('O,Again,,,,,')).counts).toMatchObject({ update: 0, duplicate: 1 });
  });

  it('taken back while two of its records are merged both stay, with the reason; once they are apart again they go as if nothing had been', async () => {
    const empty = await everything();
    const made = await customers('K,Kept,138 0000 0001,web,a,,2026-01-01\nO,Other,138 0000 0002,fair,b,won,2026-01-01\nZ,Alone,,,,,2026-01-01');
    const spoken = await contacts('1,K,2026-02-01,phone,reached,one\n2,O,2026-02-02,phone,reached,two');
    const id = await merge('K', 'O', ['name', 'source']);
    expect(await ofCustomer((await one('K')).id)).toEqual(['one', 'two']);
    expect(await preview(made.id)).toMatchObject({ removed: 1, kept: [{ reason: 'merged', count: 2 }], examples: [{ reason: 'merged' }, { reason: 'merged' }] });
    const first = await undone(boss, made.id);
    expect(first).toMatchObject({ state: 'undone', undo: { removed: 1, kept: [{ reason: 'merged', count: 2 }] } });
    expect(first.undoableUntil).not.toBeNull();
    expect(await one('K')).toMatchObject({ name: 'Other', source: 'fair', tags: ['a', 'b'] });
    expect((await undone(boss, spoken.id)).undo).toMatchObject({ removed: 2, kept: [] });
    await apart(id);
    expect([await one('K'), await one('O')]).toMatchObject([{ name: 'Kept', source: 'web', tags: ['a'] }, { name: 'Other', source: 'fair', tags: ['b'] }]);
    expect(await preview(made.id)).toMatchObject({ removed: 2, kept: [] });
    expect(await undone(boss, made.id)).toMatchObject({ state: 'undone', undoableUntil: null, undo: { removed: 3, kept: [] } });
    expect(await everything()).toEqual(empty);
    expect((await boss.post(`/api/imports/${made.id}/undo`)).json()).toMatchObject({ status: 409, code: 'import_is_undone' });
    expect((await customers('K,Kept,,,,,2026-01-01')).counts).toMatchObject({ new: 1 });
  });

  it('what an import changed of records that were merged since stays until they are apart, and what somebody did meanwhile is not lost', async () => {
    await customers('K,Kept,,web,a,,2026-01-01\nO,Other,138 0000 0007,web,b,,2026-01-01');
    const before = await everything();
    const view = await customers('K,Kept,138 0000 0007,fair,x,,2026-01-01\nO,Other,138 0000 0008,fair,x,won,2026-01-01');
    expect(view.counts).toMatchObject({ update: 2 });
    const id = await merge('K', 'O');
    expect(await preview(view.id)).toMatchObject({ removed: 0, putBack: 0, partly: 0, kept: [{ reason: 'merged', count: 2 }] });
    await undone(boss, view.id);
    const numbers = await world.database.query(`SELECT value FROM contact_points WHERE customer_id = $1 ORDER BY value`, [(await one('K')).id]);
    expect(numbers).toEqual([{ value: '138 0000 0007' }, { value: '138 0000 0008' }]);
    await apart(id);
    expect((await undone(boss, view.id)).undo).toMatchObject({ putBack: 2, partly: 0, kept: [] });
    expect(await everything()).toEqual(before);

    await customers('N,New,,,,,2026-01-01\nM,Mew,,,,,2026-01-01');
    const made = (await boss.get('/api/imports')).json<{ items: { id: string }[] }>().items[0]!.id;
    const again = await merge('N', 'M');
    const { id: edited, version } = await one('N');
    expect((await boss.patch(`/api/customers/${edited}`, { note: 'typed by hand' }, { 'if-match': `"${version}"` })).statusCode).toBe(200);
    await apart(again);
    expect(await preview(made)).toMatchObject({ removed: 1, kept: [{ reason: 'edited', count: 1 }], examples: [{ name: 'New' }] });
  });
});
