import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith } from 'rxjs';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { StageHistory } from './stage-history';

/** Moves a customer to another stage, today or on the day it happened; all changes so far stand below. */
@Component({
  selector: 't-stage-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet, StageHistory],
  template: `
    <t-sheet [title]="t('customers.changeStage')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p>{{ customer.name }} · {{ vocabulary.name(customer.stageId) }}</p>
        <div class="t-form-row">
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.newStage') }}</mat-label>
            <mat-select formControlName="stageId">
              @for (stage of stages(); track stage.id) { <mat-option [value]="stage.id">{{ vocabulary.name(stage.id) }}</mat-option> }
            </mat-select>
            <mat-error>{{ errors.ofControl(form.controls.stageId) }}</mat-error>
          </mat-form-field>
          <t-date-field [label]="t('customers.stageOn')" [control]="form.controls.on" [max]="clock.today()" />
        </div>
        @if (kind() === 'won') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.amount') }}</mat-label>
            <input matInput type="number" min="0" step="0.01" autocomplete="off" formControlName="amount" />
            <span matTextSuffix>{{ currency() }}</span>
            <mat-error>{{ errors.ofControl(form.controls.amount) }}</mat-error>
          </mat-form-field>
        }
        @if (kind() === 'lost' || kind() === 'dormant') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t(kind() === 'lost' ? 'customers.lostReason' : 'customers.reasonOptional') }}</mat-label>
            <input matInput autocomplete="off" maxlength="500" formControlName="reason" />
            <mat-error>{{ errors.ofControl(form.controls.reason) }}</mat-error>
          </mat-form-field>
        }
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      <t-stage-history [customerId]="customer.id" />
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('customers.changeStage') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; } t-stage-history { display: block; margin-top: var(--t-6); }',
})
export class StageSheet {
  protected readonly customer = inject<View<'CustomerView'>>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<StageSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;

  protected readonly form = new FormGroup({
    stageId: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    on: new FormControl<string | null>(this.clock.today(), { validators: [Validators.required] }),
    amount: new FormControl<number | null>(null),
    reason: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly stageId = toSignal(this.form.controls.stageId.valueChanges.pipe(startWith('')));
  protected readonly kind = computed(() => this.vocabulary.find('stages', this.stageId())?.kind);
  // A change that was forgotten may lead into the stage that holds now, so the list is whole.
  protected readonly stages = computed(() => this.vocabulary.choices('stages').filter(({ id }) => id !== this.customer.stageId));
  protected readonly currency = computed(() => this.session.organisation()?.currency ?? '');

  protected save(): Promise<void> {
    const { stageId, on, amount, reason } = this.form.getRawValue();
    this.form.controls.reason.setValidators(this.kind() === 'lost' ? Validators.required : null);
    this.form.controls.reason.updateValueAndValidity();
    return this.submission.run(async () => {
      const body = { stageId, ...(on && on !== this.clock.today() ? { on } : {}), amount: this.kind() === 'won' ? amount : null, reason: reason.trim() || null };
      const { items } = await this.api.post('/api/customers/{id}/stage-changes', { path: { id: this.customer.id }, body });
      this.dialog.close(true);
      const [made] = items.filter((change) => change.toStageId === stageId);
      const said = this.t('customers.stageChanged', { stage: this.vocabulary.name(stageId) });
      if (made && this.session.can('records.correct')) void this.notices.offerUndo(said, () => this.api.delete('/api/customers/{id}/stage-changes/{changeId}', { path: { id: this.customer.id, changeId: made.id } }));
      else void this.notices.say(said);
    });
  }
}
