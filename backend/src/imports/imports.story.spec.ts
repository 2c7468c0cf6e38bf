import iconv from 'iconv-lite';
import { type TestActor, World } from '../../test/world.ts';
import type { ImportIssuePageView, ImportView } from './imports.dto.ts';
import { checked, imported, settled, upload } from './imports.testing.ts';

const CUSTOMERS = `\uFEFF客户名称,手机,邮箱,级别,阶段,成交日期,金额,建档日期,标签,客户编号
王小明,138-1234-5678,wang@example.cn,重点,成交,2025/3/9,"12,500.50",2024/12/1,"老客户,北京",A1
李雷,+86 139 0000 1111,,普通,新客户,,,2025/1/15,,A2
,13800001111,,普通,新客户,,,2025/1/15,,A3
韩梅梅,13800002222,不是邮箱,普通,新客户,,,2025年1月15日,,A4
王小明,138-1234-5678,wang@example.cn,重点,成交,2025/3/9,"12,500.50",2024/12/1,"老客户,北京",A1
`;
const DAYS = [{ column: '建档日期', to: 'knownSinceOn', format: 'YYYY/M/D' as const }, { column: '成交日期', to: 'stageOn', format: 'YYYY/M/D' as const }];
const MAPPING = {
  columns: [
    { column: '客户名称', to: 'name' }, { column: '手机', to: 'phone' }, { column: '邮箱', to: 'email' }, { column: '级别', to: 'tier' }, { column: '阶段', to: 'stage' },
    { column: '金额', to: 'stageAmount' }, { column: '标签', to: 'tags' }, { column: '客户编号', to: 'externalId' }, ...DAYS,
  ],
  defaults: { source: 'old system', tags: 'imported' },
};

describe('importing customers', () => {
  let world: World;
  let boss: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
  });
  afterAll(() => world.close());

  it('tells encoding, delimiter, samples and a mapping to begin with', async () => {
    const gbk = iconv.encode(CUSTOMERS.slice(1).replaceAll(',', ';').replace('"12;500.50"', '12500.50'), 'gb18030');
    const view = (await upload(boss, 'customers', gbk, '客户.csv')).json<ImportView>();
    expect(view).toMatchObject({ encoding: 'gb18030', delimiter: ';', fileName: '客户.csv', state: 'uploaded', rowsTotal: 5, mapping: null });
    expect(view.columns[0]).toMatchObject({ name: '客户名称', samples: ['王小明', '李雷', '韩梅梅'], filled: 4 });
    expect(view.columns.find(({ name }) => name === '成交日期')).toMatchObject({ dateFormats: ['YYYY/M/D'] });
    expect(Object.fromEntries(view.suggestion.columns.map(({ column, to }) => [column, to]))).toEqual({
      客户名称: 'name', 手机: 'phone', 邮箱: 'email', 级别: 'tier', 阶段: 'stage', 成交日期: 'stageOn', 金额: 'stageAmount', 标签: 'tags', 客户编号: 'externalId',
    });
  });

  it('says in a dry run what would become of each row, and changes nothing', async () => {
    const view = await checked(boss, 'customers', CUSTOMERS, MAPPING);
    expect(view).toMatchObject({ state: 'checked', rowsDone: 5, counts: { new: 2, update: 0, unchanged: 0, duplicate: 1, error: 2 } });
    expect(view.samples.new.map(({ text }) => text)).toEqual(['王小明 · A1 · 138-1234-5678', '李雷 · A2 · +86 139 0000 1111']);
    const { items } = (await boss.get(`/api/imports/${view.id}/issues`)).json<ImportIssuePageView>();
    expect(items.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([
      [4, '客户名称', 'required', ''], [5, '邮箱', 'bad_email', '不是邮箱'], [5, '建档日期', 'not_in_date_format', '2025年1月15日'], [6, '', 'same_as_line', ''],
    ]);
    expect(await world.database.query('SELECT count(*)::int AS n FROM customers')).toEqual([{ n: 0 }]);
  });

  it('writes the rows with stage, contact points, search row and audit, and the same file again changes nothing', async () => {
    const first = await imported(boss, 'customers', CUSTOMERS, MAPPING);
    expect(first).toMatchObject({ state: 'done', counts: { new: 2, update: 0, unchanged: 0, duplicate: 1, error: 2 } });
    const [wang] = await world.database.query<Record<string, unknown>[]>(`SELECT c.name, c.sort_name, c.source, c.tags, c.is_open, c.converted_at, c.known_since_on::text AS since, t.key AS tier,
      (SELECT array_agg(p.kind || ' ' || p.search_key ORDER BY p.position) FROM contact_points p WHERE p.customer_id = c.id) AS points,
      (SELECT jsonb_agg(jsonb_build_object('on', s.changed_on, 'amount', s.amount)) FROM stage_changes s WHERE s.customer_id = c.id) AS stages,
      (SELECT haystack LIKE '%wang xiao ming%' FROM customer_grams g WHERE g.customer_id = c.id) AS is_found
      FROM customers c JOIN tiers t ON t.id = c.tier_id WHERE c.external_id = 'A1'`);
    expect(wang).toMatchObject({
      name: '王小明', sort_name: 'wang xiao ming', source: 'old system', tags: ['老客户', '北京', 'imported'], is_open: false, since: '2024-12-01', tier: 'key', is_found: true,
      points: ['phone 87654321831', 'email wang@example.cn'], stages: [{ on: '2025-03-09', amount: 12_500.5 }],
    });
    // The last instant of the day in Shanghai.
    expect(wang?.['converted_at']).toEqual(new Date('2025-03-09T15:59:59.999Z'));
    const listed = (await boss.get(`/api/customers?importId=${first.id}`)).json<{ items: { name: string }[] }>().items.map(({ name }) => name);
    expect([listed.toSorted(), (await boss.get(`/api/customers/count?importId=${boss.person.id}`)).json()]).toEqual([['李雷', '王小明'], { count: 0 }]);
    const again = await imported(boss, 'customers', CUSTOMERS, MAPPING);
    expect(again.counts).toEqual({ new: 0, update: 0, unchanged: 2, duplicate: 1, error: 2 });
    expect(await world.database.query(`SELECT count(*)::int AS n FROM audit_entries WHERE action = 'import.done'`)).toEqual([{ n: 2 }]);
    expect(await world.database.query(`SELECT count(*)::int AS n FROM import_pieces WHERE import_id = $1`, [first.id])).toEqual([{ n: 0 }]);
  });

  it('updates what differs and leaves the rest', async () => {
    const file = 'Name,Id,Phone,Tier,Stage,Stage date\n王小明,A1,,,,\n李雷,A2,13900002222,major,won,01.02.2026\n';
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Id', to: 'externalId' }, { column: 'Phone', to: 'phone' }, { column: 'Tier', to: 'tier' }, { column: 'Stage', to: 'stage' }, { column: 'Stage date', to: 'stageOn', format: 'D.M.YYYY' as const }];
    const view = await imported(boss, 'customers', file, { columns });
    expect(view.counts).toMatchObject({ unchanged: 1, update: 1, error: 0 });
    const [li] = await world.database.query<Record<string, unknown>[]>(`SELECT c.source, c.version, c.is_open, s.key AS stage, t.key AS tier, c.known_since_on::text AS since,
      (SELECT array_agg(p.value ORDER BY p.position) FROM contact_points p WHERE p.customer_id = c.id) AS points,
      (SELECT array_agg(h.changed_on::text ORDER BY h.changed_at) FROM stage_changes h WHERE h.customer_id = c.id) AS history
      FROM customers c JOIN stages s ON s.id = c.stage_id JOIN tiers t ON t.id = c.tier_id WHERE c.external_id = 'A2'`);
    expect(li).toEqual({ source: 'old system', version: 2, is_open: false, stage: 'won', tier: 'major', since: '2025-01-15', points: ['+86 139 0000 1111', '13900002222'], history: ['2025-01-15', '2026-02-01'] });
  });

  it('takes over whom we do not serve yet, and who does', async () => {
    const words = async (): Promise<unknown[]> => (await boss.get('/api/customers?sources=rivals&sort=name')).json<{ items: Record<string, unknown>[] }>().items.map(({ name, isServed, servedBy }) => [name, isServed, servedBy]);
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Id', to: 'externalId' }, { column: 'Served', to: 'served' }, { column: 'Competitor', to: 'servedBy' }, { column: 'Source', to: 'source' }];
    const file = 'Name,Id,Served,Competitor,Source\nA,N1,no,"Rival, Inc.",rivals\nB,N2,否,,rivals\nC,N3,,,rivals\nD,N4,perhaps,,rivals\n';
    const { suggestion } = (await upload(boss, 'customers', file)).json<ImportView>();
    expect(suggestion.columns).toMatchObject(columns);
    expect((await imported(boss, 'customers', file, { columns })).counts).toMatchObject({ new: 3, error: 1 });
    expect(await words()).toEqual([['A', false, 'Rival, Inc.'], ['B', false, null], ['C', true, null]]);
    expect((await imported(boss, 'customers', 'Name,Id,Served,Competitor,Source\nA,N1,yes,,\nB,N2,,对手甲,\n', { columns })).counts).toMatchObject({ update: 2, error: 0 });
    expect(await words()).toEqual([['A', true, 'Rival, Inc.'], ['B', false, '对手甲'], ['C', true, null]]);
    await world.database.query(`DELETE FROM customer_grams WHERE customer_id IN (SELECT id FROM customers WHERE source = 'rivals')`);
    await world.database.query(`DELETE FROM stage_changes WHERE customer_id IN (SELECT id FROM customers WHERE source = 'rivals')`);
    await world.database.query(`DELETE FROM customers WHERE source = 'rivals'`);
  });

  it('knows a customer without an id by name and number, and rows without either by all they say', async () => {
    const file = 'Name,Phone,City\n李雷,13900001111,\nNobody,,Oslo\nNobody,,Bergen\nNobody,,Oslo\n';
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Phone', to: 'phone' }, { column: 'City', to: 'region' }];
    expect((await imported(boss, 'customers', file, { columns })).counts).toEqual({ new: 2, update: 0, unchanged: 0, duplicate: 2, error: 0 });
    expect((await imported(boss, 'customers', file, { columns })).counts).toEqual({ new: 0, update: 0, unchanged: 2, duplicate: 2, error: 0 });
  });

  it('gives the issues as a CSV in the language of whoever asks, with formulas made harmless', async () => {
    const reader = await world.person({ roles: ['administrator'], scope: 'all', language: 'zh-Hans' });
    const view = await checked(reader, 'customers', 'Name,Tier\n=1+1,=cmd\n', { columns: [{ column: 'Name', to: 'name' }, { column: 'Tier', to: 'tier' }] });
    const answer = await reader.get(`/api/imports/${view.id}/issues.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body).toBe(`\uFEFF行,列,内容,结果,原因\r\n2,Tier,'=cmd,错误,系统中没有这个词；请建立对应，或在设置中添加。\r\n`);
  });

  it('fills custom fields, adds choices where the mapping says so, and turns unknown words into tags', async () => {
    await world.database.query(`INSERT INTO custom_fields (id, key, names, kind, choices, position) VALUES
      (gen_random_uuid(), 'job', '{"en":"Job"}', 'choice', '[{"key":"admin","names":{"en":"admin."}}]', 1), (gen_random_uuid(), 'age', '{"en":"Age"}', 'number', '[]', 2), (gen_random_uuid(), 'loan', '{"en":"Loan"}', 'boolean', '[]', 3)`);
    const file = 'Name;Job;Age;Loan;Level\nAda;admin.;36;yes;gold\nBob;blue-collar;41,5;no;key\n';
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Job', to: 'field:job', unknown: 'create' as const }, { column: 'Age', to: 'field:age', decimal: ',' as const }, { column: 'Loan', to: 'field:loan' }, { column: 'Level', to: 'tier', unknown: 'tag' as const }];
    const view = await imported(boss, 'customers', file, { columns });
    expect(view.counts).toMatchObject({ new: 2, error: 0 });
    expect(await world.database.query(`SELECT name, fields, tags FROM customers WHERE name IN ('Ada', 'Bob') ORDER BY name`)).toEqual([
      { name: 'Ada', fields: { job: 'admin', age: 36, loan: true }, tags: ['gold'] },
      { name: 'Bob', fields: { job: 'blue_collar', age: 41.5, loan: false }, tags: [] },
    ]);
  });

  it('refuses what is no CSV, a mapping that can not work, and a run without a dry run', async () => {
    expect((await upload(boss, 'customers', Buffer.from('PK\u0003\u0004...'))).json()).toMatchObject({ status: 422, code: 'bad_spreadsheet' });
    expect((await upload(boss, 'customers', 'Name\n')).json()).toMatchObject({ status: 400, code: 'file_without_rows' });
    expect((await upload(boss, 'customers', 'Name,B\n"open,1\nx,2')).json()).toMatchObject({ status: 422, code: 'bad_csv', params: { line: 2 } });
    expect((await boss.get('/api/imports')).json<{ items: ImportView[] }>().items.every(({ state }) => state === 'done' || state === 'checked' || state === 'uploaded')).toBe(true);
    const { id } = (await upload(boss, 'customers', 'Name,Since\nAda,2020-01-01\n')).json<ImportView>();
    const refused = await boss.put(`/api/imports/${id}/mapping`, { columns: [{ column: 'Since', to: 'knownSinceOn' }, { column: 'No', to: 'name' }], defaults: { tier: 'no such tier' } });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ field: 'columns.0.format', code: 'date_format_required' }, { field: 'columns.1.column', code: 'no_such_column' }, { field: 'defaults.tier', code: 'unknown_word' }] });
    expect((await boss.post(`/api/imports/${id}/check`)).json()).toMatchObject({ status: 409, code: 'mapping_required' });
    await boss.put(`/api/imports/${id}/mapping`, { columns: [{ column: 'Name', to: 'name' }] });
    expect((await boss.post(`/api/imports/${id}/run`)).json()).toMatchObject({ status: 409, code: 'check_required' });
    expect((await boss.delete(`/api/imports/${id}`)).statusCode).toBe(204);
    expect((await boss.get(`/api/imports/${id}`)).statusCode).toBe(404);
  });

  it('goes only where the importer may: right, owner, and what others imported', async () => {
    const team = await world.team('North');
    const manager = await world.person({ roles: ['manager'], scope: 'team', teamId: team.id });
    const seller = await world.person({ teamId: team.id, name: 'Nora North' });
    const stranger = await world.person({ name: 'Sven South' });
    expect((await upload(seller, 'customers', 'Name\nAda\n')).statusCode).toBe(403);
    const file = `Name,Owner,Id\nIn,Nora North,N1\nMine,${manager.person.email},N2\nOut,Sven South,N3\nNone,,N4\nTaken,Nora North,A1\n`;
    const columns = [{ column: 'Name', to: 'name' }, { column: 'Owner', to: 'owner' }, { column: 'Id', to: 'externalId' }];
    const view = await imported(manager, 'customers', file, { columns });
    expect(view.counts).toMatchObject({ new: 2, error: 3 });
    const { items } = (await manager.get(`/api/imports/${view.id}/issues`)).json<ImportIssuePageView>();
    expect(items.map(({ line, code }) => [line, code])).toEqual([[4, 'unknown_person'], [5, 'owner_required'], [6, 'external_id_taken']]);
    expect(await world.database.query(`SELECT team_id FROM customers WHERE external_id = 'N1'`)).toEqual([{ team_id: team.id }]);
    const other = await world.person({ roles: ['manager'], scope: 'own' });
    expect((await other.get(`/api/imports/${view.id}`)).statusCode).toBe(404);
    expect((await other.get('/api/imports')).json<{ items: unknown[] }>().items).toEqual([]);
    expect(stranger.person.name).toBe('Sven South');
    expect(await settled(boss, view.id)).toMatchObject({ state: 'done' });
  });
});
