import type { Language } from './languages';

/** The name of a channel, stage, tier … in the languages in which somebody gave one. */
export interface LocalisedNames { en?: string; zhHans?: string; zhHant?: string }

// The other Chinese script is nearer to a reader of Chinese than English is.
const FALLBACK: Record<Language, readonly (keyof LocalisedNames)[]> = {
  en: ['en', 'zhHans', 'zhHant'], 'zh-Hans': ['zhHans', 'zhHant', 'en'], 'zh-Hant': ['zhHant', 'zhHans', 'en'],
};

/** The name for a reader of the language: their own, then the nearest that is not blank. */
export function nameIn(names: LocalisedNames, language: Language): string {
  return FALLBACK[language].map((key) => names[key]?.trim()).find(Boolean) ?? '';
}
