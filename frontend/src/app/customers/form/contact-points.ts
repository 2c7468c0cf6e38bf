import { Component, computed, inject, input } from '@angular/core';
import { FormArray, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { PointForm, pointForm } from './customer-form';
import { moveRowUp, rowsOf } from './rows';

const KINDS = ['phone', 'email', 'wechat', 'other'] as const;
const VALIDITIES = ['unknown', 'ok', 'suspect', 'invalid'] as const;
const MOST = 20;

/** Telephone numbers, addresses and the like in the order in which they are tried, each with what is known of its validity. */
@Component({
  selector: 't-contact-points',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, MatSelectModule, ReactiveFormsModule],
  template: `
    @for (point of rows(); track point; let i = $index) {
      <div class="row" [formGroup]="point">
        <mat-form-field class="kind" appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.form.pointKind') }}</mat-label>
          <mat-select formControlName="kind">@for (kind of kinds(); track kind.value) { <mat-option [value]="kind.value">{{ kind.label }}</mat-option> }</mat-select>
        </mat-form-field>
        <mat-form-field class="value" appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.points.' + point.controls.kind.value) }}</mat-label>
          <input matInput autocomplete="off" maxlength="254" formControlName="value" [type]="point.controls.kind.value === 'phone' ? 'tel' : 'text'" [inputMode]="point.controls.kind.value === 'email' ? 'email' : 'text'" (input)="retype(point)" />
          <mat-error>{{ errors.ofControl(point.controls.value) }}</mat-error>
        </mat-form-field>
        <mat-form-field class="validity" appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.validity.title') }}</mat-label>
          <mat-select formControlName="validity">@for (validity of validities(); track validity.value) { <mat-option [value]="validity.value">{{ validity.label }}</mat-option> }</mat-select>
        </mat-form-field>
        <span class="buttons">
          <button matIconButton type="button" [disabled]="i === 0" [attr.aria-label]="t('customers.form.moveUp')" (click)="moveUp(i)"><mat-icon svgIcon="keyboard_arrow_up" /></button>
          <button matIconButton type="button" [attr.aria-label]="t('customers.form.remove', { name: point.controls.value.value || t('customers.points.' + point.controls.kind.value) })" (click)="remove(i)"><mat-icon svgIcon="close" /></button>
        </span>
      </div>
    }
    @if (rows().length < most) {
      <p class="add">@for (kind of kinds(); track kind.value) { <button matButton type="button" (click)="add(kind.value)"><mat-icon svgIcon="add" />{{ kind.label }}</button> }</p>
    }
  `,
  styleUrl: './rows.scss',
})
export class ContactPoints {
  /** The rows of the form. */
  readonly list = input.required<FormArray<PointForm>>();

  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly most = MOST;
  protected readonly rows = rowsOf(this.list);
  protected readonly kinds = computed(() => KINDS.map((value) => ({ value, label: this.t(`customers.points.${value}`) })));
  protected readonly validities = computed(() => VALIDITIES.map((value) => ({ value, label: this.t(`customers.validity.${value}`) })));

  protected add(kind: (typeof KINDS)[number]): void {
    this.list().push(pointForm(kind));
    this.list().markAsDirty();
  }

  protected remove(index: number): void {
    this.list().removeAt(index);
    this.list().markAsDirty();
  }

  protected moveUp(index: number): void {
    moveRowUp(this.list(), index);
  }

  // A new value was never tried, whatever was known of the one before.
  protected retype({ controls }: PointForm): void {
    if (controls.validity.pristine && controls.validity.value !== 'unknown') controls.validity.setValue('unknown');
  }
}
