import { Component, inject, input, resource, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Errors } from '../../core/errors';
import type { SuggestedField } from '../list/suggest-filter';

const PAUSE_MS = 150;

/** A text that others may have typed before: what is in use is offered, anything else is welcome. */
@Component({
  selector: 't-suggest-field',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input matInput autocomplete="off" maxlength="120" [matAutocomplete]="list" [formControl]="control()" (focus)="typed.set(control().value)" (input)="typed.set(control().value)" />
      <mat-autocomplete #list="matAutocomplete">
        @for (value of found.hasValue() ? found.value() : []; track value) {
          <mat-option [value]="value">{{ value }}</mat-option>
        }
      </mat-autocomplete>
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class SuggestField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<string>>();

  /** Whose values are offered. */
  readonly field = input.required<SuggestedField>();

  private readonly api = inject(Api);
  protected readonly errors = inject(Errors);
  protected readonly typed = signal<string | undefined>(undefined);
  protected readonly found = resource({
    params: () => { const q = this.typed(); return q === undefined ? undefined : { field: this.field(), q: q.trim().slice(0, 60) }; },
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, params.q ? PAUSE_MS : 0));
      return abortSignal.aborted ? [] : (await this.api.get('/api/customers/suggestions', { query: params })).items;
    },
  });
}
