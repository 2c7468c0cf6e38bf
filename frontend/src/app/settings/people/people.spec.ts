import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { View } from '../../core/api';
import type { Language } from '../../core/i18n';
import { settingsTexts } from '../texts';
import { PeoplePage } from './people-page';

type Account = View<'AccountView'>;

const account = (change: Partial<Account>): Account => ({
  id: '1', name: 'Chen Wei', email: 'chen@example.com', teamId: null, reportsToId: null, roles: ['sales'], dataScope: 'own', state: 'active', language: 'en', timeZone: 'Asia/Shanghai',
  lastSeenAt: null, invitedUntil: null, version: 4, ...change,
});
const lin = account({ id: '2', name: 'Lin Mei', email: 'lin@example.com', teamId: 't1', reportsToId: '1', roles: ['sales', 'team_lead'], dataScope: 'team' });
const gone = account({ id: '3', name: 'Ahmad', email: 'ahmad@example.com', state: 'disabled' });
const invited = { person: account({ id: '4', name: 'New', email: 'new@example.com', state: 'invited', invitedUntil: '2026-03-11T02:00:00Z' }), invitationUrl: 'https://tangent.example/invitation/secret' };

describe('the people of Settings', () => {
  let fixture: ComponentFixture<PeoplePage>;
  let whole: HarnessLoader;

  const open = async (language: Language = 'en'): Promise<void> => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTesting({ settings: settingsTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ rights: ['people.manage'] }), language);
    fixture = TestBed.createComponent(PeoplePage);
    document.body.append(fixture.nativeElement as HTMLElement);
    whole = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settle();
    flushLists();
    await settle();
  };
  const flushLists = (): void => {
    for (const call of api().match('/api/people/accounts')) call.flush({ items: [gone, account({}), lin] });
    for (const call of api().match('/api/people')) call.flush({ items: [account({}), lin, gone].map((person) => ({ ...person, isVisible: true })) });
    for (const call of api().match('/api/teams')) call.flush({ items: [{ id: 't1', name: 'North', parentId: null, depth: 0, isArchived: false, peopleCount: 1, version: 1 }] });
  };
  const rows = (): string[] => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
  const choose = async (name: string, action: string): Promise<void> => {
    const menu = await whole.getHarness(MatMenuHarness.with({ selector: `[aria-label="Actions for ${name}"]` }));
    await menu.open();
    await menu.clickItem({ text: new RegExp(action) });
    await settle();
  };
  const press = async (text: string): Promise<void> => {
    await (await whole.getHarness(MatButtonHarness.with({ text }))).click();
    await settle();
  };
  const type = async (label: string, text: string): Promise<void> => {
    const field = await whole.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    await ((await field.getControl(MatInputHarness)) as MatInputHarness).setValue(text);
  };
  afterEach(() => { document.body.innerHTML = ''; });

  test('lists everybody in words, those who left last', async () => {
    await open();
    expect(rows()).toHaveLength(3);
    expect(rows()[1]).toMatch(/Lin Mei.*lin@example.com.*North.*Chen Wei.*Sales, Team lead.*Team.*Active/);
    expect(rows()[2]).toMatch(/Ahmad.*Switched off/);
    expect(rows()[0]).toContain('(you)');
  });

  test('speaks the language of the person', async () => {
    await open('zh-Hans');
    expect(rows()[1]).toMatch(/销售, 团队主管.*本团队.*在用/);
  });

  test('invites somebody, keeps what was typed when the server refuses, and shows the link once', async () => {
    await open();
    await press('Invite');
    api().expectOne('/api/organisation').flush({ language: 'zh-Hans', timeZone: 'Asia/Taipei' });
    await settle();
    await type('Name', 'New');
    await type('E-mail', 'lin@example.com');
    await (await whole.getHarness(MatSelectHarness.with({ selector: '[formControlName="dataScope"]' }))).clickOptions({ text: /the teams below/ });
    await (await whole.getHarness(MatCheckboxHarness.with({ label: /^Manager/ }))).check();
    const submit = (await whole.getAllHarnesses(MatButtonHarness.with({ text: 'Invite' }))).at(-1);
    await submit?.click();
    await settle();
    const call = api().expectOne({ method: 'POST', url: '/api/people' });
    expect(call.request.body).toEqual({ name: 'New', email: 'lin@example.com', teamId: null, reportsToId: null, roles: ['sales', 'manager'], dataScope: 'team_tree', language: 'zh-Hans', timeZone: 'Asia/Taipei' });
    call.flush({ code: 'invalid_input', errors: [{ field: 'email', code: 'one_account_per_email' }] }, { status: 422, statusText: '' });
    await settle();
    expect(document.querySelector('mat-error')?.textContent).toBe('There is an account with this address');
    await type('E-mail', 'new@example.com');
    await submit?.click();
    await settle();
    const again = api().expectOne({ method: 'POST', url: '/api/people' });
    expect(again.request.headers.get('Idempotency-Key')).toBe(call.request.headers.get('Idempotency-Key'));
    again.flush(invited);
    await settle();
    expect(document.querySelector<HTMLInputElement>('#invitation-link')?.value).toBe(invited.invitationUrl);
    expect(document.querySelector('t-invitation-link')?.textContent).toMatch(/until .*11.* 10:00/);
  });

  test('asks for at least one role', async () => {
    await open();
    await press('Invite');
    api().expectOne('/api/organisation').flush({}, { status: 503, statusText: '' });
    await (await whole.getHarness(MatCheckboxHarness.with({ label: /^Sales/ }))).uncheck();
    await settle();
    expect(document.querySelector('fieldset [role="alert"]')?.textContent).toBe('Choose at least one role');
  });

  test('sends only what was touched, from the version that was read, and goes on from a newer one', async () => {
    await open();
    await choose('Lin Mei', 'Edit');
    await type('Name', 'Lin Mei-Hua');
    await press('Save');
    const call = api().expectOne({ method: 'PATCH', url: '/api/people/2' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ name: 'Lin Mei-Hua' }, '"4"']);
    call.flush({ code: 'changed_meanwhile' }, { status: 412, statusText: '' });
    await settle();
    api().expectOne('/api/people/accounts').flush({ items: [{ ...lin, version: 7 }] });
    await settle();
    expect(document.querySelector('t-form-failure')?.textContent).toContain('Somebody changed this');
    await press('Save');
    expect(api().expectOne({ method: 'PATCH', url: '/api/people/2' }).request.headers.get('If-Match')).toBe('"7"');
  });

  test('asks before it switches an account off, and never offers it for oneself', async () => {
    await open();
    await choose('Lin Mei', 'Switch off');
    api().expectNone({ method: 'PATCH' });
    await press('Switch off');
    const call = api().expectOne({ method: 'PATCH', url: '/api/people/2' });
    expect(call.request.body).toEqual({ isDisabled: true });
    call.flush({ ...lin, state: 'disabled' });
    await settle();
    flushLists();
    const mine = await whole.getHarness(MatMenuHarness.with({ selector: '[aria-label="Actions for Chen Wei"]' }));
    await mine.open();
    expect(await Promise.all((await mine.getItems()).map((item) => item.getText()))).toEqual(['Edit', 'Link for a new password', 'Sign out everywhere', 'Working time and absence', 'Hand over contacts']);
  });

  test('gives a link for a new password', async () => {
    await open();
    await choose('Lin Mei', 'Link for a new password');
    api().expectOne({ method: 'POST', url: '/api/people/2/invitation' }).flush({ ...invited, person: lin });
    await settle();
    expect(document.querySelector('t-link-sheet')?.textContent).toContain('sign in as lin@example.com');
  });

  test('says so when the list can not be read, and tries again', async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTesting({ settings: settingsTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ rights: ['people.manage'] }));
    fixture = TestBed.createComponent(PeoplePage);
    document.body.append(fixture.nativeElement as HTMLElement);
    whole = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settle();
    api().expectOne('/api/people/accounts').flush({ code: 'database_unavailable' }, { status: 503, statusText: '' });
    await settle();
    expect(document.querySelector('t-state')?.textContent).toContain('The database is not ready');
    // A harness would wait for the answer that comes only after the click.
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Try again')?.click();
    await settle();
    flushLists();
    await settle();
    expect(rows()).toHaveLength(3);
  });
});
