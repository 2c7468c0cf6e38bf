import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, Problem, View, newIdempotencyKey } from '../../core/api';
import { Clock } from '../../core/clock';
import { Errors } from '../../core/errors';
import { LocalDate, addDays } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { DateField } from '../../ui/date-field';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';

type Incentive = View<'IncentiveView'>;
const KINDS = ['gift', 'coupon', 'other'] as const;
const amount = (value: number | null | undefined): FormControl<number | null> => new FormControl<number | null>(value ?? null, { validators: [Validators.min(0)] });

/** Adds an incentive to the catalogue, or changes one. */
@Component({
  selector: 't-incentive-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="data.incentive?.name ?? t('incentives.add')">
      <form id="incentive" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('incentives.name') }}</mat-label>
          <input matInput autocomplete="off" maxlength="120" formControlName="name" />
          <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('incentives.kind') }}</mat-label>
          <mat-select formControlName="kind">@for (kind of kinds; track kind) { <mat-option [value]="kind">{{ t('incentives.kinds.' + kind) }}</mat-option> }</mat-select>
        </mat-form-field>
        <div class="t-form-row">
          @for (field of amounts; track field.name) {
            <mat-form-field appearance="outline" subscriptSizing="dynamic">
              <mat-label>{{ t('incentives.' + field.label, { currency }) }}</mat-label>
              <input matInput type="number" min="0" [step]="field.step" [formControl]="field.control" />
              <mat-error>{{ errors.ofControl(field.control) }}</mat-error>
            </mat-form-field>
          }
        </div>
        <div class="t-form-row">
          <t-date-field [label]="t('incentives.firstDay')" [control]="form.controls.validFrom" />
          <t-date-field [label]="t('incentives.lastDay')" [control]="form.controls.validUntil" [min]="form.controls.validFrom.value" />
        </div>
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="incentive" [disabled]="submission.isBusy()">{{ data.incentive ? t('common.save') : t('common.add') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: `.t-form-row > :nth-child(3) { grid-column: 1 / -1; }`,
})
export class IncentiveSheet {
  protected readonly data = inject<{ incentive?: Incentive }>(MAT_DIALOG_DATA);
  protected readonly sheet = inject<MatDialogRef<IncentiveSheet, boolean>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  protected readonly currency = inject(Session).organisation()?.currency ?? 'CNY';
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly idempotencyKey = newIdempotencyKey();
  private version = this.data.incentive?.version ?? 0;
  protected readonly kinds = KINDS;
  protected readonly form = new FormGroup({
    name: new FormControl(this.data.incentive?.name ?? '', { nonNullable: true, validators: [Validators.required] }),
    kind: new FormControl<Incentive['kind']>(this.data.incentive?.kind ?? 'gift', { nonNullable: true }),
    unitCost: new FormControl<number | null>(this.data.incentive?.unitCost ?? null, { validators: [Validators.required, Validators.min(0)] }),
    stock: amount(this.data.incentive?.stock), approvalAbove: amount(this.data.incentive?.approvalAbove),
    validFrom: new FormControl<LocalDate | null>(this.data.incentive?.validFrom ?? this.clock.today(), { validators: [Validators.required] }),
    validUntil: new FormControl<LocalDate | null>(this.data.incentive?.validUntil ? addDays(this.data.incentive.validUntil, -1) : null),
  });
  protected readonly amounts = [
    { name: 'unitCost', label: 'unitCost', step: '0.01', control: this.form.controls.unitCost }, { name: 'stock', label: 'stock', step: '1', control: this.form.controls.stock },
    { name: 'approvalAbove', label: 'approvalAbove', step: '0.01', control: this.form.controls.approvalAbove },
  ] as const;
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { validFrom, validUntil, unitCost, ...rest } = this.form.getRawValue();
      const body = { ...rest, unitCost: unitCost ?? 0, validFrom: validFrom ?? '', validUntil: validUntil && addDays(validUntil, 1) };
      if (this.data.incentive) await this.change(this.data.incentive.id, body);
      else await this.api.post('/api/incentives', { body, idempotencyKey: this.idempotencyKey });
      this.sheet.close(true);
    });
  }

  private async change(id: string, body: View<'WriteIncentive'>): Promise<void> {
    try {
      await this.api.patch('/api/incentives/{id}', { path: { id }, body, version: this.version });
    } catch (error) {
      if (Problem.from(error).status === 412) {
        const { items } = await this.api.get('/api/incentives');
        this.version = items.find((one) => one.id === id)?.version ?? this.version;
      }
      throw error;
    }
  }
}
