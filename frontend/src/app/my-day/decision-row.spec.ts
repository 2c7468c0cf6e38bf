import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { MyDayPage } from './my-day-page';
import { myDayTexts } from './texts';

const aDecision: Partial<View<'MyDayItemView'>> = {
  kind: 'decision', id: 'a1', customerId: null, name: 'Ten per cent off', purpose: 'Ten per cent off', tierId: null, channelId: null, dueOn: null, dueAt: null, respondBy: null, isPromised: false, timesMoved: 0, alsoOpen: 0, last: null, version: null,
  reason: { code: 'decision_waiting', days: 2, interval: null } as View<'MyDayItemView'>['reason'],
};

test('a decision that waits stands in the first bucket and opens with Enter and by its button', async () => {
  TestBed.configureTestingModule({ providers: [provideTesting({ myDay: myDayTexts }), provideRouter([])] });
  await ready(aSession({ rights: ['contacts.work', 'plans.approve'] }));
  const fixture = TestBed.createComponent(MyDayPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  await settle();
  api().expectOne('/api/my-day').flush({ personId: '1', today: '2026-03-04', snoozed: 0, buckets: [{ bucket: 'waiting', total: 1, items: [aDecision], next: null }] });
  await settle();
  const row = document.querySelector('t-day-row')!;
  expect(row.textContent.replace(/\s+/g, ' ')).toMatch(/Ten per cent off.*Waiting for your decision for 2 days/);
  expect(row.textContent.match(/Ten per cent off/g)).toHaveLength(1);
  const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  row.querySelector<HTMLButtonElement>('[aria-label="Decide on Ten per cent off"]')?.click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true }));
  await settle();
  expect(go.mock.calls.map(([to]) => to)).toEqual([['/approvals', 'a1'], ['/approvals', 'a1'], ['/approvals', 'a1']]);
  document.body.innerHTML = '';
});
