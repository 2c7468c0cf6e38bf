import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { IncentiveSheet } from './incentive-sheet';
import { IncentivesPage } from './incentives-page';
import { incentivesTexts } from './texts';

const anIncentive = (change: Partial<View<'IncentiveView'>> = {}): View<'IncentiveView'> => ({
  id: 'i1', name: 'Calendar', kind: 'gift', unitCost: 20, stock: 10, left: 6, validFrom: '2026-01-01', validUntil: '2026-07-01', approvalAbove: 50, isArchived: false, granted: 4, waiting: 0, redeemed: 3, spent: 80, effective: 0, costPerEffective: null, version: 2, ...change,
});
let found: HTMLElement;
const closed: unknown[] = [];
const text = (): string => found.textContent.replace(/\s+/g, ' ');
async function open<C>(component: Type<C>, data: object = {}) {
  closed.length = 0;
  TestBed.configureTestingModule({ providers: [provideTesting({ incentives: incentivesTexts }), { provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: (value: unknown) => { closed.push(value); } } }] });
  await ready(aSession({ rights: ['settings.manage'] }));
  const fixture = TestBed.createComponent(component);
  found = fixture.nativeElement as HTMLElement;
  await settle();
  return fixture;
}
const type = (label: string, value: string): void => {
  const field = [...found.querySelectorAll('mat-form-field')].find((one) => one.querySelector('mat-label')?.textContent.includes(label))!.querySelector('input')!;
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

describe('the catalogue of incentives', () => {
  test('shows what was granted, redeemed, spent and is left; unknown as a dash', async () => {
    await open(IncentivesPage);
    api().expectOne('/api/incentives').flush({ items: [anIncentive(), anIncentive({ id: 'i2', name: 'Coupon', kind: 'coupon', stock: null, left: null, costPerEffective: 12.5, effective: 4, isArchived: true })] });
    await settle();
    expect(text()).toMatch(/Calendar Gift.*decided above/);
    expect([...found.querySelectorAll('li:first-child dd')].map((one) => one.textContent.trim())).toEqual(['6', '4', '0', '3', '¥80', '0', '–']);
    expect(text()).toMatch(/Coupon Coupon\s*Not in use.*no limit/);
  });

  test('says what belongs there when it is empty', async () => {
    await open(IncentivesPage);
    api().expectOne('/api/incentives').flush({ items: [] });
    await settle();
    expect(text()).toContain('There are no incentives yet');
  });

  test('takes one out of the catalogue', async () => {
    const fixture = await open(IncentivesPage);
    api().expectOne('/api/incentives').flush({ items: [anIncentive()] });
    await settle();
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
    await menu.open();
    await menu.clickItem({ text: 'Take out of the catalogue' });
    await settle();
    expect(api().match((request) => request.method === 'PUT').map(({ request }) => request.url)).toEqual(['/api/incentives/i1/archive']);
  });
});

describe('an incentive', () => {
  test('is added with its cost; the last day is included', async () => {
    await open(IncentiveSheet);
    type('Name', 'Mug');
    type('Cost of one', '12.5');
    await settle();
    found.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    const call = api().expectOne('/api/incentives');
    expect(call.request.body).toMatchObject({ name: 'Mug', kind: 'gift', unitCost: 12.5, stock: null, approvalAbove: null, validUntil: null });
    call.flush(anIncentive());
    await settle();
    expect(closed).toEqual([true]);
  });

  test('shows refusals beside the field', async () => {
    await open(IncentiveSheet, { incentive: anIncentive() });
    found.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    const call = api().expectOne('/api/incentives/i1');
    expect(call.request.body).toMatchObject({ validUntil: '2026-07-01', stock: 10 });
    expect(call.request.headers.get('if-match')).toBe('"2"');
    call.flush({ status: 422, code: 'invalid_input', errors: [{ field: 'stock', code: 'stock_below_given', params: { given: 12 } }] }, { status: 422, statusText: '' });
    await settle();
    expect(found.querySelector('mat-error')?.textContent).toContain('12 were given already');
    expect(closed).toEqual([]);
  });
});
