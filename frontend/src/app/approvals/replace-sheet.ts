import { Component, effect, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../core/api';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';

/** Of which approval, and in whose place. */
export interface ReplaceStart { id: string; decider: View<'DeciderInFullView'> }

/** Puts somebody above a decider, or an administrator, in their place. */
@Component({
  selector: 't-replace-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet, State],
  template: `
    <t-sheet [title]="t('approvals.replaceOf', { name: start.decider.name })">
      <t-state skeleton="text" [of]="candidates" [empty]="candidates.value()?.items?.length === 0" [lines]="3">
        <p empty>{{ t('approvals.nobodyElse') }}</p>
        <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('approvals.instead') }}</mat-label>
            <mat-select formControlName="personId">
              @for (person of candidates.value()?.items; track person.id) {
                <mat-option [value]="person.id">{{ person.name }}</mat-option>
              }
            </mat-select>
            <mat-error>{{ errors.ofControl(form.controls.personId) }}</mat-error>
          </mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('approvals.comment') }}</mat-label>
            <textarea matInput rows="3" maxlength="2000" formControlName="comment"></textarea>
            <mat-error>{{ errors.ofControl(form.controls.comment) }}</mat-error>
          </mat-form-field>
          <t-form-failure [of]="submission" />
        </form>
      </t-state>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('approvals.replace') }}</button>
    </t-sheet>
  `,
})
export class ReplaceSheet {
  protected readonly start = inject<ReplaceStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<ReplaceSheet, View<'ApprovalView'>>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly path = { id: this.start.id, personId: this.start.decider.personId };
  protected readonly candidates = this.api.resource('/api/approvals/{id}/deciders/{personId}/replacements', () => ({ path: this.path }));
  protected readonly form = new FormGroup({
    personId: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    comment: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    effect(() => {
      const proposed = this.candidates.value()?.items.find(({ isProposed }) => isProposed);
      if (proposed && this.form.controls.personId.pristine) this.form.controls.personId.setValue(proposed.id);
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { personId, comment } = this.form.getRawValue();
      this.dialog.close(await this.api.post('/api/approvals/{id}/deciders/{personId}/replacement', { path: this.path, body: { personId, comment: comment.trim() } }));
      void this.notices.say(this.t('approvals.done.replace'));
    });
  }
}
