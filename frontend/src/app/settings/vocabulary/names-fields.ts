import { Component, computed, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Errors } from '../../core/errors';
import { I18n, LANGUAGES, LANGUAGE_NAMES, Language } from '../../core/i18n';
import type { NamesForm } from './entry-form';

const CONTROL: Record<Language, keyof NamesForm['controls']> = { en: 'en', 'zh-Hans': 'zhHans', 'zh-Hant': 'zhHant' };

/** Names in the three languages, the person's own first. */
@Component({
  selector: 't-names-fields',
  imports: [MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <fieldset [formGroup]="names()" [attr.data-invalid]="isWrong() || null" tabindex="-1">
      <legend [class.t-hidden]="isLegendHidden()">{{ legend() }}</legend>
      <div class="names">
        @for (language of languages(); track language) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ labels[language] }}</mat-label>
            <input matInput autocomplete="off" [attr.lang]="language" [formControlName]="control[language]" />
            <mat-error>{{ errors.ofControl(names().controls[control[language]]) }}</mat-error>
          </mat-form-field>
        }
      </div>
      @if (isWrong()) {
        <p class="wrong" role="alert">{{ errors.ofControl(names()) }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--t-2); font: var(--t-text-medium); }
    .names { display: grid; align-items: start; gap: var(--t-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr)); }
    .wrong { margin-top: var(--t-1); color: var(--mat-sys-error); font: var(--t-text-s); }
  `,
})
export class NamesFields {
  /** The form of the names. */
  readonly names = input.required<NamesForm>();

  /** What is named. */
  readonly legend = input.required<string>();

  /** Whether only screen readers are told what is named. */
  readonly isLegendHidden = input(false);

  protected readonly errors = inject(Errors);
  private readonly i18n = inject(I18n);
  protected readonly labels = LANGUAGE_NAMES;
  protected readonly control = CONTROL;
  protected readonly languages = computed(() => [...LANGUAGES].sort((a, b) => Number(b === this.i18n.language()) - Number(a === this.i18n.language())));

  protected isWrong(): boolean {
    // Read for its signals, so that this follows the form.
    return this.errors.ofControl(this.names()) !== '' && this.names().touched;
  }
}
