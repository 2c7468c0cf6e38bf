import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { LogOpener, LogStart } from '../core/log-opener';
import { CardPage } from './card-page';
import { PrintPage } from './print-page';
import { contactCardsTexts } from './texts';

const entry = (id: string, en: string) => ({ id, key: id, names: { en }, position: 1, isArchived: false, version: 1 });
const aCard = (change: Partial<View<'ContactCardView'>> = {}): View<'ContactCardView'> => ({
  touchpointId: 't1', state: 'scheduled', origin: 'plan', channelId: 'c-phone', purpose: 'Invite to the fair', talkingPoints: 'New oven', place: 'Hall 3', dueOn: '2026-03-06', dueAt: null, firstDueOn: '2026-03-06', timesMoved: 0, isPromised: true,
  ownerId: '1', ownerName: 'Chen Wei', version: 1, followUpId: null, ticked: null, promise: { minutes: 30, isInWorkingTime: true, by: 'norm' }, incentive: { id: 'x1', name: 'Tea set', unitCost: 49.5 },
  customer: { id: 'k1', name: 'Blue Bay', tierId: 'key', stageId: 'new', ownerName: 'Chen Wei', note: '', formOfAddress: 'Ms Wang', preferredChannelId: 'c-phone', preferredFrom: '14:00', preferredUntil: '16:00', quietFrom: '12:00', quietUntil: '13:30', timeZone: 'Asia/Shanghai', isQuietNow: true, doNotContact: ['c-mail'], lastContactAt: null, lastHeardAt: null },
  people: [{ id: null, name: 'Blue Bay', title: null, formOfAddress: null, points: [{ id: 'q1', kind: 'phone', value: '+86 138 0000', validity: 'ok' }, { id: 'q2', kind: 'email', value: 'a@example.com', validity: 'unknown' }] }],
  contacts: [{ id: 'f1', occurredAt: '2026-03-01T02:00:00Z', authorName: 'Li Na', channelId: 'c-phone', direction: 'outbound', dispositionId: 'd-reached', dispositionKind: 'reached', outcomeId: null, evaluation: 4, validity: 'valid', contactPersonName: null, text: 'Asked for a quote' }],
  item: { itemId: 'i1', planId: 'p1', planName: 'Spring', isPlanVisible: false, objective: 'Fill the hall', place: 'Hall 3', audience: 'Key customers', contactKind: 'personal', method: 'A short call', content: 'The oven', responsibleTeam: null, responsible: null, occurrence: 1, windowFrom: '2026-03-02', windowUntil: '2026-03-10' },
  norm: { normId: 'n1', versionId: 'v1', number: 1, name: 'Fair calls', because: 'item', checklist: [{ id: 'a', text: 'Say who calls', isRequired: true }, { id: 'b', text: 'Send the map', isRequired: false }], script: 'Ms Wang, the fair', dos: ['Smile'], donts: ['Rush'], responseMinutes: 30, isResponseInWorkingTime: true }, ...change,
});
const USUAL: Record<string, unknown> = {
  '/api/vocabulary': {
    channels: [{ ...entry('c-phone', 'Phone'), icon: 'call', contactKind: 'personal' }, { ...entry('c-mail', 'E-mail'), icon: 'mail', contactKind: 'medium' }],
    dispositions: [{ ...entry('d-reached', 'Reached'), kind: 'reached' }, { ...entry('d-none', 'No answer'), kind: 'no_answer' }], outcomes: [entry('o1', 'Interested')], stages: [{ ...entry('new', 'New'), kind: 'open' }], tiers: [entry('key', 'Key')], fields: [],
  },
  '/api/contact-cards/t1': aCard(),
};

async function answer(more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> {
  const all = { ...USUAL, ...more };
  const seen: HttpRequest<unknown>[] = [];
  for (let i = 0; i < 5; i++) {
    await settle();
    for (const call of api().match(({ url }) => url in all)) {
      seen.push(call.request);
      const body = all[call.request.url] as object;
      if (call.cancelled) continue;
      if ('status' in body) call.flush(body, { status: Number(body.status), statusText: '' });
      else call.flush(body);
    }
  }
  await settle();
  return seen;
}

async function open(url: string, more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> {
  TestBed.resetTestingModule();
  document.body.innerHTML = '';
  TestBed.configureTestingModule({ providers: [provideTesting({ contactCards: contactCardsTexts }), provideRouter([{ path: 'contact-cards', component: PrintPage }, { path: 'contact-cards/:touchpointId', component: CardPage }], withComponentInputBinding())] });
  await ready(aSession({ rights: ['contacts.work'] }));
  const harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  return answer(more);
}
const text = (selector = '.screen'): string => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ');
const ticks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('t-checklist input')];
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(label))!;

beforeEach(() => { localStorage.clear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('a contact card', () => {
  test('shows everything that the contact needs, with telephone and mail to press', async () => {
    await open('/contact-cards/t1');
    const shown = text();
    for (const part of ['Blue Bay', 'Quiet time now', 'Do not contact by E-mail', 'Prefers Phone 14:00–16:00', 'Invite to the fair', 'New oven', 'Fill the hall', 'Key customers', 'Each customer’s owner', 'Fair calls', 'Ms Wang, the fair', 'Smile', 'Rush', 'Asked for a quote', 'Within 30 min of working time', 'Tea set · ¥49.5']) expect(shown).toContain(part);
    expect([...document.querySelectorAll<HTMLAnchorElement>('a.point')].map((link) => link.getAttribute('href'))).toEqual(['tel:+861380000', 'mailto:a@example.com']);
    expect(document.querySelector('a[href="/plans/p1"]')).toBeNull();
  });

  test('keeps what is ticked in this browser and takes it into the record', async () => {
    await open('/contact-cards/t1');
    ticks()[0]!.click();
    await settle();
    await open('/contact-cards/t1');
    expect(ticks().map(({ checked }) => checked)).toEqual([true, false]);
    const starts: LogStart[] = [];
    TestBed.inject(LogOpener).plugIn((start) => { starts.push(start); return Promise.resolve(undefined); });
    button('Log this contact').click();
    expect(starts).toEqual([{ customer: { id: 'k1', name: 'Blue Bay' }, channelId: 'c-phone', touchpointId: 't1', norm: { versionId: 'v1', ticked: ['a'] } }]);
  });

  test('shows what was ticked once it is done, to read alone, and forgets its draft', async () => {
    await open('/contact-cards/t1');
    ticks()[0]!.click();
    await open('/contact-cards/t1', { '/api/contact-cards/t1': aCard({ state: 'done', followUpId: 'f9', ticked: ['b'] }) });
    expect(ticks().map(({ checked, disabled }) => [checked, disabled])).toEqual([[false, true], [true, true]]);
    expect(button('Log this contact')).toBeUndefined();
    expect(Object.keys(localStorage).filter((key) => key.includes('contact-card'))).toEqual([]);
  });

  test('says that it is not there, or that it could not be read', async () => {
    await open('/contact-cards/t1', { '/api/contact-cards/t1': { status: 404, code: 'not_found' } });
    expect(document.querySelector('t-state [role=alert]')).not.toBeNull();
  });
});

describe('the cards to print', () => {
  const page = { items: [aCard(), aCard({ touchpointId: 't2', customer: { ...aCard().customer, name: 'Green Hill' } })], next: 'more' };

  test('are one paper each with boxes to fill in, as large as was chosen', async () => {
    const seen = await open('/contact-cards?plan=p1&size=a4', { '/api/contact-cards': page });
    expect(seen.find(({ url }) => url === '/api/contact-cards')?.params.get('planId')).toBe('p1');
    const papers = [...document.querySelectorAll('t-card-paper')];
    expect(papers.map(({ className }) => className)).toEqual(['a4', 'a4']);
    for (const part of ['Harbour Instruments', 'Blue Bay', 'Spring', 'Say who calls *', 'Reached', 'No answer', 'Interested', 'Next contact']) expect(papers[0]!.textContent).toContain(part);
  });

  test('come page by page, and chosen contacts by their names', async () => {
    await open('/contact-cards?plan=p1', { '/api/contact-cards': page });
    button('Add the next ones').click();
    const seen = await answer({ '/api/contact-cards': { items: [aCard({ touchpointId: 't3' })], next: null } });
    expect(seen[0]?.params.get('after')).toBe('more');
    expect(document.querySelectorAll('t-card-paper')).toHaveLength(3);
    const [asked] = (await open('/contact-cards?ids=t1&ids=t2', { '/api/contact-cards': { items: [], next: null } })).filter(({ url }) => url === '/api/contact-cards');
    expect(asked?.params.getAll('ids')).toEqual(['t1', 't2']);
    expect(text('t-print-page')).toContain('There are no open contacts here');
  });
});
