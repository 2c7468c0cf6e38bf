import { TestBed } from '@angular/core/testing';
import { HttpRequest } from '@angular/common/http';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { Notices } from '../core/notices';
import { Card } from './card';
import { RequestSheet } from './request-sheet';
import { followUpsTexts } from './texts';

const aCard = (approval: Partial<View<'StandingView'>>): Partial<View<'FollowUpView'>> => ({
  id: 'a1', kind: 'approval', customerId: 'c1', authorId: '2', authorName: 'Li Na', ownerId: '2', ownerName: 'Li Na', occurredAt: '2026-03-03T02:00:00.000Z', loggedAt: '2026-03-03T02:00:00.000Z', subject: 'Ten per cent off', text: 'They buy two',
  evaluation: null, validity: 'unassessed', durationSeconds: null, dispositionId: null, outcomeId: null, kept: null, nextStep: null, stageChange: null, comments: { count: 0, last: [] }, correctedAt: null, version: 1,
  approval: { id: 'a1', subject: 'request', rule: 'in_order', state: 'waiting', amount: 1200.5, requestedById: '2', requestedAt: '2026-03-03T02:00:00.000Z', decidedAt: null, deciders: [], ...approval },
});
const text = (): string => document.body.textContent.replace(/\s+/g, ' ');

async function start(): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ followUps: followUpsTexts }), provideRouter([])] });
  await ready(aSession({ rights: ['contacts.work'] }));
}
async function answer(url: string, body: object, status = 200): Promise<HttpRequest<unknown>> {
  await settle();
  const call = api().expectOne(url);
  call.flush(body, { status, statusText: '' });
  await settle();
  return call.request;
}

afterEach(() => { document.body.innerHTML = ''; });

test('the card of a request shows how it stands now and who said what, and leads to it', async () => {
  await start();
  const fixture = TestBed.createComponent(Card);
  document.body.append(fixture.nativeElement as HTMLElement);
  const decided = { personId: '3', name: 'Lead', decision: 'approved', comment: 'Fine', decidedAt: '2026-03-03T03:00:00.000Z', waitingSince: null } as const;
  fixture.componentRef.setInput('item', aCard({ deciders: [decided, { ...decided, personId: '4', name: 'Boss', decision: null, comment: '', decidedAt: null, waitingSince: '2026-03-03T03:00:00.000Z' }] }));
  await settle();
  expect(text()).toMatch(/Ten per cent off.*Waiting.*1,200\.50.*Lead · Approved.*: Fine.*Boss · Waiting/);
  expect(document.querySelector('a[href="/approvals/a1"]')).not.toBeNull();
  fixture.componentRef.setInput('item', aCard({ state: 'returned' }));
  await settle();
  expect(document.querySelector('t-chip.danger')?.textContent).toContain('Returned');
});

test('a request proposes who is usually asked, keeps what was typed when it is refused, and can be taken back', async () => {
  await start();
  TestBed.inject(MatDialog).open(RequestSheet, { data: { customerId: 'c1' } });
  await answer('/api/approvals/deciders', { items: [{ id: '3', name: 'Lead', isProposed: true }, { id: '4', name: 'Boss', isProposed: false }] });
  expect(document.querySelector('t-deciders-field li')?.textContent).toContain('Lead');
  const send = (): void => { [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Send')?.click(); };
  send();
  await settle();
  expect(document.querySelectorAll('mat-error')).toHaveLength(1);
  const title = document.querySelector<HTMLInputElement>('input[formcontrolname=title]')!;
  title.value = ' Ten per cent off ';
  title.dispatchEvent(new Event('input'));
  send();
  const refused = await answer('/api/requests', { status: 422, code: 'invalid_input', errors: [{ field: 'deciderIds', code: 'not_a_decider' }] }, 422);
  expect(refused.body).toEqual({ customerId: 'c1', title: 'Ten per cent off', text: '', amount: null, deciderIds: ['3'], rule: 'any' });
  expect([text().includes('This person can not decide on it'), title.value]).toEqual([true, ' Ten per cent off ']);
  document.querySelector<HTMLButtonElement>('t-deciders-field li button')?.click();
  await settle();
  expect(document.querySelector('t-deciders-field li')).toBeNull();
  const offer = jest.spyOn(TestBed.inject(Notices), 'offerUndo').mockImplementation(() => Promise.resolve(false));
  const field = TestBed.inject(MatDialog).openDialogs[0]!.componentInstance as unknown as { form: { controls: { deciderIds: { setValue(ids: string[]): void } } } };
  field.form.controls.deciderIds.setValue(['4', '3']);
  await settle();
  expect(document.querySelector('[aria-label="Ask Lead earlier"]')).toBeNull();
  [...document.querySelectorAll('label')].find((one) => one.textContent.includes('All, in order'))?.querySelector('input')?.click();
  await settle();
  document.querySelector<HTMLButtonElement>('[aria-label="Ask Lead earlier"]')?.click();
  send();
  const sent = await answer('/api/requests', { id: 'a9' });
  expect([sent.body, sent.headers.get('Idempotency-Key')]).toMatchObject([{ deciderIds: ['3', '4'], rule: 'in_order' }, refused.headers.get('Idempotency-Key')]);
  void offer.mock.calls[0]?.[1]();
  api().expectOne('/api/approvals/a9/withdrawal');
});
