import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HarnessLoader } from '@angular/cdk/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Router } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { Session } from '../core/session';
import { browserName } from './browser-name';
import { ProfilePage } from './profile-page';
import { profileTexts } from './texts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const WEEK = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ shifts: day < 6 ? [{ from: '09:00', until: '18:00' }] : [] }));
const session = (id: string, userAgent: string, isCurrent: boolean) => ({ id, createdAt: '2026-03-01T00:00:00Z', lastSeenAt: '2026-03-04T00:00:00Z', userAgent, address: '203.0.113.7', isCurrent });

describe('the profile', () => {
  let whole: HarnessLoader;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting({ profile: profileTexts }), { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } }] });
    await ready(aSession({ person: { roles: ['sales', 'team_lead'], teamId: 't1' } }));
    const fixture = TestBed.createComponent(ProfilePage);
    document.body.append(fixture.nativeElement as HTMLElement);
    whole = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settle();
    flush();
    await settle();
  });
  afterEach(() => { document.body.innerHTML = ''; });

  const flush = (): void => {
    for (const call of api().match('/api/people')) call.flush({ items: [] });
    for (const call of api().match('/api/teams')) call.flush({ items: [{ id: 't1', name: 'North', parentId: null, depth: 0, isArchived: false, peopleCount: 1, version: 1 }] });
    for (const call of api().match(({ url }) => url.startsWith('/api/working-hours/people/'))) call.flush({ week: null, inheritedWeek: WEEK, region: null, inheritedRegion: '', weekFrom: { level: 'default', name: '' }, regionFrom: { level: 'default', name: '' }, canChange: true, version: 0 });
    for (const call of api().match(({ url }) => url === '/api/absences')) call.flush({ items: [{ id: 'a', personId: 'p', personName: 'Chen Wei', from: '2026-03-12', until: '2026-03-17', half: null, kind: 'leave', note: '', canWithdraw: true }] });
    for (const call of api().match({ method: 'GET', url: '/api/profile/sessions' })) call.flush({ items: [session('s1', FIREFOX, true), session('s2', SAFARI, false)] });
  };
  const press = async (text: string): Promise<void> => {
    await (await whole.getAllHarnesses(MatButtonHarness.with({ text }))).at(-1)?.click();
    await settle();
  };
  const type = (selector: string, text: string): void => {
    const input = document.querySelector<HTMLInputElement>(selector);
    if (input) input.value = text;
    input?.dispatchEvent(new Event('input'));
  };
  const choose = async (label: string): Promise<void> => {
    [...document.querySelectorAll('t-segments label')].find(({ textContent }) => textContent.trim() === label)?.querySelector('input')?.click();
    await settle();
  };

  test('says when one works and is away', () => {
    const text = document.querySelector('t-working-time')?.textContent ?? '';
    expect(text).toContain('Mon Tue Wed Thu Fri 09:00–18:00');
    expect(text).toMatch(/12.*–.*16/);
  });

  test('says who one is', () => {
    expect(document.querySelector('.who')?.textContent.replace(/\s+/g, ' ')).toMatch(/Chen Wei *chen@example.com *North · Sales · Team lead/);
  });

  test('changes the language of the page at once and keeps it on the server', async () => {
    await choose('简体中文');
    const call = api().expectOne({ method: 'PATCH', url: '/api/profile' });
    expect(call.request.body).toEqual({ language: 'zh-Hans' });
    call.flush(aSession({ person: { language: 'zh-Hans' } }));
    await settle();
    expect(document.querySelector('h1')?.textContent).toBe('个人设置');
  });

  test('changes the look at once', async () => {
    await choose('Dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    api().expectOne({ method: 'PATCH', url: '/api/profile' }).flush(aSession({ person: { theme: 'dark' } }));
  });

  test('saves name and time zone, only what was touched', async () => {
    type('[formControlName="name"]', 'Chen Wei-Ming');
    await press('Save');
    const call = api().expectOne({ method: 'PATCH', url: '/api/profile' });
    expect(call.request.body).toEqual({ name: 'Chen Wei-Ming' });
    call.flush(aSession({ person: { name: 'Chen Wei-Ming' } }));
    await settle();
    expect(TestBed.inject(Session).person()?.name).toBe('Chen Wei-Ming');
  });

  test('changes the password, says beside the field what is wrong, and forgets what was typed afterwards', async () => {
    type('[formControlName="current"]', 'wrong');
    type('[formControlName="next"]', 'short');
    await press('Change password');
    api().expectNone('/api/profile/password');
    type('[formControlName="next"]', 'a long new secret');
    await press('Change password');
    api().expectOne('/api/profile/password').flush({ code: 'invalid_input', errors: [{ field: 'current', code: 'wrong_password' }] }, { status: 422, statusText: '' });
    await settle();
    expect(document.querySelector('mat-error')?.textContent).toBe('This is not the current password');
    type('[formControlName="current"]', 'right');
    await press('Change password');
    const call = api().expectOne('/api/profile/password');
    expect(call.request.body).toEqual({ current: 'right', next: 'a long new secret' });
    call.flush(null, { status: 204, statusText: '' });
    await settle();
    flush();
    expect(document.querySelector<HTMLInputElement>('[formControlName="next"]')?.value).toBe('');
  });

  test('lists the browsers and signs one out', async () => {
    expect([...document.querySelectorAll('t-open-sessions li')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^Firefox · Windows.*This browser$/), expect.stringMatching(/^Safari · iPhone.*Sign out$/),
    ]);
    await press('Sign out');
    api().expectOne({ method: 'DELETE', url: '/api/profile/sessions/s2' }).flush(null, { status: 204, statusText: '' });
    await settle();
    api().expectOne({ method: 'GET', url: '/api/profile/sessions' }).flush({ items: [session('s1', FIREFOX, true)] });
    await settle();
    expect(document.querySelectorAll('t-open-sessions li')).toHaveLength(1);
  });

  test('signs out everywhere after asking, and leads to the sign-in', async () => {
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    await press('Sign out everywhere');
    api().expectNone({ method: 'DELETE' });
    await press('Sign out everywhere');
    api().expectOne({ method: 'DELETE', url: '/api/profile/sessions' }).flush(null, { status: 204, statusText: '' });
    await settle();
    api().expectOne('/api/session').flush({ code: 'sign_in_required' }, { status: 401, statusText: '' });
    await settle();
    expect([go.mock.lastCall?.[0], TestBed.inject(Session).isSignedIn()]).toEqual(['/sign-in', false]);
  });
});

test.each([
  [FIREFOX, 'Firefox · Windows'],
  [SAFARI, 'Safari · iPhone'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat · Android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge · macOS'],
  ['curl/8', ''],
])('%s is %s', (userAgent, name) => { expect(browserName(userAgent)).toBe(name); });
