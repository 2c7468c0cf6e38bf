import { Component, inject, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { FormFailure } from '../ui/form-failure';

const SHORTEST = 10;

/** Changes the person's password; every other session ends. */
@Component({
  selector: 't-password-form',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
      <input class="t-hidden" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="session.person()?.email ?? ''" />
      <div class="t-form-row">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('profile.password.current') }}</mat-label>
          <input matInput type="password" autocomplete="current-password" formControlName="current" />
          <mat-error>{{ errors.ofControl(form.controls.current) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('profile.password.next') }}</mat-label>
          <input matInput type="password" autocomplete="new-password" formControlName="next" />
          <mat-hint>{{ t('profile.password.hint') }}</mat-hint>
          <mat-error>{{ errors.ofControl(form.controls.next) }}</mat-error>
        </mat-form-field>
      </div>
      <t-form-failure [of]="submission" />
      <div><button matButton="outlined" type="submit" [disabled]="submission.isBusy()">{{ t('profile.password.change') }}</button></div>
    </form>
  `,
})
export class PasswordForm {
  /** The password was changed, and other sessions ended. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly session = inject(Session);
  protected readonly form = new FormGroup({
    current: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    next: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(SHORTEST)] }),
  });
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.api.put('/api/profile/password', { body: this.form.getRawValue() });
      this.form.reset();
      this.changed.emit();
      await this.notices.say(this.t('profile.password.changed'));
    });
  }
}
