import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { customersTexts } from '../texts';
import { CustomerIncentives } from './customer-incentives';
import { GrantSheet } from './grant-sheet';

const aGrant = (change: Partial<View<'GrantView'>> = {}): View<'GrantView'> => ({
  id: 'g1', incentiveId: 'i1', name: 'Calendar', quantity: 3, redeemed: 0, cost: 60, state: 'granted', note: '', planItemId: null, planName: null, followUpId: null, grantedAt: '2026-03-10T02:00:00Z', grantedById: '1', redemptions: [], canTakeBack: false, ...change,
});
let found: HTMLElement;
const closed: unknown[] = [];
const text = (): string => found.textContent.replace(/\s+/g, ' ');
const button = (label: string): HTMLButtonElement | undefined => [...found.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
async function open<C>(component: Type<C>, { inputs = {}, data }: { inputs?: Record<string, unknown>; data?: object } = {}, rights = ['contacts.work']) {
  closed.length = 0;
  TestBed.configureTestingModule({ providers: [provideTesting({ customers: customersTexts }), { provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: (value: unknown) => { closed.push(value); } } }] });
  await ready(aSession({ rights: rights as never }));
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  found = fixture.nativeElement as HTMLElement;
  await settle();
  return fixture;
}
const grants = async (items: View<'GrantView'>[]): Promise<void> => { api().expectOne('/api/customers/c1/incentives').flush({ grants: items, planItems: [] }); await settle(); };

describe('what a customer was granted', () => {
  test('says how each stands, what was taken, and offers what can be done', async () => {
    await open(CustomerIncentives, { inputs: { customerId: 'c1' } });
    await grants([aGrant({ redeemed: 1, redemptions: [{ id: 'r1', quantity: 1, redeemedAt: '2026-03-10T03:00:00Z', redeemedById: '1', canTakeBack: false }] }), aGrant({ id: 'g2', state: 'waiting', canTakeBack: true }), aGrant({ id: 'g3', redeemed: 3 })]);
    expect(text()).toMatch(/3 × Calendar 1 of 3 redeemed.*1 redeemed, .*Waits for a decision.*Take back.*Redeemed/);
    button('Mark all 2 as redeemed')!.click();
    await settle();
    const call = api().expectOne('/api/incentive-grants/g1/redemptions');
    expect(call.request.body).toEqual({ quantity: 2 });
    call.flush({ status: 409, code: 'nothing_left_to_redeem', params: { left: 1 } }, { status: 409, statusText: '' });
    await settle();
    button('Mark 1 as redeemed')!.click();
    await settle();
    expect(api().expectOne('/api/incentive-grants/g1/redemptions').request.body).toEqual({ quantity: 1 });
  });

  test('is only read by those who do not work with customers', async () => {
    await open(CustomerIncentives, { inputs: { customerId: 'c1' } }, []);
    await grants([]);
    expect(text()).toContain('Nothing was granted yet.');
    expect(found.querySelector('button')).toBeNull();
  });
});

describe('granting', () => {
  test('proposes what the plan item names, tells the cost and that it waits, and shows why it is refused', async () => {
    const fixture = await open(GrantSheet, { data: { customerId: 'c1', planItems: [{ itemId: 'p1', objective: 'Visit', planName: 'Year', incentiveId: 'i1' }] } });
    api().expectOne((request) => request.url === '/api/incentives' && request.params.get('current') === 'true').flush({ items: [{ id: 'i1', name: 'Calendar', kind: 'gift', unitCost: 60, stock: 5, left: 5, approvalAbove: 50 }] });
    await settle();
    const [, which] = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatSelectHarness);
    expect(await which!.getValueText()).toContain('Calendar, 5 left');
    expect(found.querySelector('[role=status]')?.textContent).toMatch(/60 and waits for a decision/);
    found.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    const call = api().expectOne('/api/customers/c1/incentives');
    expect(call.request.body).toEqual({ planItemId: 'p1', incentiveId: 'i1', quantity: 1, note: '' });
    call.flush({ status: 409, code: 'over_budget', params: { left: 10 } }, { status: 409, statusText: '' });
    await settle();
    expect(text()).toContain('The plan’s budget does not allow this; 10 is left.');
    expect(closed).toEqual([]);
  });
});
