import { Component, inject, input } from '@angular/core';
import { I18n, LANGUAGES, LANGUAGE_NAMES } from '../core/i18n';

/** The frame of pages before signing in: the product's name, a form, the choice of language. */
@Component({
  selector: 't-visitor-frame',
  template: `
    <main>
      <p class="brand"><svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="14" cy="19" r="6.5" /><path d="M5.5 10.5h21" /><circle class="dot" cx="14" cy="10.5" r="2.4" /></svg>{{ t('shell.product') }}</p>
      <h1>{{ title() }}</h1>
      <ng-content />
    </main>
    <footer>
      <div role="group" class="languages" [attr.aria-label]="t('shell.language')">
        @for (tag of languages; track tag) {
          <button type="button" [attr.lang]="tag" [attr.aria-pressed]="i18n.language() === tag" (click)="i18n.use(tag)">{{ names[tag] }}</button>
        }
      </div>
    </footer>
  `,
  styleUrl: './visitor-frame.scss',
})
export class VisitorFrame {
  /** What the page is for. */
  readonly title = input.required<string>();

  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
}
