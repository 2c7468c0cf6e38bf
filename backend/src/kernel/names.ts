import { invalid } from './errors.ts';

/** The languages of the product as BCP 47 tags, in the order of the menu. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** Language in which a person uses the product. */
export type Language = (typeof LANGUAGES)[number];

/** The name of a channel, stage, tier … in the languages in which somebody gave one: at least one. */
export interface LocalisedNames {
  readonly en?: string;
  readonly zhHans?: string;
  readonly zhHant?: string;
}

// The other Chinese script is nearer to a reader of Chinese than English is.
const FALLBACK: Readonly<Record<Language, readonly (keyof LocalisedNames)[]>> = {
  en: ['en', 'zhHans', 'zhHant'],
  'zh-Hans': ['zhHans', 'zhHant', 'en'],
  'zh-Hant': ['zhHant', 'zhHans', 'en'],
};

/** Whether the value is the tag of a language of the product. */
export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

/** Trims the names and drops the blank ones; refuses with `name_required` beside `field` when none is left. */
export function localisedNames(names: LocalisedNames, field = 'names'): LocalisedNames {
  const given = FALLBACK.en.flatMap((key) => {
    const name = names[key]?.trim();
    return name ? [[key, name] as const] : [];
  });
  if (given.length === 0) throw invalid(field, 'name_required');
  return Object.fromEntries(given);
}

/** The name to show to a reader of the language: their own, then the nearest that is not blank; empty only if there is none at all. */
export function nameIn(names: LocalisedNames, language: Language): string {
  return FALLBACK[language].map((key) => names[key]?.trim()).find(Boolean) ?? '';
}
