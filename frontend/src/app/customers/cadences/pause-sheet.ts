import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Clock } from '../../core/clock';
import { Errors } from '../../core/errors';
import { LocalDate, addDays } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { DateField } from '../../ui/date-field';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import type { Standing } from './cadence-words';

const USUAL_DAYS = 30;

/** Pauses a customer's cadence until a day, for a reason. Answers how the customer stands then. */
@Component({
  selector: 't-pause-sheet',
  imports: [DateField, FormFailure, MatButton, MatDialogModule, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('cadences.pauseTitle')">
      <form id="pause" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ t('cadences.pauseAbout') }}</p>
        <t-date-field [label]="t('cadences.until')" [control]="form.controls.until" [min]="tomorrow" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('cadences.reason') }}</mat-label>
          <input matInput autocomplete="off" maxlength="300" formControlName="reason" />
          <mat-error>{{ errors.ofControl(form.controls.reason) }}</mat-error>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="pause" [disabled]="submission.isBusy()">{{ t('cadences.pause') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class PauseSheet {
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<PauseSheet, Standing>>(MatDialogRef);
  private readonly standing = inject<Standing>(MAT_DIALOG_DATA);
  private readonly today = inject(Clock).today();
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly tomorrow = addDays(this.today, 1);
  protected readonly form = new FormGroup({
    until: new FormControl<LocalDate | null>(addDays(this.today, USUAL_DAYS), { validators: [Validators.required] }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    const { customerId, version } = this.standing;
    return this.submission.run(async () => {
      const { until, reason } = this.form.getRawValue();
      this.dialog.close(await this.api.post('/api/customers/{id}/cadence/pause', { path: { id: customerId }, body: { until: until ?? '', reason }, version }));
    });
  }
}
