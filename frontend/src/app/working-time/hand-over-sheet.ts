import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, Problem, View } from '../core/api';
import { Directory } from '../core/directory';
import { Errors } from '../core/errors';
import { LocalDate, addDays, daysBetween } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Handed, HandingOver } from '../core/working-time-opener';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { Preview } from './preview';

type ReschedulePreview = View<'ReschedulePreview'>;
const KINDS = ['leave', 'sick', 'travel', 'other'] as const;
const PAUSE_MS = 250;
const day = (isRequired: boolean): FormControl<LocalDate | null> => new FormControl<LocalDate | null>(null, isRequired ? { validators: [Validators.required] } : {});

/** Says what becomes of somebody's planned contacts while they are away or when they leave; shows it first, then does it, and can be taken back. */
@Component({
  selector: 't-hand-over-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, Preview, ReactiveFormsModule, Segments, Sheet],
  templateUrl: './hand-over-sheet.html',
})
export class HandOverSheet {
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly sheet = inject<MatDialogRef<HandOverSheet, Handed>>(MatDialogRef);
  protected readonly start = inject<HandingOver>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly notices = inject(Notices);
  protected readonly isAbsence = this.start.because === 'absence';

  protected readonly form = new FormGroup({
    from: day(this.isAbsence), lastDay: day(false),
    half: new FormControl<'day' | 'morning' | 'afternoon'>('day', { nonNullable: true }),
    kind: new FormControl<(typeof KINDS)[number]>('leave', { nonNullable: true }),
    note: new FormControl('', { nonNullable: true }),
    way: new FormControl<'keep' | 'delegate' | 'shift' | 'release'>(this.isAbsence ? 'keep' : 'delegate', { nonNullable: true }),
    toId: new FormControl<string | null>(null),
    by: new FormControl<'day' | 'days'>('day', { nonNullable: true }),
    days: new FormControl(1, { nonNullable: true }), toOn: day(false), spreadDays: new FormControl(1, { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly typed = toSignal(this.form.valueChanges);
  protected readonly value = computed(() => { this.typed(); return this.form.getRawValue(); });
  protected readonly leftOut = signal<readonly string[]>([]);
  protected readonly preview = signal<ReschedulePreview | undefined>(undefined);
  protected readonly problem = signal('');

  protected readonly colleagues = computed(() => this.directory.active().filter(({ id }) => id !== this.start.personId));
  protected readonly kinds = KINDS;
  protected readonly halves = computed(() => (['day', 'morning', 'afternoon'] as const).map((value) => ({ value, label: this.t(`workingTime.halves.${value}`) })));
  protected readonly ways = computed(() => ([...(this.isAbsence ? ['keep'] as const : []), 'delegate', 'shift', 'release'] as const).map((value) => ({ value, label: this.t(`workingTime.ways.${value}`) })));
  protected readonly bys = computed(() => (['day', 'days'] as const).map((value) => ({ value, label: this.t(`workingTime.by.${value}`) })));
  protected readonly isOneDay = computed(() => { const { from, lastDay } = this.value(); return from !== null && (lastDay === null || lastDay === from); });

  /** The handling as the server wants it; undefined while something is missing. */
  private readonly handling = computed(() => {
    const { way, toId, by, days, toOn, spreadDays } = this.value();
    const leftOut = [...this.leftOut()];
    if (way === 'delegate') return toId ? { way, toId, leftOut } : undefined;
    if (way === 'release') return { way, leftOut };
    if (way !== 'shift') return undefined;
    if (by === 'days') return { way, days, leftOut };
    const from = toOn ?? (this.isAbsence ? this.period()?.until : null);
    return from ? { way, toOn: from, spreadDays, leftOut } : undefined;
  });

  private readonly period = computed(() => {
    const { from, lastDay, half } = this.value();
    if (!this.isAbsence || !from || (lastDay !== null && daysBetween(from, lastDay) < 0)) return undefined;
    return { from, until: addDays(lastDay ?? from, 1), half: this.isOneDay() && half !== 'day' ? half : null };
  });

  constructor() {
    effect((onCleanup) => {
      const [handling, period] = [this.handling(), this.period()];
      if (!handling || (this.isAbsence && !period)) { this.preview.set(undefined); this.problem.set(''); return; }
      const timer = setTimeout(() => void this.look({ ...handling, ...period }), PAUSE_MS);
      onCleanup(() => { clearTimeout(timer); });
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const handling = this.handling();
      const expected = this.preview()?.expected ?? null;
      try {
        const undo = this.isAbsence ? await this.enterAbsence(handling && { ...handling, expected }) : await this.reschedule({ ...handling, expected });
        this.sheet.close('done');
        void this.notices.offerUndo(this.t(this.isAbsence ? 'workingTime.absence.entered' : 'workingTime.handedOver'), undo);
      } catch (error) {
        if (Problem.from(error).status === 412 && handling) await this.look({ ...handling, ...this.period() });
        throw error;
      }
    });
  }

  private async enterAbsence(handling: Record<string, unknown> | undefined): Promise<() => Promise<unknown>> {
    const { kind, note } = this.value();
    const period = this.period();
    if (!period) throw new Problem(422, 'invalid_input', [{ field: 'lastDay', code: 'ends_before_it_starts' }]);
    const { absence, rescheduling } = await this.api.post('/api/absences', { body: { personId: this.start.personId, ...period, kind, note, handling: (handling ?? null) as View<'HandleTouchpoints'> | null } });
    return async () => {
      if (rescheduling) await this.api.post('/api/reschedulings/{id}/reversal', { path: { id: rescheduling.id } });
      await this.api.delete('/api/absences/{id}', { path: { id: absence.id } });
    };
  }

  private async reschedule(handling: Record<string, unknown>): Promise<() => Promise<unknown>> {
    const { id } = await this.api.post('/api/reschedulings', { body: { personId: this.start.personId, ...handling, reason: this.value().note } as View<'Reschedule'> });
    return () => this.api.post('/api/reschedulings/{id}/reversal', { path: { id } });
  }

  private async look(given: object): Promise<void> {
    try {
      this.preview.set(await this.api.post('/api/reschedulings/preview', { body: { personId: this.start.personId, isAway: this.isAbsence, ...given } as View<'Reschedule'> }));
      this.problem.set('');
    } catch (error) {
      const refusal = Problem.from(error);
      this.preview.set(undefined);
      this.problem.set(refusal.fields[0] ? this.errors.ofField(refusal.fields[0]) : this.errors.ofProblem(refusal));
    }
  }
}
