import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api, View, newIdempotencyKey } from '../../core/api';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';

/** Whom something is granted to, and the plan items that may pay for it. */
export interface GrantStart { readonly customerId: string; readonly planItems: readonly View<'GrantableItemView'>[] }

/** Grants a customer an incentive of the catalogue: which, how many, for which plan item. */
@Component({
  selector: 't-grant-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('customers.incentives.grant')">
      <form id="grant" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        @if (start.planItems.length) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.incentives.planItem') }}</mat-label>
            <mat-select formControlName="planItemId">
              <mat-option [value]="null">{{ t('customers.incentives.noPlan') }}</mat-option>
              @for (item of start.planItems; track item.itemId) { <mat-option [value]="item.itemId">{{ item.planName }}: {{ item.objective }}</mat-option> }
            </mat-select>
            <mat-error>{{ errors.ofControl(form.controls.planItemId) }}</mat-error>
          </mat-form-field>
        }
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.incentives.which') }}</mat-label>
          <mat-select formControlName="incentiveId">
            @for (one of incentives(); track one.id) { <mat-option [value]="one.id">{{ one.name }}, {{ one.left === null ? t('customers.incentives.unlimited') : t('customers.incentives.left', { count: one.left }) }}</mat-option> }
          </mat-select>
          <mat-error>{{ errors.ofControl(form.controls.incentiveId) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.incentives.quantity') }}</mat-label>
          <input matInput type="number" min="1" step="1" formControlName="quantity" />
          <mat-error>{{ errors.ofControl(form.controls.quantity) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.incentives.note') }}</mat-label>
          <input matInput maxlength="300" autocomplete="off" formControlName="note" />
          <mat-error>{{ errors.ofControl(form.controls.note) }}</mat-error>
        </mat-form-field>
        @if (cost(); as known) { <p role="status" class="t-small t-muted">{{ t(known.isDecided ? 'customers.incentives.costDecided' : 'customers.incentives.cost', { cost: known.cost }) }}</p> }
        @if (catalogue.value() && incentives().length === 0) { <p class="t-small t-muted">{{ t('customers.incentives.nothingToGrant') }}</p> }
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="grant" [disabled]="submission.isBusy()">{{ t('customers.incentives.grant') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class GrantSheet {
  protected readonly start = inject<GrantStart>(MAT_DIALOG_DATA);
  protected readonly sheet = inject<MatDialogRef<GrantSheet, View<'GrantView'>>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly format = inject(Format);
  private readonly currency = inject(Session).organisation()?.currency ?? 'CNY';
  private readonly idempotencyKey = newIdempotencyKey();
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly catalogue = this.api.resource('/api/incentives', () => ({ query: { current: true } }));
  protected readonly incentives = computed(() => this.catalogue.value()?.items ?? []);
  protected readonly form = new FormGroup({
    planItemId: new FormControl<string | null>(this.start.planItems.find(({ incentiveId }) => incentiveId !== null)?.itemId ?? null),
    incentiveId: new FormControl<string | null>(null, { validators: [Validators.required] }),
    quantity: new FormControl(1, { nonNullable: true, validators: [Validators.required, Validators.min(1)] }), note: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly typed = toSignal(this.form.valueChanges);
  protected readonly cost = computed(() => {
    this.typed();
    const { incentiveId, quantity } = this.form.getRawValue();
    const chosen = this.incentives().find(({ id }) => id === incentiveId);
    if (!chosen || quantity < 1) return null;
    const cost = chosen.unitCost * quantity;
    return { cost: this.format.money(cost, this.currency), isDecided: chosen.approvalAbove !== null && cost > chosen.approvalAbove };
  });

  constructor() {
    // What the plan item names is proposed until something is chosen.
    effect(() => {
      const named = this.start.planItems.find(({ itemId }) => itemId === this.form.controls.planItemId.value)?.incentiveId;
      if (named && this.form.controls.incentiveId.value === null && this.incentives().some(({ id }) => id === named)) this.form.controls.incentiveId.setValue(named);
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { incentiveId, ...rest } = this.form.getRawValue();
      this.sheet.close(await this.api.post('/api/customers/{id}/incentives', { path: { id: this.start.customerId }, body: { ...rest, incentiveId: incentiveId ?? '' }, idempotencyKey: this.idempotencyKey }));
    });
  }
}
