import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentProviders, Provider, inject, provideAppInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { View, expiredSessionInterceptor } from '../app/core/api';
import { I18n, Language, ScopeLoaders } from '../app/core/i18n';
import coreTexts from '../app/core/i18n/en.json';
import { provideTranslations } from '../app/core/i18n/provide';
import { Icons } from '../app/core/icons';
import { pageIcons } from '../app/core/icons/page-icons';
import { shellIcons } from '../app/core/icons/shell-icons';
import { Session } from '../app/core/session';
import { shellTexts } from '../app/shell/texts';
import { uiTexts } from '../app/ui/texts';

/** A session of a sales person in Shanghai; override what a test is about. */
export function aSession(change: { person?: Partial<View<'SessionView'>['person']>; rights?: View<'SessionView'>['rights']; organisation?: Partial<View<'SessionView'>['organisation']> } = {}): View<'SessionView'> {
  return {
    person: { id: '1', name: 'Chen Wei', email: 'chen@example.com', language: 'en', timeZone: 'Asia/Shanghai', theme: 'system', roles: ['sales'], teamId: null, ...change.person },
    rights: change.rights ?? [],
    organisation: { name: 'Harbour Instruments', timeZone: 'Asia/Shanghai', currency: 'CNY', weekStartsOn: 1, isDemo: false, today: '2026-03-04', ...change.organisation },
  };
}

/** What every frontend test needs: texts of core, ui, shell and the given scopes, a fake API, a router, icons. */
export function provideTesting(scopes: Record<string, ScopeLoaders> = {}): (Provider | EnvironmentProviders)[] {
  return [
    provideTranslations(),
    provideHttpClient(withInterceptors([expiredSessionInterceptor])),
    provideHttpClientTesting(),
    provideRouter([]),
    provideAppInitializer(async () => {
      const i18n = inject(I18n);
      const icons = inject(Icons);
      icons.add(shellIcons);
      icons.add(pageIcons);
      await i18n.add('', rootTexts);
      await Promise.all(Object.entries({ ui: uiTexts, shell: shellTexts, ...scopes }).map(([scope, loaders]) => i18n.add(scope, loaders)));
    }),
  ];
}

/** Waits until texts are loaded, then signs a person in where one is given. */
export async function ready(session?: View<'SessionView'>, language: Language = 'en'): Promise<void> {
  TestBed.inject(I18n);
  await settle();
  if (session) await TestBed.inject(Session).accept(session);
  if (language !== 'en') await TestBed.inject(I18n).use(language);
}

/** The fake API. */
export function api(): HttpTestingController {
  return TestBed.inject(HttpTestingController);
}

/** Lets promises and change detection come to rest. */
export async function settle(): Promise<void> {
  TestBed.tick();
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

const rootTexts: ScopeLoaders = {
  en: () => Promise.resolve({ default: coreTexts }),
  'zh-Hans': () => import('../app/core/i18n/zh-Hans.json'),
  'zh-Hant': () => import('../app/core/i18n/zh-Hant.json'),
};
