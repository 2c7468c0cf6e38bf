import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';
import type { Sort } from '../list/filters.rules';
import type { SavedView } from './saved-views';

/** A filter to save, or a saved view to rename or share. */
export interface ViewStart { view?: SavedView; filter?: View<'CustomerFilter'>; sort?: Sort }

/** Names a view and says who may use it. */
@Component({
  selector: 't-view-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Segments, Sheet],
  template: `
    <t-sheet [title]="t(start.view ? 'customers.views.edit' : 'customers.views.save')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.views.name') }}</mat-label>
          <input matInput autocomplete="off" maxlength="120" formControlName="name" />
          <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
        </mat-form-field>
        <div>
          <p class="t-small t-muted">{{ t('customers.views.sharing') }}</p>
          <t-segments formControlName="sharing" [label]="t('customers.views.sharing')" [segments]="sharings()" />
        </div>
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('common.save') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0 0 var(--t-1); }',
})
export class ViewSheet {
  protected readonly start = inject<ViewStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<ViewSheet, SavedView>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly form = new FormGroup({
    name: new FormControl(this.start.view?.name ?? '', { nonNullable: true, validators: [Validators.required] }),
    sharing: new FormControl<SavedView['sharing']>(this.start.view?.sharing ?? 'nobody', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  protected readonly sharings = computed(() => (['nobody', 'team', 'everyone'] as const).map((value) => ({ value, label: this.t(`customers.views.sharings.${value}`) })));

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { view, filter, sort } = this.start;
      const body = this.form.getRawValue();
      const saved = view
        ? await this.api.patch('/api/segments/{id}', { path: { id: view.id }, body, version: view.version })
        : await this.api.post('/api/segments', { body: { ...body, ...(filter ? { filter } : {}), ...(sort ? { sort } : {}) } });
      this.dialog.close(saved);
      void this.notices.say(this.t('customers.views.saved', { name: saved.name }));
    });
  }
}
