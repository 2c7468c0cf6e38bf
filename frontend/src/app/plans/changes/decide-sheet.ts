import { Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { State } from '../../ui/state';
import { Consequences } from './consequences';

/** Shows what the change of a running plan that waits would do, and takes the decision on it. */
@Component({
  selector: 't-decide-change-sheet',
  imports: [Consequences, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet, State],
  template: `
    <t-sheet [title]="t('plans.changes.waiting')">
      <t-state [of]="preview" [lines]="6">
        @if (preview.value(); as found) {
          <form class="t-form" novalidate [formGroup]="form">
            <t-consequences [preview]="found" />
            @if (mayDecide) {
              <mat-form-field appearance="outline" subscriptSizing="dynamic">
                <mat-label>{{ t('plans.changes.comment') }}</mat-label>
                <textarea matInput rows="3" maxlength="2000" formControlName="comment"></textarea>
                @if (isReasonMissing()) { <mat-hint role="alert" class="t-error">{{ t('errors.required') }}</mat-hint> }
                <mat-error>{{ errors.ofControl(form.controls.comment) }}</mat-error>
              </mat-form-field>
            }
            <t-form-failure [of]="submission" />
          </form>
        }
      </t-state>
      <ng-container actions>
        @if (mayDecide) {
          <button matButton="outlined" type="button" [disabled]="submission.isBusy() || !preview.value()" (click)="decide('return')">{{ t('plans.actions.return') }}</button>
          <button matButton="filled" type="button" [disabled]="submission.isBusy() || !preview.value()" (click)="decide('approval')">{{ t('plans.actions.approve') }}</button>
        }
      </ng-container>
    </t-sheet>
  `,
})
export class DecideSheet {
  protected readonly plan = inject<{ plan: View<'PlanView'> }>(MAT_DIALOG_DATA).plan;
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<DecideSheet, View<'PlanView'>>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly mayDecide = this.plan.allowed.includes('decide_change');
  protected readonly preview = this.api.resource('/api/plans/{id}/changes/waiting', () => ({ path: { id: this.plan.id } }));
  protected readonly form = new FormGroup({ comment: new FormControl('', { nonNullable: true }) });
  protected readonly submission = submission(this.form);
  protected readonly isReasonMissing = signal(false);

  protected async decide(step: 'approval' | 'return'): Promise<void> {
    const comment = this.form.controls.comment.value.trim();
    this.isReasonMissing.set(step === 'return' && comment === '');
    if (this.isReasonMissing()) return;
    await this.submission.run(async () => {
      const options = { path: { id: this.plan.id }, version: this.plan.version, body: { comment } };
      const plan = step === 'approval' ? await this.api.post('/api/plans/{id}/changes/waiting/approval', options) : await this.api.post('/api/plans/{id}/changes/waiting/return', options);
      this.dialog.close(plan);
      void this.notices.say(this.t(step === 'approval' ? 'plans.changes.applied' : 'plans.steps.done_return'));
    });
  }
}
