import type { ScopeLoaders } from '../../core/i18n';

/** Texts of cadences. */
export const cadencesTexts: ScopeLoaders = {
  en: () => import('./i18n/en.json'), 'zh-Hans': () => import('./i18n/zh-Hans.json'), 'zh-Hant': () => import('./i18n/zh-Hant.json'),
};
