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
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { PastedDay, readPasted } from './pasted-days.rules';

const EXAMPLE = '2027-02-06, holiday, Spring Festival\n2027-02-14, working, Spring Festival';

/** Adds many days at once, pasted as lines of day, kind and name. */
@Component({
  selector: 't-paste-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet],
  template: `
    <t-sheet [title]="t('calendar.paste.title')">
      <form id="paste" class="t-form" [formGroup]="form" (ngSubmit)="save()">
        <p>{{ t('calendar.paste.how') }}</p>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('calendar.paste.lines') }}</mat-label>
          <textarea matInput rows="14" spellcheck="false" formControlName="text" [placeholder]="example"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.text) }}</mat-error>
        </mat-form-field>
        @if (read().days.length || read().badLines.length) {
          <p role="status">{{ t('calendar.paste.read', { count: read().days.length }) }}</p>
        }
        @if (read().badLines.length) {
          <p class="bad" role="alert">{{ t('calendar.paste.unreadable', { lines: read().badLines.join(', ') }) }}</p>
        }
        <t-form-failure [of]="submission" />
      </form>
      <ng-container actions>
        <button matButton type="button" (click)="sheet.close()">{{ t('common.cancel') }}</button>
        <button matButton="filled" type="submit" form="paste" [disabled]="submission.isBusy() || !read().days.length || read().badLines.length > 0">{{ t('calendar.paste.save') }}</button>
      </ng-container>
    </t-sheet>
  `,
  styles: `.bad { color: var(--t-danger); } textarea { font-family: ui-monospace, Menlo, Consolas, monospace; }`,
})
export class PasteSheet {
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly sheet = inject<MatDialogRef<PasteSheet, PastedDay[]>>(MatDialogRef);
  protected readonly example = EXAMPLE;
  private readonly api = inject(Api);
  private readonly region = inject<string>(MAT_DIALOG_DATA);

  protected readonly form = new FormGroup({ text: new FormControl('', { nonNullable: true, validators: [Validators.required] }) });
  protected readonly submission = submission(this.form);
  private readonly text = toSignal(this.form.controls.text.valueChanges, { initialValue: '' });
  protected readonly read = computed(() => readPasted(this.text()));

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { days } = this.read();
      await this.api.post('/api/calendar/days', { body: { days, ...(this.region ? { region: this.region } : {}) } });
      this.sheet.close(days);
    });
  }
}
