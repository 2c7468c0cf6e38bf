import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { Notices } from '../core/notices';
import { ApprovalPage } from './approval-page';
import { ApprovalsPage } from './approvals-page';
import { approvalsTexts } from './texts';

const aRow = (change: Partial<View<'ApprovalRow'>> = {}): View<'ApprovalRow'> => ({
  id: 'a1', subject: 'request', subjectId: 'a1', customerId: 'c1', customerName: 'Acme', seesCustomer: true, title: 'Ten per cent off', amount: 1200.5, rule: 'any', state: 'waiting', requestedById: '2', requestedByName: 'Li Na',
  requestedAt: '2026-03-03T02:00:00.000Z', decidedAt: null, waitingSince: '2026-03-03T02:00:00.000Z', yourDecision: null, ...change,
});
const aDecider = (change: Partial<View<'DeciderInFullView'>> = {}): View<'DeciderInFullView'> => ({ personId: '1', name: 'Chen Wei', decision: null, comment: '', decidedAt: null, waitingSince: '2026-03-03T02:00:00.000Z', isAway: false, canReplace: true, ...change });
const anApproval = (change: Partial<View<'ApprovalView'>> = {}): View<'ApprovalView'> => ({
  ...aRow(), text: 'They buy two', deciders: [aDecider()], steps: [{ at: '2026-03-03T02:00:00.000Z', personId: '2', personName: 'Li Na', kind: 'requested', comment: '', fromName: null, toName: null }], allowed: ['approve', 'return'], version: 1, ...change,
});

let harness: RouterTestingHarness;
async function open(url: string, rights: View<'SessionView'>['rights'] = ['contacts.work', 'plans.approve']): Promise<void> {
  TestBed.configureTestingModule({
    providers: [provideTesting({ approvals: approvalsTexts }), provideRouter([{ path: 'approvals', component: ApprovalsPage }, { path: 'approvals/:id', component: ApprovalPage }], withComponentInputBinding())],
  });
  await ready(aSession({ rights }));
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await settle();
}
async function answer(url: string, body: object, status = 200): Promise<HttpRequest<unknown>> {
  await settle();
  const [call] = api().match((request) => request.url === url).filter(({ cancelled }) => !cancelled);
  if (!call) throw new Error(`nobody asked for ${url}`);
  call.flush(body, { status, statusText: '' });
  await settle();
  return call.request;
}
const text = (): string => document.body.textContent.replace(/\s+/g, ' ');
const button = (label: string, within = 'body'): HTMLButtonElement => [...document.querySelectorAll<HTMLButtonElement>(`${within} button`)].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === label)!;
const press = async (label: string, within?: string): Promise<void> => { button(label, within).click(); for (let i = 0; i < 8; i++) await settle(); };
const type = async (words: string): Promise<void> => {
  const area = document.querySelector<HTMLTextAreaElement>('mat-dialog-container textarea')!;
  area.value = words;
  area.dispatchEvent(new Event('input'));
  await settle();
};

afterEach(() => { document.body.innerHTML = ''; });

describe('the list of approvals', () => {
  test('shows what waits, about whom, from whom and since when, and goes on where it ends', async () => {
    await open('/approvals');
    const request = await answer('/api/approvals', { items: [aRow()], next: 'after-a1' });
    expect(request.params.get('list')).toBe('waiting');
    expect(text()).toMatch(/Ten per cent off.*Request · Acme · Li Na.*Waiting for you, asked .*1,200\.50.*Waiting/);
    await press('Show more');
    expect((await answer('/api/approvals', { items: [aRow({ id: 'a2', title: 'Second', subject: 'budget', customerId: null, customerName: null })], next: null })).params.get('after')).toBe('after-a1');
    expect([...document.querySelectorAll('li a')].map(({ textContent }) => textContent)).toEqual(['Ten per cent off', 'Second']);
    for (const key of ['j', 'j', 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/approvals/a2');
  });

  test('shows those who decide nothing what they asked for, and says so where there is nothing', async () => {
    await open('/approvals', ['contacts.work']);
    expect((await answer('/api/approvals', { items: [], next: null })).params.get('list')).toBe('mine');
    expect([text().includes('You have not asked for a decision yet'), document.querySelectorAll('[role=radiogroup]').length]).toEqual([true, 0]);
  });

  test('says when it could not be loaded', async () => {
    await open('/approvals?list=decided');
    await answer('/api/approvals', { status: 503, code: 'unavailable' }, 503);
    expect(text()).toContain('Try again');
  });
});

describe('an approval', () => {
  test('shows who decides and what happened, and leads to the customer only who sees it', async () => {
    await open('/approvals/a1');
    await answer('/api/approvals/a1', anApproval({ rule: 'in_order', deciders: [aDecider({ decision: 'approved', comment: 'Fine', decidedAt: '2026-03-03T03:00:00.000Z', waitingSince: null, canReplace: false }), aDecider({ personId: '3', name: 'Wang Fang', isAway: true }), aDecider({ personId: '4', name: 'Zhao', waitingSince: null })], allowed: [] }));
    expect(text()).toMatch(/one after the other.*Chen Wei.*Approved.*Fine.*Wang Fang.*Waiting.*Away.*Zhao.*Not their turn yet.*Asked.*Li Na/);
    expect(document.querySelector('a[href="/customers/c1"]')?.textContent).toBe('Acme');
    expect(button('Approve')).toBeUndefined();
  });

  test('names the customer without a link to who does not see it', async () => {
    await open('/approvals/a1');
    await answer('/api/approvals/a1', anApproval({ seesCustomer: false }));
    expect([text().includes('Acme'), document.querySelector('a[href="/customers/c1"]')]).toEqual([true, null]);
  });

  test('is sent back with a reason, which stays when the server says no', async () => {
    await open('/approvals/a1');
    await answer('/api/approvals/a1', anApproval());
    const said = jest.spyOn(TestBed.inject(Notices), 'say').mockImplementation(() => Promise.resolve());
    await press('Return');
    await press('Return', 'mat-dialog-container');
    api().expectNone('/api/approvals/a1/return');
    expect(document.querySelector('mat-dialog-container mat-error')).not.toBeNull();
    await type('Too much');
    await press('Return', 'mat-dialog-container');
    const first = await answer('/api/approvals/a1/return', { status: 409, code: 'not_your_turn' }, 409);
    expect(text()).toContain('It is somebody else’s turn first.');
    await press('Return', 'mat-dialog-container');
    const second = await answer('/api/approvals/a1/return', anApproval({ state: 'returned', allowed: [], decidedAt: '2026-03-04T02:00:00.000Z' }));
    expect([second.body, second.headers.get('Idempotency-Key')]).toEqual([{ comment: 'Too much' }, first.headers.get('Idempotency-Key')]);
    expect(text()).toContain('Returned');
    expect(said).toHaveBeenCalledWith('Returned');
  });

  test('passes to somebody else', async () => {
    await open('/approvals/a1');
    await answer('/api/approvals/a1', anApproval({ allowed: [] }));
    await press('Ask somebody else instead of Chen Wei');
    await answer('/api/approvals/a1/deciders/1/replacements', { items: [{ id: '5', name: 'Boss', isProposed: true }, { id: '6', name: 'Admin', isProposed: false }] });
    const select = await TestbedHarnessEnvironment.documentRootLoader(harness.fixture).getHarness(MatSelectHarness);
    expect(await select.getValueText()).toBe('Boss');
    await press('Ask somebody else', 'mat-dialog-container');
    const { body } = await answer('/api/approvals/a1/deciders/1/replacement', anApproval({ deciders: [aDecider({ personId: '5', name: 'Boss' })], allowed: [] }));
    expect(body).toEqual({ personId: '5', comment: '' });
    expect(text()).toMatch(/Who decides ?Boss/);
  });
});
