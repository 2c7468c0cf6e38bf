import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Api } from '../../core/api';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { CadenceFields } from './cadence-fields';
import { cadenceForm, termsIn } from './cadence-form';
import type { Standing } from './cadence-words';

/** Gives a customer a cadence of its own, or changes it; begins with what counts now. Answers how the customer stands then. */
@Component({
  selector: 't-own-sheet',
  imports: [CadenceFields, FormFailure, MatButton, MatDialogModule, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('cadences.ownCadence')">
      <form id="own-cadence" class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        <t-cadence-fields [form]="form" />
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="own-cadence" [disabled]="submission.isBusy()">{{ t('common.save') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class OwnSheet {
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<OwnSheet, Standing>>(MatDialogRef);
  private readonly standing = inject<Standing>(MAT_DIALOG_DATA);
  protected readonly t = inject(I18n).t;
  protected readonly form = cadenceForm(this.standing.terms);
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    const { customerId, version } = this.standing;
    return this.submission.run(async () => {
      this.dialog.close(await this.api.put('/api/customers/{id}/cadence', { path: { id: customerId }, body: termsIn(this.form), version }));
    });
  }
}
