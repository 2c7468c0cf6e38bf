import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Api, Problem, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { changesOf, submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { PersonForm, personForm } from './person-form';

/** Changes a colleague's account; sends only what was touched. */
@Component({
  selector: 't-edit-person-sheet',
  imports: [FormFailure, MatButton, MatDialogModule, PersonForm, Sheet],
  template: `
    <t-sheet [title]="person.name">
      <form id="edit-person" class="t-form" novalidate (submit)="$event.preventDefault(); save()">
        <t-person-form [form]="form" [personId]="person.id" />
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="edit-person" [disabled]="submission.isBusy()">{{ t('common.save') }}</button>
      </ng-container>
    </t-sheet>
  `,
})
export class EditPersonSheet {
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<EditPersonSheet, boolean>>(MatDialogRef);
  protected readonly t = inject(I18n).t;
  protected readonly person = inject<View<'AccountView'>>(MAT_DIALOG_DATA);
  protected readonly form = personForm(this.person);
  protected readonly submission = submission(this.form);
  private version = this.person.version;

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      try {
        await this.api.patch('/api/people/{id}', { path: { id: this.person.id }, body: changesOf(this.form), version: this.version });
      } catch (error) {
        await this.catchUp(Problem.from(error));
        throw error;
      }
      this.directory.reload();
      if (this.person.id === this.session.person()?.id) await this.session.load();
      this.dialog.close(true);
    });
  }

  // Only touched fields are sent, so saving again from the newer version keeps what the other administrator did elsewhere.
  private async catchUp({ status }: Problem): Promise<void> {
    if (status !== 412) return;
    const { items } = await this.api.get('/api/people/accounts');
    this.version = items.find(({ id }) => id === this.person.id)?.version ?? this.version;
  }
}
