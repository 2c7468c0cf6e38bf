import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith } from 'rxjs';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { inZone, instantOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Vocabulary } from '../core/vocabulary';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';

type FollowUp = View<'FollowUpView'>;

/** Puts a record right; what stood there before is kept and can be read by everyone who sees the record. */
@Component({
  selector: 't-correct-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Segments, Sheet, TimeField],
  templateUrl: './correct-sheet.html',
})
export class CorrectSheet {
  protected readonly item = inject<FollowUp>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly dialog = inject<MatDialogRef<CorrectSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly isCommunication = this.item.kind === 'communication';

  protected readonly form = this.formOf(this.item);
  protected readonly submission = submission(this.form);
  private readonly typed = toSignal(this.form.valueChanges.pipe(startWith(this.form.value)));
  protected readonly isInvalid = computed(() => this.typed()?.validity === 'invalid');
  protected readonly validities = computed(() => (['unassessed', 'valid', 'invalid'] as const).map((value) => ({ value, label: this.t(`followUps.validity.${value}`) })));
  protected readonly scores = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.api.patch('/api/follow-ups/{id}', { path: { id: this.item.id }, body: this.changes(), version: this.item.version });
      this.dialog.close(true);
      void this.notices.say(this.t('followUps.correctionSaved'));
    });
  }

  /** Only what differs is sent, so that the trace names only what was changed. */
  private changes(): View<'CorrectFollowUp'> {
    const { day, time, evaluation, invalidReason, subject, text, ...rest } = this.form.getRawValue();
    const shown = inZone(this.item.occurredAt, this.clock.timeZone());
    const isMoved = day !== null && (day !== shown.date || time !== shown.time);
    const wanted: View<'CorrectFollowUp'> = {
      subject, text,
      ...(isMoved ? { occurredAt: instantOf(day, time ?? '12:00', this.clock.timeZone()) } : {}),
      ...(this.isCommunication ? { ...rest, evaluation: evaluation === null ? null : Number(evaluation), invalidReason: rest.validity === 'invalid' ? invalidReason.trim() : null } : {}),
    };
    return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== this.item[name as keyof FollowUp]));
  }

  private formOf(item: FollowUp) {
    const { date, time } = inZone(item.occurredAt, this.clock.timeZone());
    return new FormGroup({
      day: new FormControl<string | null>(date),
      time: new FormControl<string | null>(time),
      channelId: new FormControl(item.channelId ?? '', { nonNullable: true }),
      dispositionId: new FormControl(item.dispositionId ?? '', { nonNullable: true }),
      outcomeId: new FormControl(item.outcomeId),
      evaluation: new FormControl(item.evaluation === null ? null : String(item.evaluation)),
      validity: new FormControl(item.validity, { nonNullable: true }),
      invalidReason: new FormControl(item.invalidReason ?? '', { nonNullable: true }),
      subject: new FormControl(item.subject, { nonNullable: true }),
      text: new FormControl(item.text, { nonNullable: true }),
    });
  }
}
