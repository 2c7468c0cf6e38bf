import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { NormsPage } from './norms-page';
import { linesOf, previewOf } from './script.rules';
import { normsTexts } from './texts';

const aNorm = (change: Partial<View<'NormView'>> = {}): View<'NormView'> => ({
  id: 'n1', version: 2, versionId: 'v2', number: 2, name: 'Phone calls', contactKind: null, channelId: 'c-phone', script: 'Hello {contact}', dos: ['Smile'], donts: ['Promise prices'], responseMinutes: 30, isResponseInWorkingTime: true,
  checklist: [{ id: 'a', text: 'Say who calls', isRequired: true }, { id: 'b', text: 'Mention the fair', isRequired: false }], fromAt: '2026-03-01T02:00:00Z', untilAt: null, madeById: '1', isArchived: false, ...change,
});
const share = (count: number, n: number) => ({ value: n ? count / n : null, count, n, low: n ? 0.1 : null, high: n ? 0.9 : null });
const figures = { contacts: 20, answered: share(15, 20), adherence: share(25, 40), complete: share(9, 20) };
const USUAL: Record<string, unknown> = {
  'GET /api/vocabulary': { channels: [{ id: 'c-phone', key: 'phone', names: { en: 'Phone' }, position: 1, isArchived: false, version: 1, contactKind: 'personal', icon: 'call', isTwoWay: true, isLive: true, responseMinutes: null, isResponseInWorkingTime: true }], dispositions: [], outcomes: [], stages: [], tiers: [], fields: [] },
  'GET /api/norms': { items: [aNorm(), aNorm({ id: 'n2', name: 'Old', isArchived: true })] },
  'GET /api/norm-adherence': { total: figures, norms: [{ ...figures, normId: 'n1', name: 'Phone calls' }], people: [{ ...figures, contacts: 4, adherence: share(3, 4), personId: '1', name: 'Chen Wei' }] },
  'GET /api/norm-adherence/contacts': { items: [{ followUpId: 'f1', occurredAt: '2026-03-02T02:00:00Z', customerId: 'k1', customerName: 'Blue Bay', authorId: '1', authorName: 'Chen Wei', channelId: 'c-phone', normId: 'n1', normName: 'Phone calls', number: 2, isAnswered: true, required: 2, tickedRequired: 1, missing: ['Ask for the need'] }], next: null },
};

async function answer(more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> {
  const all = { ...USUAL, ...more };
  const seen: HttpRequest<unknown>[] = [];
  for (let i = 0; i < 6; i++) {
    await settle();
    for (const call of api().match(({ method, url }) => `${method} ${url}` in all)) {
      seen.push(call.request);
      const body = all[`${call.request.method} ${call.request.url}`] as object | null;
      if (call.cancelled) continue;
      if (body && 'status' in body) call.flush(body, { status: Number(body.status), statusText: '' });
      else call.flush(body);
    }
  }
  await settle();
  return seen;
}

async function open(url = '/norms', rights: View<'SessionView'>['rights'] = ['plans.write', 'reports.see', 'customers.export'], more: Record<string, unknown> = {}): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ norms: normsTexts }), provideRouter([{ path: 'norms', component: NormsPage }])] });
  await ready(aSession({ rights }));
  const harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await answer(more);
}
const text = (of: Element = document.body): string => (of.textContent ?? '').replace(/\s+/g, ' ');
const all = <T extends HTMLElement>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const button = (label: string): HTMLButtonElement => all<HTMLButtonElement>('button').find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(label))!;
const press = async (label: string, more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> => { button(label).click(); return answer(more); };
const type = (input: HTMLInputElement | HTMLTextAreaElement, value: string): void => { input.value = value; input.dispatchEvent(new Event('input')); };
const points = (): string[] => all<HTMLInputElement>('[data-point] input[type=text]').map(({ value }) => value);

beforeEach(() => { localStorage.clear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('norms', () => {
  test('are read by everybody, with where they apply, and written by planners alone', async () => {
    await open('/norms', []);
    expect(text(document.querySelector('.cards li')!)).toMatch(/Phone calls.*Phone.*Say who calls required.*Mention the fair.*Hello \{contact\}.*Smile.*Promise prices.*Version 2.*Answer within 30 min of working time/);
    expect(button('New norm')).toBeUndefined();
    expect(button('Bring back Old')).toBeUndefined();
  });

  test('say what belongs here while there are none, and what happened when they can not be read', async () => {
    await open('/norms', ['plans.write'], { 'GET /api/norms': { items: [] } });
    expect(text()).toContain('There are no norms yet');
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    await open('/norms', ['plans.write'], { 'GET /api/norms': { status: 500, code: 'defect' } });
    expect(button('Try again')).toBeTruthy();
  });

  test('are archived with a way back', async () => {
    await open();
    await press('Actions for Phone calls');
    all('[mat-menu-item]').find((one) => text(one).includes('Archive'))!.click();
    const seen = await answer({ 'POST /api/norms/n1/archival': null });
    expect(seen.some(({ method, url }) => method === 'POST' && url === '/api/norms/n1/archival')).toBe(true);
    expect(text()).toContain('Phone calls is archived');
  });
});

describe('the editor of a norm', () => {
  const edit = async (): Promise<void> => { await press('Actions for Phone calls'); all('[mat-menu-item]').find((one) => text(one).includes('Edit'))!.click(); await answer(); await answer(); };
  const handle = (place: number, key: string): void => { document.querySelector(`[data-point="${place}"] .handle`)!.dispatchEvent(new KeyboardEvent('keydown', { key })); };

  test('puts points in order with the keys, previews the script, and sends the whole norm with its version', async () => {
    await open();
    await edit();
    expect(points()).toEqual(['Say who calls', 'Mention the fair']);
    handle(0, 'ArrowDown');
    await settle();
    expect(points()).toEqual(['Mention the fair', 'Say who calls']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move point 2 with the arrow keys');
    expect(text(document.querySelector('figure')!)).toContain('Hello Ms Wang');
    await press('Add a point');
    type(all<HTMLInputElement>('[data-point="2"] input[type=text]')[0]!, 'Ask for the need');
    const seen = await press('Save', { 'PATCH /api/norms/n1': aNorm({ version: 3 }) });
    const call = seen.find(({ method }) => method === 'PATCH');
    expect(call?.headers.get('If-Match')).toBe('"2"');
    expect(call?.body).toMatchObject({ channelId: 'c-phone', contactKind: null, dos: [{ text: 'Smile' }], checklist: [{ id: 'b' }, { id: 'a', isRequired: true }, { id: null, text: 'Ask for the need', isRequired: true }] });
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  test('shows a refusal beside its field and keeps what was typed, also when it is left', async () => {
    await open();
    await press('New norm');
    await answer();
    type(document.querySelector<HTMLInputElement>('[formcontrolname=name]')!, 'Visits');
    type(all<HTMLInputElement>('[data-point="0"] input[type=text]')[0]!, 'Bring samples');
    all<HTMLInputElement>('t-segments input').find(({ value }) => value === 'items')!.click();
    await settle();
    const refused = { 'POST /api/norms': { status: 422, code: 'invalid_input', errors: [{ field: 'script', code: 'unknown_placeholder', params: { name: 'price' } }] } };
    all<HTMLButtonElement>('button').find((one) => one.textContent.trim() === 'Add')!.click();
    const sent = (await answer(refused)).find(({ method }) => method === 'POST');
    expect(sent?.body).toMatchObject({ name: 'Visits', channelId: null, contactKind: null, checklist: [{ text: 'Bring samples' }] });
    expect(text()).toContain('price in braces means nothing here');
    expect(document.querySelector<HTMLInputElement>('[formcontrolname=name]')!.value).toBe('Visits');
    expect(Object.values(localStorage).join()).toContain('Bring samples');
  });
});

describe('adherence', () => {
  test('shows each share with its basis, the definition, and a file; too few cases give no number', async () => {
    await open('/norms?tab=adherence&from=2026-02-01&to=2026-02-28');
    expect(text()).toMatch(/Adherence is the required points that were ticked ÷ the required points/);
    const [norms, people] = all('table').map((table) => text(table));
    expect(norms).toMatch(/Phone calls.*20.*62\.5%.*n 40/);
    expect(people).toMatch(/Chen Wei.*–.*n 4/);
    expect(document.querySelector<HTMLAnchorElement>('a[download]')!.getAttribute('href')).toBe('/api/norm-adherence/contacts.csv?from=2026-02-01&until=2026-03-01');
  });

  test('opens the communications behind a number with the points that were left out', async () => {
    await open('/norms?tab=adherence');
    const seen = [...(await press('20 communications: Phone calls')), ...(await answer())];
    expect(text(document.querySelector('t-sheet')!)).toMatch(/Blue Bay.*Phone calls Version 2 · 1 of 2 required points.*Not ticked: Ask for the need/);
    expect(seen.find(({ url }) => url === '/api/norm-adherence/contacts')?.params.get('normId')).toBe('n1');
  });

  test('is for those who may see reports', async () => {
    await open('/norms?tab=adherence', []);
    expect(document.querySelector('t-adherence-panel')).toBeNull();
  });
});

describe('the rules of a script', () => {
  test('fill placeholders and leave slips to be seen', () => {
    const words = { customer: 'A', contact: 'B', me: 'C', company: 'D', purpose: 'E', place: 'F' };
    expect(previewOf('{Customer} { contact } {me}{price}', words)).toBe('A B C{price}');
    expect(previewOf('{联系人}您好，我是{公司}的{ 我 }{价格}', words)).toBe('B您好，我是D的C{价格}');
    expect(linesOf(' one \n\n two')).toEqual([{ text: 'one' }, { text: 'two' }]);
  });
});
