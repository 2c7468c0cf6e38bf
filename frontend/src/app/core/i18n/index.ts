export { I18n, type ScopeLoaders, type TextValues, type Translate } from './i18n';
export { LANGUAGES, LANGUAGE_NAMES, isLanguage, languageFor, preferredLanguage, type Language } from './languages';
export { nameIn, type LocalisedNames } from './names';
export { provideI18n } from './provide';
export { scoped } from './scoped';
