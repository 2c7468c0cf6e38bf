import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { LogOpener, LogStart } from '../core/log-opener';
import { CustomerPage } from './customer-page';
import { aCustomer, answer, provideWideScreen } from './customers.testing';
import { CustomerRows } from './list/customer-rows';
import { mergingTexts } from './merging/texts';
import { customersTexts } from './texts';

@Component({ template: '<p>the timeline</p>' })
class Timeline {}

const NEXT = { id: 'x1', version: 1, customerId: 'k1', customerName: 'Harbour Foods', ownerName: 'Lin Fang', channelId: 'c-phone', purpose: 'Send the quote', dueOn: '2026-03-03', dueAt: null, firstDueOn: '2026-02-20', timesMoved: 2, isPromised: true, state: 'scheduled' };
const PLANNED = { 'GET /api/customers/k1/touchpoints': { items: [NEXT], next: null } };
const open = async (customer: View<'CustomerView'>, { rights = ['contacts.work', 'customers.write', 'customers.assign'], isWide = true }: { rights?: View<'SessionView'>['rights']; isWide?: boolean } = {}): Promise<void> => {
  TestBed.configureTestingModule({ providers: [
    provideTesting({ customers: customersTexts, merging: mergingTexts }), isWide ? provideWideScreen() : [],
    provideRouter([{ path: 'customers/:id', component: CustomerPage, children: [{ path: '', component: Timeline }] }], withComponentInputBinding()),
  ] });
  await ready(aSession({ rights }));
  TestBed.inject(CustomerRows).url = '/customers?stage=s-new';
  const harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl('/customers/k1');
  await answer({ 'GET /api/customers/k1': customer, ...(isWide ? PLANNED : {}) });
};
const text = (selector: string): string => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === label)!.click(); await settle(); };

afterEach(() => { document.body.innerHTML = ''; });

describe('a customer', () => {
  test('says at the head what matters now, and frames the timeline', async () => {
    await open(aCustomer({ doNotContact: ['c-phone'] }));
    expect(text('h1')).toBe('Harbour Foods');
    expect(text('.head')).toBe('Do not contact on some channelsNewKeyOwnerChen WeiNext contactoverdue by 1 daySilent for10 days');
    expect(text('section')).toBe('the timeline');
    expect(document.querySelector<HTMLAnchorElement>('t-page-header a')?.getAttribute('href')).toBe('/customers?stage=s-new');
  });

  test('says that we do not serve them yet, and who does', async () => {
    await open(aCustomer({ isServed: false, servedBy: 'Rival, Inc.' }));
    expect(text('.head')).toMatch(/^Not served yet · with Rival, Inc\.New/);
  });

  test('shows how to reach them, what is planned and all other fields', async () => {
    await open(aCustomer({ note: 'Ask for Li Na', fields: { grade: 'a', pilot: false, seats: 1200 }, quietFrom: '12:00', quietUntil: '14:00', preferredChannelId: 'c-phone' }));
    expect(document.querySelector('t-customer-side a[href^="tel:"]')?.getAttribute('href')).toBe('tel:02155550101');
    expect(text('t-open-touchpoints li')).toMatch(/^overdue by 1 day · Send the quoteLin Fang · moved 2 times, first .*20.* Promised/i);
    const facts = [...document.querySelectorAll('t-customer-side dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent]);
    expect(facts).toEqual(expect.arrayContaining([['Quiet hours', '12:00–14:00'], ['Preferred channel', 'Phone'], ['Source', 'Fair'], ['Grade', 'Grade A'], ['Seats', '1,200'], ['Pilot', 'No']]));
  });

  test('shows the timeline or the details on a narrow screen, and calls from the head', async () => {
    await open(aCustomer(), { isWide: false });
    expect(document.querySelector('t-page-header a[href^="tel:"]')?.getAttribute('aria-label')).toBe('Call Harbour Foods');
    expect([document.querySelector('section')?.hidden, document.querySelector('t-customer-side')]).toEqual([false, null]);
    document.querySelector<HTMLInputElement>('t-segments input[value="details"]')!.click();
    await answer(PLANNED);
    expect([document.querySelector('section')?.hidden, text('t-open-touchpoints li')]).toEqual([true, expect.stringContaining('Send the quote')]);
  });

  test('logs with this customer, also from N', async () => {
    await open(aCustomer());
    const opened: LogStart[] = [];
    TestBed.inject(LogOpener).plugIn((start) => { opened.push(start); return Promise.resolve(undefined); });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true }));
    await TestBed.inject(LogOpener).open();
    expect(opened).toEqual([{ customer: { id: 'k1', name: 'Harbour Foods' } }, { customer: { id: 'k1', name: 'Harbour Foods' } }]);
  });

  test('is archived and can be taken back', async () => {
    await open(aCustomer());
    await press('More actions');
    await press('Archive');
    const archived = aCustomer({ archivedAt: '2026-03-04T02:00:00Z' });
    await answer({ 'POST /api/customers/k1/archival': archived, 'GET /api/customers/k1': archived, 'GET /api/customers/k1/touchpoints': { items: [], next: null } });
    expect(text('.head')).toMatch(/^Archived/);
    await press('Undo');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const calls = await answer({ 'DELETE /api/customers/k1/archival': aCustomer(), 'GET /api/customers/k1': aCustomer(), 'GET /api/customers/k1/touchpoints': { items: [], next: null } });
    expect([calls[0]?.method, text('.head').startsWith('Archived')]).toEqual(['DELETE', false]);
  });

  test('offers only what the person may do', async () => {
    await open(aCustomer(), { rights: [] });
    expect([...document.querySelectorAll('t-page-header button')].map((one) => one.getAttribute('aria-label') ?? one.textContent.trim())).toEqual(['More actions']);
    expect(document.querySelector<HTMLButtonElement>('button.chip')?.disabled).toBe(true);
  });

  test('that was merged into another one says where it went, and stays as it is', async () => {
    await open(aCustomer({ archivedAt: '2026-03-04T02:00:00Z', mergedInto: { id: 'k2', name: 'Harbor Foods', mergeId: 'm1', undoUntil: null } }));
    expect([text('t-merge-note'), document.querySelector('t-merge-note a')?.getAttribute('href')]).toEqual(['This customer was merged into Harbor Foods', '/customers/k2']);
    expect(text('section')).toBe('Its communications and planned contacts stand with Harbor Foods');
    expect([document.querySelectorAll('t-page-header button').length, document.querySelector<HTMLButtonElement>('button.chip')?.disabled]).toEqual([0, true]);
  });

  test('is merged with a possible duplicate, and goes on with the one that stays', async () => {
    await open(aCustomer({ merges: [{ id: 'm0', otherId: 'k9', otherName: 'Harbour Ltd', mergedAt: '2026-03-01T02:00:00Z', byName: 'Lin Fang', undoUntil: '2026-03-31T02:00:00Z' }] }));
    expect(text('t-merges')).toContain('Harbour Ltd');
    await answer({ 'GET /api/customers/k1/duplicates': { items: [{ id: 'k2', name: 'Harbor Foods', ownerName: null, stageId: 's-new', reasons: ['name'], archived: false }] } });
    await press('Compare');
    await answer({ 'POST /api/customers/k1/merges/preview': { fields: [], moves: {}, rematched: 0, version: 3, otherVersion: 1 }, 'GET /api/customers/k1': aCustomer(), ...PLANNED });
    expect(text('t-merge-sheet h2')).toBe('Merge Harbour Foods');
    await press('Change which one stays');
    await answer({ 'POST /api/customers/k2/merges/preview': { fields: [], moves: {}, rematched: 0, version: 1, otherVersion: 3 }, 'GET /api/customers/k1': aCustomer(), ...PLANNED });
    await press('Merge');
    await answer({ 'POST /api/customers/k2/merges': { id: 'm1', customerId: 'k2', undoUntil: '2026-04-03T02:00:00Z' }, 'GET /api/customers/k1': aCustomer(), 'GET /api/customers/k2': aCustomer({ id: 'k2', name: 'Harbor Foods' }), 'GET /api/customers/k2/touchpoints': { items: [], next: null } });
    expect(text('h1')).toBe('Harbor Foods');
  });

  test('that is not there says so', async () => {
    await open({ status: 404, code: 'not_found' } as unknown as View<'CustomerView'>);
    expect(text('[role=alert]')).toContain('This does not exist, or you may not see it.');
  });
});
