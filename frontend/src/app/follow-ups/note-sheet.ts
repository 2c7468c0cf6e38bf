import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { instantOf } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';

/** What is written: a log, or a task for oneself. */
export interface NoteStart { customerId: string; kind: 'log' | 'task' }

interface Typed { subject: string; text: string; dueOn: string | null; time: string | null }

/** Writes a log (something worth keeping that was no contact) or a task about a customer. */
@Component({
  selector: 't-note-sheet',
  imports: [DateField, FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule, Sheet, TimeField],
  template: `
    <t-sheet [title]="t(isTask ? 'followUps.addTask' : 'followUps.addNote')">
      <form class="t-form" novalidate [formGroup]="form" (ngSubmit)="save()">
        @if (isTask) {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('followUps.subject') }}</mat-label>
            <input matInput autocomplete="off" maxlength="200" formControlName="subject" />
            <mat-error>{{ errors.ofControl(form.controls.subject) }}</mat-error>
          </mat-form-field>
          <div class="t-form-row">
            <t-date-field [label]="t('followUps.due')" [control]="form.controls.dueOn" />
            <t-time-field [label]="t('followUps.time')" [control]="form.controls.time" />
          </div>
        }
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('followUps.text') }}</mat-label>
          <textarea matInput rows="5" maxlength="20000" formControlName="text"></textarea>
          <mat-error>{{ errors.ofControl(form.controls.text) }}</mat-error>
        </mat-form-field>
        <t-form-failure [of]="submission" />
      </form>
      <button actions matButton="filled" type="button" [disabled]="submission.isBusy()" (click)="save()">{{ t('common.save') }}</button>
    </t-sheet>
  `,
})
export class NoteSheet {
  private readonly start = inject<NoteStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly dialog = inject<MatDialogRef<NoteSheet, boolean>>(MatDialogRef);
  private readonly notices = inject(Notices);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly isTask = this.start.kind === 'task';
  private readonly draft = inject(Drafts).open<Typed>(`${this.start.kind}/${this.start.customerId}`);

  protected readonly form = new FormGroup({
    subject: new FormControl('', { nonNullable: true, validators: this.isTask ? [Validators.required] : [] }),
    text: new FormControl('', { nonNullable: true, validators: this.isTask ? [] : [Validators.required] }),
    dueOn: new FormControl<string | null>(this.isTask ? this.clock.today() : null, { validators: this.isTask ? [Validators.required] : [] }),
    time: new FormControl<string | null>(null),
  });
  protected readonly submission = submission(this.form);

  constructor() {
    this.form.patchValue(this.draft.restored ?? {});
    this.form.valueChanges.subscribe((typed) => { if (this.form.dirty) this.draft.save(typed); });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const said = this.isTask ? await this.saveTask() : await this.saveLog();
      this.draft.clear();
      this.dialog.close(true);
      void this.notices.offerUndo(this.t(this.isTask ? 'followUps.taskSaved' : 'followUps.noteSaved'), said.undo);
    });
  }

  private async saveLog() {
    const { id } = await this.api.post('/api/logs', { body: { customerId: this.start.customerId, text: this.form.controls.text.value.trim() }, idempotencyKey: this.draft.idempotencyKey });
    return { undo: () => this.api.delete('/api/follow-ups/{id}', { path: { id } }) };
  }

  private async saveTask() {
    const { subject, text, dueOn, time } = this.form.getRawValue();
    const due = dueOn && time ? { dueAt: instantOf(dueOn, time, this.clock.timeZone()) } : { dueOn };
    const { id } = await this.api.post('/api/tasks', { body: { customerId: this.start.customerId, subject: subject.trim(), text: text.trim() || null, ...due }, idempotencyKey: this.draft.idempotencyKey });
    return { undo: () => this.api.delete('/api/tasks/{id}', { path: { id } }) };
  }
}
