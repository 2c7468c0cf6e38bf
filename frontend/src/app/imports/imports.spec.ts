import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { Language } from '../core/i18n';
import { ImportPage } from './import-page';
import { ImportsPage } from './imports-page';
import type { ImportView, Target } from './mapping-state';
import { importsTexts } from './texts';

const none = { new: [], update: [], unchanged: [], duplicate: [], error: [] };
const column = (name: string, samples: string[], more: Partial<ImportView['columns'][number]> = {}): ImportView['columns'][number] => ({ name, samples, filled: samples.length, dateFormats: [], decimals: [], ...more });
const anImport = (change: Partial<ImportView> = {}): ImportView => ({
  id: 'i1', kind: 'customers', fileName: 'clients.csv', state: 'uploaded', counts: { new: 0, update: 0, unchanged: 0, duplicate: 0, error: 0 }, rowsDone: 0, rowsTotal: 3, failure: null,
  createdAt: '2026-03-04T02:00:00Z', finishedAt: null, createdById: '1', createdByName: 'Chen Wei', format: 'csv', sheets: [], sheet: null, encoding: 'utf-8', delimiter: ',', undoableUntil: null, undo: null, mapping: null, samples: none,
  columns: [column('Client', ['Ada', 'Bob']), column('Since', ['1/2/2025', '3/4/2025'], { dateFormats: ['D/M/YYYY', 'M/D/YYYY'] }), column('Class', ['gold'])],
  suggestion: { columns: [{ column: 'Client', to: 'name' }], defaults: {} }, unknownWords: [], ...change,
});
const target = (key: string, reading: string, more: Partial<Target> = {}): Target => ({ key, reading, isRequired: false, isMany: false, names: {}, words: [], ...more });
const TARGETS = [
  target('name', 'text', { isRequired: true }), target('knownSinceOn', 'day'), target('tags', 'tags', { isMany: true }),
  target('tier', 'word', { words: [{ word: 'key', names: { en: 'Key', zhHans: '重点' } }, { word: 'ordinary', names: { en: 'Ordinary', zhHans: '普通' } }] }), target('field:age', 'number', { names: { en: 'Age', zhHans: '年龄' } }),
];

let loader: HarnessLoader;

async function start<T>(page: new () => T, inputs: Record<string, unknown> = {}, language: Language = 'en'): Promise<ComponentFixture<T>> {
  TestBed.configureTestingModule({ providers: [provideTesting({ imports: importsTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
  await ready(aSession({ rights: ['customers.import'] }), language);
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement as HTMLElement);
  loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  await settle();
  return fixture;
}

const press = async (text: string | RegExp): Promise<void> => {
  await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  await settle();
};
const select = async (label: string, option: string): Promise<void> => {
  for (const field of await loader.getAllHarnesses(MatSelectHarness)) {
    const host = await field.host();
    const name = await host.getAttribute('aria-labelledby');
    const words = name?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ') ?? '';
    if (words.includes(label)) {
      await field.clickOptions({ text: option });
      await settle();
      return;
    }
  }
  throw new Error(`no selection called ${label}`);
};
const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
afterEach(() => { document.body.innerHTML = ''; });

describe('the list of imports', () => {
  test('lists what was imported, by whom and with what result', async () => {
    await start(ImportsPage);
    api().expectOne('/api/imports?limit=20').flush({ items: [anImport({ state: 'done', counts: { new: 2_000, update: 3, unchanged: 0, duplicate: 0, error: 7 } })], next: null });
    await settle();
    expect(document.querySelector('tbody tr')?.textContent).toMatch(/clients.csv.*Customers.*3 rows.*Done.*2,000.*3.*7.*Chen Wei/s);
  });

  test('takes a file and opens its page; says why it was not taken', async () => {
    await start(ImportsPage);
    api().expectOne('/api/imports?limit=20').flush({ items: [], next: null });
    await settle();
    expect(text()).toContain('Nothing was imported yet.');
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const pick = async (): Promise<void> => {
      Object.defineProperty(input, 'files', { value: [new File(['Name\nAda\n'], 'clients.csv')], configurable: true });
      Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
      input.dispatchEvent(new Event('change'));
      await settle();
    };
    await pick();
    api().expectOne('/api/imports?kind=customers').flush({ code: 'bad_csv', params: { line: 12 } }, { status: 422, statusText: '' });
    await settle();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Line 12 can not be read');
    const open = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await pick();
    const call = api().expectOne('/api/imports?kind=customers');
    expect((call.request.body as FormData).get('file')).toBeInstanceOf(File);
    call.flush(anImport());
    await settle();
    expect(open).toHaveBeenCalledWith(['/import', 'i1']);
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

describe('the page of an import', () => {
  const open = async (view: ImportView, language: Language = 'en'): Promise<void> => {
    await start(ImportPage, { id: 'i1' }, language);
    api().expectOne('/api/imports/i1').flush(view);
    await settle();
    for (const call of api().match('/api/imports/targets?kind=customers')) call.flush({ items: TARGETS });
    await settle();
  };

  test('asks where columns go, in which date format, what words mean, and then checks', async () => {
    await open(anImport());
    expect(text()).toContain('Ada · Bob');
    await select('Since goes to', 'First known on');
    expect(text()).toContain('Several formats fit');
    await select('Date format', 'M/D/YYYY');
    await select('Class goes to', 'Tier');
    await press('Check the file');
    const put = api().expectOne({ method: 'PUT', url: '/api/imports/i1/mapping' });
    const columns = [{ column: 'Client', to: 'name' }, { column: 'Since', to: 'knownSinceOn', format: 'M/D/YYYY' }, { column: 'Class', to: 'tier' }];
    expect(put.request.body).toEqual({ columns, defaults: {} });
    put.flush(anImport({ mapping: { columns, defaults: {} } as ImportView['mapping'], unknownWords: [{ column: 'Class', to: 'tier', words: ['gold'], isComplete: true }] }));
    await settle();
    expect(text()).toContain('1 word that is not known here');
    await select('gold means', 'Key');
    await press('Check the file');
    const again = api().expectOne({ method: 'PUT', url: '/api/imports/i1/mapping' });
    expect((again.request.body as { columns: unknown[] }).columns[2]).toEqual({ column: 'Class', to: 'tier', values: { gold: 'key' } });
    again.flush(anImport({ mapping: { columns, defaults: {} } as ImportView['mapping'] }));
    await settle();
    api().expectOne({ method: 'POST', url: '/api/imports/i1/check' }).flush(anImport({ state: 'checking', rowsDone: 1 }));
    await settle();
    // No harness here: it would wait for the next reading, which comes every second.
    expect(Number(document.querySelector('mat-progress-bar')?.getAttribute('aria-valuenow'))).toBeCloseTo(33.3, 0);
    expect(text()).toContain('Checking: 1 of 3 rows');
  });

  test('does not check before what is needed is there, and says in words what the server refuses', async () => {
    await open(anImport({ suggestion: { columns: [], defaults: {} } }));
    expect(text()).toContain('Still needed: Name');
    expect(await (await loader.getHarness(MatButtonHarness.with({ text: 'Check the file' }))).isDisabled()).toBe(true);
    await select('Client goes to', 'Name');
    await press('Check the file');
    api().expectOne({ method: 'PUT', url: '/api/imports/i1/mapping' }).flush({ code: 'invalid_input', errors: [{ field: 'defaults.tier', code: 'unknown_word' }, { field: 'columns.0.column', code: 'no_such_column', params: { column: 'Client' } }] }, { status: 422, statusText: '' });
    await settle();
    expect([...document.querySelectorAll('.failures li')].map((line) => line.textContent)).toEqual(['Tier: this is not known here.', 'There is no column Client.']);
  });

  const result = { counts: { new: 2, update: 0, unchanged: 0, duplicate: 0, error: 1 }, rowsDone: 3, samples: { ...none, new: [{ line: 2, text: 'Ada' }] }, mapping: { columns: [{ column: 'Client', to: 'name' }], defaults: { tags: 'spring fair' } } } as Partial<ImportView>;
  const issues = { items: [{ line: 4, fate: 'error', column: 'Class', value: 'gold', code: 'unknown_word', reason: 'This word is not known here.' }], next: null };

  test('shows what would happen with the reasons, then imports, and leads to the customers', async () => {
    await open(anImport({ state: 'checked', ...result }));
    api().expectOne('/api/imports/i1/issues?limit=50').flush(issues);
    await settle();
    expect(text()).toMatch(/2New.*1With errors.*line 2 Ada/);
    expect(document.querySelector('tbody tr')?.textContent).toMatch(/4.*Class.*gold.*This word is not known here/s);
    expect(document.querySelector<HTMLAnchorElement>('a[download]')?.getAttribute('href')).toBe('/api/imports/i1/issues.csv');
    await press('Import 2 rows');
    api().expectOne({ method: 'POST', url: '/api/imports/i1/run' }).flush(anImport({ state: 'running', ...result, rowsDone: 0 }));
    await settle();
    expect(text()).toContain('Importing: 0 of 3 rows');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await settle();
    api().expectOne('/api/imports/i1').flush(anImport({ state: 'done', ...result }));
    await settle();
    for (const call of api().match('/api/imports/i1/issues?limit=50')) call.flush(issues);
    await settle();
    expect(document.querySelector<HTMLAnchorElement>('a[href^="/customers"]')?.getAttribute('href')).toBe('/customers?import=i1');
  });

  test('offers the sheets of a spreadsheet, and reads the one that is chosen', async () => {
    await open(anImport({ format: 'xlsx', sheets: ['Clients', '2024'], sheet: 'Clients' }));
    expect(text()).not.toContain('Encoding');
    await select('Sheet', '2024');
    const put = api().expectOne({ method: 'PUT', url: '/api/imports/i1/format' });
    expect(put.request.body).toEqual({ sheet: '2024' });
    put.flush(anImport({ format: 'xlsx', sheets: ['Clients', '2024'], sheet: '2024', columns: [column('Name', ['Old'])] }));
    await settle();
    expect(text()).toContain('Old');
  });

  test('shows what an undo would do before it is done, then how far it is, and what it came to', async () => {
    const kept = [{ reason: 'records' as const, count: 1_200 }];
    const examples = [{ customerId: 'c1', name: 'Ada', reason: 'records' as const }];
    const over = { ...result, counts: { ...result.counts!, error: 0 } };
    await open(anImport({ state: 'done', ...over, undoableUntil: '2026-04-03T02:00:00Z' }));
    expect(text()).toContain('Undo this import');
    await press('See what an undo would do');
    api().expectOne({ method: 'GET', url: '/api/imports/i1/undo' }).flush({ removed: 2, putBack: 1, partly: 0, kept, examples, undoableUntil: '2026-04-03T02:00:00Z' });
    await settle();
    expect(text()).toMatch(/2 records that it added go.*1 record that it changed is as before.*1,200 · somebody has recorded something since/);
    expect(document.querySelector<HTMLAnchorElement>('a[href="/customers/c1"]')?.textContent).toBe('Ada');
    await press('Undo the import');
    const undo = { done: 1, total: 4, removed: 1, putBack: 0, partly: 0, kept: [], examples: [], failure: null };
    api().expectOne({ method: 'POST', url: '/api/imports/i1/undo' }).flush(anImport({ state: 'undoing', ...over, undo }));
    await settle();
    expect(text()).toContain('Undoing: 1 of 4 records');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await settle();
    api().expectOne('/api/imports/i1').flush(anImport({ state: 'undone', ...over, undo: { ...undo, done: 4, removed: 2, kept, examples } }));
    await settle();
    expect(text()).toMatch(/This import was taken back.*2 records were removed.*1,200/);
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: /Undo|Discard/ }))).toEqual([]);
  });

  test('offers the rest of an undo again where records stayed because they were merged, each reason said once', async () => {
    const undo = { done: 3, total: 3, removed: 1, putBack: 0, partly: 0, kept: [{ reason: 'merged' as const, count: 2 }], examples: [{ customerId: 'c1', name: 'Ada', reason: 'merged' as const }], failure: null };
    await open(anImport({ state: 'undone', finishedAt: '2026-03-04T02:00:00Z', undoableUntil: '2026-04-03T02:00:00Z', undo }));
    expect(text()).toMatch(/1 record was removed.*2 · merged with another customer: take that merge apart.*The first of them: ?Ada ?Undo this import ?What stayed for a merge or a later import can be taken back.*until Apr 3/);
    await press('See what an undo would do');
    api().expectOne('/api/imports/i1/undo').flush({ removed: 2, putBack: 0, partly: 0, kept: [], examples: [], undoableUntil: '2026-04-03T02:00:00Z' });
    await settle();
    expect(text()).toContain('2 records that it added go');
  });

  test('says why an import failed, in the language of the person', async () => {
    await open(anImport({ state: 'failed', failure: 'not_allowed', mapping: result.mapping! }), 'zh-Hans');
    expect(document.querySelector('[role=alert]')?.textContent).toBe('未能完成：您无权执行此操作。');
    await press('修改对应列');
    for (const call of api().match('/api/imports/targets?kind=customers')) call.flush({ items: TARGETS });
    await settle();
    expect(text()).toContain('Since 对应到');
  });
});
