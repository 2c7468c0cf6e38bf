import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FieldProblem, Problem } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import type { LocalDate } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';
import { Entry, When, movedTo, spanOf } from './entries.rules';
import { Moving } from './moving';

/** What is to be moved; with a refusal when a first try to move it there was refused. */
export interface MoveData { entry: Entry; to?: When; refusal?: FieldProblem }

/** What the sheet closes with when the entry was moved. */
export interface Moved { version: number; to: When }

const WISHES: ReadonlySet<string> = new Set(['do_not_contact', 'quiet_hours']);

/** Whether a refusal is a wish of the customer, which a person may overrule with a reason. */
export const isWish = ({ code }: FieldProblem): boolean => WISHES.has(code);

/** Moves an entry by typing the day and time: the way without a mouse, and the place to give a reason where a customer asked for something else. */
@Component({
  selector: 't-move-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet, TimeField],
  template: `
    <t-sheet [title]="t('schedule.move.title')">
      <form id="move" class="t-form" [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ title }}</p>
        <div class="t-form-row">
          <t-date-field [label]="t('schedule.day')" [control]="form.controls.day" />
          <t-time-field [label]="t('schedule.timeOptional')" [control]="form.controls.time" />
        </div>
        @if (wish(); as refusal) {
          <p class="wish" role="alert">{{ errors.ofField(refusal) }}</p>
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('schedule.move.overrideReason') }}</mat-label>
            <input matInput maxlength="300" formControlName="overrideReason" />
          </mat-form-field>
        }
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="move" [disabled]="submission.isBusy()">{{ t('schedule.move.save') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: `.wish { padding: var(--t-2) var(--t-3); border-radius: var(--t-radius); background: var(--t-warning-soft); color: var(--t-on-warning-soft); }`,
})
export class MoveSheet {
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly sheet = inject<MatDialogRef<MoveSheet, Moved>>(MatDialogRef);
  private readonly data = inject<MoveData>(MAT_DIALOG_DATA);
  private readonly moving = inject(Moving);
  private readonly clock = inject(Clock);
  private readonly start = this.data.to ?? spanOf(this.data.entry, this.clock.timeZone()).start;

  protected readonly title = [this.data.entry.customerName, this.data.entry.title].filter(Boolean).join(' · ');
  protected readonly form = new FormGroup({
    day: new FormControl<LocalDate | null>(this.start.day, { validators: [Validators.required] }),
    time: new FormControl<string | null>(this.start.time),
    overrideReason: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly refused = signal(this.data.refusal);
  private readonly typed = toSignal(this.form.valueChanges);
  protected readonly wish = computed(() => { this.typed(); return this.refused(); });

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { day, time, overrideReason } = this.form.getRawValue();
      const to: When = { day: day ?? this.start.day, time };
      const span = movedTo(this.data.entry, to, this.clock.timeZone());
      try {
        this.sheet.close({ version: await this.moving.move(this.data.entry, span, overrideReason.trim() || undefined), to });
      } catch (error) {
        const wish = Problem.from(error).fields.find(isWish);
        if (!wish) throw error;
        this.refused.set(wish);
      }
    });
  }
}
