import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Format, LocalDate, addDays, inZone, instantOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { FormFailure } from '../ui/form-failure';
import { QuickDates } from '../ui/quick-dates';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';

/** The touchpoint that comes later. */
export interface SnoozeStart { id: string; version: number; name: string; customerId: string; dueAt: string | null }

const HOUR_MS = 3_600_000;

/** Two verbs, kept apart: re-plan (another date), or remind (hidden for a while, and still overdue). */
@Component({
  selector: 't-snooze-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, QuickDates, ReactiveFormsModule, Sheet, TimeField],
  template: `
    <t-sheet [title]="t('myDay.snoozeOf', { name: start.name })">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="replan()">
        <h3>{{ t('myDay.replan') }}</h3>
        <p class="t-small t-muted">{{ t('myDay.replanHint') }}</p>
        <t-quick-dates [label]="t('myDay.replan')" [dates]="dates()" [min]="clock.today()" [date]="form.controls.dueOn.value" (dateChange)="form.controls.dueOn.setValue($event)" />
        <t-time-field [label]="t('myDay.time')" [control]="form.controls.time" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('myDay.moveReason') }}</mat-label>
          <input matInput autocomplete="off" maxlength="300" formControlName="reason" />
        </mat-form-field>
        <button matButton="filled" type="submit" [disabled]="submission.isBusy() || !form.controls.dueOn.value">{{ t('myDay.replan') }}</button>
        <h3>{{ t('myDay.remind') }}</h3>
        <p class="t-small t-muted">{{ t('myDay.remindHint') }}</p>
        <div class="reminders">
          @for (choice of reminders(); track choice.at) {
            <button matButton="outlined" type="button" [disabled]="submission.isBusy()" (click)="remind(choice.at)">{{ choice.label }}</button>
          }
        </div>
        <t-form-failure [of]="submission" />
      </form>
    </t-sheet>
  `,
  styles: `
    h3 { margin: var(--t-2) 0 0; font: var(--t-title-s); }
    p { margin: 0; }
    .reminders { display: flex; flex-wrap: wrap; gap: var(--t-2); }
  `,
})
export class SnoozeSheet {
  protected readonly start = inject<SnoozeStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<SnoozeSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly clock = inject(Clock);
  private readonly format = inject(Format);
  protected readonly t = inject(I18n).t;

  protected readonly form = new FormGroup({ dueOn: new FormControl<LocalDate | null>(null), time: new FormControl<string | null>(null), reason: new FormControl('', { nonNullable: true }) });
  protected readonly submission = submission(this.form);
  private readonly defaults = this.api.resource('/api/log-defaults', () => ({ query: { customerId: this.start.customerId } }));
  protected readonly dates = computed(() => (this.defaults.value()?.quickDates ?? []).map(({ key, dueOn }) => ({ label: this.t(`myDay.quick.${key}`), date: dueOn })));
  protected readonly reminders = computed(() => {
    const [now, zone, today] = [this.clock.now(), this.clock.timeZone(), this.clock.today()];
    const inAnHour = new Date(Math.ceil((now + HOUR_MS) / 300_000) * 300_000).toISOString();
    const afternoon = instantOf(today, '14:00', zone);
    const tomorrow = instantOf(addDays(today, 1), '09:00', zone);
    return [inAnHour, ...(inZone(now, zone).time < '13:00' ? [afternoon] : []), tomorrow].map((at) => ({ at, label: this.format.instant(at) }));
  });

  protected replan(): Promise<void> {
    return this.submission.run(async () => {
      const { dueOn, time, reason } = this.form.getRawValue();
      if (!dueOn) return;
      const due = time ? { dueAt: instantOf(dueOn, time, this.clock.timeZone()) } : { dueOn };
      const moved = await this.api.post('/api/touchpoints/{id}/moves', { path: { id: this.start.id }, body: { ...due, reason: reason.trim() || null }, version: this.start.version });
      this.dialog.close(true);
      void this.notices.say(this.t('myDay.replanned', { when: moved.dueAt ? this.format.instant(moved.dueAt) : this.format.day(moved.dueOn, 'weekday') }));
    });
  }

  protected remind(at: string): Promise<void> {
    return this.submission.run(async () => {
      const reminded = await this.api.post('/api/touchpoints/{id}/reminder', { path: { id: this.start.id }, body: { at }, version: this.start.version });
      this.dialog.close(true);
      void this.notices.offerUndo(this.t('myDay.reminded', { when: this.format.instant(at) }), () =>
        this.api.post('/api/touchpoints/{id}/reminder', { path: { id: this.start.id }, body: { at: null }, version: reminded.version }));
    });
  }
}
