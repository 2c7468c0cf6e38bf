import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router } from '@angular/router';
import { aSession, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { aCustomer, answer } from '../customers.testing';
import { customersTexts } from '../texts';
import { CustomerSheet } from './customer-sheet';

const closed = jest.fn();
let loader: HarnessLoader;

const open = async (customer?: View<'CustomerView'>): Promise<void> => {
  TestBed.resetTestingModule();
  document.body.innerHTML = '';
  TestBed.configureTestingModule({ providers: [
    provideTesting({ customers: customersTexts }), { provide: MAT_DIALOG_DATA, useValue: { customer } }, { provide: MatDialogRef, useValue: { close: closed, id: '1', addPanelClass: jest.fn(), _containerInstance: {} } },
  ] });
  await ready(aSession({ rights: ['customers.write'] }));
  jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(CustomerSheet);
  document.body.append(fixture.nativeElement as HTMLElement);
  loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  await answer();
};
const field = (label: string): HTMLInputElement => [...document.querySelectorAll('mat-form-field')].find((one) => one.querySelector('mat-label')?.textContent?.trim() === label)!.querySelector('input, textarea')!;
const type = async (label: string, text: string): Promise<void> => { field(label).value = text; field(label).dispatchEvent(new Event('input')); await settle(); };
const select = async (label: string, option: string): Promise<void> => { await (await loader.getHarness(MatSelectHarness.with({ label }))).clickOptions({ text: option }); };
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim() === label)!.click(); await settle(); };
const errors = (): (string | undefined)[] => [...document.querySelectorAll('mat-error')].map((one) => one.textContent.trim()).filter(Boolean);
const invalid = (...refused: [string, string][]): object => ({ status: 422, code: 'invalid_input', errors: refused.map(([at, code]) => ({ field: at, code })) });
const sent = (calls: HttpRequest<unknown>[], call: string): HttpRequest<unknown> => calls.find(({ method, url }) => `${method} ${url}` === call)!;

beforeEach(() => { localStorage.clear(); closed.mockClear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('a new customer', () => {
  test('is created with what was typed, opens, and can be taken back', async () => {
    await open();
    // First: a harness waits for every call, and the search for duplicates is one.
    await select('Grade *', 'Grade B');
    await type('Name', ' Harbour Foods ');
    await type('Phone', '021 5555 0101');
    await type('Seats', '12');
    await press('Create customer');
    const calls = await answer({ 'POST /api/customers': aCustomer({ id: 'new' }) });
    const { body, headers } = sent(calls, 'POST /api/customers');
    expect(body).toMatchObject({
      name: 'Harbour Foods', kind: 'organisation', ownerId: '1', tierId: 't-ord', stageId: 's-new', knownSinceOn: '2026-03-04', contactPoints: [{ kind: 'phone', value: '021 5555 0101', validity: 'unknown' }],
      fields: { grade: 'b', seats: 12 },
    });
    expect(headers.get('Idempotency-Key')).toBeTruthy();
    expect([closed.mock.calls.length, (TestBed.inject(Router).navigate as jest.Mock).mock.lastCall?.[0]]).toEqual([1, ['/customers', 'new']]);
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
    await press('Undo');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(sent(await answer({ 'POST /api/customers/new/archival': aCustomer({ id: 'new' }) }), 'POST /api/customers/new/archival')).toBeDefined();
  });

  test('asks for what is required, and leaves blank rows out', async () => {
    await open();
    await press('Create customer');
    expect(errors()).toEqual(['Fill this in', 'Fill this in']);
    expect((await answer()).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('says what the server refuses beside the field, in lists and custom fields too', async () => {
    await open();
    await select('Grade *', 'Grade A');
    await type('Name', 'Harbour Foods');
    await type('Phone', '---');
    await press('Create customer');
    await answer({ 'POST /api/customers': invalid(['contactPoints.0.value', 'bad_phone'], ['fields.seats', 'must_be_a_number'], ['ownerId', 'unknown_person']) });
    expect(errors()).toEqual(['This is not a telephone number', 'There is no such colleague', 'Write a number']);
    expect(field('Name').value).toBe('Harbour Foods');
  });

  test('keeps a draft until the server has said yes', async () => {
    await open();
    await type('Name', 'Harbour');
    await press('Contact person');
    await type('Job title', 'Buyer');
    await open();
    expect([field('Name').value, field('Job title').value, document.querySelector('[role=status]')?.textContent]).toEqual(['Harbour', 'Buyer', expect.stringContaining('Your draft was kept')]);
    await press('Start afresh');
    expect([field('Name').value, document.querySelectorAll('.person').length]).toEqual(['', 0]);
  });

  test('warns of customers that it may be', async () => {
    await open();
    await type('Name', 'Harbour');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await answer({ 'GET /api/customers/duplicates': { items: [{ id: 'k7', name: 'Harbour Foods', kind: 'organisation', tierId: 't-key', stageId: 's-new', ownerId: '2', matched: 'name', detail: null }] } });
    const link = document.querySelector<HTMLAnchorElement>('t-duplicates a')!;
    expect([link.textContent, link.getAttribute('href'), link.target, link.closest('li')?.textContent]).toEqual(['Harbour Foods', '/customers/k7', '_blank', expect.stringContaining('New · Lin Fang')]);
  });
});

describe('a customer that is changed', () => {
  test('sends what was changed and nothing else, with the version that was read', async () => {
    await open(aCustomer());
    await type('Source', 'Referral');
    await type('Seats', '30');
    await type('Id elsewhere', ' A-7 ');
    await press('Save');
    const call = sent(await answer({ 'PATCH /api/customers/k1': aCustomer({ version: 4 }) }), 'PATCH /api/customers/k1');
    expect([call.body, call.headers.get('If-Match')]).toEqual([{ source: 'Referral', externalId: 'A-7', fields: { seats: 30 } }, '"3"']);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('says that we do not serve somebody yet, and only then asks who does', async () => {
    const asks = (): boolean => [...document.querySelectorAll('mat-label')].some(({ textContent }) => textContent.trim() === 'Competitor');
    await open(aCustomer());
    expect(asks()).toBe(false);
    document.querySelector<HTMLInputElement>('mat-checkbox input')!.click();
    await settle();
    await type('Competitor', ' Rival, Inc. ');
    await press('Save');
    const call = sent(await answer({ 'PATCH /api/customers/k1': aCustomer({ version: 4 }) }), 'PATCH /api/customers/k1');
    expect(call.body).toEqual({ isServed: false, servedBy: 'Rival, Inc.' });
    await open(aCustomer({ servedBy: 'Rival, Inc.' }));
    expect(asks()).toBe(true);
  });

  test('adds, orders and removes people and their numbers', async () => {
    await open(aCustomer({ contactPeople: [{ id: 'm1', name: 'Li Na', title: null, formOfAddress: null, contactPoints: [] }] }));
    await press('Contact person');
    const added = [...document.querySelectorAll('.person')].at(-1)!;
    (added.querySelectorAll('input')[0]!).value = 'Zhao Min';
    added.querySelectorAll('input')[0]!.dispatchEvent(new Event('input'));
    [...added.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'E-mail')!.click();
    await settle();
    const mail = added.querySelector<HTMLInputElement>('input[inputmode=email]')!;
    mail.value = 'zhao@example.com';
    mail.dispatchEvent(new Event('input'));
    [...added.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === 'Move up')!.click();
    await settle();
    await press('Remove 021 5555 0101');
    await press('Save');
    const { body } = sent(await answer({ 'PATCH /api/customers/k1': aCustomer({ version: 4 }) }), 'PATCH /api/customers/k1');
    expect(body).toEqual({
      contactPoints: [],
      contactPeople: [
        { name: 'Zhao Min', title: null, formOfAddress: null, contactPoints: [{ kind: 'email', value: 'zhao@example.com', validity: 'unknown' }] },
        { id: 'm1', name: 'Li Na', title: null, formOfAddress: null, contactPoints: [] },
      ],
    });
  });

  test('keeps both versions when somebody was faster: compared field by field, then taken or overwritten', async () => {
    await open(aCustomer());
    await type('Source', 'Referral');
    await type('Note', 'Call in May');
    await press('Save');
    const theirs = aCustomer({ version: 9, source: 'Website', region: 'East', note: 'Old hand' });
    await answer({ 'PATCH /api/customers/k1': { status: 412, code: 'changed_meanwhile' }, 'GET /api/customers/k1': theirs });
    const clash = (name: string): HTMLElement => [...document.querySelectorAll<HTMLElement>('t-clashes fieldset')].find((one) => one.querySelector('legend')?.textContent === name)!;
    const texts = (name: string): (string | undefined)[] => [...clash(name).querySelectorAll('.words')].map((one) => one.lastElementChild?.textContent?.trim());
    expect([texts('Source'), texts('Region'), texts('Note')]).toEqual([['Referral', 'Website'], ['–', 'East'], ['Call in May', 'Old hand']]);
    expect([field('Source').value, field('Region').value, field('Note').value]).toEqual(['Referral', 'East', 'Call in May']);
    clash('Note').querySelectorAll('input')[1]!.click();
    await settle();
    expect(field('Note').value).toBe('Old hand');
    await press('Save');
    const call = sent(await answer({ 'PATCH /api/customers/k1': aCustomer({ version: 10 }) }), 'PATCH /api/customers/k1');
    expect([call.body, call.headers.get('If-Match')]).toEqual([{ source: 'Referral' }, '"9"']);
  });

  test('compares at once when a draft was typed over an older version', async () => {
    await open(aCustomer());
    await type('Source', 'Referral');
    await open(aCustomer({ version: 5, source: 'Website' }));
    expect([document.querySelectorAll('t-clashes fieldset').length, field('Source').value]).toEqual([1, 'Referral']);
  });
});
