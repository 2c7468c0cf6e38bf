import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { LogStart } from '../core/log-opener';
import { LogSheet } from './log-sheet';
import { logTexts } from './texts';

const entry = (id: string, en: string) => ({ id, key: id, names: { en }, position: 1, isArchived: false, version: 1 });
const VOCABULARY = {
  channels: [{ ...entry('c-phone', 'Phone'), icon: 'call' }, { ...entry('c-mail', 'E-mail'), icon: 'mail' }],
  dispositions: [{ ...entry('d-reached', 'Reached'), kind: 'reached' }, { ...entry('d-none', 'No answer'), kind: 'no_answer' }],
  outcomes: [], tiers: [], fields: [], stages: [{ ...entry('s-new', 'New'), kind: 'open' }],
};
const DEFAULTS = {
  channelId: 'c-phone', channelBecause: 'last_used', dispositionId: 'd-reached', match: null, retry: null, quickDates: [{ key: 'plus1', dueOn: '2026-03-05' }, { key: 'plus3', dueOn: '2026-03-09' }],
  pressure: { count: 0, limit: 3, days: 7 }, isDoNotContact: false, isQuietNow: false,
};
const RETRY = { kind: 'retry', dueOn: '2026-03-05', dueAt: null, half: 'afternoon', channelId: 'c-phone' };
const closed = jest.fn();

const answer = async (answers: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> => {
  const all: Record<string, unknown> = { '/api/vocabulary': VOCABULARY, '/api/customers/k1/brief': { contacts: [], people: [], stageId: 's-new' }, '/api/log-defaults': (request: HttpRequest<unknown>) => ({ ...DEFAULTS, retry: request.params.get('dispositionId') === 'd-none' ? RETRY : null }), ...answers };
  const seen: HttpRequest<unknown>[] = [];
  for (let i = 0; i < 5; i++) {
    await settle();
    for (const call of api().match(({ url }) => url in all)) {
      const given = all[call.request.url];
      seen.push(call.request);
      if (!call.cancelled) call.flush((typeof given === 'function' ? (given as (request: HttpRequest<unknown>) => object)(call.request) : given) as object);
    }
  }
  await settle();
  return seen;
};
const open = async (start: LogStart = { customer: { id: 'k1', name: 'Harbour Foods' } }): Promise<void> => {
  TestBed.resetTestingModule();
  document.body.innerHTML = '';
  TestBed.configureTestingModule({ providers: [provideTesting({ log: logTexts }), { provide: MAT_DIALOG_DATA, useValue: start }, { provide: MatDialogRef, useValue: { close: closed, id: '1', addPanelClass: jest.fn(), _containerInstance: {} } }] });
  await ready(aSession({ rights: ['contacts.work'] }));
  document.body.append(TestBed.createComponent(LogSheet).nativeElement as HTMLElement);
  await answer();
};
const choose = async (label: string): Promise<void> => { [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label)!.querySelector('input')!.click(); await answer(); };
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(label))!.click(); await settle(); };
const save = (): void => { document.querySelector('t-log-sheet, form')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })); };
const date = (): string | undefined => document.querySelector('t-quick-dates button[aria-pressed=true]')?.textContent.trim();
const text = (): HTMLTextAreaElement => document.querySelector('textarea')!;

beforeEach(() => { closed.mockClear(); localStorage.clear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('logging a contact', () => {
  test('takes a date and Ctrl+Enter: channel and answer are proposed', async () => {
    await open();
    await press('+1 day');
    save();
    const [call] = (await answer({ '/api/follow-ups': { id: 'f1', customerId: 'k1' } })).filter(({ method }) => method === 'POST');
    expect(call?.body).toMatchObject({ customerId: 'k1', channelId: 'c-phone', dispositionId: 'd-reached', direction: 'outbound', occurredAt: null, nextStep: { kind: 'touchpoint', dueOn: '2026-03-05', isPromised: false } });
    expect(closed).toHaveBeenCalledWith({ customerId: 'k1' });
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  test('does not end without a next step, and says so', async () => {
    await open();
    save();
    await settle();
    expect(document.querySelector('t-next-step [role=alert]')?.textContent).toBe('Choose a date, let the cadence decide, or say why there is no next step.');
    expect((await answer()).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('proposes the retry for an answer, and takes it back with that answer', async () => {
    await open();
    await choose('No answer');
    expect(date()).toMatch(/^\+1 day/);
    await choose('Reached');
    expect(date()).toBeUndefined();
    await press('+3 days');
    await choose('No answer');
    expect(date()).toMatch(/^\+3 days/);
  });

  test('keeps what was typed when the page goes away', async () => {
    await open();
    text().value = 'Asked for a quote';
    text().dispatchEvent(new Event('input'));
    await press('+3 days');
    await choose('No answer');
    await open();
    expect([text().value, date(), document.querySelector('[role=status]')?.textContent]).toEqual(['Asked for a quote', expect.stringMatching(/^\+3 days/), expect.stringContaining('Your draft was kept')]);
    await press('Start afresh');
    expect(text().value).toBe('');
  });
});
