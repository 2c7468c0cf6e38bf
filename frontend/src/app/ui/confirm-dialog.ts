import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { I18n } from '../core/i18n';

/** A question with two answers. */
export interface Question {
  title: string;
  text?: string;
  /** What the deciding button says: the verb, not "OK". */
  confirm: string;
  /** Whether something is lost. */
  isDangerous?: boolean;
}

/** The dialog of `Confirm`. */
@Component({
  selector: 't-confirm-dialog',
  imports: [MatButton, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    @if (question.text) {
      <mat-dialog-content>{{ question.text }}</mat-dialog-content>
    }
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false">{{ t('common.cancel') }}</button>
      <button matButton="filled" type="button" [class.danger]="question.isDangerous" [mat-dialog-close]="true">{{ question.confirm }}</button>
    </mat-dialog-actions>
  `,
  styles: '.danger { --mat-button-filled-container-color: var(--t-danger); --mat-button-filled-label-text-color: var(--mat-sys-on-error); }',
})
export class ConfirmDialog {
  protected readonly t = inject(I18n).t;
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
