import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { PlansPage } from './plans-page';
import { aPlanRow } from './plans.testing';
import { plansTexts } from './texts';

const channel = { id: 'c-phone', key: 'phone', names: { en: 'Phone' }, position: 1, isArchived: false, version: 1, contactKind: 'personal', icon: 'call', isTwoWay: true, isLive: true, responseMinutes: null, isResponseInWorkingTime: true };
const USUAL: Record<string, unknown> = {
  'GET /api/vocabulary': { channels: [channel], dispositions: [], outcomes: [], stages: [], tiers: [], fields: [] },
  'GET /api/people': { items: [{ id: '1', name: 'Chen Wei', teamId: null, reportsToId: null, state: 'active', isVisible: true }] }, 'GET /api/teams': { items: [] },
  'GET /api/plans/p1/items/i1/audience': { count: 1234, unowned: 2, isFrozen: false, items: [] },
  'GET /api/segments': { items: [{ id: 'seg1', name: 'Key, silent', kind: 'filter' }] }, 'GET /api/segments/seg1/count': { count: 77 }, 'GET /api/plans/due-days': { days: ['2026-02-02'] },
};
let harness: RouterTestingHarness;

async function answer(more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> {
  const all = { ...USUAL, ...more };
  const seen: HttpRequest<unknown>[] = [];
  for (let i = 0; i < 6; i++) {
    await settle();
    for (const call of api().match(({ method, url }) => `${method} ${url}` in all)) {
      seen.push(call.request);
      const body = all[`${call.request.method} ${call.request.url}`] as object;
      if (call.cancelled) continue;
      if ('status' in body) call.flush(body, { status: Number(body.status), statusText: '' });
      else call.flush(body);
    }
  }
  await settle();
  return seen;
}

async function open(url: string, answers: Record<string, unknown>, rights: View<'SessionView'>['rights'] = ['plans.write']): Promise<HttpRequest<unknown>[]> {
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([{ path: 'plans', component: PlansPage }])] });
  await ready(aSession({ rights }));
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  return answer(answers);
}
const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(label))!;

afterEach(() => { document.body.innerHTML = ''; });

describe('the plans of a year', () => {
  test('stand as bars over the months, those that wait for a decision on top', async () => {
    await open('/plans', { 'GET /api/plans': { items: [aPlanRow(), aPlanRow({ id: 'p2', name: 'Autumn', fromOn: '2026-09-01', untilOn: '2027-02-01', state: 'submitted', waitsForYou: true })] } });
    const bars = [...document.querySelectorAll<HTMLElement>('.bar.success, .bar.info')].map(({ style, classList }) => [Math.round(parseFloat(style.left)), Math.round(parseFloat(style.width)), classList.contains('cut-right')]);
    expect(bars).toEqual([[0, 50, false], [67, 33, true]]);
    expect(text()).toMatch(/1 plan waits for your decision: Autumn/);
    expect(document.querySelectorAll('.months span')).toHaveLength(12);
  });

  test('keep year, state and kind of view in the address', async () => {
    const items = { 'GET /api/plans': { items: [aPlanRow()] } };
    await open('/plans', items);
    button('Next year').click();
    const asked = await answer(items);
    expect([TestBed.inject(Router).url, asked.at(-1)?.params.get('year')]).toEqual(['/plans?year=2027', '2027']);
    await harness.navigateByUrl('/plans?show=templates');
    expect((await answer(items)).at(-1)?.params.get('templates')).toBe('true');
  });

  test('say what belongs here while there are none, and what failed', async () => {
    await open('/plans', { 'GET /api/plans': { items: [] } });
    expect(text()).toMatch(/There are no plans for 2026 yet.*New plan/);
    await harness.navigateByUrl('/plans?year=2030');
    await answer({ 'GET /api/plans': { status: 503, code: 'unavailable' } });
    expect(text()).toMatch(/The server is not ready/);
  });
});
