import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { Router } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { I18n } from '../core/i18n';
import { aLine, anAnswer } from './answers.testing';
import { CataloguePage } from './catalogue-page';
import { ReportPage } from './report-page';
import { reportsTexts } from './texts';

// Drawing needs a browser; what is drawn has a test of its own.
jest.mock('./chart/echarts', () => ({ echarts: { init: () => ({ on: () => undefined, setOption: () => undefined, resize: () => undefined, dispose: () => undefined }) } }));

const isReport = ({ url }: { url: string }): boolean => url === '/api/reports/conversion-by-channel';

describe('a report', () => {
  let fixture: ComponentFixture<ReportPage>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const said = (): string => page().textContent.replace(/\s+/g, ' ');
  const button = (name: string | RegExp): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find((one) => { const label = one.getAttribute('aria-label') ?? one.textContent.trim(); return typeof name === 'string' ? label === name : name.test(label); });
    if (!found) throw new Error(`no button ${String(name)}`);
    return found;
  };
  // A harness would wait for the answer that the test has yet to give.
  const compare = (): void => { page().querySelector<HTMLInputElement>('mat-checkbox input')?.click(); };
  const query = (): string => api().expectOne(isReport).request.params.toString();

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting({ reports: reportsTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ rights: ['reports.see', 'customers.export'] }));
    fixture = TestBed.createComponent(ReportPage);
    fixture.componentRef.setInput('key', 'conversion-by-channel');
    document.body.append(page());
    await settle();
    api().expectOne('/api/reports').flush({ reports: [aLine()] });
    await settle();
  });
  afterEach(() => { document.body.innerHTML = ''; });
  const answered = async (answer = anAnswer()): Promise<void> => {
    api().expectOne(isReport).flush(answer);
    await settle();
  };

  test('asks with the defaults of the report', () => {
    expect(query()).toBe('period=last-12-months&origin=first_communication&days=90&by=channel');
  });

  test('shows each share with n and interval, and none below the smallest basis', async () => {
    await answered();
    const rows = [...page().querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows[0]).toMatch(/^Phone20\.0%n 50 · 10\.0–40\.0/);
    expect(rows[1]).toMatch(/^Visit–n 5/);
    expect(rows[2]).toMatch(/^No effective communication5\.0%n 20/);
    expect(rows[3]).toMatch(/^Total17\.1%n 70/);
  });

  test('says in words what the chart shows, that it is an association, and what is left out', async () => {
    await answered();
    expect(page().querySelector('t-report-chart [role="img"]')?.getAttribute('aria-label')).toBe('Conversion: 17.1% (n 70). Highest: Phone, 20.0% (n 50). Lowest: No effective communication, 5.0% (n 20).');
    expect(said()).toContain('Association, not cause');
    expect(said()).toContain('Those whose days are not over.');
    expect(said()).toContain('Too early: 4');
  });

  test('follows the language without another question', async () => {
    await answered();
    await TestBed.inject(I18n).use('zh-Hans');
    await settle();
    expect(page().querySelector('tbody tr')?.textContent).toContain('电话');
    expect(said()).toContain('仅为相关，并非因果');
    api().expectNone(isReport);
  });

  test('keeps the question in the address and asks again', async () => {
    await answered();
    compare();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/?compare=true');
    expect(query()).toContain('compare=true');
    [...page().querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(({ value }) => value === 'none')?.click();
    await settle();
    expect(TestBed.inject(Router).url).toContain('days=none');
    expect(api().match(isReport).at(-1)?.request.params.get('days')).toBe('none');
  });

  test('breaks down by a second dimension', async () => {
    await answered();
    const [, second] = [...page().querySelectorAll('t-report-controls t-filter')].slice(1);
    second?.querySelector('button')?.click();
    await settle();
    [...document.querySelectorAll<HTMLElement>('label, [role="option"], [role="menuitemradio"], button')].find((one) => one.textContent.trim() === 'Tier')?.click();
    await settle();
    expect(api().match(isReport).at(-1)?.request.params.getAll('by')).toEqual(['channel', 'tier']);
  });

  test('opens a number to its rows, for the very days of the answer, with links to the customers and a file', async () => {
    await answered();
    button('10 Converted, Phone: show the rows').click();
    await settle();
    await settle();
    const asked = api().expectOne(({ url }) => url.endsWith('/rows'));
    expect(asked.request.params.toString()).toBe('origin=first_communication&days=90&by=channel&from=2025-04-01&until=2026-04-01&column=converted&bucket=channel:c1');
    asked.flush({ kind: 'customers', count: 1, communications: [], next: null, customers: [{ id: 'k1', name: 'Harbour', ownerName: 'Chen Wei', stage: { en: 'Won' }, knownSinceOn: '2026-01-01', firstContactOn: '2026-01-02', convertedOn: '2026-01-05', isArchived: false }] });
    await settle();
    const sheet = document.querySelector('t-rows-sheet');
    expect(sheet?.textContent).toContain('1 row');
    expect(sheet?.querySelector('a[href="/customers/k1"]')?.textContent).toBe('Harbour');
    expect(sheet?.querySelector('a[download]')?.getAttribute('href')).toMatch(/\/api\/reports\/conversion-by-channel\/rows\/export\.csv\?.*bucket=channel%3Ac1/);
  });

  test('says when nothing happened, and when it took too long, and offers another try', async () => {
    await answered(anAnswer({ rows: [], total: { numbers: [0, 0, 0], share: { value: null, low: null, high: null, count: 0, n: 0 }, previous: null } }));
    expect(said()).toContain('Nothing happened in this period');
    compare();
    await settle();
    api().expectOne(isReport).flush({ code: 'report_takes_too_long', params: { seconds: 20 } }, { status: 422, statusText: 'x' });
    await settle();
    expect(said()).toContain('This report takes longer than 20 seconds');
  });

  test('shows the period before beside each number', async () => {
    const before = { numbers: [8, 40, 0], share: { value: 0.2, low: 0.1, high: 0.35, count: 8, n: 40 } };
    await answered(anAnswer({ previousPeriod: { from: '2024-04-01', until: '2025-04-01' }, total: { ...anAnswer().total, previous: before } }));
    expect(said()).toMatch(/compared with .*Apr.* 2024 – .*Mar.* 2025/);
    expect([...page().querySelectorAll('tbody tr')].at(-1)?.textContent).toMatch(/before 20\.0% · n 40/);
  });
});

describe('the catalogue of reports', () => {
  test('shows every report on its shelf by the question it answers', async () => {
    TestBed.configureTestingModule({ providers: [provideTesting({ reports: reportsTexts })] });
    await ready(aSession({ rights: ['reports.see'] }));
    const fixture = TestBed.createComponent(CataloguePage);
    await settle();
    api().expectOne('/api/reports').flush({ reports: [aLine()] });
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('section')?.getAttribute('aria-labelledby')).toBe('group-effectiveness');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/reports/conversion-by-channel');
    expect(page.textContent).toContain('Which channels go together with conversion?');
  });
});
