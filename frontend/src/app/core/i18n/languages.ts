/** The languages of the product, as BCP 47 tags. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** One of the product's languages. */
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' };

/** Whether a text names one of the product's languages. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The product's language nearest to a browser's tag; undefined where none is near. */
export function languageFor(tag: string): Language | undefined {
  if (isLanguage(tag)) return tag;
  const lower = tag.toLowerCase();
  if (lower.startsWith('en')) return 'en';
  if (!lower.startsWith('zh')) return undefined;
  return /hant|-(tw|hk|mo)/.test(lower) ? 'zh-Hant' : 'zh-Hans';
}

/** The first language a browser asks for that the product has, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageFor(tag);
    if (language) return language;
  }
  return 'en';
}
