import { Component, DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { LocalDate, addDays } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Choice, LookupField } from '../ui/lookup-field';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';
import { Span } from './entries.rules';
import { Moving } from './moving';

/** Where the new entry was drawn; nothing when it was asked for by a button. */
export interface NewEntryData { span?: Span }

interface Typed { kind: 'event' | 'task'; subject: string; customer: Choice | null; day: LocalDate | null; time: string | null; lastDay: LocalDate | null; endTime: string | null; place: string; text: string }

/** Puts an event or a task into one's own calendar. */
@Component({
  selector: 't-new-entry-sheet',
  imports: [DateField, FormFailure, LookupField, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Segments, Sheet, TimeField],
  templateUrl: './new-entry-sheet.html',
})
export class NewEntrySheet {
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly sheet = inject<MatDialogRef<NewEntrySheet, true>>(MatDialogRef);
  private readonly data = inject<NewEntryData>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly moving = inject(Moving);
  private readonly notices = inject(Notices);
  private readonly today = inject(Clock).today();
  private readonly draft = inject(Drafts).open<Typed>('schedule/new');

  protected readonly form = new FormGroup({
    kind: new FormControl<'event' | 'task'>('event', { nonNullable: true }),
    subject: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    customer: new FormControl<Choice | null>(null),
    day: new FormControl<LocalDate | null>(this.today, { validators: [Validators.required] }),
    time: new FormControl<string | null>(null),
    lastDay: new FormControl<LocalDate | null>(null),
    endTime: new FormControl<string | null>(null),
    place: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(200)] }),
    text: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(20_000)] }),
  });
  protected readonly submission = submission(this.form);
  protected readonly kind = toSignal(this.form.controls.kind.valueChanges, { initialValue: 'event' as const });
  protected readonly time = toSignal(this.form.controls.time.valueChanges, { initialValue: null });

  constructor() {
    this.form.patchValue({ ...this.draft.restored, ...this.drawn() });
    this.form.valueChanges.pipe(takeUntilDestroyed(inject(DestroyRef))).subscribe(() => { this.draft.save(this.form.getRawValue()); });
  }

  protected readonly kinds = () => [
    { value: 'event', label: this.t('schedule.kinds.event'), icon: 'event' as const },
    { value: 'task', label: this.t('schedule.kinds.task'), icon: 'task_alt' as const },
  ];

  protected readonly find = async (text: string): Promise<Choice[]> => {
    if (!text) return [];
    const { items } = await this.api.get('/api/search', { query: { q: text, limit: 8 } });
    return items.map(({ id, name, detail }) => ({ id, label: name, ...(detail ? { detail } : {}) }));
  };

  protected save(): Promise<void> {
    this.checkEnd();
    return this.submission.run(async () => {
      const { kind } = this.form.getRawValue();
      const undo = kind === 'event' ? await this.addEvent() : await this.addTask();
      this.draft.clear();
      this.sheet.close(true);
      void this.notices.offerUndo(this.t('schedule.new.added'), undo);
    });
  }

  private checkEnd(): void {
    const { kind, day, time, lastDay, endTime } = this.form.getRawValue();
    const end = this.form.controls.endTime;
    const endsThatDay = !lastDay || !day || lastDay <= day;
    if (kind === 'event' && endsThatDay && time && endTime && endTime <= time) end.setErrors({ ends_before_it_starts: true });
    else if (end.hasError('ends_before_it_starts')) end.updateValueAndValidity();
  }

  private async addEvent(): Promise<() => Promise<unknown>> {
    const { day, time, lastDay, endTime, place } = this.form.getRawValue();
    const start = { day: day ?? this.today, time };
    const last = lastDay && lastDay > start.day ? lastDay : start.day;
    const end = time === null ? { day: addDays(last, 1), time: null } : endTime ? { day: last, time: endTime } : null;
    const { id } = await this.api.post('/api/events', { body: { ...this.common(), ...this.moving.lasting({ start, end }), place }, idempotencyKey: this.draft.idempotencyKey });
    return () => this.api.delete('/api/events/{id}', { path: { id } });
  }

  private async addTask(): Promise<() => Promise<unknown>> {
    const { day, time } = this.form.getRawValue();
    const { id } = await this.api.post('/api/tasks', { body: { ...this.common(), ...this.moving.due({ day: day ?? this.today, time }) }, idempotencyKey: this.draft.idempotencyKey });
    return () => this.api.delete('/api/tasks/{id}', { path: { id } });
  }

  private common(): { subject: string; text: string; customerId: string | null } {
    const { subject, text, customer } = this.form.getRawValue();
    return { subject, text, customerId: customer?.id ?? null };
  }

  private drawn(): Partial<Typed> {
    const { span } = this.data;
    if (!span) return {};
    const { start, end } = span;
    const isWhole = start.time === null;
    return { day: start.day, time: start.time, lastDay: end && isWhole && addDays(end.day, -1) > start.day ? addDays(end.day, -1) : null, endTime: end?.time ?? null };
  }
}
