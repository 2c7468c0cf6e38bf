import { EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { I18n, ScopeLoaders } from './i18n';
import { LANGUAGES } from './languages';

const coreTexts: ScopeLoaders = {
  en: () => import('./en.json'), 'zh-Hans': () => import('./zh-Hans.json'), 'zh-Hant': () => import('./zh-Hant.json'),
};

/** Translations for the application: the engine, the root texts and the scopes that every page needs. */
export function provideI18n(scopes: Record<string, ScopeLoaders>): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTranslations(),
    provideAppInitializer(async () => {
      const i18n = inject(I18n);
      await Promise.all([i18n.add('', coreTexts), ...Object.entries(scopes).map(([scope, loaders]) => i18n.add(scope, loaders))]);
      await i18n.use(i18n.language());
    }),
  ]);
}

/** The translation engine alone. */
export function provideTranslations(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...LANGUAGES], defaultLang: 'en', reRenderOnLangChange: false, prodMode: true, missingHandler: { logMissingKey: false, allowEmpty: true } },
    }),
  ]);
}
