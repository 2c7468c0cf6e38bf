import { invalid } from "./errors.js";
/** The languages of the product as BCP 47 tags, in the order of the menu. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'];
// The other Chinese script is nearer to a reader of Chinese than English is.
const FALLBACK = {
    en: ['en', 'zhHans', 'zhHant'],
    'zh-Hans': ['zhHans', 'zhHant', 'en'],
    'zh-Hant': ['zhHant', 'zhHans', 'en'],
};
/** Whether the value is the tag of a language of the product. */
export function isLanguage(value) {
    return LANGUAGES.includes(value);
}
/** Trims the names and drops the blank ones; refuses with `name_required` beside `field` when none is left. */
export function localisedNames(names, field = 'names') {
    const given = FALLBACK.en.flatMap((key) => {
        const name = names[key]?.trim();
        return name ? [[key, name]] : [];
    });
    if (given.length === 0)
        throw invalid(field, 'name_required');
    return Object.fromEntries(given);
}
/** The name to show to a reader of the language: their own, then the nearest that is not blank; empty only if there is none at all. */
export function nameIn(names, language) {
    return FALLBACK[language].map((key) => names[key]?.trim()).find(Boolean) ?? '';
}
