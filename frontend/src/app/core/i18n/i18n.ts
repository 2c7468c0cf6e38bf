import { Injectable, inject, signal } from '@angular/core';
import { Translation, TranslocoService } from '@jsverse/transloco';
import { Language, isLanguage, preferredLanguage } from './languages';

/** Imports the texts of one scope, a file per language. */
export type ScopeLoaders = Record<Language, () => Promise<{ default: Translation }>>;

/** Values put into a text; `count` also chooses the plural form (`key_one`, `key_other`). */
export type TextValues = Record<string, string | number | null | undefined>;

/** Looks a text up; reads signals, so templates and computed values follow the language. */
export type Translate = (key: string, values?: TextValues) => string;

const STORED = 'tangent.language';

/** The person's language and the texts of the scopes that were loaded so far. */
@Injectable({ providedIn: 'root' })
export class I18n {
  private readonly transloco = inject(TranslocoService);
  private readonly scopes = new Map<string, ScopeLoaders>();
  private readonly loads = new Map<string, Promise<void>>();
  private readonly active = signal<Language>(storedLanguage());
  private readonly revision = signal(0);

  /** The language in use. */
  readonly language = this.active.asReadonly();

  /** The text for a key such as 'customers.title'; empty while its scope is not loaded. */
  readonly t: Translate = (key, values) => {
    this.revision();
    const language = this.active();
    const found = this.formOf(key, values, language);
    return found === undefined ? '' : this.transloco.translate(found, values ?? {}, language);
  };

  /** Whether there is a text for the key in the language in use. */
  has(key: string): boolean {
    this.revision();
    return this.formOf(key, undefined, this.active()) !== undefined;
  }

  /** Makes a scope known and loads it in the language in use; repeated calls share one load. The name '' puts texts at the root. */
  add(scope: string, loaders: ScopeLoaders): Promise<void> {
    this.scopes.set(scope, loaders);
    return this.load(scope, this.active());
  }

  /** Changes the language once all scopes in use are there in it, so that no page shows two languages. */
  async use(language: Language): Promise<void> {
    await Promise.all([...this.scopes.keys()].map((scope) => this.load(scope, language)));
    this.active.set(language);
    this.transloco.setActiveLang(language);
    document.documentElement.lang = language;
    localStorage.setItem(STORED, language);
  }

  private load(scope: string, language: Language): Promise<void> {
    const name = `${scope}/${language}`;
    const load = this.loads.get(name) ?? this.fetch(scope, language).catch((error: unknown) => {
      this.loads.delete(name);
      throw error;
    });
    this.loads.set(name, load);
    return load;
  }

  private async fetch(scope: string, language: Language): Promise<void> {
    const file = await this.scopes.get(scope)?.[language]();
    const texts = file?.default ?? {};
    this.transloco.setTranslation(scope === '' ? texts : { [scope]: texts }, language, { merge: true });
    this.revision.update((n) => n + 1);
  }

  private formOf(key: string, values: TextValues | undefined, language: Language): string | undefined {
    const texts = this.transloco.getTranslation(language);
    const count = values?.['count'];
    if (typeof count === 'number') {
      const form = `${key}_${pluralRules(language).select(count)}`;
      if (form in texts) return form;
      if (`${key}_other` in texts) return `${key}_other`;
    }
    return key in texts ? key : undefined;
  }
}

const rules = new Map<Language, Intl.PluralRules>();

function pluralRules(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  return isLanguage(stored) ? stored : preferredLanguage(navigator.languages);
}

