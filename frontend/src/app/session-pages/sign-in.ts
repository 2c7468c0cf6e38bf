import { Component, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { Api } from '../core/api';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { FormFailure } from '../ui/form-failure';
import { PasswordField } from './password-field';
import { VisitorFrame } from './visitor-frame';

/** Signs a person in and leads to where they wanted to go; leads to the setup while there is nobody yet. */
@Component({
  selector: 't-sign-in',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, PasswordField, ReactiveFormsModule, VisitorFrame],
  templateUrl: './sign-in.html',
})
export class SignIn {
  /** Where to go afterwards, a path of this application. */
  readonly next = input('/');

  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly submission = submission(this.form);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  constructor() {
    void this.leadToSetup(inject(Api));
  }

  protected submit(): Promise<void> {
    return this.submission.run(async () => {
      const { email, password } = this.form.getRawValue();
      await this.session.signIn(email.trim(), password);
      await this.router.navigateByUrl(isPath(this.next()) ? this.next() : '/');
    });
  }

  private async leadToSetup(api: Api): Promise<void> {
    try {
      if ((await api.get('/api/setup')).isNeeded) await this.router.navigateByUrl('/setup');
    } catch {
      // Whoever can not ask this can not sign in either, and hears about it then.
    }
  }
}

// Never an address of another site: a link to the sign-in page must not lead away.
function isPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])/.test(next);
}
