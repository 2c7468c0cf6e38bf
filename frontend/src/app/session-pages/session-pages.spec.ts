import { Type } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { Session } from '../core/session';
import { Invitation } from './invitation';
import { Setup } from './setup';
import { SignIn } from './sign-in';
import { sessionPagesTexts } from './texts';

const open = async <T>(part: Type<T>, inputs: Record<string, unknown> = {}): Promise<ComponentFixture<T>> => {
  TestBed.configureTestingModule({ providers: [provideTesting({ sessionPages: sessionPagesTexts })] });
  await ready();
  jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  const fixture = TestBed.createComponent(part);
  document.body.append(fixture.nativeElement as HTMLElement);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await settle();
  return fixture;
};
const page = (): HTMLElement => document.body;
const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('mat-label')].find(({ textContent }) => textContent?.startsWith(label));
  return found?.closest('mat-form-field')?.querySelector('input') as HTMLInputElement;
};
const type = (label: string, text: string): void => { field(label).value = text; field(label).dispatchEvent(new Event('input')); };
const press = async (label: string): Promise<void> => {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)?.click();
  await settle();
};
const wentTo = (): unknown => (TestBed.inject(Router).navigateByUrl as jest.Mock).mock.lastCall?.[0];
afterEach(() => { document.body.innerHTML = ''; });

describe('signing in', () => {
  test('leads to where the person wanted to go', async () => {
    await open(SignIn, { next: '/customers' });
    api().expectOne('/api/setup').flush({ isNeeded: false });
    type('E-mail', ' chen@example.com ');
    type('Password', 'correct horse');
    await press('Sign in');
    const call = api().expectOne('/api/session');
    expect(call.request.body).toEqual({ email: 'chen@example.com', password: 'correct horse' });
    call.flush(aSession());
    await settle();
    expect([wentTo(), TestBed.inject(Session).isSignedIn()]).toEqual(['/customers', true]);
  });

  test('never leads to another site', async () => {
    await open(SignIn, { next: '//evil.example' });
    api().expectOne('/api/setup').flush({ isNeeded: false });
    type('E-mail', 'a@example.com');
    type('Password', 'x');
    await press('Sign in');
    api().expectOne('/api/session').flush(aSession());
    await settle();
    expect(wentTo()).toBe('/');
  });

  test('says what is missing and what is wrong, and keeps what was typed', async () => {
    await open(SignIn);
    api().expectOne('/api/setup').flush({ isNeeded: false });
    await press('Sign in');
    expect(page().querySelectorAll('mat-error')[0]?.textContent).toBe('Fill this in');
    type('E-mail', 'a@example.com');
    type('Password', 'x');
    await press('Sign in');
    api().expectOne('/api/session').flush({ code: 'wrong_credentials' }, { status: 401, statusText: '' });
    await settle();
    expect(page().querySelector('[role=alert]')?.textContent).toBe('E-mail or password is wrong.');
    expect(field('E-mail').value).toBe('a@example.com');
  });

  test('leads to the setup while there is nobody yet', async () => {
    await open(SignIn);
    api().expectOne('/api/setup').flush({ isNeeded: true });
    await settle();
    expect(wentTo()).toBe('/setup');
  });
});

describe('setting up', () => {
  test('puts what the server refuses beside its field', async () => {
    await open(Setup);
    api().expectOne('/api/setup').flush({ isNeeded: true });
    await settle();
    type('One-time code', 'ABCD');
    type('Name of the organisation', 'Harbour Instruments');
    type('Your name', 'Chen Wei');
    type('E-mail', 'chen@example.com');
    type('Password', 'short');
    await press('Set up');
    const call = api().expectOne({ method: 'POST', url: '/api/setup' });
    expect(call.request.body).toMatchObject({ code: 'ABCD', organisationName: 'Harbour Instruments', language: 'en' });
    call.flush({ code: 'invalid_input', errors: [{ field: 'password', code: 'too_short', params: { min: 10 } }] }, { status: 422, statusText: '' });
    await settle();
    expect([...page().querySelectorAll('mat-error')].map(({ textContent }) => textContent)).toEqual(['At least 10 characters']);
  });

  test('is closed once somebody did it', async () => {
    await open(Setup);
    api().expectOne('/api/setup').flush({ isNeeded: false });
    await settle();
    expect(page().querySelector('h1')?.textContent).toBe('Tangent is set up already');
    expect(page().querySelector('form')).toBeNull();
  });
});

describe('an invitation', () => {
  test('asks for name and password and starts at once', async () => {
    await open(Invitation, { token: 'secret' });
    api().expectOne('/api/invitations/secret').flush({ name: 'Lin Fang', email: 'lin@example.com', organisationName: 'Harbour Instruments', language: 'en', timeZone: 'Asia/Shanghai', isNew: true });
    await settle();
    expect([page().querySelector('h1')?.textContent, field('Your name').value]).toEqual(['Join Harbour Instruments', 'Lin Fang']);
    type('Password', 'correct horse');
    await press('Join');
    const call = api().expectOne('/api/invitations/secret/acceptance');
    expect(call.request.body).toMatchObject({ name: 'Lin Fang', password: 'correct horse', language: 'en' });
    call.flush(aSession());
    await settle();
    expect([wentTo(), TestBed.inject(Session).isSignedIn()]).toEqual(['/', true]);
  });

  test('that is over says so', async () => {
    await open(Invitation, { token: 'old' });
    api().expectOne('/api/invitations/old').flush({ code: 'gone' }, { status: 410, statusText: '' });
    await settle();
    expect(page().querySelector('h1')?.textContent).toBe('This link does not work any more');
  });
});
