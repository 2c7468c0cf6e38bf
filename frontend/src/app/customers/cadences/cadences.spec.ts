import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { answer } from '../customers.testing';
import { CadenceCard } from './cadence-card';
import type { Standing } from './cadence-words';
import { CadencesPage } from './cadences-page';
import { OwnSheet } from './own-sheet';
import { PauseSheet } from './pause-sheet';
import { PolicySheet } from './policy-sheet';
import { cadencesTexts } from './texts';

const TERMS: View<'CadenceTermsView'> = { ideal: 10, maximum: 15, unit: 'working_days', anchor: 'sliding', anchorOn: null, channelIds: [], hoursFrom: null, hoursUntil: null, stopAfterAttempts: null, stopOn: null, stopsWhenConverted: false };
const standing = (change: Partial<Standing> = {}): Standing => ({
  customerId: 'k1', state: 'due', reason: 'by_tier', target: 'tier', name: '', terms: TERMS, lastEffectiveAt: '2026-02-10T02:00:00Z', dueOn: '2026-03-02', overdueFrom: '2026-03-09', daysLate: 2, nextTouchpointOn: null, nextStepReason: null,
  pausedUntil: null, pauseReason: null, stoppedAt: null, canPause: true, canChange: true, version: 3, ...change,
});
const policy = (id: string, change: Partial<View<'CadenceView'>> = {}): View<'CadenceView'> => ({
  ...TERMS, id, target: 'segment', name: id, segmentId: `segment of ${id}`, segmentName: `All ${id}`, authorId: '1', authorName: 'Chen Wei', canChange: true, isArchived: false, customers: 12, version: 2, ...change,
});
const CADENCES: View<'CadencesView'> = {
  tiers: [policy('t-key', { target: 'tier', name: '', segmentId: null, segmentName: null, authorId: null, authorName: null, canChange: false })],
  segments: [policy('South', { ideal: 1, maximum: 2, unit: 'months', channelIds: ['c-phone'], stopAfterAttempts: 3 }), policy('Trade', { customers: 1 }), policy('Gone', { isArchived: true })], canOrder: true, own: 2,
};

const closed = jest.fn();
let fixture: ReturnType<typeof TestBed.createComponent>;
const open = async (part: Type<unknown>, answers: object, { data = null as unknown, inputs = {} as Record<string, unknown> } = {}): Promise<void> => {
  TestBed.configureTestingModule({ providers: [
    provideTesting({ cadences: cadencesTexts }), { provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: closed, id: '1', addPanelClass: jest.fn(), _containerInstance: {} } },
  ] });
  await ready(aSession({ rights: ['plans.write', 'contacts.work'] }));
  fixture = TestBed.createComponent(part);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement as HTMLElement);
  await answer(answers as Record<string, unknown>);
};
const text = (selector: string): string => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const press = async (label: string): Promise<void> => { [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === label)!.click(); await settle(); };
const field = (label: string): HTMLInputElement => [...document.querySelectorAll('mat-form-field')].find((one) => one.querySelector('mat-label')?.textContent?.trim() === label)!.querySelector('input')!;
const type = async (label: string, value: string): Promise<void> => { field(label).value = value; field(label).dispatchEvent(new Event('input')); field(label).dispatchEvent(new Event('change')); await settle(); };
const call = async (answers: Record<string, unknown>): Promise<{ body: unknown; version: string | null } | undefined> => {
  const made = (await answer(answers)).find(({ method }) => method !== 'GET');
  return made && { body: made.body, version: made.headers.get('If-Match') };
};

beforeEach(() => { closed.mockClear(); });
afterEach(() => { document.body.innerHTML = ''; });

describe('the cadence of a customer', () => {
  const GET = 'GET /api/customers/k1/cadence';
  const PAUSE = '/api/customers/k1/cadence/pause';
  const card = (given: Partial<Standing>): Promise<void> => open(CadenceCard, { [GET]: standing(given) }, { inputs: { customerId: 'k1', tierId: 't-key' } });

  test('says state, reason, rule and days', async () => {
    await card({});
    expect(text('t-state')).toMatch(/^Dueoverdue by 2 daysBy the tier Keyevery 10 working days, after 15 working days at the latestLast effective contact.*Neglected from/);
  });

  test.each<[Partial<Standing>, RegExp]>([
    [{ state: 'paused', reason: 'paused', pausedUntil: '2026-04-01', pauseReason: 'On leave' }, /^Paused ?Until .*: On leave/],
    [{ state: 'none', reason: 'stopped_after_attempts', stoppedAt: '2026-03-01T02:00:00Z' }, /^No cadence ?Stopped on .*: nobody answered/],
    [{ state: 'fresh', reason: 'touchpoint_scheduled', nextTouchpointOn: '2026-03-12' }, /^In time ?The next contact is scheduled for .*12/],
    [{ state: 'fresh', reason: 'touchpoint_scheduled', nextTouchpointOn: '2026-02-20' }, /^Overdue ?The contact planned for .*20.* is still open/],
    [{ state: 'never_contacted', reason: 'by_segment', name: 'South', lastEffectiveAt: null }, /^Never contacted ?By the cadence South.*Last effective contact ?never/],
  ])('explains %j', async (given, words) => {
    await card({ dueOn: null, overdueFrom: null, ...given });
    expect(text('t-state').replace('overdue by 2 days', '')).toMatch(words);
  });

  test('goes on after a pause, which can be undone', async () => {
    await card({ state: 'paused', reason: 'paused', pausedUntil: '2026-04-01', pauseReason: 'On leave' });
    await press('Resume');
    expect(await call({ [`DELETE ${PAUSE}`]: standing({ version: 4 }), [GET]: standing({ version: 4 }) })).toMatchObject({ version: '"3"' });
    await press('Undo');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await call({ [`POST ${PAUSE}`]: standing({ version: 5 }), [GET]: standing() })).toEqual({ body: { until: '2026-04-01', reason: 'On leave' }, version: '"4"' });
  });

  test('follows the rule again, which can be undone', async () => {
    await card({ target: 'customer', reason: 'by_customer' });
    await (await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatMenuHarness)).clickItem({ text: 'Follow the rule again' });
    expect(await call({ 'DELETE /api/customers/k1/cadence': standing({ version: 4 }), [GET]: standing({ version: 4 }) })).toMatchObject({ version: '"3"' });
    await press('Undo');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await call({ 'PUT /api/customers/k1/cadence': standing(), [GET]: standing() })).toEqual({ body: TERMS, version: '"4"' });
  });

  test('offers nothing to who may do nothing', async () => {
    await card({ canPause: false, canChange: false });
    expect(document.querySelectorAll('t-state button').length).toBe(0);
  });

  test('is paused with a day and a reason', async () => {
    await open(PauseSheet, {}, { data: standing() });
    await press('Pause');
    expect(text('mat-error')).toBe('Fill this in');
    await type('Reason', 'On leave');
    await press('Pause');
    expect(await call({ [`POST ${PAUSE}`]: standing({ state: 'paused' }) })).toEqual({ body: { until: '2026-04-03', reason: 'On leave' }, version: '"3"' });
    expect(closed).toHaveBeenCalledWith(expect.objectContaining({ state: 'paused' }));
  });

  test('becomes its own, with the longest interval not below the ideal one', async () => {
    await open(OwnSheet, {}, { data: standing() });
    await type('Ideal interval', '20');
    await press('Save');
    expect(text('mat-error')).toBe('Not shorter than the ideal interval');
    await type('Longest interval', '25');
    document.querySelector<HTMLInputElement>('t-segments input[value="fixed"]')!.click();
    await settle();
    await type('First day', '+1');
    document.querySelector<HTMLInputElement>('mat-checkbox input')!.click();
    await settle();
    await press('Save');
    expect(await call({ 'PUT /api/customers/k1/cadence': standing() })).toEqual({ body: { ...TERMS, ideal: 20, maximum: 25, anchor: 'fixed', anchorOn: '2026-03-05', channelIds: ['c-phone'] }, version: '"3"' });
  });
});

describe('the cadences', () => {
  const page = (): Promise<void> => open(CadencesPage, { 'GET /api/cadences': CADENCES });
  const rows = (): string[] => [...document.querySelectorAll('li .words')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

  test('stand there with what they say and for whom they count', async () => {
    await page();
    expect(rows()).toEqual([
      'South every 1 month, after 2 months at the latest · Phone · stops after 3 attempts without an answer All South · by Chen Wei · 12 open customers',
      'Trade every 10 working days, after 15 working days at the latest All Trade · by Chen Wei · 1 open customer',
      'Key every 10 working days, after 15 working days at the latest 12 open customers', 'Gone',
    ].map((row) => expect.stringMatching(new RegExp(row.replaceAll(' ', ' ?')))));
    expect(document.body.textContent).toContain('2 open customers have a cadence of their own.');
  });

  test('are put into another order and archived', async () => {
    await page();
    const menu = await TestbedHarnessEnvironment.documentRootLoader(fixture).getAllHarnesses(MatMenuHarness);
    await menu[0]!.clickItem({ text: /Move down/ });
    expect((await call({ 'PUT /api/cadences/order': { ...CADENCES, segments: [CADENCES.segments[1], CADENCES.segments[0]] }, 'GET /api/cadences': CADENCES }))?.body).toEqual({ ids: ['Trade', 'South'] });
    await menu[1]!.clickItem({ text: /Archive/ });
    expect(await call({ 'POST /api/cadences/Trade/archival': policy('Trade'), 'GET /api/cadences': CADENCES, 'POST /api/cadences/South/archival': policy('South') })).toBeDefined();
    expect(document.body.textContent).toContain('was archived');
  });

  test('stay in their order for who may not change every one of them', async () => {
    await open(CadencesPage, { 'GET /api/cadences': { ...CADENCES, canOrder: false } });
    const [menu] = await TestbedHarnessEnvironment.documentRootLoader(fixture).getAllHarnesses(MatMenuHarness);
    await menu!.open();
    expect(await Promise.all((await menu!.getItems()).map((item) => item.getText()))).toEqual([expect.stringMatching('Edit'), expect.stringMatching('Archive')]);
  });

  test('are added for a segment that has none, called like it', async () => {
    const segment = (id: string) => ({ id, name: `View ${id}`, kind: 'filter', sharing: 'nobody', ownerId: '1', filter: {}, sort: null, sampledFromId: null, seed: null, listed: null, isMine: true, isDefault: false, version: 1 });
    await open(PolicySheet, { 'GET /api/segments': { items: [segment('a'), segment('b')] } }, { data: { taken: ['a'] } });
    await press('Add');
    expect(text('mat-error')).toBe('Fill this in');
    const select = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSelectHarness.with({ label: 'Segment' }));
    await select.open();
    expect(await Promise.all((await select.getOptions()).map((option) => option.getText()))).toEqual(['View b']);
    await select.clickOptions({ text: 'View b' });
    await press('Add');
    expect((await call({ 'POST /api/cadences': policy('b') }))?.body).toEqual({ ...TERMS, ideal: 20, maximum: 30, segmentId: 'b', name: 'View b' });
    expect(closed).toHaveBeenCalledWith(true);
  });

  test('show beside the field what the server refuses', async () => {
    await open(PolicySheet, {}, { data: { policy: policy('South'), taken: [] } });
    await press('Save');
    await answer({ 'PUT /api/cadences/South': { status: 422, code: 'invalid_input', errors: [{ field: 'channelIds', code: 'unknown_channel' }] } });
    expect(text('[role=alert]')).toBe('There is no such channel any more');
  });

  test('are saved at the second try over what somebody else wrote', async () => {
    await open(PolicySheet, {}, { data: { policy: policy('South'), taken: [] } });
    await press('Save');
    await answer({ 'PUT /api/cadences/South': { status: 412, code: 'changed_meanwhile', errors: [] }, 'GET /api/cadences': { ...CADENCES, segments: [policy('South', { version: 7 })] } });
    await press('Save');
    expect((await call({ 'PUT /api/cadences/South': policy('South') }))?.version).toBe('"7"');
  });
});
