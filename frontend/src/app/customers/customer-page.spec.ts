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
import { customersTexts } from './texts';

@Component({ template: '<p>the timeline</p>' })
class Timeline {}

const NEXT = { id: 'x1', version: 1, customerId: 'k1', customerName: 'Harbour Foods', ownerName: 'Lin Fang', channelId: 'c-phone', purpose: 'Send the quote', dueOn: '2026-03-03', dueAt: null, firstDueOn: '2026-02-20', timesMoved: 2, isPromised: true, state: 'scheduled' };
const PLANNED = { 'GET /api/customers/k1/touchpoints': { items: [NEXT], next: null } };
const open = async (customer: View<'CustomerView'>, { rights = ['contacts.work', 'customers.write', 'customers.assign'], isWide = true }: { rights?: View<'SessionView'>['rights']; isWide?: boolean } = {}): Promise<void> => {
  TestBed.configureTestingModule({ providers: [
    provideTesting({ customers: customersTexts }), isWide ? provideWideScreen() : [],
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

  test('that is not there says so', async () => {
    await open({ status: 404, code: 'not_found' } as unknown as View<'CustomerView'>);
    expect(text('[role=alert]')).toContain('This does not exist, or you may not see it.');
  });
});
