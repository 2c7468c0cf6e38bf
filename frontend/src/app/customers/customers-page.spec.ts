import { HttpRequest } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { LogOpener, LogStart } from '../core/log-opener';
import type { View } from '../core/api';
import { CustomersPage } from './customers-page';
import { aRow, answer, provideWideScreen } from './customers.testing';
import { customersTexts } from './texts';

@Component({ template: '' })
class Elsewhere {}

const TWO = [aRow('k1', 'Harbour Foods', { fields: { seats: 12 } }), aRow('k2', '王小明', { kind: 'person', ownerId: null, lastEffectiveAt: null })];
let harness: RouterTestingHarness;
let rows: View<'CustomerRow'>[] = TWO;
let hasMore = false;
let asked: HttpRequest<unknown>[] = [];

const list = (request: HttpRequest<unknown>): unknown => {
  asked.push(request);
  return request.params.get('cursor') ? { items: [aRow('k3', 'Third')], next: null } : { items: rows, next: hasMore ? 'after-2' : null };
};
const rest = (): Promise<HttpRequest<unknown>[]> => answer({ 'GET /api/customers': list, 'GET /api/customers/count': { count: rows.length } });
const open = async (url = '/customers', rights: View<'SessionView'>['rights'] = ['contacts.work', 'customers.write', 'customers.assign', 'customers.export']): Promise<void> => {
  TestBed.configureTestingModule({ providers: [provideTesting({ customers: customersTexts }), provideWideScreen(), provideRouter([{ path: 'customers', component: CustomersPage }, { path: 'customers/:id', component: Elsewhere }])] });
  await ready(aSession({ rights }));
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await rest();
};
const page = (): HTMLElement => document.body;
const names = (): (string | null | undefined)[] => [...page().querySelectorAll('td.name a')].map(({ textContent }) => textContent);
const button = (label: string): HTMLButtonElement => [...page().querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(label))!;
const press = async (key: string): Promise<void> => { document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); await rest(); };
const url = (): string => decodeURIComponent(TestBed.inject(Router).url);
const last = () => asked.at(-1)!.params;

beforeEach(() => { rows = TWO; hasMore = false; asked = []; localStorage.clear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('the list of customers', () => {
  test('shows the chosen columns, the exact count and what is not there', async () => {
    await open();
    expect(names()).toEqual(['Harbour Foods', '王小明']);
    expect(page().querySelector('h1')?.textContent).toBe('Customers2');
    const cells = [...page().querySelectorAll('tbody tr')[1]!.querySelectorAll('td')].map(({ textContent }) => textContent.trim());
    expect(cells).toEqual(['', '王小明', 'Key', 'New', 'Nobody', '', '10 days ago', 'Never', '', '']);
  });

  test('keeps filters in the address and asks for them', async () => {
    await open();
    button('Stage').click();
    await settle();
    document.querySelector<HTMLInputElement>('[role=dialog][aria-label=Stage] input')!.click();
    await rest();
    expect(url()).toBe('/customers?stage=s-new');
    expect(last().getAll('stageIds')).toEqual(['s-new']);
    button('Remove Stage').click();
    await rest();
    expect([url(), last().has('stageIds')]).toEqual(['/customers', false]);
  });

  test('opens with all filters that an address names, those on custom fields too', async () => {
    await open(`/customers?owner=none&silent=30&next=week&knownFrom=2026-01-01&knownTo=2026-01-31&tag=a%2Cb&fields=${encodeURIComponent('{"seats":{"from":10},"pilot":true}')}&sort=name`);
    const query = Object.fromEntries(last().keys().map((key) => [key, last().getAll(key)!.join('|')]));
    expect(query).toEqual({ ownerIds: 'none', silentDays: '30', nextContact: 'week', knownFrom: '2026-01-01', knownUntil: '2026-02-01', tags: 'a,b', fields: '{"seats":{"from":10},"pilot":true}', sort: 'name', limit: '50' });
    expect(page().textContent).toMatch(/Silent for: 30 days/);
    expect(page().textContent).toMatch(/Seats: ≥ 10/);
    expect(page().textContent).toMatch(/Known since: 1 Jan – 31 Jan|Known since: Jan 1 – Jan 31/);
    button('Clear filters').click();
    await rest();
    expect(url()).toBe('/customers?sort=name');
  });

  test('narrows down to what an import added, by name for those who may import', async () => {
    await open('/customers?import=i7', ['contacts.work', 'customers.import']);
    expect(last().getAll('importId')).toEqual(['i7']);
    expect(page().textContent).toMatch(/From import: This import/);
    const done = { id: 'i7', kind: 'customers', fileName: 'fair.csv', createdAt: '2026-03-01T02:00:00Z', counts: { new: 2 } };
    await answer({ 'GET /api/imports': { items: [done, { ...done, id: 'i6', kind: 'communications' }], next: null } });
    await settle();
    expect(page().textContent).toMatch(/From import: fair\.csv · (1 Mar|Mar 1)/);
    button('Remove From import').click();
    await rest();
    expect([url(), last().has('importId')]).toEqual(['/customers', false]);
  });

  test('searches while one types, and sorts by a head', async () => {
    await open();
    const search = page().querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = '小明';
    search.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rest();
    expect([url(), last().get('q')]).toEqual(['/customers?q=小明', '小明']);
    [...page().querySelectorAll<HTMLButtonElement>('th button')].find(({ textContent }) => textContent.trim() === 'Next contact')!.click();
    await rest();
    expect(last().get('sort')).toBe('nextContact');
    expect([...page().querySelectorAll('th[aria-sort]')].map((head) => [head.textContent.trim(), head.getAttribute('aria-sort')])).toEqual([['Next contact', 'ascending']]);
  });

  test('reads on from where the page ended, once that comes near', async () => {
    hasMore = true;
    await open();
    expect([names(), last().get('cursor')]).toEqual([['Harbour Foods', '王小明', 'Third'], 'after-2']);
    expect(button('Show more')).toBeUndefined();
  });

  test('comes back from a customer to the same rows at once, and reads them anew', async () => {
    hasMore = true;
    await open('/customers?stage=s-new');
    hasMore = false;
    await press('j');
    await press('j');
    await harness.navigateByUrl('/customers/k2');
    await harness.navigateByUrl('/customers?stage=s-new');
    await settle();
    expect(names()).toEqual(['Harbour Foods', '王小明', 'Third']);
    expect(page().querySelector('tr.selected td.name a')?.textContent).toBe('王小明');
    rows = [aRow('k9', 'Newly first'), ...TWO];
    await rest();
    expect(names()).toEqual(['Newly first', 'Harbour Foods', '王小明']);
  });

  test('J, K, Enter open a customer; L logs with the selected one', async () => {
    await open();
    const opened: LogStart[] = [];
    TestBed.inject(LogOpener).plugIn((start) => { opened.push(start); return Promise.resolve(undefined); });
    await press('j'); await press('j'); await press('k'); await press('l');
    expect(opened).toEqual([{ customer: { id: 'k1', name: 'Harbour Foods' } }]);
    await press('j'); await press('Enter');
    expect(url()).toBe('/customers/k2');
  });

  test('hands ticked customers over', async () => {
    await open();
    page().querySelectorAll<HTMLInputElement>('td.check input').forEach((box) => { box.click(); });
    await settle();
    expect(page().querySelector('.bulk')?.textContent).toContain('2 customers selected');
    button('Clear selection').click();
    await settle();
    expect(page().querySelector('.bulk')).toBeNull();
  });

  test('exports the same customers with the chosen columns, for those who may', async () => {
    await open('/customers?stage=s-new');
    const link = new URL(page().querySelector<HTMLAnchorElement>('a[download]')!.href);
    expect([link.pathname, link.searchParams.get('stageIds'), link.searchParams.getAll('columns').slice(0, 4)]).toEqual(['/api/customers/export.csv', 's-new', ['name', 'kind', 'tier', 'stage']]);
  });

  test('keeps the columns per person', async () => {
    await open();
    button('Columns').click();
    await settle();
    [...document.querySelectorAll('[role=dialog][aria-label=Columns] label')].find(({ textContent }) => textContent.trim() === 'Seats')!.querySelector('input')!.click();
    await settle();
    expect(page().querySelector('th:nth-last-child(2)')?.textContent?.trim()).toBe('Seats');
    expect(page().querySelector('tbody tr td:nth-last-child(2)')?.textContent?.trim()).toBe('12');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('tangent.customer-list'))).toEqual(['tangent.customer-list.1']);
  });

  test('offers what to do when there is nobody, and when nobody fits', async () => {
    rows = [];
    await open('/customers', ['customers.write', 'customers.import']);
    expect(page().querySelector('t-state')?.textContent).toMatch(/There are no customers yet.*Create the first customer.*Import customers/);
    await harness.navigateByUrl('/customers?stage=s-won');
    await rest();
    expect(page().querySelector('t-state')?.textContent).toMatch(/No customer fits these filters/);
  });

  test('says what failed and asks again', async () => {
    await open();
    await harness.navigateByUrl('/customers?tier=t-key');
    await settle();
    api().match(({ url: path }) => path === '/api/customers').at(-1)!.flush({ code: 'unavailable' }, { status: 503, statusText: '' });
    await settle();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('The server is not ready');
    button('Try again').click();
    await rest();
    expect(page().querySelector('[role=alert]')).toBeNull();
  });
});
