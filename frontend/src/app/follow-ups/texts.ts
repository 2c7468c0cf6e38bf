import type { ScopeLoaders } from '../core/i18n';

/** Texts of the timeline and its records. */
export const followUpsTexts: ScopeLoaders = {
  en: () => import('./i18n/en.json'), 'zh-Hans': () => import('./i18n/zh-Hans.json'), 'zh-Hant': () => import('./i18n/zh-Hant.json'),
};
