import { Component, inject, input } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Errors } from '../core/errors';
import type { LocalDate } from '../core/format';
import { provideLocalDates } from './local-date-adapter';

/** A day, typed or picked; its control holds 'YYYY-MM-DD' or null. */
@Component({
  selector: 't-date-field',
  imports: [MatDatepickerModule, MatFormFieldModule, MatInput, ReactiveFormsModule],
  providers: [provideLocalDates()],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input matInput autocomplete="off" [matDatepicker]="picker" [min]="min()" [max]="max()" [formControl]="control()" />
      <mat-datepicker-toggle matIconSuffix [for]="picker" />
      <mat-datepicker #picker />
      @if (hint()) {
        <mat-hint>{{ hint() }}</mat-hint>
      }
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class DateField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<LocalDate | null>>();

  /** The first day allowed. */
  readonly min = input<LocalDate | null>(null);

  /** The last day allowed. */
  readonly max = input<LocalDate | null>(null);

  /** A line below the field. */
  readonly hint = input('');

  protected readonly errors = inject(Errors);
}
