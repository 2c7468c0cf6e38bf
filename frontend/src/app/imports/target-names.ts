import { Injectable, inject } from '@angular/core';
import { I18n, nameIn } from '../core/i18n';
import type { Target } from './mapping-state';

/** The names of what columns can fill, and of the words it can take. */
@Injectable({ providedIn: 'root' })
export class TargetNames {
  private readonly i18n = inject(I18n);

  /** A target's name: a custom field's own, else the product's. */
  of(key: string, targets: readonly Target[]): string {
    const names = targets.find((target) => target.key === key)?.names ?? {};
    const own = nameIn(names, this.i18n.language());
    if (own) return own;
    return this.i18n.has(`imports.targets.${key}`) ? this.i18n.t(`imports.targets.${key}`) : key;
  }

  /** A word's name in the person's language. */
  ofWord({ word, names }: Target['words'][number]): string {
    const own = nameIn(names, this.i18n.language());
    if (own) return word.includes('@') ? `${own} · ${word}` : own;
    return this.i18n.has(`imports.words.${word}`) ? this.i18n.t(`imports.words.${word}`) : word;
  }
}
