import { HttpRequest } from '@angular/common/http';
import { Type } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { aCustomer, answer } from './customers.testing';
import { OwnerSheet } from './owner-sheet';
import { StageSheet } from './stage-sheet';
import { customersTexts } from './texts';
import { TouchpointSheet } from './touchpoint-sheet';

const closed = jest.fn();
let fixture: ReturnType<typeof TestBed.createComponent>;

const open = async (part: Type<unknown>, data: unknown, answers = {}, rights: View<'SessionView'>['rights'] = ['customers.write', 'customers.assign']): Promise<void> => {
  TestBed.configureTestingModule({ providers: [
    provideTesting({ customers: customersTexts }), { provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: closed, id: '1', addPanelClass: jest.fn(), _containerInstance: {} } },
  ] });
  await ready(aSession({ rights }));
  fixture = TestBed.createComponent(part);
  document.body.append(fixture.nativeElement as HTMLElement);
  await answer(answers);
};
const text = (selector: string): string => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === label)!;
const press = async (label: string): Promise<void> => { button(label).click(); await settle(); };
const field = (label: string): HTMLInputElement => [...document.querySelectorAll('mat-form-field')].find((one) => one.querySelector('mat-label')?.textContent?.trim() === label)!.querySelector('input')!;
const type = async (label: string, value: string): Promise<void> => { field(label).value = value; field(label).dispatchEvent(new Event('input')); field(label).dispatchEvent(new Event('change')); await settle(); };
const select = async (label: string, option: string): Promise<void> => { await (await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSelectHarness.with({ label }))).clickOptions({ text: option }); };
const bodyOf = (calls: HttpRequest<unknown>[], call: string): unknown => calls.find(({ method, url }) => `${method} ${url}` === call)?.body;
const change = (id: string, to: string, more = {}): object => ({ id, fromStageId: 's-new', toStageId: to, changedAt: '2026-03-01T02:00:00Z', changedOn: '2026-03-01', amount: null, reason: null, changedById: '2', followUpId: null, ...more });
const history = (...items: object[]): object => ({ stageId: 's-new', stageSince: '2026-01-05T02:00:00Z', isOpen: true, convertedAt: null, items });

beforeEach(() => { closed.mockClear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('changing the stage', () => {
  const GET = 'GET /api/customers/k1/stage-changes';
  const POST = 'POST /api/customers/k1/stage-changes';

  test('asks for the amount of a won one, on the day it happened', async () => {
    await open(StageSheet, aCustomer(), { [GET]: history(change('h1', 's-new', { fromStageId: null })) });
    await select('New stage', 'Won');
    await type('Amount', '12500.5');
    await type('On', '01/03/2026');
    await press('Change stage');
    expect(bodyOf(await answer({ [POST]: history(change('h2', 's-won')), [GET]: history() }), POST)).toEqual({ stageId: 's-won', on: expect.stringMatching(/^2026-0[13]-0[13]$/), amount: 12500.5, reason: null });
    expect(closed).toHaveBeenCalledWith(true);
  });

  test('asks why when it was lost', async () => {
    await open(StageSheet, aCustomer(), { [GET]: history() });
    await select('New stage', 'Lost');
    await press('Change stage');
    expect(text('mat-error')).toBe('Fill this in');
    await type('Why it was lost', 'Too dear');
    await press('Change stage');
    expect(bodyOf(await answer({ [POST]: history(), [GET]: history() }), POST)).toEqual({ stageId: 's-lost', amount: null, reason: 'Too dear' });
  });

  test('shows all changes; one can be taken back by those who may correct records', async () => {
    const two = history(change('h2', 's-won', { amount: 900 }), change('h1', 's-new', { fromStageId: null }));
    await open(StageSheet, aCustomer(), { [GET]: two }, ['customers.write', 'records.correct']);
    expect(text('t-stage-history ol')).toMatch(/1 Mar · New → Won · ¥900 Lin Fang|Mar 1 · New → Won · ¥900 Lin Fang/);
    document.querySelector<HTMLButtonElement>('t-stage-history li button')!.click();
    await settle();
    await settle();
    await press('Take back');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const calls = await answer({ 'DELETE /api/customers/k1/stage-changes/h2': history(), [GET]: history() });
    expect(calls.map(({ method, url }) => `${method} ${url}`)).toContain('DELETE /api/customers/k1/stage-changes/h2');
  });

  test('offers nothing to take back to others', async () => {
    await open(StageSheet, aCustomer(), { [GET]: history(change('h2', 's-won'), change('h1', 's-new')) });
    expect(document.querySelectorAll('t-stage-history li button').length).toBe(0);
  });
});

describe('changing the owner', () => {
  const choose = async (name: string): Promise<void> => {
    field('New owner').focus();
    field('New owner').dispatchEvent(new Event('focusin'));
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settle();
    [...document.querySelectorAll<HTMLElement>('mat-option')].find(({ textContent }) => textContent.includes(name))!.click();
    await settle();
  };

  test('of one customer, with what was before', async () => {
    const before = { items: [{ id: 'o1', fromOwnerId: null, toOwnerId: '1', fromTeamId: null, toTeamId: null, changedAt: '2026-02-01T02:00:00Z', changedById: '1' }] };
    await open(OwnerSheet, { ids: ['k1'], ownerId: '1' }, { 'GET /api/customers/k1/ownership': before });
    expect(text('t-owner-history ol')).toMatch(/Nobody → Chen Wei/);
    await press('Change owner');
    expect(text('mat-error')).toBe('Fill this in');
    await choose('Lin Fang');
    await press('Change owner');
    expect(bodyOf(await answer({ 'POST /api/customers/k1/ownership': { changed: 1, given: [{ id: 'k1', version: 4 }] } }), 'POST /api/customers/k1/ownership')).toEqual({ ownerId: '2', moveTouchpoints: true });
    expect(closed).toHaveBeenCalledWith(true);
    await press('Undo');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const back = 'POST /api/customers/ownership/reversal';
    expect(bodyOf(await answer({ [back]: { changed: 1, given: [] } }), back)).toEqual({ given: [{ id: 'k1', version: 4 }] });
  });

  test('of several customers, to nobody for now', async () => {
    await open(OwnerSheet, { ids: ['k1', 'k2', 'k3'], ownerId: null });
    expect([text('h2'), document.querySelector('t-owner-history')]).toEqual(['Change the owner of 3 customers', null]);
    document.querySelectorAll<HTMLInputElement>('t-segments input')[1]!.click();
    await settle();
    await press('Change owner');
    expect(bodyOf(await answer({ 'POST /api/customers/ownership': { changed: 2, given: [{ id: 'k1', version: 4 }, { id: 'k2', version: 2 }] } }), 'POST /api/customers/ownership')).toEqual({ ownerId: null, moveTouchpoints: true, ids: ['k1', 'k2', 'k3'] });
  });
});

describe('a planned contact', () => {
  const touchpoint = { id: 'x1', version: 2, purpose: 'Send the quote', customerName: 'Harbour Foods', dueAt: null };

  test('is moved', async () => {
    await open(TouchpointSheet, { touchpoint, way: 'move' });
    await type('New date', '+7');
    await press('Move to another date');
    const calls = await answer({ 'POST /api/touchpoints/x1/moves': { ...touchpoint, version: 3 } });
    expect([bodyOf(calls, 'POST /api/touchpoints/x1/moves'), calls.find(({ method }) => method === 'POST')?.headers.get('If-Match')]).toEqual([{ dueOn: '2026-03-11', reason: null }, '"2"']);
  });

  test('is called off with a reason only', async () => {
    await open(TouchpointSheet, { touchpoint, way: 'cancel' });
    await press('Call off');
    expect(text('mat-error')).toBe('Fill this in');
    await type('Reason', 'They moved away');
    await press('Call off');
    expect(bodyOf(await answer({ 'POST /api/touchpoints/x1/cancellation': { ...touchpoint, version: 3 } }), 'POST /api/touchpoints/x1/cancellation')).toEqual({ reason: 'They moved away' });
  });
});
