import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { LogStart } from '../core/log-opener';
import { LogSheet } from './log-sheet';
import { logTexts } from './texts';

const entry = (id: string, en: string) => ({ id, key: id, names: { en }, position: 1, isArchived: false, version: 1 });
const VOCABULARY = {
  channels: [{ ...entry('c-phone', 'Phone'), key: 'phone', icon: 'call' }, { ...entry('c-mail', 'E-mail'), icon: 'mail' }],
  dispositions: [{ ...entry('d-reached', 'Reached'), kind: 'reached' }, { ...entry('d-none', 'No answer'), kind: 'no_answer' }, { ...entry('d-wrong', 'Wrong number'), kind: 'wrong_number' }, { ...entry('d-no', 'Refused'), kind: 'refused' }],
  outcomes: [], tiers: [], fields: [], stages: [{ ...entry('s-new', 'New'), kind: 'open' }],
};
const DEFAULTS = {
  channelId: 'c-phone', channelBecause: 'last_used', dispositionId: 'd-reached', match: null, retry: null, quickDates: [{ key: 'plus1', dueOn: '2026-03-05' }, { key: 'plus3', dueOn: '2026-03-09' }],
  pressure: { count: 0, limit: 3, days: 7 }, isDoNotContact: false, isQuietNow: false,
};
const RETRY = { kind: 'retry', dueOn: '2026-03-05', dueAt: null, half: 'afternoon', channelId: 'c-phone' };
const closed = jest.fn();

const answer = async (answers: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> => {
  const all: Record<string, unknown> = { '/api/vocabulary': VOCABULARY, '/api/customers/k1/brief': { contacts: [], people: [], stageId: 's-new', isServed: true, servedBy: null }, '/api/log-defaults': (request: HttpRequest<unknown>) => ({ ...DEFAULTS, retry: request.params.get('dispositionId') === 'd-none' ? RETRY : null }), ...answers };
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
const open = async (start: LogStart = { customer: { id: 'k1', name: 'Harbour Foods' } }, answers: Record<string, unknown> = {}): Promise<void> => {
  TestBed.resetTestingModule();
  document.body.innerHTML = '';
  TestBed.configureTestingModule({ providers: [provideTesting({ log: logTexts }), { provide: MAT_DIALOG_DATA, useValue: start }, { provide: MatDialogRef, useValue: { close: closed, id: '1', addPanelClass: jest.fn(), _containerInstance: {} } }] });
  await ready(aSession({ rights: ['contacts.work', 'customers.write'] }));
  document.body.append(TestBed.createComponent(LogSheet).nativeElement as HTMLElement);
  await answer(answers);
};
const choose = async (label: string): Promise<void> => { [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label)!.querySelector('input')!.click(); await answer(); };
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(label))!.click(); await settle(); };
const save = (): void => { document.querySelector('t-sheet')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })); };
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
    expect(call?.body).toMatchObject({ customerId: 'k1', channelId: 'c-phone', dispositionId: 'd-reached', direction: 'outbound', occurredAt: null, nextStep: { kind: 'touchpoint', dueOn: '2026-03-05' } });
    expect(closed).toHaveBeenCalledWith({ customerId: 'k1' });
    expect(document.body.textContent).toContain('Contact logged · next on Thu, Mar 5');
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  test('makes room for another customer where the page had proposed one', async () => {
    await open();
    await press('Another customer');
    expect(closed).toHaveBeenCalledWith('another');
    await open({});
    expect(document.body.textContent).not.toContain('Another customer');
  });

  test('says that the customer is not served yet, and with whom they are', async () => {
    const brief = (served: object) => ({ '/api/customers/k1/brief': { contacts: [], people: [], stageId: 's-new', ...served } });
    const said = (): string | undefined => document.querySelector('.not-served')?.textContent.trim();
    await open(undefined, brief({ isServed: false, servedBy: 'Rival, Inc.' }));
    expect(said()).toBe('Not served yet · with Rival, Inc.');
    await open(undefined, brief({ isServed: false, servedBy: null }));
    expect(said()).toBe('Not served yet');
    await open(undefined, brief({ isServed: true, servedBy: 'Rival, Inc.' }));
    expect(said()).toBeUndefined();
  });

  test('never takes back a promise when an attempt moves the appointment', async () => {
    await open();
    await choose('No answer');
    await press('+3 days');
    save();
    const [call] = (await answer({ '/api/follow-ups': { id: 'f1', customerId: 'k1' } })).filter(({ method }) => method === 'POST');
    const { nextStep } = call?.body as { nextStep: object };
    expect(nextStep).toMatchObject({ kind: 'touchpoint', dueOn: '2026-03-09' });
    expect(nextStep).not.toHaveProperty('isPromised');
  });

  test('says where it is seen that a save failed', async () => {
    const seen = jest.fn();
    Element.prototype.scrollIntoView = function scrolled(this: Element) { seen(this.textContent); };
    await open();
    await press('+1 day');
    save();
    await settle();
    api().expectOne('/api/follow-ups').error(new ProgressEvent('offline'));
    await settle();
    expect(seen).toHaveBeenCalledWith('No connection. Nothing you typed is lost.');
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

describe('the quick line', () => {
  const found = { items: [{ id: 'k7', name: '王总', detail: null }, { id: 'k8', name: '王总监', detail: '138' }] };
  const calendar = { week: { workingWeekdays: [1, 2, 3, 4, 5] }, days: [{ day: '2026-03-05', kind: 'holiday', name: '' }] };
  const known = { '/api/search': found, '/api/calendar': calendar, '/api/customers/k7/brief': { contacts: [], people: [], stageId: 's-new' } };

  test('fills the form and sends it with Enter', async () => {
    await open({ line: 'phone 王总 no answer sent quote +2d 10:00 promised' }, known);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(known);
    expect([...document.querySelectorAll('t-quick-line t-chip')].map(({ textContent }) => textContent.trim())).toEqual(['王总', 'Phone', 'No answer', '“sent quote”', expect.stringMatching(/^→ .*9.* 10:00$/), 'Promised to the customer']);
    document.querySelector('t-quick-line input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const [call] = (await answer({ ...known, '/api/follow-ups': { id: 'f1', customerId: 'k7' } })).filter(({ method }) => method === 'POST');
    // The 5th is a holiday, and a weekend follows.
    expect(call?.body).toMatchObject({ customerId: 'k7', channelId: 'c-phone', dispositionId: 'd-none', text: 'sent quote', nextStep: { kind: 'touchpoint', dueAt: '2026-03-09T02:00:00.000Z', isPromised: true } });
  });

  test('never takes a draft about one customer into a record of another: it waits for its own', async () => {
    await open({ line: 'phone 王总 reached secret price +2d promised' }, known);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(known);
    const key = Object.keys(localStorage).find((name) => name.endsWith('.log/new'))!;
    const { idempotencyKey } = JSON.parse(localStorage.getItem(key)!) as { idempotencyKey: string };
    const others = { ...known, '/api/search': { items: [{ id: 'k9', name: 'Harbour', detail: null }] }, '/api/customers/k9/brief': known['/api/customers/k7/brief'] };
    await open({ line: 'phone Harbour reached cadence' }, others);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(others);
    document.querySelector('t-quick-line input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    const [call] = (await answer({ ...others, '/api/follow-ups': { id: 'f1', customerId: 'k9' } })).filter(({ method }) => method === 'POST');
    expect(call?.body).toMatchObject({ customerId: 'k9', channelId: 'c-phone', dispositionId: 'd-reached', text: null, nextStep: { kind: 'cadence' } });
    expect(call?.headers.get('Idempotency-Key')).not.toBe(idempotencyKey);
    await open({ customer: { id: 'k7', name: '王总' } }, known);
    expect([text().value, (JSON.parse(localStorage.getItem(key.replace('log/new', 'log/k7'))!) as { idempotencyKey: string }).idempotencyKey]).toEqual(['secret price', idempotencyKey]);
  });

  test('is about nobody while it names somebody unknown', async () => {
    await open({ line: 'phone 王总 reached cadence' }, known);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(known);
    const line = document.querySelector<HTMLInputElement>('t-quick-line input')!;
    line.value = 'phone Nobody reached cadence';
    line.dispatchEvent(new Event('input'));
    const nobody = { ...known, '/api/search': { items: [] } };
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(nobody);
    line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect((await answer(nobody)).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('asks which of several customers is meant', async () => {
    await open({ line: '王总 reached cadence' }, known);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer({ ...known, '/api/customers/k8/brief': known['/api/customers/k7/brief'] });
    await press('王总监');
    expect(document.querySelector('t-quick-line t-chip')?.textContent.trim()).toBe('王总监');
  });
});

describe('an attempt that says something about the customer', () => {
  const point = (id: string, kind: string, validity = 'unknown') => ({ id, kind, value: id, validity });
  const people = [
    { id: null, name: 'Harbour Foods', title: null, formOfAddress: null, points: [point('021-1', 'phone'), point('021-old', 'phone', 'invalid'), point('a@b.c', 'email')] },
    { id: 'm1', name: 'Li Na', title: null, formOfAddress: null, points: [point('138-2', 'phone', 'ok')] },
  ];
  const brief = { contacts: [], stageId: 's-new', people, doNotContact: [] };
  const customer = {
    id: 'k1', version: 3, doNotContact: ['c-mail'], contactPoints: people[0]!.points, contactPeople: [{ id: 'm1', name: 'Li Na', title: null, formOfAddress: null, contactPoints: people[1]!.points }],
  };
  const log = async (disposition: string, given = brief): Promise<void> => {
    await open(undefined, { '/api/customers/k1/brief': given });
    await choose(disposition);
    await press('+3 days');
    save();
    await answer({ '/api/follow-ups': { id: 'f1', customerId: 'k1' } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settle();
  };
  const buttons = (): string[] => [...document.querySelectorAll('mat-snack-bar-container button')].map(({ textContent }) => textContent.trim());
  const pressed = async (label: string): Promise<HttpRequest<unknown>[]> => {
    await press(label);
    await new Promise((resolve) => setTimeout(resolve, 400));
    return (await answer({ '/api/customers/k1': (request: HttpRequest<unknown>) => ({ ...customer, version: request.method === 'PATCH' ? 4 : 3 }) })).filter(({ method }) => method === 'PATCH');
  };

  test('a wrong number is marked with one press, which another takes back', async () => {
    await log('Wrong number', { ...brief });
    expect(buttons()).toEqual(['Mark 021-1 as wrong', 'Mark 138-2 as wrong', 'Undo']);
    const [call] = await pressed('Mark 138-2 as wrong');
    expect([call?.headers.get('If-Match'), call?.body]).toEqual(['"3"', { contactPeople: [{ id: 'm1', name: 'Li Na', title: null, formOfAddress: null, contactPoints: [{ ...point('138-2', 'phone', 'invalid') }] }] }]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const [back] = await pressed('Undo');
    expect([back?.headers.get('If-Match'), back?.body]).toEqual(['"4"', { contactPeople: [{ id: 'm1', name: 'Li Na', title: null, formOfAddress: null, contactPoints: [{ ...point('138-2', 'phone', 'ok') }] }] }]);
  });

  test('who refuses is not contacted on that channel any more, if one presses it', async () => {
    await log('Refused');
    expect(buttons()).toEqual(['Do not contact by: Phone', 'Undo']);
    const [call] = await pressed('Do not contact by: Phone');
    expect(call?.body).toEqual({ doNotContact: ['c-mail', 'c-phone'] });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await pressed('Undo'))[0]?.body).toEqual({ doNotContact: ['c-mail'] });
  });

  test.each([['Refused', ['c-phone']], ['No answer', []]])('nothing is offered where there is nothing to change: %s', async (disposition, doNotContact) => {
    await log(disposition, { ...brief, doNotContact: doNotContact as never });
    expect(buttons()).toEqual(['Undo']);
  });
});

describe('the norm of a contact', () => {
  const NORM = { normId: 'n1', versionId: 'v1', number: 1, name: 'Phone calls', because: 'channel', checklist: [{ id: 'a', text: 'Say who calls', isRequired: true }, { id: 'b', text: 'Send the map', isRequired: false }], script: 'Good day', dos: [], donts: [], responseMinutes: null, isResponseInWorkingTime: true };
  const points = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('t-norm-section t-checklist input')];
  const saved = async (): Promise<unknown> => {
    save();
    return (await answer({ '/api/follow-ups': { id: 'f1', customerId: 'k1' } })).find(({ method }) => method === 'POST')?.body;
  };

  test('stands folded and sends nothing until a point is ticked', async () => {
    await open(undefined, { '/api/norms/applying': { norm: NORM } });
    expect(document.querySelector<HTMLDetailsElement>('t-norm-section details')?.open).toBe(false);
    await press('+1 day');
    expect(await saved()).not.toHaveProperty('norm');
  });

  test('goes with the record, with what was ticked on the card before', async () => {
    await open({ customer: { id: 'k1', name: 'Harbour Foods' }, touchpointId: 't1', norm: { versionId: 'v0', ticked: ['a', 'gone'] } }, { '/api/norms/applying': { norm: NORM } });
    expect(points().map(({ checked }) => checked)).toEqual([true, false]);
    points()[1]!.click();
    await press('+1 day');
    expect(await saved()).toMatchObject({ touchpointId: 't1', norm: { versionId: 'v1', ticked: ['a', 'b'] } });
  });

  test('is not there where no norm applies', async () => {
    await open(undefined, { '/api/norms/applying': { norm: null } });
    expect(document.querySelector('t-norm-section details')).toBeNull();
  });
});
