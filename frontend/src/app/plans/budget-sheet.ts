import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../core/api';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { DecidersField, DecidingRule } from '../ui/deciders-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';

interface Typed { amount: number | null; reason: string; deciderIds: string[]; rule: DecidingRule }

/** Asks for another budget of a plan that is approved. */
@Component({
  selector: 't-budget-sheet',
  imports: [DecidersField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('plans.budget.title')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ t('plans.budget.about', { name: plan.name }) }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('plans.budget.amount') }}</mat-label>
          <input matInput type="number" min="0" step="0.01" inputmode="decimal" formControlName="amount" />
          <span matTextSuffix>{{ session.organisation()?.currency }}</span>
          <mat-error>{{ errors.ofControl(form.controls.amount) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('plans.budget.reason') }}</mat-label>
          <textarea matInput rows="4" maxlength="2000" formControlName="reason"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.reason) }}</mat-error>
        </mat-form-field>
        <t-deciders-field [candidates]="candidates.value()?.items ?? []" [control]="form.controls.deciderIds" [rule]="form.controls.rule" [hint]="t('plans.steps.everybodyAbove')" />
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('plans.budget.send') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class BudgetSheet {
  protected readonly plan = inject<{ plan: View<'PlanView'> }>(MAT_DIALOG_DATA).plan;
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<BudgetSheet, View<'PlanView'>>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly draft = inject(Drafts).open<Typed>(`budget/${this.plan.id}`);
  protected readonly candidates = this.api.resource('/api/plans/{id}/deciders', () => ({ path: { id: this.plan.id } }));
  protected readonly form = new FormGroup({
    amount: new FormControl<number | null>(this.plan.budget, [Validators.required, Validators.min(0)]),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    deciderIds: new FormControl<string[]>([], { nonNullable: true }),
    rule: new FormControl<DecidingRule>('any', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    this.form.patchValue(this.draft.restored ?? {});
    this.form.valueChanges.subscribe(() => { if (this.form.dirty) this.draft.save(this.form.getRawValue()); });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { amount, reason, ...rest } = this.form.getRawValue();
      const { id, version } = this.plan;
      const plan = await this.api.post('/api/plans/{id}/budget-requests', { path: { id }, version, body: { amount: amount ?? 0, reason: reason.trim(), ...rest }, idempotencyKey: this.draft.idempotencyKey });
      this.draft.clear();
      this.dialog.close(plan);
      void this.notices.say(this.t('plans.budget.sent'));
    });
  }
}
