import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTesting, ready } from '../../../testing';
import { I18n, ScopeLoaders } from './i18n';
import { scoped } from './scoped';

@Component({ template: 'home' })
class Home {}

@Component({ template: 'door' })
class Door {}

const texts = (word: string): ScopeLoaders => { const load = (): Promise<{ default: object }> => Promise.resolve({ default: { word } }); return { en: load, 'zh-Hans': load, 'zh-Hant': load }; };

test('each feature opens with its texts, and none takes the home page away from the next', async () => {
  const routes = [...scoped('door', texts('Door'), [{ path: 'door', component: Door }]), ...scoped('home', texts('Home'), [{ path: '', pathMatch: 'full', component: Home }])];
  TestBed.configureTestingModule({ providers: [provideTesting(), provideRouter(routes)] });
  await ready();
  const harness = await RouterTestingHarness.create('/');
  expect(harness.routeNativeElement?.textContent).toBe('home');
  expect(TestBed.inject(I18n).t('home.word')).toBe('Home');
  await harness.navigateByUrl('/door');
  expect([harness.routeNativeElement?.textContent, TestBed.inject(I18n).t('door.word')]).toEqual(['door', 'Door']);
});
