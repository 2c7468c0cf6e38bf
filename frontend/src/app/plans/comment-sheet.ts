import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, Problem, View } from '../core/api';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { DecidersField, DecidingRule } from '../ui/deciders-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { Renew, renewing } from './renewing';

/** A plan and the step that is taken with a comment. */
export interface CommentStart { plan: View<'PlanView'>; renew: Renew; step: 'submit' | 'approve' | 'return' }

/** What closes the sheet: the plan after the step, or what is missing in its items. */
export type Decided = { plan: View<'PlanView'> } | { missing: Problem['fields'] };

/** Takes a step of a plan and lets the person say something with it; sending back needs a reason. */
@Component({
  selector: 't-comment-sheet',
  imports: [DecidersField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('plans.actions.' + start.step)">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ t('plans.steps.about_' + start.step, { name: start.plan.name }) }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t(start.step === 'return' ? 'plans.steps.reason' : 'plans.steps.comment') }}</mat-label>
          <textarea matInput rows="4" maxlength="2000" formControlName="comment"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.comment) }}</mat-error>
        </mat-form-field>
        @if (start.step === 'submit') {
          <t-deciders-field [candidates]="candidates.value()?.items ?? []" [control]="form.controls.deciderIds" [rule]="form.controls.rule" [hint]="t('plans.steps.everybodyAbove')" />
        }
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('plans.actions.' + start.step) }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class CommentSheet {
  protected readonly start = inject<CommentStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<CommentSheet, Decided>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly candidates = this.api.resource('/api/plans/{id}/deciders', () => (this.start.step === 'submit' ? { path: { id: this.start.plan.id } } : undefined));
  protected readonly form = new FormGroup({
    comment: new FormControl('', { nonNullable: true, validators: this.start.step === 'return' ? [Validators.required] : [] }),
    deciderIds: new FormControl<string[]>([], { nonNullable: true }),
    rule: new FormControl<DecidingRule>('any', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  // Whoever decides looks at a plan that was changed first; whoever submits may submit it as it stands.
  private version = this.start.plan.version;

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      try {
        this.dialog.close({ plan: await renewing(this.start.renew, () => this.take(), ({ version }) => { if (this.start.step === 'submit') this.version = version; }) });
        void this.notices.say(this.t(`plans.steps.done_${this.start.step}`));
      } catch (error) {
        const { fields } = Problem.from(error);
        if (!fields.some(({ field }) => field.startsWith('items'))) throw error;
        this.dialog.close({ missing: fields });
      }
    });
  }

  private take(): Promise<View<'PlanView'>> {
    const { id } = this.start.plan;
    const options = { path: { id }, version: this.version, body: { comment: this.form.controls.comment.value.trim() } };
    const { deciderIds, rule } = this.form.getRawValue();
    if (this.start.step === 'submit') return this.api.post('/api/plans/{id}/submission', { ...options, body: { ...options.body, ...(deciderIds.length ? { deciderIds, rule } : {}) } });
    return this.start.step === 'approve' ? this.api.post('/api/plans/{id}/approval', options) : this.api.post('/api/plans/{id}/return', options);
  }
}
