import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { Notices } from '../../core/notices';
import { VOCABULARY, aCustomer, answer } from '../customers.testing';
import { customersTexts } from '../texts';
import { MergeNote } from './merge-note';
import { MergeSheet, MergeStart } from './merge-sheet';
import { Merges } from './merges';
import { mergingTexts } from './texts';

const DUPLICATES: View<'DuplicateView'>[] = [
  { id: 'k2', name: 'Harbor Foods', ownerName: 'Lin Fang', stageId: 's-won', reasons: ['phone', 'name'], archived: false },
  { id: 'k3', name: 'Harbour Food', ownerName: null, stageId: 's-new', reasons: ['email'], archived: true },
];
const FOUND: View<'DuplicatesView'> = { items: DUPLICATES, toldApart: [] };
const APART: View<'DuplicatesView'> = { items: DUPLICATES.slice(1), toldApart: [{ id: 'k2', name: 'Harbor Foods', byName: 'Lin Fang', toldAt: '2026-03-03T02:00:00Z' }] };
const NONE: View<'DuplicatesView'> = { items: [], toldApart: [] };
const field = (key: string, kept: string | null, other: string | null): View<'MergeFieldView'> => ({ key, kept, other, differs: kept !== other });
const MOVES = { communications: 12, otherRecords: 0, touchpoints: 1, people: 2, contactPoints: 0, comments: 0, stageChanges: 0, planAudience: 0, segments: 0, approvals: 0, grants: 0, tags: 0, doNotContact: 0 };
const PREVIEW: View<'MergePreviewView'> = {
  fields: [field('name', 'Harbour Foods', 'Harbor Foods'), field('source', 'Fair', 'Fair'), field('kind', 'organisation', 'person'), field('note', null, 'Ask for Li Na'), field('custom.f4', 'true', 'false'), field('region', null, null)],
  moves: MOVES, rematched: 1, version: 3, otherVersion: 7,
};
const SWAPPED: View<'MergePreviewView'> = { ...PREVIEW, fields: PREVIEW.fields.map(({ kept, other, ...rest }) => ({ ...rest, kept: other, other: kept })), version: 7, otherVersion: 3 };

const closed = jest.fn();
const configure = async (data: MergeStart | null, rights: View<'SessionView'>['rights'] = ['customers.write']): Promise<void> => {
  TestBed.configureTestingModule({ providers: [
    provideTesting({ customers: customersTexts, merging: mergingTexts }), provideRouter([]), { provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: closed } },
  ] });
  await ready(aSession({ rights }));
};
async function open(data: MergeStart, answers: Record<string, unknown> = {}): Promise<void> {
  await configure(data);
  const fixture = TestBed.createComponent(MergeSheet);
  document.body.append(fixture.nativeElement as HTMLElement);
  await answer({ 'GET /api/vocabulary': VOCABULARY, ...answers });
}
const START: MergeStart = { customer: { id: 'k1', name: 'Harbour Foods' } };
const WITH_OTHER: MergeStart = { ...START, other: { id: 'k2', name: 'Harbor Foods' } };
const text = (selector = 'body'): string => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(label))!;
const chosen = (): string[] => [...document.querySelectorAll('fieldset')].map((one) => `${one.querySelector('legend')?.textContent}: ${one.querySelector('.on .words span:last-child')?.textContent}`);
const pair = (): string[] => [...document.querySelectorAll('.pair .name')].map(({ textContent }) => textContent);

beforeEach(() => { closed.mockReset(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('merging two customers', () => {
  test('offers those that may be the same, and shows both side by side once one is chosen', async () => {
    await open(START, { 'GET /api/customers/k1/duplicates': FOUND });
    expect([...document.querySelectorAll('li .pick')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual(['Harbor Foodssame phone, same name · Won · Lin Fang', 'Harbour Foodsame e-mail · New · Archived']);
    expect(button('Merge')).toBeUndefined();
    button('Harbor Foods').click();
    const [asked] = await answer({ 'POST /api/customers/k1/merges/preview': PREVIEW });
    expect(asked?.body).toEqual({ otherId: 'k2' });
    expect(pair()).toEqual(['Harbour Foods', 'Harbor Foods']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Change which one stays');
    expect(chosen()).toEqual(['Name: Harbour Foods', 'Kind: Organisation', 'Note: Ask for Li Na', 'Pilot: Yes']);
    expect(text('details')).toBe('1 field is the sameSourceFair');
    expect(text('t-merge-moves')).toBe('12 communications1 planned contact2 contact people1 communication keeps another planned contact afterwards, or one for the first time, or none any more.');
  });

  test('tells one apart from there, shows who did so, and takes it back', async () => {
    await open(START, { 'GET /api/customers/k1/duplicates': FOUND });
    jest.spyOn(TestBed.inject(Notices), 'offerUndo').mockResolvedValue(false);
    button('Harbor Foods is not the same customer').click();
    const [asked] = await answer({ 'POST /api/customers/k1/told-apart': { customerId: 'k1', otherId: 'k2' }, 'GET /api/customers/k1/duplicates': APART });
    expect(asked?.body).toEqual({ otherId: 'k2' });
    expect(text('details')).toBe('1 was said to be another customerHarbor Foodssaid by Lin Fang, Mar 3Take back');
    button('Harbor Foods may be the same after all').click();
    await answer({ 'DELETE /api/customers/k1/told-apart/k2': { customerId: 'k1', otherId: 'k2' }, 'GET /api/customers/k1/duplicates': FOUND });
    expect([document.querySelectorAll('li .pick').length, document.querySelector('details')]).toEqual([2, null]);
  });

  test('takes what was chosen, keeps it when the other one stays, and goes on with the one that stays', async () => {
    await open(WITH_OTHER, { 'POST /api/customers/k1/merges/preview': PREVIEW });
    document.querySelectorAll<HTMLInputElement>('fieldset:first-of-type input')[1]!.click();
    await settle();
    expect(chosen()[0]).toBe('Name: Harbor Foods');
    button('Change which one stays').click();
    await answer({ 'POST /api/customers/k2/merges/preview': SWAPPED });
    expect([pair(), chosen()]).toEqual([['Harbor Foods', 'Harbour Foods'], ['Name: Harbor Foods', 'Kind: Person', 'Note: Ask for Li Na', 'Pilot: No']]);
    const undo = jest.spyOn(TestBed.inject(Notices), 'offerUndo').mockResolvedValue(false);
    button('Merge').click();
    const [asked] = await answer({ 'POST /api/customers/k2/merges': { id: 'm1', customerId: 'k2', undoUntil: '2026-04-03T02:00:00Z' } });
    expect(asked?.body).toEqual({ otherId: 'k1', take: [], version: 7, otherVersion: 3 });
    expect(closed).toHaveBeenCalledWith({ id: 'k2', name: 'Harbor Foods' });
    const [said, takeBack] = undo.mock.calls[0]!;
    void takeBack();
    expect([said, (await answer({ 'POST /api/merges/m1/undo': { id: 'm1', customerId: 'k2', otherId: 'k1' } }))[0]?.url]).toEqual(['Harbour Foods was merged into Harbor Foods', '/api/merges/m1/undo']);
  });

  test('shows both anew when somebody was faster, keeps the choices, and is done once however often it is sent', async () => {
    await open(WITH_OTHER, { 'POST /api/customers/k1/merges/preview': PREVIEW });
    document.querySelectorAll<HTMLInputElement>('fieldset:first-of-type input')[1]!.click();
    await settle();
    button('Merge').click();
    const [lost] = await answer({ 'POST /api/customers/k1/merges': { status: 503, code: 'unavailable' } });
    button('Merge').click();
    const again = await answer({ 'POST /api/customers/k1/merges': { status: 409, code: 'changed_meanwhile' }, 'POST /api/customers/k1/merges/preview': { ...PREVIEW, otherVersion: 8 } });
    expect(again[0]?.headers.get('Idempotency-Key')).toBe(lost?.headers.get('Idempotency-Key'));
    expect(text('[role=alert]')).toContain('Somebody changed one of the two meanwhile');
    expect(chosen()[0]).toBe('Name: Harbor Foods');
    button('Merge').click();
    const [last] = await answer({ 'POST /api/customers/k1/merges': { id: 'm1', customerId: 'k1', undoUntil: '2026-04-03T02:00:00Z' } });
    expect(last?.body).toEqual({ otherId: 'k2', take: ['name', 'note'], version: 3, otherVersion: 8 });
    expect(last?.headers.get('Idempotency-Key')).not.toBe(lost?.headers.get('Idempotency-Key'));
  });

  test('tells two of the same name apart by what differs', async () => {
    await open({ ...START, other: { id: 'k2', name: 'Harbour Foods' } }, { 'POST /api/customers/k1/merges/preview': { ...PREVIEW, fields: PREVIEW.fields.slice(1) } });
    expect([...document.querySelectorAll('.pair .about')].map(({ textContent }) => textContent)).toEqual(['Organisation · Yes', 'Person · Ask for Li Na · No']);
  });

  test('says why it is refused, and lets one choose another customer', async () => {
    await open(WITH_OTHER, { 'POST /api/customers/k1/merges/preview': { status: 422, code: 'invalid_input', errors: [{ field: 'otherId', code: 'already_merged' }] } });
    expect(button('Merge').disabled).toBe(true);
    expect(text('t-state')).toMatch(/merged into another customer already.*Try again/);
    button('Choose another customer').click();
    await answer({ 'GET /api/customers/k1/duplicates': NONE });
    expect(text()).toContain('No other customer has the same name');
    const input = document.querySelector<HTMLInputElement>('t-lookup-field input')!;
    input.focus();
    input.value = 'harb';
    input.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await answer({ 'GET /api/search': { items: [{ id: 'k1', name: 'Harbour Foods', detail: null }, { id: 'k2', name: 'Harbor Foods', detail: null }] } });
    expect([...document.querySelectorAll('mat-option')].map((one) => one.textContent.trim())).toEqual([expect.stringContaining('Harbor Foods')]);
  });
});

describe('the page of a customer', () => {
  async function note(customer: View<'CustomerView'>, rights?: View<'SessionView'>['rights']): Promise<MergeNote> {
    await configure(null, rights);
    const fixture = TestBed.createComponent(MergeNote);
    fixture.componentRef.setInput('customer', customer);
    document.body.append(fixture.nativeElement as HTMLElement);
    await settle();
    return fixture.componentInstance;
  }

  test('says quietly that there may be another record, with a way to compare', async () => {
    const shown = await note(aCustomer());
    expect(document.querySelector('.hint')).toBeNull();
    const asked: unknown[] = [];
    shown.compare.subscribe((one) => asked.push(one));
    await answer({ 'GET /api/customers/k1/duplicates': FOUND });
    expect(text('.hint')).toBe('Possibly there twice:Harbor Foodssame phone, same nameCompareNot the same1 more');
    button('Compare').click();
    button('1 more').click();
    expect(asked).toEqual([{ id: 'k2', name: 'Harbor Foods' }, undefined]);
  });

  test('is told that the other one is not the same, with a way back, and shows the next one', async () => {
    await note(aCustomer());
    await answer({ 'GET /api/customers/k1/duplicates': FOUND });
    let takeBack = (): Promise<unknown> => Promise.resolve();
    let answered = (_isBack: boolean): void => undefined;
    const undo = jest.spyOn(TestBed.inject(Notices), 'offerUndo').mockImplementation((_text, back) => { takeBack = back; return new Promise((resolve) => { answered = resolve; }); });
    button('Harbor Foods is not the same customer').click();
    await answer({ 'POST /api/customers/k1/told-apart': { customerId: 'k1', otherId: 'k2' }, 'GET /api/customers/k1/duplicates': APART });
    expect(text('.hint')).toBe('Possibly there twice:Harbour Foodsame e-mailCompareNot the same');
    expect(undo.mock.calls[0]?.[0]).toBe('Harbor Foods is another customer; the hint is gone for everybody');
    void takeBack();
    await answer({ 'DELETE /api/customers/k1/told-apart/k2': { customerId: 'k1', otherId: 'k2' } });
    answered(true);
    await answer({ 'GET /api/customers/k1/duplicates': FOUND });
    expect(text('.hint')).toContain('Harbor Foods');
    const said = jest.spyOn(TestBed.inject(Notices), 'say').mockResolvedValue();
    button('Harbor Foods is not the same customer').click();
    await answer({ 'POST /api/customers/k1/told-apart': { status: 409, code: 'customer_is_merged' } });
    expect([said.mock.calls.length, text('.hint').includes('Harbor Foods')]).toEqual([1, true]);
  });

  test('says nothing where nothing is known, to who may not change it, or of an archived one', async () => {
    await note(aCustomer());
    await answer({ 'GET /api/customers/k1/duplicates': { status: 500, code: 'internal' } });
    expect(document.querySelector('.hint')).toBeNull();
    TestBed.resetTestingModule();
    await note(aCustomer(), []);
    api().expectNone('/api/customers/k1/duplicates');
    TestBed.resetTestingModule();
    await note(aCustomer({ archivedAt: '2026-03-01T02:00:00Z' }));
    api().expectNone('/api/customers/k1/duplicates');
  });

  test('says where a merged one went, and takes it apart while that is possible', async () => {
    const into = { id: 'k2', name: 'Harbor Foods', mergeId: 'm1', undoUntil: '2026-04-03T02:00:00Z' };
    await note(aCustomer({ archivedAt: '2026-03-04T02:00:00Z', mergedInto: into }));
    expect(text('.merged')).toMatch(/^This customer was merged into Harbor Foods ?can be taken apart until Apr 3 ?Take apart/);
    expect(document.querySelector('.merged a')?.getAttribute('href')).toBe('/customers/k2');
    const said = jest.spyOn(TestBed.inject(Notices), 'say').mockResolvedValue();
    button('Take apart').click();
    await answer({ 'POST /api/merges/m1/undo': { id: 'm1', customerId: 'k2', otherId: 'k1' } });
    expect(said).toHaveBeenCalledWith('The two are separate again');
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    await note(aCustomer({ archivedAt: '2026-03-04T02:00:00Z', mergedInto: { ...into, undoUntil: null } }));
    expect([text('.merged'), button('Take apart')]).toEqual(['This customer was merged into Harbor Foods', undefined]);
  });

  test('lists what was merged into it, each with its way back', async () => {
    await configure(null);
    const fixture = TestBed.createComponent(Merges);
    fixture.componentRef.setInput('merges', [{ id: 'm1', otherId: 'k2', otherName: 'Harbor Foods', mergedAt: '2026-03-03T02:00:00Z', byName: 'Lin Fang', undoUntil: '2026-04-02T02:00:00Z' }]);
    document.body.append(fixture.nativeElement as HTMLElement);
    await settle();
    expect(text('t-merges, li')).toMatch(/Harbor Foods.*Lin Fang.*Take apart.*can be taken apart until .*Apr/);
    const said = jest.spyOn(TestBed.inject(Notices), 'say').mockResolvedValue();
    button('Take Harbor Foods apart again').click();
    await answer({ 'POST /api/merges/m1/undo': { status: 409, code: 'a_later_merge_builds_on_it' } });
    expect(said).toHaveBeenCalledWith('Another merge builds on this one. Take that one apart first.');
  });
});
