import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Api, Problem, View } from '../../core/api';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Chip, Tone } from '../../ui/chip';
import { FileDrop } from '../../ui/file-drop';
import { Sheet } from '../../ui/sheet';

type Row = View<'CalendarFileRowView'>;
const TONES: Record<Row['state'], Tone> = { new: 'success', changed: 'info', unchanged: 'neutral', kept: 'warning', skipped: 'neutral' };
// What the server takes.
const MOST_BYTES = 500_000;

/** Reads an .ics file: shows what becomes of each entry, then enters the days. */
@Component({
  selector: 't-calendar-file-sheet',
  imports: [Chip, FileDrop, MatButton, MatCheckbox, Sheet],
  templateUrl: './file-sheet.html',
  styles: `
    p { margin: 0 0 var(--t-3); }
    mat-checkbox { display: block; margin: var(--t-2) 0; }
    @media (min-width: 840px) { tbody th { background: none; color: var(--t-text-color); font: var(--t-text); white-space: normal; overflow-wrap: anywhere; } }
  `,
})
export class FileSheet {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly sheet = inject<MatDialogRef<FileSheet, number>>(MatDialogRef);
  private readonly region = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly errors = inject(Errors);

  private readonly text = signal('');
  protected readonly fileName = signal('');
  protected readonly isReading = signal(false);
  protected readonly replacesManual = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');
  protected readonly shown = signal<View<'CalendarFileView'> | undefined>(undefined);
  protected readonly written = computed(() => this.shown()?.written ?? 0);

  protected async choose(file: File): Promise<void> {
    if (this.isBusy()) return;
    this.fileName.set(file.name);
    this.text.set('');
    this.shown.set(undefined);
    if (file.size > MOST_BYTES) { this.failure.set(this.t('calendar.file.tooBig')); return; }
    this.isReading.set(true);
    await this.attempt(async () => {
      this.text.set(await file.text());
      await this.look();
    });
    this.isReading.set(false);
  }

  protected async replace(replaces: boolean): Promise<void> {
    this.replacesManual.set(replaces);
    if (this.text()) await this.attempt(() => this.look());
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

  private async look(): Promise<void> {
    this.shown.set(await this.api.post('/api/calendar-files/preview', { body: this.body() }));
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
