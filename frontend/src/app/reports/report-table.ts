import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Rate } from '../ui/rate';
import { Line } from './report-lines.rules';
import { ReportWords } from './report-words';

/** A number of the table: its column, and the row, or null for the total. */
export interface Chosen {
  readonly column: View<'ReportColumnView'>;
  readonly line: Line | null;
}

interface Row extends Line { readonly isTotal: boolean }

const AT_FIRST = 200;

/** The answer as a table; each number opens its rows. */
@Component({
  selector: 't-report-table',
  imports: [MatButton, Rate],
  templateUrl: './report-table.html',
  styleUrl: './report-table.scss',
})
export class ReportTable {
  /** The answer. */
  readonly report = input.required<View<'ReportView'>>();

  /** Its rows with their words. */
  readonly lines = input.required<readonly Line[]>();

  /** Somebody wants to see the rows behind a number. */
  readonly chosen = output<Chosen>();

  protected readonly words = inject(ReportWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly isWhole = linkedSignal<unknown, boolean>({ source: this.report, computation: () => false });
  protected readonly shown = computed(() => (this.isWhole() ? this.lines() : this.lines().slice(0, AT_FIRST)));
  protected readonly hidden = computed(() => this.lines().length - this.shown().length);
  protected readonly rows = computed<readonly Row[]>(() => {
    const { numbers, share, previous } = this.report().total;
    return [...this.shown().map((line) => ({ ...line, isTotal: false })), { keys: [], labels: [this.t('reports.total')], numbers, share, previous, isPartial: false, isTotal: true }];
  });

  protected showAll(): void {
    this.isWhole.set(true);
  }

  protected open(column: View<'ReportColumnView'>, line: Row): void {
    this.chosen.emit({ column, line: line.isTotal ? null : line });
  }

  protected sayOpen(column: View<'ReportColumnView'>, line: Row, i: number): string {
    return this.t('reports.open', { number: this.format.number(line.numbers[i]), column: this.words.text(column.names), row: line.labels.join(', ') });
  }
}
