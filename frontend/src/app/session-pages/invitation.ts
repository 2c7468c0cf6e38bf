import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatAnchor, MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { FormFailure } from '../ui/form-failure';
import { State } from '../ui/state';
import { PasswordField } from './password-field';
import { VisitorFrame } from './visitor-frame';

/** Lets an invited person choose name and password and start at once. */
@Component({
  selector: 't-invitation',
  imports: [FormFailure, MatAnchor, MatButton, MatFormFieldModule, MatInput, PasswordField, ReactiveFormsModule, RouterLink, State, VisitorFrame],
  templateUrl: './invitation.html',
})
export class Invitation {
  /** The secret part of the link. */
  readonly token = input.required<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly t = this.i18n.t;
  protected readonly errors = inject(Errors);
  protected readonly invitation = this.api.resource('/api/invitations/{token}', () => ({ path: { token: this.token() } }));
  protected readonly isOver = computed(() => [404, 410].includes(this.invitation.problem()?.status ?? 0));
  protected readonly title = computed(() => {
    if (this.isOver()) return this.t('sessionPages.invitation.gone');
    const organisation = this.invitation.value()?.organisationName;
    return organisation ? this.t('sessionPages.invitation.title', { organisation }) : this.t('sessionPages.invitation.pageTitle');
  });
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    effect(() => {
      const offer = this.invitation.value();
      untracked(() => {
        if (!offer || this.form.dirty) return;
        this.form.controls.name.setValue(offer.name);
        void this.i18n.use(offer.language);
      });
    });
  }

  protected submit(): Promise<void> {
    return this.submission.run(async () => {
      const { name, password } = this.form.getRawValue();
      const body = { name, password, language: this.i18n.language(), timeZone: this.clock.timeZone() };
      await this.session.accept(await this.api.post('/api/invitations/{token}/acceptance', { path: { token: this.token() }, body }));
      await this.router.navigateByUrl('/');
    });
  }
}
