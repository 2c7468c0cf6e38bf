import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatAnchor, MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n, LANGUAGES, LANGUAGE_NAMES } from '../core/i18n';
import { Session } from '../core/session';
import { FormFailure } from '../ui/form-failure';
import { State } from '../ui/state';
import { TimeZoneField } from '../ui/time-zone-field';
import { PasswordField } from './password-field';
import { VisitorFrame } from './visitor-frame';

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true, validators: [Validators.required] });

/** Makes the organisation and its first administrator, with the one-time code of the console. */
@Component({
  selector: 't-setup',
  imports: [FormFailure, MatAnchor, MatButton, MatFormFieldModule, MatInput, MatSelectModule, PasswordField, ReactiveFormsModule, RouterLink, State, TimeZoneField, VisitorFrame],
  templateUrl: './setup.html',
})
export class Setup {
  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly t = this.i18n.t;
  protected readonly errors = inject(Errors);
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly setup = this.api.resource('/api/setup', () => ({}));
  protected readonly form = new FormGroup({
    code: text(), organisationName: text(), timeZone: text(inject(Clock).timeZone()), language: new FormControl(this.i18n.language(), { nonNullable: true }),
    name: text(), email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }), password: text(),
  });
  protected readonly submission = submission(this.form);

  protected submit(): Promise<void> {
    return this.submission.run(async () => {
      await this.session.accept(await this.api.post('/api/setup', { body: this.form.getRawValue() }));
      await this.router.navigateByUrl('/');
    });
  }
}
