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
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';

/** What is decided, and how. */
export interface DecisionStart { approval: View<'ApprovalView'>; step: 'approve' | 'return' }

/** Says the person's word on a request; sending back needs a reason. */
@Component({
  selector: 't-decision-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('approvals.actions.' + start.step)">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ start.approval.title }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t(start.step === 'return' ? 'approvals.reason' : 'approvals.comment') }}</mat-label>
          <textarea matInput rows="4" maxlength="2000" formControlName="comment"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.comment) }}</mat-error>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('approvals.actions.' + start.step) }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class DecisionSheet {
  protected readonly start = inject<DecisionStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<DecisionSheet, View<'ApprovalView'>>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly draft = inject(Drafts).open<{ comment: string }>(`decision/${this.start.step}/${this.start.approval.id}`);
  protected readonly form = new FormGroup({
    comment: new FormControl(this.draft.restored?.comment ?? '', { nonNullable: true, validators: this.start.step === 'return' ? [Validators.required] : [] }),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    this.form.valueChanges.subscribe(({ comment = '' }) => { if (this.form.dirty) this.draft.save({ comment }); });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const options = { path: { id: this.start.approval.id }, body: { comment: this.form.controls.comment.value.trim() }, idempotencyKey: this.draft.idempotencyKey };
      const done = this.start.step === 'approve' ? await this.api.post('/api/approvals/{id}/approval', options) : await this.api.post('/api/approvals/{id}/return', options);
      this.draft.clear();
      this.dialog.close(done);
      void this.notices.say(this.t(`approvals.done.${this.start.step}`));
    });
  }
}
