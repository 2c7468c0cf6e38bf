import fc from 'fast-check';
import { type TestActor, World } from '../../test/world.ts';
import { imported, undone } from './imports.testing.ts';

const CUSTOMERS = [
  { column: 'Id', to: 'externalId' }, { column: 'Name', to: 'name' }, { column: 'Kind', to: 'kind' }, { column: 'Phone', to: 'phone' }, { column: 'Person', to: 'contactName' }, { column: 'Person phone', to: 'contactPhone' },
  { column: 'Source', to: 'source' }, { column: 'Tags', to: 'tags' }, { column: 'Tier', to: 'tier' }, { column: 'Stage', to: 'stage' }, { column: 'Stage day', to: 'stageOn', format: 'YYYY-MM-DD' as const }, { column: 'Owner', to: 'owner' },
  { column: 'Since', to: 'knownSinceOn', format: 'YYYY-MM-DD' as const }, { column: 'Quiet', to: 'quietFrom' }, { column: 'Quiet until', to: 'quietUntil' }, { column: 'Age', to: 'field:age' },
];
const CONTACTS = [
  { column: 'No', to: 'externalId' }, { column: 'Customer', to: 'customerExternalId' }, { column: 'When', to: 'occurredAt', format: 'YYYY-MM-DD' as const }, { column: 'Via', to: 'channel' }, { column: 'Result', to: 'disposition' },
  { column: 'Rating', to: 'evaluation' }, { column: 'By', to: 'author' }, { column: 'Text', to: 'text' },
];
const TABLES = ['customers', 'contact_people', 'contact_points', 'customer_grams', 'stage_changes', 'owner_changes', 'follow_ups', 'corrections'];
const REPORTS = ['communications', 'new-customers', 'reach-rate', 'conversion', 'conversion-by-channel', 'customers-reached'];

const maybe = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom('', '', ...words);
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const customerRow = fc.tuple(
  fc.integer({ min: 1, max: 12 }).map((n) => `P${n}`), fc.constantFrom('Ada', 'Bob', '王小明', 'Cem'), maybe('person', 'organisation'), maybe('13800000001', '13800000002'), maybe('Ann', 'Ben'), maybe('13900000001'), maybe('web', 'fair'),
  maybe('x', 'x;y', 'z'), maybe('key', 'major'), maybe('won', 'new'), maybe('2026-02-01', '2026-02-10'), maybe('Sally', 'Tom'), fc.oneof(fc.constant(''), day), fc.constant(''), fc.constant(''), maybe('1', '2', '3'),
).chain((row) => fc.boolean().map((isQuiet) => (isQuiet ? row.map((cell, i) => (i === 13 ? '21:00' : i === 14 ? '07:00' : cell)) : [...row])));
const contactRow = fc.tuple(
  fc.integer({ min: 1, max: 20 }).map((n) => `F${n}`), fc.integer({ min: 1, max: 6 }).map((n) => `P${n}`), day, fc.constantFrom('phone', 'wechat', 'email'), fc.constantFrom('reached', 'no_answer', 'busy'), maybe('1', '5'), maybe('Sally', 'Tom'), maybe('hello', 'again'),
).map((row) => [...row]);
const fileOf = (columns: readonly { column: string }[], rows: readonly string[][]): string => `${columns.map(({ column }) => column).join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\n`;

describe('an import that is taken back', () => {
  let world: World;
  let boss: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
    const team = await world.team('East');
    await world.person({ name: 'Sally', teamId: team.id });
    await world.person({ name: 'Tom' });
    await world.database.query(`INSERT INTO custom_fields (id, key, names, kind, choices, position) VALUES (gen_random_uuid(), 'age', '{"en":"Age"}', 'number', '[]', 1)`);
    const base = Array.from({ length: 6 }, (_, i) => [`P${i + 1}`, `Base ${i}`, i % 2 ? 'person' : 'organisation', '13700000000', i % 3 ? '' : 'Ann', '', 'base', 'x', '', 'new', '', i % 2 ? 'Sally' : '', '2026-01-05', '', '', '7']);
    expect((await imported(boss, 'customers', fileOf(CUSTOMERS, base), { columns: CUSTOMERS })).counts).toMatchObject({ new: 6, error: 0 });
    const contacts = Array.from({ length: 8 }, (_, i) => [`F${i + 1}`, `P${(i % 6) + 1}`, `2026-01-1${i}`, 'phone', i % 2 ? 'reached' : 'no_answer', '', i % 3 ? 'Sally' : '', 'base']);
    expect((await imported(boss, 'communications', fileOf(CONTACTS, contacts), { columns: CONTACTS })).counts).toMatchObject({ new: 8, error: 0 });
  });
  afterAll(() => world.close());

  const everything = async (): Promise<unknown> => {
    const tables = await Promise.all(TABLES.map((table) => world.database.query(`SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY ${table === 'customer_grams' ? 'customer_id' : 'id'}`)));
    const reports = await Promise.all(REPORTS.map(async (name) => {
      const answer = await boss.get(`/api/reports/${name}?from=2026-01-01&until=2026-04-01`);
      expect(answer.statusCode).toBe(200);
      return answer.json<unknown>();
    }));
    return { tables: Object.fromEntries(TABLES.map((name, i) => [name, tables[i]])), reports };
  };

  const isIdentity = (kind: string, columns: typeof CUSTOMERS | typeof CONTACTS, row: fc.Arbitrary<string[]>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 15 }), async (rows) => {
        const before = await everything();
        const { id, counts } = await imported(boss, kind, fileOf(columns, rows), { columns });
        const after = await everything();
        if (counts.new + counts.update > 0) expect(after).not.toEqual(before);
        const { undo } = await undone(boss, id);
        expect(undo).toMatchObject({ removed: counts.new, putBack: counts.update, partly: 0, kept: [], failure: null });
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 12 },
    );

  it('leaves customers, people, numbers, stages, owners, search and reports as they were', () => isIdentity('customers', CUSTOMERS, customerRow), 120_000);

  it('leaves communications, their traces, the derived state and reports as they were', () => isIdentity('communications', CONTACTS, contactRow), 120_000);
});
