import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { Router } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { Api, SessionExpiry } from '../core/api';
import { I18n } from '../core/i18n';
import { Shortcuts } from '../core/shortcuts';
import { Shell } from './shell';
import { SignInAgain } from './sign-in-again';

@Component({ template: '' })
class Page { constructor() { TestBed.inject(SignInAgain).watch(); } }

const open = async (session = aSession()): Promise<HTMLElement> => {
  TestBed.configureTestingModule({ providers: [provideTesting()] });
  await ready(session);
  const fixture = TestBed.createComponent(Shell);
  document.body.append(fixture.nativeElement as HTMLElement);
  await settle();
  return fixture.nativeElement as HTMLElement;
};

describe('the shell', () => {
  test('leads to the pages and speaks the person’s language, switched without a reload', async () => {
    const shell = await open();
    const names = (): string[] => [...shell.querySelectorAll('nav a')].map(({ textContent }) => textContent.trim());
    expect(names().slice(0, 3)).toEqual(['My day', 'Customers', 'Schedule']);
    await TestBed.inject(I18n).use('zh-Hant');
    await settle();
    expect(names().slice(0, 3)).toEqual(['今天', '客戶', '日程']);
  });

  test('offers Log contact as soon as a feature can do it', async () => {
    const shell = await open();
    const buttons = (): NodeListOf<HTMLButtonElement> => shell.querySelectorAll('button[aria-label="Log contact"]');
    expect(buttons()).toHaveLength(0);
    let logged = 0;
    TestBed.inject(Shortcuts).register({ id: 'log-contact', keys: 'n', label: 'shell.logContact', run: () => { logged++; } });
    await settle();
    buttons()[0]?.click();
    expect([buttons().length, logged]).toEqual([2, 1]);
  });

  test('labels sample data', async () => {
    expect((await open(aSession({ organisation: { isDemo: true } }))).textContent).toContain('Sample data');
    document.body.innerHTML = '';
  });

  test('goes to a page by two keys', async () => {
    await open();
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    for (const key of ['g', 'c']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(go).toHaveBeenCalledWith('/customers');
  });

  test('the person’s menu changes the theme and signs out', async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready(aSession());
    const fixture = TestBed.createComponent(Shell);
    await settle();
    const menu = (await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatMenuHarness)).at(-1);
    await menu?.open();
    await menu?.clickItem({ text: /Theme/ }, { text: /Dark/ });
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await menu?.open();
    await menu?.clickItem({ text: /Sign out/ });
    api().expectOne({ method: 'DELETE', url: '/api/session' });
  });
});

test('an expired session is renewed over the page and the call goes on', async () => {
  TestBed.configureTestingModule({ providers: [provideTesting()] });
  await ready(aSession());
  const fixture = TestBed.createComponent(Page);
  TestBed.runInInjectionContext(() => undefined);
  const answer = TestBed.inject(Api).delete('/api/session');
  api().expectOne('/api/session').flush(null, { status: 401, statusText: '' });
  await settle();
  await settle();
  const dialog = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatDialogHarness);
  expect(await dialog.getText()).toContain('Everything you typed is still here.');
  const password = document.querySelector<HTMLInputElement>('mat-dialog-container input[type=password]');
  if (password) { password.value = 'correct horse'; password.dispatchEvent(new Event('input')); }
  document.querySelector<HTMLButtonElement>('mat-dialog-container button[type=submit]')?.click();
  await settle();
  const call = api().expectOne({ method: 'POST', url: '/api/session' });
  expect(call.request.body).toEqual({ email: 'chen@example.com', password: 'correct horse' });
  call.flush(aSession());
  await settle();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(TestBed.inject(SessionExpiry).isAsking()).toBe(false);
  api().expectOne({ method: 'DELETE', url: '/api/session' }).flush(null, { status: 204, statusText: '' });
  await expect(answer).resolves.toBeNull();
});
