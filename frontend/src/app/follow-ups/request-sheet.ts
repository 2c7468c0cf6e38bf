import { Component, effect, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { DecidersField, DecidingRule } from '../ui/deciders-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';

/** About whom a decision is asked. */
export interface RequestStart { customerId: string }

interface Typed { title: string; text: string; amount: number | null; deciderIds: string[]; rule: DecidingRule }

/** Asks for a decision about a customer: a discount, an exception. */
@Component({
  selector: 't-request-sheet',
  imports: [DecidersField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('followUps.request.title')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('followUps.request.what') }}</mat-label>
          <input matInput autocomplete="off" maxlength="200" formControlName="title" />
          <mat-error>{{ errors.ofControl(form.controls.title) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('followUps.request.why') }}</mat-label>
          <textarea matInput rows="4" maxlength="20000" formControlName="text"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.text) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('followUps.request.amount') }}</mat-label>
          <input matInput type="number" min="0" step="0.01" inputmode="decimal" formControlName="amount" />
          <span matTextSuffix>{{ session.organisation()?.currency }}</span>
          <mat-error>{{ errors.ofControl(form.controls.amount) }}</mat-error>
        </mat-form-field>
        <t-deciders-field [candidates]="candidates.value()?.items ?? []" [control]="form.controls.deciderIds" [rule]="form.controls.rule" />
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('followUps.request.send') }}</button>
    </t-sheet>
  `,
})
export class RequestSheet {
  private readonly start = inject<RequestStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<RequestSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly draft = inject(Drafts).open<Typed>(`request/${this.start.customerId}`);
  protected readonly candidates = this.api.resource('/api/approvals/deciders', () => ({}));
  protected readonly form = new FormGroup({
    title: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    text: new FormControl('', { nonNullable: true }),
    amount: new FormControl<number | null>(null, [Validators.min(0)]),
    deciderIds: new FormControl<string[]>([], { nonNullable: true, validators: [Validators.required] }),
    rule: new FormControl<DecidingRule>('any', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    this.form.patchValue(this.draft.restored ?? {});
    this.form.valueChanges.subscribe(() => { if (this.form.dirty) this.draft.save(this.form.getRawValue()); });
    effect(() => {
      const proposed = this.candidates.value()?.items.find(({ isProposed }) => isProposed);
      const { deciderIds } = this.form.controls;
      if (proposed && deciderIds.pristine && deciderIds.value.length === 0) deciderIds.setValue([proposed.id]);
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { title, text, ...rest } = this.form.getRawValue();
      const { id } = await this.api.post('/api/requests', { body: { customerId: this.start.customerId, title: title.trim(), text: text.trim(), ...rest }, idempotencyKey: this.draft.idempotencyKey });
      this.draft.clear();
      this.dialog.close(true);
      void this.notices.offerUndo(this.t('followUps.request.sent'), () => this.api.post('/api/approvals/{id}/withdrawal', { path: { id } }));
    });
  }
}
