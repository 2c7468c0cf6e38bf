import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith, switchMap } from 'rxjs';
import type { View } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { LocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { Vocabulary } from '../core/vocabulary';
import { QuickDates } from '../ui/quick-dates';
import { Segments } from '../ui/segments';
import { TimeField } from '../ui/time-field';
import { LogForm, NextStepKind } from './log-form';

/** The next step, which every contact must end with: a date, "the cadence decides", or none with a reason. */
@Component({
  selector: 't-next-step',
  imports: [MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, QuickDates, ReactiveFormsModule, Segments, TimeField],
  templateUrl: './next-step.html',
  styleUrl: './next-step.scss',
})
export class NextStep {
  /** The part of the log form that holds it. */
  readonly form = input.required<LogForm['controls']['nextStep']>();

  /** The server's likely dates, in working days of the organisation. */
  readonly quickDates = input.required<readonly View<'QuickDateView'>[]>();

  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly clock = inject(Clock);
  protected readonly t = inject(I18n).t;

  private readonly value = toSignal(toObservable(this.form).pipe(switchMap((form) => form.valueChanges.pipe(startWith(form.value)))));
  protected readonly kind = computed(() => this.value()?.kind ?? null);
  protected readonly date = computed(() => (this.kind() === 'touchpoint' ? (this.value()?.dueOn ?? null) : null));
  protected readonly dates = computed(() => this.quickDates().map(({ key, dueOn }) => ({ label: this.t(`log.quick.${key}`), date: dueOn })));
  protected readonly kinds = computed(() => (['cadence', 'none'] as const).map((value) => ({ value, label: this.t(`log.nextStep.${value}`) })));
  // Being touched is no change of the value.
  private readonly events = toSignal(toObservable(this.form).pipe(switchMap((form) => form.events)));
  protected readonly isMissing = computed(() => { this.value(); this.events(); const { kind } = this.form().controls; return kind.invalid && kind.touched; });

  protected chooseDate(dueOn: LocalDate | null): void {
    this.take({ kind: dueOn ? 'touchpoint' : null, dueOn });
  }

  protected chooseKind(kind: string | null): void {
    this.take({ kind: kind as NextStepKind, dueOn: null, dueTime: null });
  }

  private take(value: Parameters<LogForm['controls']['nextStep']['patchValue']>[0]): void {
    this.form().markAsDirty();
    this.form().patchValue(value);
  }
}
