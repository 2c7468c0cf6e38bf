import { HttpRequest } from '@angular/common/http';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { BudgetSheet } from './budget-sheet';
import { CommentSheet } from './comment-sheet';
import { aPlan } from './plans.testing';
import { Standing } from './standing';
import { plansTexts } from './texts';

const BOTH = { items: [{ id: '3', name: 'Boss', isProposed: true }, { id: '4', name: 'Lead', isProposed: false }] };
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('mat-dialog-container button')].find((one): one is HTMLButtonElement => one.textContent.trim() === label)?.click(); await settle(); };
const type = (selector: string, words: string): void => {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
  field.value = words;
  field.dispatchEvent(new Event('input'));
};

async function open(sheet: Type<unknown>, data: object): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([])] });
  await ready(aSession({ rights: ['plans.write'] }));
  TestBed.inject(MatDialog).open(sheet, { data });
  await answer('/api/plans/p1/deciders', BOTH);
}
async function answer(url: string, body: object, status = 200): Promise<HttpRequest<unknown>> {
  await settle();
  const call = api().expectOne(url);
  call.flush(body, { status, statusText: '' });
  await settle();
  return call.request;
}
async function choose(name: string): Promise<void> {
  document.querySelector<HTMLElement>('t-deciders-field mat-select')?.click();
  await settle();
  [...document.querySelectorAll<HTMLElement>('mat-option')].find((one) => one.textContent.includes(name))?.click();
  await settle();
}

afterEach(() => { document.body.innerHTML = ''; });

test('a plan is submitted to everybody above it, or to those who were chosen', async () => {
  await open(CommentSheet, { plan: aPlan(), step: 'submit' });
  expect(document.body.textContent).toContain('Left empty: everybody above the plan');
  await choose('Lead');
  await press('Submit');
  const { body } = await answer('/api/plans/p1/submission', { status: 409, code: 'nobody_can_decide' }, 409);
  expect(body).toEqual({ comment: '', deciderIds: ['4'], rule: 'any' });
  expect(document.body.textContent).toContain('There is nobody above who could decide on this.');
  document.querySelector<HTMLButtonElement>('t-deciders-field li button')?.click();
  await press('Submit');
  expect((await answer('/api/plans/p1/submission', aPlan({ state: 'submitted' }))).body).toEqual({ comment: '' });
});

test('another budget needs a reason, and what is wrong stands beside its field', async () => {
  await open(BudgetSheet, { plan: aPlan({ state: 'running', version: 7 }) });
  await press('Send');
  expect(document.querySelectorAll('mat-error')).toHaveLength(1);
  type('textarea', ' Fairs cost more ');
  await press('Send');
  const first = await answer('/api/plans/p1/budget-requests', { status: 422, code: 'invalid_input', errors: [{ field: 'amount', code: 'unchanged' }] }, 422);
  expect([first.body, first.headers.get('If-Match')]).toEqual([{ amount: 1200, reason: 'Fairs cost more', deciderIds: [], rule: 'any' }, '"7"']);
  expect(document.body.textContent).toContain('This is what it is already');
  type('input', '1500');
  await press('Send');
  expect((await answer('/api/plans/p1/budget-requests', aPlan({ state: 'running' }))).body).toMatchObject({ amount: 1500 });
});

test('a plan says for whose word it waits', async () => {
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([])] });
  await ready(aSession());
  const fixture = TestBed.createComponent(Standing);
  const decider = { personId: '3', name: 'Boss', decision: null, comment: '', decidedAt: null, waitingSince: '2026-03-03T02:00:00.000Z' };
  fixture.componentRef.setInput('standing', { id: 'a1', subject: 'budget', rule: 'in_order', state: 'waiting', amount: 1500, requestedById: '1', requestedAt: '2026-03-03T02:00:00.000Z', decidedAt: null, deciders: [decider, { ...decider, name: 'Lead', waitingSince: null }] });
  await settle();
  const host = fixture.nativeElement as HTMLElement;
  expect(host.textContent.replace(/\s+/g, ' ')).toMatch(/A budget of .*1,500 waits for a decision by Boss\. Open the approval/);
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/approvals/a1');
});
