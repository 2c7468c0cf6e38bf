import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Api } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { SavedView, SavedViews } from './saved-views';

const NEW = 'new';

/** Puts the ticked customers on one of the person's lists, or makes a new one of them. */
@Component({
  selector: 't-list-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('customers.views.toList')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <p class="t-muted">{{ t('customers.chosen', { count: ids.length }) }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.views.which') }}</mat-label>
          <mat-select formControlName="list">
            <mat-option [value]="fresh">{{ t('customers.views.newList') }}</mat-option>
            @for (list of views.lists(); track list.id) {
              <mat-option [value]="list.id">{{ list.name }} · {{ list.listed }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        @if (isNew()) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.views.name') }}</mat-label>
            <input matInput autocomplete="off" maxlength="120" formControlName="name" />
            <mat-error>{{ errors.ofControl(form.controls.name) }}</mat-error>
          </mat-form-field>
        }
        <t-form-failure [of]="submission" />
        <button hidden type="submit"></button>
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('customers.views.addTo') }}</button>
    </t-sheet>
  `,
  styles: 'p { margin: 0; }',
})
export class ListSheet {
  protected readonly ids = inject<readonly string[]>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<ListSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly views = inject(SavedViews);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly fresh = NEW;
  protected readonly form = new FormGroup({
    list: new FormControl<string>(NEW, { nonNullable: true }),
    name: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly submission = submission(this.form);
  private readonly list = toSignal(this.form.controls.list.valueChanges, { initialValue: NEW });
  protected readonly isNew = computed(() => this.list() === NEW);

  protected save(): Promise<void> {
    const { name } = this.form.controls;
    name.setValidators(this.isNew() ? Validators.required : null);
    name.updateValueAndValidity();
    return this.submission.run(async () => {
      const saved = await this.write();
      this.dialog.close(true);
      void this.notices.say(this.t('customers.views.added', { name: saved.name }));
    });
  }

  private write(): Promise<SavedView> {
    const { list, name } = this.form.getRawValue();
    if (list === NEW) return this.api.post('/api/segments', { body: { name, customerIds: [...this.ids] } });
    return this.api.post('/api/segments/{id}/customers', { path: { id: list }, body: { add: [...this.ids] } });
  }
}
