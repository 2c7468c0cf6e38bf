import { Component, computed, inject, input } from '@angular/core';
import { FormControl, FormRecord, ReactiveFormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { View } from '../../core/api';
import { Errors } from '../../core/errors';
import { LocalDate } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { DateField } from '../../ui/date-field';
import { FieldTexts } from '../field-texts';
import { FieldValue } from './customer-form';

/** The organisation's own fields, each in the way of its kind; those that are required say so. */
@Component({
  selector: 't-custom-fields',
  imports: [DateField, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule],
  template: `
    <div class="t-form-row">
      @for (field of fields(); track field.id) {
        @if (fieldControl(field.key); as control) {
          @if (field.kind === 'date') {
            <t-date-field [label]="labelOf(field)" [control]="dateControl(field.key)" />
          } @else {
            <mat-form-field appearance="outline" subscriptSizing="dynamic">
              <mat-label>{{ labelOf(field) }}</mat-label>
              @switch (field.kind) {
                @case ('number') { <input matInput type="number" step="any" autocomplete="off" [formControl]="control" /> }
                @case ('text') { <input matInput autocomplete="off" maxlength="2000" [formControl]="control" /> }
                @case ('boolean') {
                  <mat-select [formControl]="control"><mat-option [value]="null">–</mat-option><mat-option [value]="true">{{ t('common.yes') }}</mat-option><mat-option [value]="false">{{ t('common.no') }}</mat-option></mat-select>
                }
                @case ('choice') {
                  <mat-select [formControl]="control"><mat-option [value]="null">–</mat-option>@for (choice of field.choices; track choice.key) { <mat-option [value]="choice.key">{{ names.name(choice) }}</mat-option> }</mat-select>
                }
              }
              <mat-error>{{ errors.ofControl(control) }}</mat-error>
            </mat-form-field>
          }
        }
      }
    </div>
  `,
})
export class CustomFields {
  /** The values of the form by field key. */
  readonly record = input.required<FormRecord<FormControl<FieldValue>>>();

  private readonly vocabulary = inject(Vocabulary);
  protected readonly names = inject(FieldTexts);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly fields = computed(() => this.vocabulary.choices('fields'));

  protected fieldControl(key: string): FormControl<FieldValue> | undefined {
    return this.record().controls[key];
  }

  protected dateControl(key: string): FormControl<LocalDate | null> {
    return this.record().controls[key] as FormControl<LocalDate | null>;
  }

  protected labelOf(field: View<'FieldView'>): string {
    return field.isRequired ? `${this.names.name(field)} *` : this.names.name(field);
  }
}
