import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Errors } from '../core/errors';
import { partsOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';

/** What is copied, and what for: into another year, as a template, or to start a plan from a template. */
export interface CopyStart { plan: Pick<View<'PlanRow'>, 'id' | 'name' | 'fromOn'>; way: 'year' | 'template' | 'start' }

/** Names the copy of a plan and says in which year it begins. */
@Component({
  selector: 't-copy-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('plans.copies.' + start.way)">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ t('plans.copies.about_' + start.way, { name: start.plan.name }) }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('plans.fields.name') }}</mat-label>
          <input matInput autocomplete="off" maxlength="160" formControlName="name" />
          <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
        </mat-form-field>
        @if (start.way !== 'template') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('plans.copies.beginsIn') }}</mat-label>
            <input matInput type="number" [min]="from" [max]="from + 10" formControlName="year" />
            <mat-error>{{ errors.ofControl(form.controls.year) }}</mat-error>
          </mat-form-field>
        }
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('plans.copies.' + start.way) }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class CopySheet {
  protected readonly start = inject<CopyStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<CopySheet, View<'PlanView'>>>(MatDialogRef);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly from = partsOf(this.start.plan.fromOn).year;
  private readonly thisYear = partsOf(inject(Clock).today()).year;
  // A template keeps its dates, and so its name.
  private readonly usual = { year: this.from + 1, template: this.from, start: Math.max(this.from, this.thisYear) }[this.start.way];
  protected readonly form = new FormGroup({
    name: new FormControl(this.start.plan.name.replaceAll(String(this.from), String(this.usual)), { nonNullable: true, validators: [Validators.required] }),
    year: new FormControl(this.usual, { nonNullable: true, validators: [Validators.required, Validators.min(this.from), Validators.max(this.from + 10)] }),
  });
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { name, year } = this.form.getRawValue();
      const asTemplate = this.start.way === 'template';
      this.dialog.close(await this.api.post('/api/plans/{id}/copies', { path: { id: this.start.plan.id }, body: { name, years: asTemplate ? 0 : year - this.from, asTemplate } }));
    });
  }
}
