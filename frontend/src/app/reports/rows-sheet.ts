import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';
import { WhenVisible } from '../ui/when-visible';
import { ReportQuery, fileUrl } from './question.rules';
import { ReportWords } from './report-words';

/** Which number is opened. */
export interface Opened {
  readonly report: string;
  readonly query: ReportQuery;
  readonly column: string;
  readonly bucket: readonly string[];
  readonly title: string;
}

/** The communications or customers behind a number: as many as it says. */
@Component({
  selector: 't-rows-sheet',
  imports: [MatButton, MatDialogClose, RouterLink, Sheet, State, WhenVisible],
  templateUrl: './rows-sheet.html',
  styleUrl: './rows-sheet.scss',
})
export class RowsSheet {
  private readonly api = inject(Api);
  protected readonly opened = inject<Opened>(MAT_DIALOG_DATA);
  protected readonly session = inject(Session);
  protected readonly words = inject(ReportWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly pages = signal<readonly View<'ReportRowsView'>[]>([]);
  protected readonly isLoading = signal(false);
  protected readonly failure = signal<Problem | undefined>(undefined);
  protected readonly rows = { value: computed(() => this.pages()[0]), isLoading: this.isLoading.asReadonly(), problem: this.failure.asReadonly(), reload: () => { void this.more(); } };
  protected readonly count = computed(() => this.pages()[0]?.count ?? 0);
  protected readonly communications = computed(() => this.pages().flatMap((page) => page.communications));
  protected readonly customers = computed(() => this.pages().flatMap((page) => page.customers));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly file = fileUrl(`/api/reports/${this.opened.report}/rows/export.csv`, this.query());

  constructor() {
    void this.more();
  }

  protected async more(): Promise<void> {
    if (this.isLoading()) return;
    const cursor = this.next();
    this.isLoading.set(true);
    this.failure.set(undefined);
    try {
      const page = await this.api.get('/api/reports/{key}/rows', { path: { key: this.opened.report as never }, query: { ...this.query(), ...(cursor === null ? {} : { cursor }) } });
      this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(Problem.from(error));
    } finally {
      this.isLoading.set(false);
    }
  }

  private query() {
    const { query, column, bucket } = this.opened;
    const { compare: _, ...asked } = query;
    return { ...asked, column, ...(bucket.length ? { bucket: [...bucket] } : {}) };
  }
}
