import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { inZone, instantOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';

/** Which touchpoint, and what is done with it. */
export interface TouchpointStart { touchpoint: View<'TouchpointView'>; way: 'move' | 'cancel' | 'miss' }

/** Moves a planned contact to another date, calls it off with a reason, or marks it as missed. */
@Component({
  selector: 't-touchpoint-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet, TimeField],
  template: `
    <t-sheet [title]="t('customers.ways.' + way)">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p>{{ touchpoint.purpose || touchpoint.customerName }}</p>
        @if (way === 'move') {
          <div class="t-form-row">
            <t-date-field [label]="t('customers.newDate')" [control]="form.controls.dueOn" [min]="clock.today()" />
            <t-time-field [label]="t('customers.time')" [control]="form.controls.time" />
          </div>
        }
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t(way === 'cancel' ? 'customers.reason' : 'customers.reasonOptional') }}</mat-label>
          <input matInput autocomplete="off" maxlength="300" formControlName="reason" />
          <mat-error>{{ errors.ofControl(form.controls.reason) }}</mat-error>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('customers.ways.' + way) }}</button>
    </t-sheet>
  `,
})
export class TouchpointSheet {
  private readonly start = inject<TouchpointStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<TouchpointSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly clock = inject(Clock);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly touchpoint = this.start.touchpoint;
  protected readonly way = this.start.way;

  protected readonly form = new FormGroup({
    dueOn: new FormControl<string | null>(null, { validators: this.way === 'move' ? [Validators.required] : [] }),
    time: new FormControl<string | null>(this.touchpoint.dueAt && this.way === 'move' ? inZone(this.touchpoint.dueAt, this.clock.timeZone()).time : null),
    reason: new FormControl('', { nonNullable: true, validators: this.way === 'cancel' ? [Validators.required] : [] }),
  });
  protected readonly submission = submission(this.form);
  private readonly said = computed(() => this.t(`customers.did.${this.way}`));

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const changed = await this.change();
      this.dialog.close(true);
      if (this.way === 'move') void this.notices.say(this.said());
      else void this.notices.offerUndo(this.said(), () => this.api.post('/api/touchpoints/{id}/reopening', { path: { id: changed.id }, version: changed.version }));
    });
  }

  private change(): Promise<View<'TouchpointView'>> {
    const { dueOn, time } = this.form.getRawValue();
    const reason = this.form.controls.reason.value.trim();
    const options = { path: { id: this.touchpoint.id }, version: this.touchpoint.version };
    if (this.way === 'cancel') return this.api.post('/api/touchpoints/{id}/cancellation', { ...options, body: { reason } });
    if (this.way === 'miss') return this.api.post('/api/touchpoints/{id}/miss', { ...options, body: { reason: reason || null } });
    const due = dueOn && time ? { dueAt: instantOf(dueOn, time, this.clock.timeZone()) } : { dueOn };
    return this.api.post('/api/touchpoints/{id}/moves', { ...options, body: { ...due, reason: reason || null } });
  }
}
