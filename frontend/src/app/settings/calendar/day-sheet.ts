import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Errors } from '../../core/errors';
import { Format, LocalDate } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';
import type { DayKind } from './pasted-days.rules';
import type { CalendarDay } from './year-grid.rules';

/** The day to edit, of a region or, when that is empty, of the organisation. */
export interface DayData { day: LocalDate; region: string; isWorkingWeekday: boolean; entry?: CalendarDay }

/** That something was changed. */
export type DayChange = 'changed';

/** Says what one day is: like its weekday, off, or worked. */
@Component({
  selector: 't-day-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Segments, Sheet],
  template: `
    <t-sheet [title]="format.day(data.day, 'long')">
      <form id="day" class="t-form" [formGroup]="form" (ngSubmit)="save()">
        <t-segments formControlName="kind" [wrap]="true" [label]="t('calendar.day.kind')" [segments]="kinds()" />
        @if (kind() !== 'weekday') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('calendar.day.name') }}</mat-label>
            <input matInput maxlength="80" autocomplete="off" formControlName="name" />
            <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
          </mat-form-field>
        }
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="day" [disabled]="submission.isBusy()">{{ t('common.save') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class DaySheet {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly errors = inject(Errors);
  protected readonly data = inject<DayData>(MAT_DIALOG_DATA);
  protected readonly sheet = inject<MatDialogRef<DaySheet, DayChange>>(MatDialogRef);
  private readonly api = inject(Api);

  protected readonly form = new FormGroup({
    kind: new FormControl<DayKind | 'weekday'>(this.data.entry?.kind ?? (this.data.isWorkingWeekday ? 'holiday' : 'working'), { nonNullable: true }),
    name: new FormControl(this.data.entry?.name ?? '', { nonNullable: true, validators: [Validators.required, Validators.maxLength(80)] }),
  });
  protected readonly submission = submission(this.form);
  protected readonly kind = toSignal(this.form.controls.kind.valueChanges, { initialValue: this.form.controls.kind.value });
  protected readonly kinds = () => [
    { value: 'weekday', label: this.t(this.data.isWorkingWeekday ? 'calendar.day.likeWorkday' : 'calendar.day.likeClosed') },
    { value: 'holiday', label: this.t('calendar.kinds.holiday') },
    { value: 'working', label: this.t('calendar.kinds.working') },
  ];

  constructor() {
    this.form.controls.kind.valueChanges.subscribe((kind) => { if (kind === 'weekday') this.form.controls.name.disable(); else this.form.controls.name.enable(); });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { kind, name } = this.form.getRawValue();
      const { day, region, entry } = this.data;
      const where = { path: { day }, query: { region } };
      // What holds for the whole organisation is no entry of the region.
      const isOwn = entry?.region === region;
      if (kind !== 'weekday') await this.api.put('/api/calendar/days/{day}', { ...where, body: { kind, name } });
      else if (isOwn) await this.api.delete('/api/calendar/days/{day}', where);
      this.sheet.close(kind === 'weekday' && !isOwn ? undefined : 'changed');
    });
  }
}
