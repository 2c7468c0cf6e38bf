import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatChipInputEvent, MatChipsModule } from '@angular/material/chips';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { startWith, switchMap } from 'rxjs';
import { Api } from '../../core/api';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';

const LONGEST = 60;

/** Words that a customer is marked with; Enter or a comma ends one, tags in use are offered. */
@Component({
  selector: 't-tags-field',
  imports: [MatAutocompleteModule, MatChipsModule, MatFormFieldModule, MatIcon, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <mat-chip-grid #grid [attr.aria-label]="label()" [formControl]="control()">
        @for (tag of tags(); track tag) {
          <mat-chip-row (removed)="remove(tag)">{{ tag }}<button matChipRemove type="button" [attr.aria-label]="t('ui.chip.remove', { name: tag })"><mat-icon svgIcon="close" /></button></mat-chip-row>
        }
      </mat-chip-grid>
      <input #word autocomplete="off" maxlength="60" [matChipInputFor]="grid" [matChipInputSeparatorKeyCodes]="[13, 188]" [matChipInputAddOnBlur]="false" [matAutocomplete]="list" (focus)="typed.set('')" (input)="typed.set(word.value)" (blur)="addTyped(word, list.isOpen)" (matChipInputTokenEnd)="end($event, list.isOpen)" />
      <mat-autocomplete #list="matAutocomplete" (optionSelected)="choose($event, word)">
        @for (tag of offered(); track tag) {
          <mat-option [value]="tag">{{ tag }}</mat-option>
        }
      </mat-autocomplete>
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class TagsField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<string[]>>();

  private readonly api = inject(Api);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly typed = signal<string | undefined>(undefined);
  protected readonly tags = toSignal(toObservable(this.control).pipe(switchMap((control) => control.valueChanges.pipe(startWith(control.value)))), { initialValue: [] });
  private readonly found = resource({
    params: () => { const q = this.typed(); return q === undefined ? undefined : { field: 'tags' as const, q: q.trim().slice(0, LONGEST) }; },
    loader: async ({ params, abortSignal }) => (abortSignal.aborted ? [] : (await this.api.get('/api/customers/suggestions', { query: params })).items),
  });
  protected readonly offered = computed(() => (this.found.hasValue() ? this.found.value() : []).filter((tag) => !this.tags().includes(tag)));

  protected end({ value, chipInput }: MatChipInputEvent, isListOpen: boolean): void {
    // Enter on an offered tag is that tag's.
    if (isListOpen && value.trim() === '') return;
    this.add(value);
    chipInput.clear();
    this.typed.set('');
  }

  protected choose({ option }: MatAutocompleteSelectedEvent, word: HTMLInputElement): void {
    this.add(option.viewValue);
    word.value = '';
    option.deselect();
    this.typed.set('');
  }

  protected addTyped(word: HTMLInputElement, isListOpen: boolean): void {
    if (isListOpen || word.value.trim() === '') return;
    this.add(word.value);
    word.value = '';
  }

  protected remove(tag: string): void {
    this.write(this.tags().filter((other) => other !== tag));
  }

  private add(text: string): void {
    const words = text.split(/[,，]/).map((one) => one.trim().slice(0, LONGEST)).filter(Boolean);
    this.write([...new Set([...this.tags(), ...words])]);
  }

  private write(tags: string[]): void {
    this.control().setValue(tags);
    this.control().markAsDirty();
  }
}
