import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { ListName, VocabularyView } from '../../core/vocabulary';
import { vocabularyTexts } from './texts';
import { VocabularyPage } from './vocabulary-page';

const entry = (id: string, en: string, position: number, isArchived = false) => ({ id, key: id, names: { en, zhHans: `${en} 中` }, position, isArchived, version: 3 });
const channel = (id: string, en: string, position: number, contactKind: VocabularyView['channels'][number]['contactKind']) => ({ ...entry(id, en, position), contactKind, icon: 'call', isTwoWay: true, isLive: false, responseMinutes: 240, isResponseInWorkingTime: true });
const vocabulary: VocabularyView = {
  channels: [channel('phone', 'Phone', 1, 'personal'), channel('mail', 'E-mail', 2, 'medium'), channel('visit', 'Visit', 3, 'personal')],
  dispositions: [{ ...entry('reached', 'Reached', 1), kind: 'reached' }],
  outcomes: [entry('a', 'Interested', 1), entry('old', 'Old one', 2, true), entry('b', 'Order', 3), entry('c', 'Needs time', 4)],
  stages: [{ ...entry('new', 'New', 1), kind: 'open' }, { ...entry('won', 'Won', 2), kind: 'won' }],
  tiers: [{ ...entry('key', 'Key', 1), idealDays: 10, maximumDays: 15, unit: 'working_days' }],
  fields: [],
};

describe('the vocabulary in Settings', () => {
  let whole: HarnessLoader;
  const open = async (list: ListName): Promise<void> => {
    const fixture = TestBed.createComponent(VocabularyPage);
    fixture.componentRef.setInput('list', list);
    document.body.append(fixture.nativeElement as HTMLElement);
    whole = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settle();
    await answer();
  };
  const answer = async (): Promise<void> => {
    for (const call of api().match('/api/vocabulary')) call.flush(vocabulary);
    await settle();
  };
  const shown = (selector: string): (string | undefined)[] => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());
  const choose = async (name: string, action: string): Promise<void> => {
    const menu = await whole.getHarness(MatMenuHarness.with({ selector: `[aria-label="Actions for ${name}"]` }));
    await menu.open();
    await menu.clickItem({ text: new RegExp(action) });
    await settle();
  };
  const press = async (text: string | RegExp): Promise<void> => {
    await (await whole.getHarness(MatButtonHarness.with({ text }))).click();
    await settle();
  };
  const type = async (label: string, text: string): Promise<void> => (await whole.getHarness(MatInputHarness.with({ label }))).setValue(text);
  const orderCall = () => api().expectOne({ method: 'PUT', url: '/api/settings/outcomes/order' });

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting({ vocabulary: vocabularyTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ rights: ['settings.manage'] }));
  });
  afterEach(() => { document.body.innerHTML = ''; });

  test('shows channels under their contact kinds with what they promise, or as one list', async () => {
    await open('channels');
    expect(shown('h2')).toEqual(['Personal', 'Medium']);
    expect(shown('.name')).toEqual(['Phone', 'Visit', 'E-mail']);
    expect(document.body.textContent).toContain('answer within 4 working hours');
    document.querySelector<HTMLInputElement>('input[value=order]')?.click();
    await settle();
    expect(shown('.name')).toEqual(['Phone', 'E-mail', 'Visit']);
  });

  test('moves an entry by the arrow keys, at once, and sends the whole order with archived ones in their places', async () => {
    await open('outcomes');
    const handle = document.querySelector<HTMLElement>('[data-entry=b] .handle');
    handle?.focus();
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    await settle();
    expect(shown('ol .name')).toEqual(['Order', 'Interested', 'Needs time']);
    expect(document.activeElement?.closest('[data-entry]')?.getAttribute('data-entry')).toBe('b');
    const call = orderCall();
    expect(call.request.body).toEqual({ ids: ['b', 'old', 'a', 'c'] });
    call.flush(null, { status: 500, statusText: '' });
    await settle();
    await answer();
    expect(shown('ol .name')).toEqual(['Interested', 'Order', 'Needs time']);
  });

  test('keeps up with somebody who moves faster than the server answers', async () => {
    await open('outcomes');
    await choose('Interested', 'Move down');
    await choose('Interested', 'Move down');
    orderCall().flush(null);
    await settle();
    const second = orderCall();
    expect(second.request.body).toEqual({ ids: ['b', 'old', 'c', 'a'] });
    second.flush(null);
    await settle();
    api().expectNone({ method: 'PUT', url: '/api/settings/outcomes/order' });
  });

  test('archives with an undo, shows archived entries apart and says why one must stay', async () => {
    await open('outcomes');
    expect(shown('.archived .name')).toEqual(['Old one']);
    await choose('Order', 'Archive');
    api().expectOne({ method: 'POST', url: '/api/settings/outcomes/b/archival' }).flush(null);
    await settle();
    await answer();
    await press('Undo');
    api().expectOne({ method: 'DELETE', url: '/api/settings/outcomes/b/archival' }).flush(null);
    await settle();
    await answer();
    await choose('Needs time', 'Archive');
    api().expectOne({ method: 'POST', url: '/api/settings/outcomes/c/archival' }).flush({ code: 'one_must_stay' }, { status: 409, statusText: '' });
    await settle();
    expect(document.body.textContent).toContain('At least one entry must stay in use.');
  });

  test('adds a stage of a kind under names in three languages', async () => {
    await open('stages');
    await press(/Add a stage/);
    await press(/^Add$/);
    expect(document.body.textContent).toContain('Give a name');
    await type('English', 'Trial');
    await type('繁體中文', '試用');
    await (await whole.getHarness(MatSelectHarness)).open();
    await (await whole.getHarness(MatSelectHarness)).clickOptions({ text: 'Dormant' });
    await press(/^Add$/);
    const call = api().expectOne({ method: 'POST', url: '/api/settings/stages' });
    expect(call.request.body).toEqual({ names: { en: 'Trial', zhHans: '', zhHant: '試用' }, kind: 'dormant' });
    expect(call.request.headers.has('Idempotency-Key')).toBe(true);
  });

  test('says in words why a kind stays, and saves over a newer version only when asked again', async () => {
    await open('stages');
    await choose('Won', 'Edit');
    await press('Save');
    const stale = api().expectOne({ method: 'PATCH', url: '/api/settings/stages/won' });
    expect(stale.request.headers.get('If-Match')).toBe('"3"');
    stale.flush({ code: 'changed_meanwhile' }, { status: 412, statusText: '' });
    await settle();
    api().expectOne('/api/vocabulary').flush({ ...vocabulary, stages: vocabulary.stages.map((stage) => ({ ...stage, version: 7 })) });
    await settle();
    expect(document.body.textContent).toContain('Somebody changed this in the meantime');
    await press('Save');
    const again = api().expectOne({ method: 'PATCH', url: '/api/settings/stages/won' });
    expect(again.request.headers.get('If-Match')).toBe('"7"');
    again.flush({ code: 'kind_is_in_use' }, { status: 409, statusText: '' });
    await settle();
    expect(document.body.textContent).toContain('Records use this already, so its kind stays.');
  });

  test('refuses a tier whose longest interval is shorter than the ideal one', async () => {
    await open('tiers');
    expect(document.body.textContent).toContain('ideally every 10, at most 15 working days');
    await choose('Key', 'Edit');
    await type('Longest interval (working days)', '9');
    await press('Save');
    api().expectNone({ method: 'PATCH', url: '/api/settings/tiers/key' });
    expect(document.body.textContent).toContain('Not shorter than the ideal interval');
    await type('Ideal interval (working days)', '5');
    await press('Save');
    expect(api().expectOne({ method: 'PATCH', url: '/api/settings/tiers/key' }).request.body).toMatchObject({ idealDays: 5, maximumDays: 9 });
  });

  test('makes a choice field with its choices, and shows a refused one beside it', async () => {
    await open('fields');
    expect(document.body.textContent).toContain('There are no custom fields yet.');
    await press('Add a field');
    await type('English', 'Colour');
    const kind = await whole.getHarness(MatSelectHarness);
    await kind.open();
    await kind.clickOptions({ text: 'Choice' });
    await press(/Add a choice/);
    await press(/Add a choice/);
    const names = await whole.getAllHarnesses(MatInputHarness.with({ label: 'English' }));
    await names[1]?.setValue('Red');
    await names[2]?.setValue('Blue');
    await press(/^Add$/);
    const call = api().expectOne({ method: 'POST', url: '/api/settings/fields' });
    expect(call.request.body).toMatchObject({ kind: 'choice', isRequired: false, choices: [{ names: { en: 'Red' } }, { names: { en: 'Blue' } }] });
    call.flush({ code: 'invalid_input', errors: [{ field: 'choices.1.names', code: 'name_required' }] }, { status: 422, statusText: '' });
    await settle();
    expect(shown('.wrong')).toEqual(['Give a name']);
  });

  test('sends what a one-way channel can not have as absent', async () => {
    await open('channels');
    await choose('E-mail', 'Edit');
    const [twoWay] = document.querySelectorAll<HTMLInputElement>('mat-checkbox input');
    twoWay?.click();
    await settle();
    expect(document.body.textContent).not.toContain('We promise to answer');
    await press('Save');
    expect(api().expectOne({ method: 'PATCH', url: '/api/settings/channels/mail' }).request.body).toMatchObject({ contactKind: 'medium', icon: 'call', isTwoWay: false, isLive: false, responseMinutes: null, isResponseInWorkingTime: false });
  });

  test('says when the vocabulary can not be read, and tries again', async () => {
    const fixture = TestBed.createComponent(VocabularyPage);
    fixture.componentRef.setInput('list', 'tiers');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settle();
    api().expectOne('/api/vocabulary').flush({ code: 'unavailable' }, { status: 503, statusText: '' });
    await settle();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The server is not ready');
    // Without its harness, which would wait for the answer.
    document.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    await settle();
    await answer();
    expect(shown('ol .name')).toEqual(['Key']);
  });
});
