import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';
import type { SavedView } from './saved-views';

const whole = (least: number, most: number) => [Validators.required, Validators.min(least), Validators.max(most)];

/** Draws a random sample of the customers of a view and keeps it as a view of its own. */
@Component({
  selector: 't-sample-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Segments, Sheet],
  template: `
    <t-sheet [title]="t('customers.views.sample')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ from.name }}. {{ t('customers.views.sampleText') }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.views.name') }}</mat-label>
          <input matInput autocomplete="off" maxlength="120" formControlName="name" />
          <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
        </mat-form-field>
        <t-segments formControlName="way" [label]="t('customers.views.sampleBy')" [segments]="ways()" />
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t(isShare() ? 'customers.views.percent' : 'customers.views.size') }}</mat-label>
          <input matInput type="number" min="1" [formControl]="isShare() ? form.controls.percent : form.controls.size" />
          <mat-error>{{ errors.ofControl(isShare() ? form.controls.percent : form.controls.size) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.views.seed') }}</mat-label>
          <input matInput autocomplete="off" maxlength="40" formControlName="seed" />
          <mat-hint>{{ t('customers.views.seedHint') }}</mat-hint>
        </mat-form-field>
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('customers.views.sample') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class SampleSheet {
  protected readonly from = inject<SavedView>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<SampleSheet, SavedView>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    way: new FormControl<'size' | 'percent'>('size', { nonNullable: true }),
    size: new FormControl(100, { nonNullable: true, validators: whole(1, 100_000) }),
    percent: new FormControl(10, { nonNullable: true, validators: whole(1, 100) }),
    seed: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly way = toSignal(this.form.controls.way.valueChanges, { initialValue: 'size' as const });
  protected readonly isShare = computed(() => this.way() === 'percent');
  protected readonly ways = computed(() => (['size', 'percent'] as const).map((value) => ({ value, label: this.t(`customers.views.ways.${value}`) })));

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { name, way, size, percent, seed } = this.form.getRawValue();
      const body = { name, ...(way === 'percent' ? { percent } : { size }), ...(seed.trim() ? { seed: seed.trim() } : {}) };
      const drawn = await this.api.post('/api/segments/{id}/samples', { path: { id: this.from.id }, body });
      this.dialog.close(drawn);
      void this.notices.say(this.t('customers.views.drawn', { count: drawn.listed ?? 0 }));
    });
  }
}
