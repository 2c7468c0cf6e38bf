import { TestBed } from '@angular/core/testing';
import { Router, UrlTree } from '@angular/router';
import { aSession, api, provideTesting, ready } from '../../../testing';
import { I18n } from '../i18n';
import { Theme } from '../theme';
import { needs, signedIn } from './guards';
import { Right, Session } from './session';

describe('the session', () => {
  let session: Session;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready();
    session = TestBed.inject(Session);
  });

  test('brings the person’s language, theme and rights', async () => {
    const load = session.load();
    api().expectOne('/api/session').flush(aSession({ person: { language: 'zh-Hans', theme: 'dark' }, rights: ['reports.see'] }));
    await load;
    expect(session.person()?.name).toBe('Chen Wei');
    expect([session.can('reports.see'), session.can('people.manage')]).toEqual([true, false]);
    expect(TestBed.inject(I18n).language()).toBe('zh-Hans');
    expect([TestBed.inject(Theme).choice(), document.documentElement.dataset['theme']]).toEqual(['dark', 'dark']);
  });

  test('nobody signed in is no problem; a server that can not be reached is one', async () => {
    const load = session.load();
    api().expectOne('/api/session').flush(null, { status: 401, statusText: '' });
    await load;
    expect([session.isSignedIn(), session.problem()]).toEqual([false, undefined]);
    const again = session.load();
    api().expectOne('/api/session').error(new ProgressEvent('error'));
    await again;
    expect(session.problem()?.code).toBe('offline');
  });

  test('signing out ends it', async () => {
    await session.accept(aSession());
    const out = session.signOut();
    api().expectOne({ method: 'DELETE', url: '/api/session' }).flush(null, { status: 204, statusText: '' });
    await out;
    expect(session.person()).toBeUndefined();
  });

  test('visitors are sent to sign in, and back afterwards', () => {
    const to = (url: string): unknown => TestBed.runInInjectionContext(() => signedIn({} as never, { url } as never));
    expect(TestBed.inject(Router).serializeUrl(to('/customers?stage=won') as UrlTree)).toBe('/sign-in?next=%2Fcustomers%3Fstage%3Dwon');
    expect(TestBed.inject(Router).serializeUrl(to('/') as UrlTree)).toBe('/sign-in');
  });

  test('a page behind a right does not exist for others', async () => {
    await session.accept(aSession({ rights: ['reports.see'] }));
    const has = (right: Right): unknown => TestBed.runInInjectionContext(() => needs(right)({}, [], {} as never));
    expect([has('reports.see'), has('people.manage')]).toEqual([true, false]);
  });
});
