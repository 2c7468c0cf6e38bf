import type { ScopeLoaders } from '../../core/i18n';

/** Texts of merging two customers. */
export const mergingTexts: ScopeLoaders = {
  en: () => import('./i18n/en.json'), 'zh-Hans': () => import('./i18n/zh-Hans.json'), 'zh-Hant': () => import('./i18n/zh-Hant.json'),
};
