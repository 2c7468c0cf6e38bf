import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Api, Problem, View } from '../../core/api';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Chip, Tone } from '../../ui/chip';
import { Sheet } from '../../ui/sheet';

type Row = View<'CalendarFileRowView'>;
const TONES: Record<Row['state'], Tone> = { new: 'success', changed: 'info', unchanged: 'neutral', kept: 'warning', skipped: 'neutral' };

/** Reads an .ics file: shows what becomes of each entry, then enters the days. */
@Component({
  selector: 't-calendar-file-sheet',
  imports: [Chip, MatButton, Sheet],
  templateUrl: './file-sheet.html',
  styles: `label { display: flex; align-items: center; gap: var(--t-2); min-height: var(--t-touch); } .bad { color: var(--t-danger); }`,
})
export class FileSheet {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly sheet = inject<MatDialogRef<FileSheet, number>>(MatDialogRef);
  private readonly region = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly errors = inject(Errors);

  private readonly text = signal('');
  protected readonly replacesManual = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');
  protected readonly shown = signal<View<'CalendarFileView'> | undefined>(undefined);
  protected readonly written = computed(() => this.shown()?.written ?? 0);

  protected async choose({ files }: HTMLInputElement): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    this.text.set(await file.text());
    await this.look();
  }

  protected async replace(replaces: boolean): Promise<void> {
    this.replacesManual.set(replaces);
    if (this.text()) await this.look();
  }

  protected tone({ state }: Row): Tone {
    return TONES[state];
  }

  protected async save(): Promise<void> {
    await this.attempt(async () => {
      const { written } = await this.api.post('/api/calendar-files', { body: this.body() });
      this.sheet.close(written);
    });
  }

  private look(): Promise<void> {
    return this.attempt(async () => { this.shown.set(await this.api.post('/api/calendar-files/preview', { body: this.body() })); });
  }

  private body(): View<'ReadCalendarFile'> {
    return { text: this.text(), replacesManual: this.replacesManual(), ...(this.region ? { region: this.region } : {}) };
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
    } catch (error) {
      const problem = Problem.from(error);
      this.failure.set(problem.fields[0] ? this.errors.ofField(problem.fields[0]) : this.errors.ofProblem(problem));
      this.shown.set(undefined);
    } finally {
      this.isBusy.set(false);
    }
  }
}
