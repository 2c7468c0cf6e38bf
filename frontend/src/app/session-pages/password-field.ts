import { Component, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';

/** A password field that can show what was typed. */
@Component({
  selector: 't-password-field',
  imports: [MatFormFieldModule, MatIcon, MatIconButton, MatInput, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t('sessionPages.signIn.password') }}</mat-label>
      <input matInput [type]="isShown() ? 'text' : 'password'" [autocomplete]="isNew() ? 'new-password' : 'current-password'" [formControl]="control()" />
      <button matIconButton matSuffix type="button" [attr.aria-label]="isShown() ? t('sessionPages.password.hide') : t('sessionPages.password.show')" [attr.aria-pressed]="isShown()" (click)="isShown.set(!isShown())">
        <mat-icon [svgIcon]="isShown() ? 'visibility_off' : 'visibility'" />
      </button>
      @if (isNew()) {
        <mat-hint>{{ t('sessionPages.password.hint') }}</mat-hint>
      }
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class PasswordField {
  /** The control of the form. */
  readonly control = input.required<FormControl<string>>();

  /** Whether the password is being chosen rather than asked for. */
  readonly isNew = input(false);

  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly isShown = signal(false);
}
