import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { map } from 'rxjs';
import { Api, Problem, newIdempotencyKey } from '../../core/api';
import { Errors } from '../../core/errors';
import { submission } from '../../core/forms';
import { I18n, nameIn } from '../../core/i18n';
import { ListName, Vocabulary } from '../../core/vocabulary';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { ChannelFields } from './channel-fields';
import { ChoicesFields } from './choices-fields';
import { type Entry, kindsOf } from './entries';
import { bodyOf, entryForm } from './entry-form';
import { NamesFields } from './names-fields';

/** The entry to change, or the list that gets a new one. */
export interface EntrySheetData { list: ListName; entry?: Entry }

/** Adds an entry to a list of the vocabulary, or changes one. */
@Component({
  selector: 't-entry-sheet',
  imports: [ChannelFields, ChoicesFields, FormFailure, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, NamesFields, ReactiveFormsModule, Sheet],
  templateUrl: './entry-sheet.html',
})
export class EntrySheet {
  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);
  private readonly vocabulary = inject(Vocabulary);
  private readonly dialog = inject<MatDialogRef<EntrySheet, boolean>>(MatDialogRef);
  private readonly idempotencyKey = newIdempotencyKey();
  protected readonly data = inject<EntrySheetData>(MAT_DIALOG_DATA);
  protected readonly t = this.i18n.t;
  protected readonly errors = inject(Errors);
  protected readonly form = entryForm(this.data.list, this.data.entry);
  protected readonly values = toSignal(this.form.valueChanges.pipe(map(() => this.form.getRawValue())), { initialValue: this.form.getRawValue() });
  protected readonly submission = submission(this.form);
  protected readonly kinds = kindsOf(this.data.list);
  /** What the intervals of a tier are counted in, which its cadence says. */
  protected readonly unit = this.data.entry?.unit ?? 'working_days';
  private version = this.data.entry?.version ?? 0;

  protected title(): string {
    const { list, entry } = this.data;
    return entry ? nameIn(entry.names, this.i18n.language()) : this.t(`vocabulary.${list}.add`);
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      if (this.data.entry) await this.change(this.data.entry.id);
      else await this.add();
      this.vocabulary.reload();
      this.dialog.close(true);
    });
  }

  private add(): Promise<unknown> {
    const { api, form, idempotencyKey } = this;
    switch (this.data.list) {
      case 'channels': return api.post('/api/settings/channels', { body: bodyOf.channels(form), idempotencyKey });
      case 'dispositions': return api.post('/api/settings/dispositions', { body: bodyOf.dispositions(form), idempotencyKey });
      case 'outcomes': return api.post('/api/settings/outcomes', { body: bodyOf.outcomes(form), idempotencyKey });
      case 'stages': return api.post('/api/settings/stages', { body: bodyOf.stages(form), idempotencyKey });
      case 'tiers': return api.post('/api/settings/tiers', { body: bodyOf.tiers(form), idempotencyKey });
      case 'fields': return api.post('/api/settings/fields', { body: bodyOf.fields(form), idempotencyKey });
    }
  }

  private async change(id: string): Promise<void> {
    try {
      await this.patch({ id });
    } catch (error) {
      // The next try is made knowingly over what somebody else wrote.
      if (Problem.from(error).status === 412) this.version = (await this.api.get('/api/vocabulary'))[this.data.list].find((entry) => entry.id === id)?.version ?? this.version;
      throw error;
    }
  }

  private patch(path: { id: string }): Promise<unknown> {
    const { api, form, version } = this;
    switch (this.data.list) {
      case 'channels': return api.patch('/api/settings/channels/{id}', { path, body: bodyOf.channels(form), version });
      case 'dispositions': return api.patch('/api/settings/dispositions/{id}', { path, body: bodyOf.dispositions(form), version });
      case 'outcomes': return api.patch('/api/settings/outcomes/{id}', { path, body: bodyOf.outcomes(form), version });
      case 'stages': return api.patch('/api/settings/stages/{id}', { path, body: bodyOf.stages(form), version });
      case 'tiers': return api.patch('/api/settings/tiers/{id}', { path, body: bodyOf.tiers(form), version });
      case 'fields': return api.patch('/api/settings/fields/{id}', { path, body: bodyOf.fields(form), version });
    }
  }
}
