import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { PlanPage } from './plan-page';
import { aPlan, anItem } from './plans.testing';
import { plansTexts } from './texts';

const channel = { id: 'c-phone', key: 'phone', names: { en: 'Phone' }, position: 1, isArchived: false, version: 1, contactKind: 'personal', icon: 'call', isTwoWay: true, isLive: true, responseMinutes: null, isResponseInWorkingTime: true };
const USUAL: Record<string, unknown> = {
  'GET /api/vocabulary': { channels: [channel], dispositions: [], outcomes: [], stages: [], tiers: [], fields: [] },
  'GET /api/people': { items: [{ id: '1', name: 'Chen Wei', teamId: null, reportsToId: null, state: 'active', isVisible: true }] }, 'GET /api/teams': { items: [] },
  'GET /api/plans/p1/items/i1/audience': { count: 1234, unowned: 2, isFrozen: false, items: [] },
  'GET /api/segments': { items: [{ id: 'seg1', name: 'Key, silent', kind: 'filter' }] }, 'GET /api/segments/seg1/count': { count: 77 }, 'GET /api/plans/due-days': { days: ['2026-02-02', '2026-04-30'] },
};

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

async function open(plan: View<'PlanView'>, url = '/plans/p1', more: Record<string, unknown> = {}): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([{ path: 'plans/:id', component: PlanPage }], withComponentInputBinding())] });
  await ready(aSession({ rights: ['plans.write', 'plans.approve'] }));
  const harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await answer({ 'GET /api/plans/p1': plan, ...more });
}
const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(label))!;

afterEach(() => { document.body.innerHTML = ''; });

describe('a plan', () => {
  test('shows each item with its seven things and the live count of its audience', async () => {
    await open(aPlan());
    const card = document.querySelector('t-item-card')!.textContent.replace(/\s+/g, ' ');
    expect(card).toMatch(/Visit key customers.*every quarter|Quarterly, on day 31 · ± 5 working days/);
    expect(card).toMatch(/4 due days: .*2 Feb|4 due days: Feb 2/);
    expect(card).toMatch(/Key, silent.*1,234 customers.*2 belong to nobody/);
    expect(card).toMatch(/Their office.*Personal · Phone.*What is new.*Each customer’s owner/);
  });

  test('offers what may be done with it, one thing first', async () => {
    await open(aPlan({ state: 'submitted', allowed: ['approve', 'return'] }));
    expect(button('Approve')).toBeTruthy();
    expect(button('Return')).toBeTruthy();
    expect(button('Submit')).toBeUndefined();
    expect(button('Edit Visit key customers')).toBeUndefined();
  });

  test('says beside the item what is missing when it is submitted', async () => {
    await open(aPlan({ items: [anItem({ place: '' })] }));
    button('Submit').click();
    await settle(); await settle();
    [...document.querySelectorAll<HTMLButtonElement>('t-comment-sheet button')].find(({ textContent }) => textContent.trim() === 'Submit')!.click();
    await answer({ 'POST /api/plans/p1/submission': { status: 422, code: 'invalid_input', errors: [{ field: 'items.0.place', code: 'required' }] } });
    expect(document.querySelector('t-item-card [role=alert]')?.textContent).toBe('Fill this in');
  });

  test('writes an item with the rule that was chosen', async () => {
    await open(aPlan());
    button('Edit Visit key customers').click();
    await answer();
    await answer();
    expect(document.querySelector('t-item-sheet')?.textContent).toMatch(/2 due days/);
    [...document.querySelectorAll<HTMLInputElement>('t-item-sheet input[type=radio]')].find(({ value }) => value === 'weekly')!.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = (await answer()).filter(({ url }) => url === '/api/plans/due-days').at(-1);
    expect(asked?.params.get('recurrence')).toBe('FREQ=WEEKLY');
    [...document.querySelectorAll<HTMLButtonElement>('t-item-sheet button')].find(({ textContent }) => textContent.trim() === 'Save')!.click();
    const [sent] = (await answer({ 'PATCH /api/plans/p1/items/i1': aPlan({ version: 4 }) })).filter(({ method }) => method === 'PATCH');
    expect(sent?.body).toMatchObject({ objective: 'Visit key customers', recurrence: 'FREQ=WEEKLY', segmentId: 'seg1', channelId: 'c-phone', contactKind: 'personal', endsOn: null });
    expect(sent?.headers.get('If-Match')).toBe('"3"');
  });

  test('is saved over what somebody else wrote only after saying so, and nothing typed is lost', async () => {
    await open(aPlan());
    button('Edit Visit key customers').click();
    await answer(); await answer();
    const save = (): void => { [...document.querySelectorAll<HTMLButtonElement>('t-item-sheet button')].find(({ textContent }) => textContent.trim() === 'Save')!.click(); };
    save();
    await answer({ 'PATCH /api/plans/p1/items/i1': { status: 412, code: 'changed_meanwhile' }, 'GET /api/plans/p1': aPlan({ version: 7, name: 'Renamed meanwhile' }) });
    expect(document.querySelector('t-item-sheet')?.textContent).toMatch(/changed this in the meantime/);
    expect(text()).toContain('Renamed meanwhile');
    save();
    const [sent] = (await answer({ 'PATCH /api/plans/p1/items/i1': aPlan({ version: 8 }) })).filter(({ method }) => method === 'PATCH');
    expect(sent?.headers.get('If-Match')).toBe('"7"');
  });

  test('lets customers be taken out of a frozen audience by hand, and offers to undo it', async () => {
    const member = { id: 'k1', name: 'Harbour', ownerId: '1', tierId: null, stageId: 's1' };
    const audience = (count: number): object => ({ count, unowned: 0, isFrozen: true, items: [member] });
    const path = '/api/plans/p1/items/i1/audience';
    const more = { [`GET ${path}`]: audience(2), [`GET ${path}/changes`]: { joinedCount: 0, joined: [], leftCount: 0, left: [] } };
    await open(aPlan({ state: 'running', allowed: ['change', 'close'] }), '/plans/p1', more);
    document.querySelector<HTMLButtonElement>('t-item-card .audience')!.click();
    await answer(more); await answer(more);
    button('Remove Harbour').click();
    const calls = await answer({ ...more, [`PATCH ${path}`]: audience(1) });
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ remove: ['k1'] });
    expect(text()).toMatch(/1 customer removed/);
  });

  test('chooses the people we do not serve yet with one click, as a saved view of its own', async () => {
    await open(aPlan());
    button('Edit Visit key customers').click();
    await answer();
    button('People we do not serve yet').click();
    const made = { id: 'seg2', name: 'People we do not serve yet', kind: 'filter', filter: { served: 'no' } };
    const calls = await answer({ 'POST /api/segments': made, 'GET /api/segments': { items: [made] }, 'GET /api/segments/seg2/count': { count: 48 } });
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'People we do not serve yet', filter: { served: 'no' } });
    expect(document.querySelector('t-item-sheet')?.textContent).toMatch(/48 customers/);
    button('People we do not serve yet').click();
    expect((await answer()).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('is closed only after it said what that cancels', async () => {
    const running = aPlan({ state: 'running', allowed: ['close'] });
    await open(running, '/plans/p1', { 'GET /api/plans/p1/closing': { open: 1200, due: 3 } });
    button('More actions').click();
    await answer();
    [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => textContent.includes('Close plan'))!.click();
    await answer({ 'GET /api/plans/p1/closing': { open: 1200, due: 3 } });
    await answer();
    const dialog = document.querySelector('[role=alertdialog]')!;
    expect(dialog.textContent).toContain('1,200 open contacts will be cancelled.');
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Close plan'))!.click();
    const sent = [...(await answer({ 'POST /api/plans/p1/closing': aPlan({ state: 'closed', allowed: [], version: 4 }) })), ...(await answer({ 'POST /api/plans/p1/closing': aPlan({ state: 'closed', allowed: [], version: 4 }) }))].filter(({ method }) => method === 'POST');
    expect(sent.map(({ url, headers }) => [url, headers.get('If-Match')])).toEqual([['/api/plans/p1/closing', '"3"']]);
  });

  test('shows the load of people with the over-full weeks in words', async () => {
    const week = { weekOn: '2026-03-02', planned: 50, levelled: 30, other: 2, capacity: 40, isOver: true, isOverLevelled: false };
    await open(aPlan(), '/plans/p1?tab=feasibility', { 'GET /api/plans/p1/feasibility': {
      touchpoints: 50, customers: 50, contactsPerDay: 8, overWeeks: 1, overWeeksLevelled: 0, leftOut: [{ reason: 'window_over', count: 4 }], people: [{ personId: '1', total: 50, unplaced: 0, weeks: [week] }], conflicts: [{ planId: 'p9', name: 'Other', customers: 4 }],
      mostContacts: 3, pressureDays: 7, pressuredCount: 1, pressured: [{ customerId: 'k1', name: 'Harbour', fromOn: '2026-03-02', contacts: 5 }],
    } });
    expect(text()).toMatch(/over-full: 50 of this plan, 2 others, room for 40/);
    expect(text()).toMatch(/Left out.*4 whose window is over/);
    expect(text()).toMatch(/none of the 1 over-full weeks stays over-full/);
    expect(text()).toMatch(/Other.*4 customers in both/);
    expect(text()).toMatch(/Harbour.*5 contacts from/);
    [...document.querySelectorAll<HTMLInputElement>('t-feasibility-panel input[type=radio]')].find(({ value }) => value === 'levelled')!.click();
    await settle();
    expect(text()).toMatch(/: 30 of this plan, 2 others, room for 40/);
  });
});

describe('a running plan', () => {
  const counts = { added: 0, moved: 12, changed: 3, cancelled: 1, kept: [{ reason: 'done' as const, count: 4 }, { reason: 'moved_by_hand' as const, count: 2 }] };
  const preview: View<'ChangePreviewView'> = {
    total: counts, items: [{ itemId: 'i1', objective: 'Visit key customers', ...counts }], samples: [{ effect: 'moved', itemId: 'i1', customerId: 'k1', customerName: 'Harbour', fromOn: '2026-05-04', toOn: '2026-05-11' }],
    differences: [{ itemId: 'i1', item: 'Visit key customers', field: 'startsOn', before: '2026-01-31', after: '2026-02-07' }, { itemId: 'i1', item: 'Visit key customers', field: 'takesJoiners', before: false, after: true }], needsDecision: false, fingerprint: 'f1',
  };
  const running = (change: Partial<View<'PlanView'>> = {}): View<'PlanView'> => aPlan({ state: 'running', allowed: ['close', 'change'], ...change });
  const press = (root: string, label: string): void => { [...document.querySelectorAll<HTMLButtonElement>(`${root} button`)].find((one) => one.textContent.trim() === label)!.click(); };
  const PREVIEW = 'POST /api/plans/p1/changes/preview';
  const sentTo = (calls: readonly HttpRequest<unknown>[], path: string): HttpRequest<unknown> | undefined => calls.find(({ url, method }) => method === 'POST' && url === path);

  test('shows what a change of an item will do before it is done', async () => {
    await open(running());
    button('Edit Visit key customers').click();
    await answer(); await answer();
    press('t-item-sheet', 'See what changes');
    const asked = sentTo([...(await answer({ [PREVIEW]: preview })), ...(await answer({ [PREVIEW]: preview }))], '/api/plans/p1/changes/preview');
    expect(asked?.body).toMatchObject({ change: [{ id: 'i1', objective: 'Visit key customers', takesJoiners: false }] });
    expect(asked?.headers.get('If-Match')).toBe('"3"');
    await answer();
    const sheet = document.querySelector('t-change-sheet')!.textContent.replace(/\s+/g, ' ');
    expect(sheet).toMatch(/12\s*Other day or window.*4 done.*2 moved by hand/);
    expect(sheet).toMatch(/Harbour.*4.*→.*11/);
    expect(sheet).toMatch(/Visit key customers · Take customers in by itself.*No.*Yes/);
    press('t-change-sheet', 'Change the plan');
    const done = { outcome: 'applied', plan: running({ version: 4, name: 'Changed' }), total: counts, isAsShown: true };
    const sent = sentTo([...(await answer({ 'POST /api/plans/p1/changes': done })), ...(await answer())], '/api/plans/p1/changes');
    expect(sent?.body).toMatchObject({ fingerprint: 'f1', change: [{ id: 'i1' }] });
    await answer();
    expect(document.querySelector('t-item-sheet')).toBeNull();
    expect(text()).toContain('Changed');
  });

  test('says what is refused beside the field of the item', async () => {
    await open(running());
    button('Edit Visit key customers').click();
    await answer(); await answer();
    press('t-item-sheet', 'See what changes');
    const refusal = { status: 422, code: 'invalid_input', errors: [{ field: 'change.0.windowDays', code: 'required' }] };
    await answer({ [PREVIEW]: refusal }); await answer({ [PREVIEW]: refusal });
    expect(document.querySelector('t-change-sheet')).toBeNull();
    expect(document.querySelector('t-item-sheet .window mat-error')?.textContent).toContain('Fill this in');
  });

  test('asks for a decision where a change means many more contacts', async () => {
    await open(running());
    button('Actions on Visit key customers').click();
    await answer();
    [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => textContent.includes('Duplicate'))!.click();
    const more = { ...preview, needsDecision: true };
    await answer({ [PREVIEW]: more }); await answer({ [PREVIEW]: more });
    expect(document.querySelector('t-change-sheet')?.textContent).toContain('Somebody above the plan decides');
    press('t-change-sheet', 'Ask for a decision');
    const waits = running({ version: 4, allowed: ['close', 'withdraw_change'], changeRequest: { id: 'a1', subject: 'change', state: 'waiting', amount: null, requestedById: '1', requestedAt: '2026-03-10T02:00:00.000Z', decidedAt: null, rule: 'any', deciders: [] } });
    const done = { outcome: 'waits', plan: waits, total: counts, isAsShown: true };
    await answer({ 'POST /api/plans/p1/changes': done }); await answer();
    expect(text()).toContain('A change of the plan waits for a decision');
    expect(button('Edit Visit key customers')).toBeUndefined();
  });

  test('lets a decider see the change that waits and approve it', async () => {
    const standing = { id: 'a1', subject: 'change' as const, state: 'waiting' as const, amount: null, requestedById: '2', requestedAt: '2026-03-10T02:00:00.000Z', decidedAt: null, rule: 'any' as const, deciders: [] };
    await open(running({ allowed: ['decide_change'], changeRequest: standing }));
    button('See the change').click();
    await answer({ 'GET /api/plans/p1/changes/waiting': preview }); await answer({ 'GET /api/plans/p1/changes/waiting': preview });
    press('t-decide-change-sheet', 'Return');
    await settle();
    expect(document.querySelector('t-decide-change-sheet [role=alert]')?.textContent).toContain('Fill this in');
    press('t-decide-change-sheet', 'Approve');
    const path = '/api/plans/p1/changes/waiting/approval';
    expect(sentTo([...(await answer({ [`POST ${path}`]: running({ version: 4 }) })), ...(await answer())], path)?.headers.get('If-Match')).toBe('"3"');
  });

  test('shows in its history what was changed, and how its audiences changed', async () => {
    const steps = [{ at: '2026-03-10T02:00:00.000Z', personId: '1', fromState: 'running' as const, toState: 'running' as const, comment: 'A week later' }];
    const events = { items: [{ at: '2026-03-11T02:00:00.000Z', itemId: 'i1', how: 'by_rule', personId: null, joined: 3, left: 1 }] };
    await open(running({ steps }), '/plans/p1?tab=history', { 'GET /api/plans/p1/audience-history': events });
    expect(text()).toMatch(/Changed.*Chen Wei.*A week later/);
    expect(text()).toMatch(/Visit key customers.*By rule.*3 customers came in.*1 customer went out/);
  });
});
