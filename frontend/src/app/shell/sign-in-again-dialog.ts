import { Component, inject, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Problem } from '../core/api';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';

/** Asks the person whose session ended for the password; closes with true once they are back. */
@Component({
  selector: 't-sign-in-again-dialog',
  imports: [MatButton, MatDialogModule, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <h2 mat-dialog-title>{{ t('shell.expired.title') }}</h2>
    <form (submit)="$event.preventDefault(); submit()">
      <mat-dialog-content class="t-form">
        <p>{{ t('shell.expired.text') }}</p>
        <p class="who">{{ session.person()?.email }}</p>
        <input class="t-hidden" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="session.person()?.email ?? ''" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('shell.expired.password') }}</mat-label>
          <input matInput type="password" autocomplete="current-password" cdkFocusInitial [formControl]="password" />
          <mat-error>{{ errors.ofControl(password) }}</mat-error>
        </mat-form-field>
        @if (failure(); as text) {
          <p class="failure" role="alert">{{ text }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" (click)="close(false)">{{ t('shell.expired.giveUp') }}</button>
        <button matButton="filled" type="submit" [disabled]="isBusy()">{{ t('shell.expired.signIn') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .who { color: var(--t-text-color); font: var(--t-text-strong); }
    .failure { color: var(--t-danger); }
  `,
})
export class SignInAgainDialog {
  protected readonly t = inject(I18n).t;
  protected readonly session = inject(Session);
  protected readonly errors = inject(Errors);
  protected readonly password = new FormControl('', { nonNullable: true, validators: [Validators.required] });
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  private readonly dialog = inject<MatDialogRef<unknown, boolean>>(MatDialogRef);

  protected close(isBack: boolean): void {
    this.dialog.close(isBack);
  }

  protected async submit(): Promise<void> {
    const email = this.session.person()?.email;
    this.password.markAsTouched();
    if (this.password.invalid || this.isBusy() || !email) return;
    this.isBusy.set(true);
    try {
      await this.session.signIn(email, this.password.value);
      this.close(true);
    } catch (error) {
      this.failure.set(this.errors.ofProblem(Problem.from(error)));
    } finally {
      this.isBusy.set(false);
    }
  }
}
