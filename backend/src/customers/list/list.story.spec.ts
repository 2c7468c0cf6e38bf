import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type TestActor, World } from '../../../test/world.ts';
import { addDays } from '../../kernel/index.ts';
import { restoredCell } from '../../platform/csv/csv.ts';
import { newId } from '../../platform/ids.ts';
import { Customer } from '../customer.entity.ts';
import { type Refused, allPagesOf, countOf, customerOf, pageOf, queryOf, refusals } from '../customers.testing.ts';
import { CustomField } from '../fields/custom-field.entity.ts';
import { type CustomerRow, SORTS } from './list.dto.ts';

const TODAY = '2026-03-10';
const stage = (n: number): string => `01990004-0000-7000-8000-00000000000${n}`;
const tier = (n: number): string => `01990005-0000-7000-8000-00000000000${n}`;
const KINDS = ['', 'open', 'open', 'open', 'open', 'won', 'lost', 'dormant'];

// Few different values, so that there are ties, and many without a value.
const instant = fc.option(fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.parse('2026-03-09T18:00:00Z') - days * 43_200_000)), { freq: 2 });
const day = fc.integer({ min: -8, max: 9 }).map((days) => addDays(TODAY, days));
const customers = fc.array(
  fc.record({
    sortName: fc.constantFrom('a', 'ab', 'B', '李', '😀', 'z z', 'é'), kind: fc.constantFrom('person' as const, 'organisation' as const), stageId: fc.integer({ min: 1, max: 7 }).map(stage),
    tierId: fc.integer({ min: 1, max: 4 }).map(tier), source: fc.option(fc.constantFrom('Fair, Canton', 'web', '展会')), region: fc.option(fc.constantFrom('上海', '北京')),
    isServed: fc.integer({ min: 0, max: 3 }).map((n) => n > 0), servedBy: fc.option(fc.constantFrom('Rival, Inc.', '对手甲')),
    tags: fc.uniqueArray(fc.constantFrom('vip', 'old', '新'), { maxLength: 2 }), lastContactAt: instant, lastEffectiveAt: instant, convertedAt: instant, nextTouchpointOn: fc.option(day, { freq: 2 }),
    knownSinceOn: fc.integer({ min: -9, max: 0 }).map((days) => addDays(TODAY, days)), stageSince: instant.map((at) => at ?? new Date(0)), archivedAt: fc.option(fc.constant(new Date(0)), { freq: 1 }),
    fields: fc.record({ size: fc.constantFrom('s', 'l'), staff: fc.integer({ min: 0, max: 5 }), since: day, motto: fc.constantFrom('100% fun', 'a_b', 'axb'), listed: fc.boolean() }, { requiredKeys: [] }),
  }),
  { minLength: 60, maxLength: 60 },
);

describe('the list of customers', () => {
  let world: World;
  let anna: TestActor;
  let admin: TestActor;
  let rows: CustomerRow[];
  beforeAll(async () => {
    world = await World.open({ at: '2026-03-10T02:00:00Z' });
    anna = await world.person();
    admin = await world.administrator();
    const names = { en: 'Field' };
    await world.database.getRepository(CustomField).insert([
      { id: newId(), key: 'size', names, kind: 'choice', choices: [{ key: 's', names }, { key: 'l', names }], position: 1 }, { id: newId(), key: 'staff', names, kind: 'number', position: 2 },
      { id: newId(), key: 'since', names, kind: 'date', position: 3 }, { id: newId(), key: 'motto', names, kind: 'text', position: 4 }, { id: newId(), key: 'listed', names, kind: 'boolean', position: 5 },
    ]);
    const given = fc.sample(customers, { numRuns: 1, seed: 7 })[0] ?? [];
    await world.database.getRepository(Customer).insert(given.map((customer, i) => ({
      ...customer, id: newId(), name: `Customer ${i}`, isOpen: true, ownerId: i % 3 ? anna.person.id : null, cadenceAnchorOn: TODAY, createdAt: world.clock.now(), createdById: admin.person.id,
    })));
    rows = [...(await allPagesOf(admin, { limit: '100' })), ...(await allPagesOf(admin, { limit: '100', archived: 'yes' }))];
  });
  afterAll(() => world.close());

  it('shows what a row needs', async () => {
    const { id, version: _version } = await customerOf(anna, { name: '王小明', kind: 'person', contactPoints: [{ kind: 'phone', value: '1', validity: 'invalid' }, { kind: 'phone', value: '138 2' }], contactPeople: [{ name: 'B', contactPoints: [{ kind: 'email', value: 'b@x.cn' }, { kind: 'phone', value: '139 3' }] }] });
    const row = (await allPagesOf(anna)).find((one) => one.id === id);
    expect(row).toEqual({
      id, name: '王小明', kind: 'person', ownerId: anna.person.id, teamId: null, tierId: tier(4), stageId: stage(1), stageSince: row?.stageSince, source: null, industry: null, region: null, isServed: true, servedBy: null, tags: [], fields: {},
      knownSinceOn: TODAY, convertedAt: null, lastContactAt: null, lastEffectiveAt: null, nextTouchpointOn: null, respondBy: null, archivedAt: null, primaryPhone: '138 2', primaryEmail: 'b@x.cn',
    });
    await world.database.query('DELETE FROM contact_points');
    await world.database.query('DELETE FROM contact_people');
    await world.database.query('DELETE FROM stage_changes');
    await world.database.query('DELETE FROM customer_grams');
    await world.database.query('DELETE FROM customers WHERE id = $1', [id]);
  });

  describe.each(SORTS)('sorted by %s', (sort) => {
    const valueOf: Record<string, (row: CustomerRow & { sortName?: string }) => string | null> = {
      name: (row) => row.sortName ?? null, lastContact: (row) => row.lastContactAt, nextContact: (row) => row.nextTouchpointOn, knownSince: (row) => row.knownSinceOn,
      stageSince: (row) => row.stageSince, tier: (row) => row.tierId,
    };
    const inOrder = async (): Promise<string[]> => {
      const names = new Map((await world.database.query<{ id: string; name: string }[]>('SELECT id, sort_name AS name FROM customers')).map(({ id, name }) => [id, name]));
      const live = rows.filter(({ archivedAt }) => archivedAt === null).map((row) => ({ ...row, sortName: names.get(row.id) ?? '' }));
      const value = valueOf[sort.replace('-', '')] as (row: CustomerRow) => string | null;
      const sign = sort.startsWith('-') ? -1 : 1;
      const compare = (a: string, b: string): number => sign * Buffer.from(a).compare(Buffer.from(b));
      return live.sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        if ((x === null) !== (y === null)) return x === null ? 1 : -1;
        return compare(x ?? '', y ?? '') || compare(a.id, b.id);
      }).map(({ id }) => id);
    };

    it('is in that order whatever the length of its pages, each customer once', async () => {
      const expected = await inOrder();
      for (const limit of ['1', '7', '100']) expect((await allPagesOf(admin, { sort, limit })).map(({ id }) => id)).toEqual(expected);
    });

    it('goes on where it was even when customers before that place go away', async () => {
      const first = await pageOf(anna, { sort, limit: '5' });
      const rest = (await allPagesOf(anna, { sort })).slice(5);
      const gone = first.items[2]?.id;
      await world.database.query('UPDATE customers SET archived_at = now() WHERE id = $1', [gone]);
      const next = await allPagesOf(anna, { sort, cursor: first.next ?? '' });
      await world.database.query('UPDATE customers SET archived_at = NULL WHERE id = $1', [gone]);
      expect(next.map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
    });
  });

  describe('is narrowed by', () => {
    const has = (list: readonly string[], value: string | null): boolean => value !== null && list.includes(value);
    const local = (at: string | null): string | null => (at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10));
    const field = (row: CustomerRow, key: string) => row.fields[key];
    // Each filter beside its plain second implementation over the rows.
    const filters: [Record<string, string | string[]>, (row: CustomerRow) => boolean][] = [
      [{ kind: 'person' }, ({ kind }) => kind === 'person'],
      [{ stageIds: [stage(1), stage(5)] }, ({ stageId }) => has([stage(1), stage(5)], stageId)], [{ stageIds: stage(2) }, ({ stageId }) => stageId === stage(2)],
      [{ stageKinds: ['won', 'lost'] }, ({ stageId }) => has(['won', 'lost'], KINDS[Number(stageId.at(-1))] ?? '')],
      [{ tierIds: `${tier(1)},${tier(2)}` }, ({ tierId }) => has([tier(1), tier(2)], tierId)],
      [{ ownerIds: 'none' }, ({ ownerId }) => ownerId === null], [{ teamIds: 'none' }, () => true], [{ teamIds: ['01990009-0000-7000-8000-000000000001', '01990009-0000-7000-8000-000000000002'] }, () => false],
      [{ sources: 'Fair, Canton' }, ({ source }) => source === 'Fair, Canton'], [{ sources: ['web', '展会'] }, ({ source }) => has(['web', '展会'], source)],
      [{ regions: ['上海'] }, ({ region }) => region === '上海'], [{ industries: 'x' }, () => false],
      [{ served: 'no' }, ({ isServed }) => !isServed], [{ served: 'yes', servedBy: ['Rival, Inc.', '对手甲'] }, ({ isServed, servedBy }) => isServed && servedBy !== null], [{ servedBy: 'Rival, Inc.' }, ({ servedBy }) => servedBy === 'Rival, Inc.'],
      [{ tags: ['vip', '新'] }, ({ tags }) => tags.some((tag) => has(['vip', '新'], tag))],
      [{ silentDays: '3' }, ({ lastEffectiveAt }) => (local(lastEffectiveAt) ?? '') <= '2026-03-07'], [{ silentDays: '1' }, ({ lastEffectiveAt }) => (local(lastEffectiveAt) ?? '') < TODAY],
      [{ nextContact: 'overdue' }, ({ nextTouchpointOn: on }) => on !== null && on < TODAY], [{ nextContact: 'today' }, ({ nextTouchpointOn: on }) => on === TODAY],
      [{ nextContact: 'week' }, ({ nextTouchpointOn: on }) => on !== null && on >= TODAY && on < '2026-03-17'], [{ nextContact: 'none' }, ({ nextTouchpointOn: on }) => on === null],
      [{ nextContact: 'any' }, ({ nextTouchpointOn: on }) => on !== null], [{ knownFrom: '2026-03-05', knownUntil: '2026-03-08' }, ({ knownSinceOn: on }) => on >= '2026-03-05' && on < '2026-03-08'],
      [{ convertedFrom: '2026-03-01' }, ({ convertedAt }) => (local(convertedAt) ?? '') >= '2026-03-01'], [{ convertedUntil: '2026-03-01' }, ({ convertedAt }) => (local(convertedAt) ?? '9') < '2026-03-01'],
      [{ fields: '{"size":["s","m"]}' }, (row) => field(row, 'size') === 's'], [{ fields: '{"staff":{"from":2}}' }, (row) => Number(field(row, 'staff') ?? -1) >= 2],
      [{ fields: '{"staff":{"from":1,"until":3},"size":["l"]}' }, (row) => [1, 2].includes(Number(field(row, 'staff') ?? -1)) && field(row, 'size') === 'l'],
      [{ fields: '{"since":{"until":"2026-03-09"}}' }, (row) => String(field(row, 'since') ?? '9') < '2026-03-09'], [{ fields: '{"motto":"0% F"}' }, (row) => field(row, 'motto') === '100% fun'],
      [{ fields: '{"motto":"a_b"}' }, (row) => field(row, 'motto') === 'a_b'], [{ fields: '{"listed":false}' }, (row) => field(row, 'listed') === false],
    ];

    it.each(filters)('%j, in the list and in the count alike', async (query, holds) => {
      const expected = rows.filter((row) => row.archivedAt === null && holds(row)).map(({ id }) => id).sort();
      expect((await allPagesOf(admin, query)).map(({ id }) => id).sort()).toEqual(expected);
      expect(await countOf(admin, query)).toBe(expected.length);
    });

    it('any two of them no less than by one', async () => {
      const pair = fc.tuple(fc.constantFrom(...filters), fc.constantFrom(...filters), fc.constantFrom('no', 'yes'));
      await fc.assert(fc.asyncProperty(pair, async ([[first, a], [second, b], archived]) => {
        fc.pre(Object.keys(first).every((key) => !(key in second)));
        const both = await countOf(admin, { ...first, ...second, archived });
        expect(both).toBe(rows.filter((row) => (row.archivedAt !== null) === (archived === 'yes') && a(row) && b(row)).length);
        expect(both).toBeLessThanOrEqual(await countOf(admin, { ...first, archived }));
      }), { numRuns: 60 });
    });

    it('archived customers alone', async () => {
      expect(await countOf(admin, { archived: 'yes' })).toBe(rows.filter(({ archivedAt }) => archivedAt !== null).length);
      expect((await pageOf(admin, { archived: 'yes' })).items.every(({ archivedAt }) => archivedAt !== null)).toBe(true);
    });

    it('the owner', async () => {
      expect(await countOf(admin, { ownerIds: [anna.person.id] })).toBe(await countOf(anna));
      expect(await countOf(admin, { ownerIds: [anna.person.id, 'none'] })).toBe(await countOf(admin));
    });
  });

  describe('refuses', () => {
    it.each([
      [{ sort: 'id; DROP TABLE customers' }, 'sort required'], [{ limit: '101' }, 'limit too_large'], [{ limit: '0' }, 'limit too_small'], [{ ownerIds: 'me' }, 'ownerIds bad_value'],
      [{ stageIds: 'x' }, 'stageIds bad_value'], [{ knownFrom: '2026-02-30' }, 'knownFrom bad_date'], [{ archived: 'perhaps' }, 'archived required'], [{ order: 'name' }, 'order unknown_field'],
      [{ sources: 'a\u0000b' }, 'sources bad_value'], [{ fields: 'x' }, 'fields bad_value'], [{ fields: '[]' }, 'fields bad_value'], [{ fields: '{"no":1}' }, 'fields.no unknown_field'],
      [{ fields: '{"staff":"1"}' }, 'fields.staff bad_value'], [{ fields: '{"staff":{"from":"1"}}' }, 'fields.staff bad_value'], [{ fields: '{"since":{"from":"2026-13-01"}}' }, 'fields.since bad_value'],
      [{ fields: '{"size":"s"}' }, 'fields.size bad_value'], [{ fields: '{"listed":"true"}' }, 'fields.listed bad_value'], [{ fields: '{"motto":["a"]}' }, 'fields.motto bad_value'],
    ])('%j with %s', async (query: Record<string, string>, expected) => expect(refusals(await admin.get(`/api/customers?${queryOf(query)}`))).toEqual([expected]));

    it.each(['x', 'WzFd', '😀', Buffer.from('[1,"name","a","b"]').toString('base64url')])('the cursor %s', async (cursor) => {
      const answer = await admin.get(`/api/customers?${queryOf({ cursor })}`);
      expect([answer.statusCode, answer.json<Refused>().code]).toEqual([400, 'bad_cursor']);
    });

    it('a cursor of another order', async () => {
      const { next } = await pageOf(admin, { sort: 'lastContact', limit: '1' });
      expect((await admin.get(`/api/customers?${queryOf({ sort: '-lastContact', cursor: next ?? '' })}`)).statusCode).toBe(400);
    });
  });

  describe('as a file', () => {
    const file = async (query: Record<string, string | string[]> = {}, actor = admin) => actor.get(`/api/customers/export.csv?${queryOf(query)}`);
    const linesOf = (body: string): string[][] => parse(body, { bom: true }).map((line) => line.map((cell) => restoredCell(cell)));

    it('holds the same customers as the list, in the same order', async () => {
      const query = { sort: '-knownSince', stageKinds: ['open', 'won'] };
      const answer = await file({ ...query, columns: ['name', 'knownSince'] });
      expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="customers-2026-03-10.csv"' });
      expect(answer.body.startsWith('\ufeff')).toBe(true);
      const expected = (await allPagesOf(admin, query)).map(({ name, knownSinceOn }) => [name, knownSinceOn]);
      expect(linesOf(answer.body)).toEqual([['name', 'knownSinceOn'], ...expected]);
    });

    it('has words for identifiers, a column for each custom field, and survives a round trip', async () => {
      const hostile = ['=1+1', "'=2", '@x "y",\nz', '+86', '-'];
      const { id } = await customerOf(anna, { name: '=cmd|1', source: hostile[0], industry: hostile[1], region: '@x "y", z', isServed: false, servedBy: '=3', tags: ['+86', '-'], fields: { motto: '=9', staff: -3, listed: true } });
      const [heads = [], ...lines] = linesOf((await file({ ownerIds: anna.person.id })).body);
      const line = lines.find((cells) => cells[0] === id) ?? [];
      expect(Object.fromEntries(heads.map((head, i) => [head, line[i]]))).toMatchObject({
        name: '=cmd|1', owner: anna.person.name, tier: 'Ordinary', stage: 'New', source: '=1+1', industry: "'=2", region: '@x "y", z', served: 'no', servedBy: '=3', tags: '+86;-', 'field:motto': '=9', 'field:staff': '-3', 'field:listed': 'true',
      });
      expect((await file({ ownerIds: anna.person.id })).body).not.toMatch(/(^|,|")[=@]/m);
    });

    it('is written down in the audit with how many left', async () => {
      const count = await countOf(anna, { kind: 'person' });
      await file({ kind: 'person' }, anna);
      const [entry] = await world.database.query(`SELECT actor_id, details FROM audit_entries WHERE action = 'customers.exported' ORDER BY id DESC LIMIT 1`);
      expect(entry).toMatchObject({ actor_id: anna.person.id, details: { count, filter: { kind: 'person' } } });
    });

    it('refuses a filter or a column that the list does not know', async () => {
      expect((await file({ columns: 'password' })).statusCode).toBe(422);
      expect((await file({ fields: '{"no":1}' })).statusCode).toBe(422);
    });
  });
});
