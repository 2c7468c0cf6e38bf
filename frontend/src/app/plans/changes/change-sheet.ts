import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../../core/api';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import type { ChangeStart } from './changing';
import { Consequences } from './consequences';

/** Shows what a change of a running plan will do, and does it or puts it up for a decision. */
@Component({
  selector: 't-change-sheet',
  imports: [Consequences, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('plans.changes.title')">
      <form id="plan-change" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <t-consequences cdkFocusInitial tabindex="-1" [preview]="start.preview" />
        @if (start.preview.needsDecision) { <p role="status" class="note">{{ t('plans.changes.needsDecision') }}</p> }
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('plans.steps.comment') }}</mat-label>
          <textarea matInput rows="3" maxlength="2000" formControlName="comment"></textarea>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="dialog.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="plan-change" [disabled]="submission.isBusy()">{{ t(start.preview.needsDecision ? 'plans.changes.propose' : 'plans.changes.apply') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: '.note { margin: 0; padding: var(--t-3) var(--t-4); border-radius: var(--t-radius); background: var(--t-warning-soft); color: var(--t-on-warning-soft); }',
})
export class ChangeSheet {
  protected readonly start = inject<ChangeStart>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<ChangeSheet, View<'PlanView'>>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly t = inject(I18n).t;
  protected readonly form = new FormGroup({ comment: new FormControl('', { nonNullable: true }) });
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { plan, change, preview } = this.start;
      const done = await this.api.post('/api/plans/{id}/changes', { path: { id: plan.id }, version: plan.version, body: { ...change, comment: this.form.controls.comment.value.trim(), fingerprint: preview.fingerprint } });
      this.dialog.close(done.plan);
      const said = this.t(`plans.changes.${done.outcome}`);
      void this.notices.say(done.isAsShown ? said : `${said} ${this.t('plans.changes.otherwise', { moved: done.total.moved, changed: done.total.changed, cancelled: done.total.cancelled, added: done.total.added })}`);
    });
  }
}
