import { type TestActor, World } from '../../test/world.ts';
import { type TestCell, number, spreadsheet, zip } from './file/sheet/sheet.testing.ts';
import type { ImportIssuePageView, ImportView } from './imports.dto.ts';
import { checked, imported, upload } from './imports.testing.ts';

const RICH: TestCell = { xml: '<c r="@" t="inlineStr"><is><r><t>韩</t></r><r><t>梅梅</t></r><rPh><t>hán</t></rPh></is></c>' };
const CUSTOMERS: TestCell[][] = [
  [],
  ['客户名称', '手机', '建档日期', '阶段', '成交日期', '金额', '客户编号', '备注'],
  ['王小明', number('13812345678'), number(45_627, 1), '成交', number(45_725.4, 2), number('12500.5'), 'A1', 'line one_x000D_\nand & <two>'],
  ['李雷', '+86 139 0000 1111', number(45_672, 6), '新客户', null, null, 'A2', { xml: '<c r="@"/>' }],
  [null, null, null, ' ', null],
  [RICH, number('138', 5), { xml: '<c r="@" t="d"><v>2025-01-15T00:00:00</v></c>' }, '新客户', null, null, { xml: '<c r="@" t="str"><f>1+1</f><v>A3</v></c>' }, { xml: '<c r="@" t="b"><v>1</v></c>' }],
  ['No Phone', 'none', number(45_672, 1), '新客户', null, null, 'A4'],
];
const FILE = spreadsheet([{ name: 'Notes', rows: [] }, { name: 'Prices', isHidden: true, rows: [['x'], ['y']] }, { name: 'Kunden & Co', rows: CUSTOMERS }, { name: '2024', rows: [['Name'], ['Old']] }]);

describe('importing a spreadsheet', () => {
  let world: World;
  let boss: TestActor;
  beforeAll(async () => {
    world = await World.open();
    boss = await world.administrator();
  });
  afterAll(() => world.close());

  it('offers its sheets and begins with the first that has rows; dates, numbers and phones are as they are meant', async () => {
    const view = (await upload(boss, 'customers', FILE, '客户.xlsx')).json<ImportView>();
    expect(view).toMatchObject({ format: 'xlsx', sheets: ['Notes', 'Kunden & Co', '2024'], sheet: 'Kunden & Co', rowsTotal: 4, state: 'uploaded' });
    expect(Object.fromEntries(view.columns.map(({ name, samples }) => [name, samples]))).toEqual({
      客户名称: ['王小明', '李雷', '韩梅梅', 'No Phone'], 手机: ['13812345678', '+86 139 0000 1111', '00000000138', 'none'], 建档日期: ['2024-12-01', '2025-01-15'], 阶段: ['成交', '新客户'], 成交日期: ['2025-03-09 09:36:00'],
      金额: ['12500.5'], 客户编号: ['A1', 'A2', 'A3', 'A4'], 备注: ['line one\r\nand & <two>', 'true'],
    });
    expect(view.columns.find(({ name }) => name === '建档日期')?.dateFormats).toEqual(['YYYY-MM-DD']);
    const other = (await boss.put(`/api/imports/${view.id}/format`, { sheet: '2024' })).json<ImportView>();
    expect([other.sheet, other.rowsTotal, other.columns.map(({ name }) => name)]).toEqual(['2024', 1, ['Name']]);
    expect((await boss.put(`/api/imports/${view.id}/format`, { sheet: 'Prices' })).json()).toMatchObject({ status: 422, errors: [{ field: 'sheet', code: 'no_such_sheet' }] });
    expect((await boss.put(`/api/imports/${view.id}/format`, { encoding: 'utf-8', delimiter: ',' })).json()).toMatchObject({ status: 422, errors: [{ field: 'sheet', code: 'required' }] });
  });

  it('goes through the same mapping, dry run and run, with the rows of the sheet in the issues', async () => {
    const columns = [
      { column: '客户名称', to: 'name' }, { column: '手机', to: 'phone' }, { column: '建档日期', to: 'knownSinceOn', format: 'YYYY-MM-DD' as const }, { column: '阶段', to: 'stage' },
      { column: '成交日期', to: 'stageOn', format: 'YYYY-MM-DD' as const }, { column: '金额', to: 'stageAmount' }, { column: '客户编号', to: 'externalId' }, { column: '备注', to: 'note' },
    ];
    const dry = await checked(boss, 'customers', FILE, { columns });
    expect(dry.counts).toMatchObject({ new: 3, error: 1 });
    expect((await boss.get(`/api/imports/${dry.id}/issues`)).json<ImportIssuePageView>().items.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([[7, '手机', 'bad_phone', 'none']]);
    const view = await imported(boss, 'customers', FILE, { columns });
    expect(view).toMatchObject({ state: 'done', counts: { new: 3, update: 0, unchanged: 0, duplicate: 0, error: 1 } });
    const [wang] = await world.database.query<Record<string, unknown>[]>(`SELECT c.note, c.known_since_on::text AS since, c.converted_at, (SELECT array_agg(p.value) FROM contact_points p WHERE p.customer_id = c.id) AS points,
      (SELECT amount FROM stage_changes s WHERE s.customer_id = c.id) AS amount FROM customers c WHERE external_id = 'A1'`);
    expect(wang).toEqual({ note: 'line one\nand & <two>', since: '2024-12-01', converted_at: new Date('2025-03-09T01:36:00Z'), points: ['13812345678'], amount: '12500.50' });
    expect((await imported(boss, 'customers', FILE, { columns })).counts).toMatchObject({ new: 0, unchanged: 3 });
  });

  it('holds what does not fit into one piece of a stored file', async () => {
    // Random letters, so that packing does not make it small.
    const rows = Array.from({ length: 6_000 }, (_, i): TestCell[] => [`Name ${i}`, Buffer.from(Array.from({ length: 60 }, (_byte, k) => (i * 7_919 + k * 104_729 + ((i * k) % 251) * 31) % 251)).toString('base64')]);
    const file = spreadsheet([{ name: 'Long', rows: [['Name', 'Note'], ...rows] }]);
    const view = (await upload(boss, 'customers', file)).json<ImportView>();
    expect([view.rowsTotal, view.columns.map(({ filled }) => filled)]).toEqual([6_000, [6_000, 6_000]]);
  });

  it('is refused when it is none, damaged, without rows, or unfolds without end', async () => {
    const refusal = async (file: Buffer): Promise<unknown> => (await upload(boss, 'customers', file, 'file.xlsx')).json<{ code: string }>().code;
    const before = (await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM imports'))[0]?.n;
    expect(await refusal(Buffer.from('PK\u0003\u0004...'))).toBe('bad_spreadsheet');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('old_spreadsheet');
    expect(await refusal(zip({ 'word/document.xml': '<document/>' }))).toBe('bad_spreadsheet');
    expect(await refusal(spreadsheet([{ name: 'Empty', rows: [['Name']] }]))).toBe('file_without_rows');
    expect(await refusal(FILE.subarray(0, FILE.length - 40))).toBe('bad_spreadsheet');
    const broken = Buffer.from(FILE);
    broken.fill(0xff, FILE.length / 2 - 300, FILE.length / 2);
    expect(await refusal(broken)).toMatch(/bad_spreadsheet|file_without_rows/);
    const [rels, main] = ['_rels/.rels', 'xl/_rels/workbook.xml.rels'];
    const link = (type: string, target: string): string => `<Relationships><Relationship Id="a" Type="x/${type}" Target="${target}"/></Relationships>`;
    const bomb = (sheet: Buffer): Buffer => zip({ [rels]: link('officeDocument', 'xl/workbook.xml'), 'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>', [main]: link('worksheet', 's.xml'), 'xl/s.xml': sheet });
    // A text that never ends is noticed after a megabyte, and so is a part that unfolds a thousandfold.
    expect(await refusal(bomb(Buffer.concat([Buffer.from('<worksheet><sheetData><row><c><v>'), Buffer.alloc(40 * 1_048_576, 'a')])))).toBe('bad_spreadsheet');
    expect(await refusal(zip({ [rels]: `<Relationships>${`<a>${' '.repeat(1_000)}</a>`.repeat(20_000)}` }))).toBe('spreadsheet_too_large');
    expect((await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM imports'))[0]?.n).toBe(before);
  });
});
