import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, View } from '../core/api';
import { Format, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { PageTitles } from '../core/page-title';
import { PageHeader } from '../ui/page-header';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { shapeOf } from './chart/chart-options.rules';
import { ReportChart } from './chart/report-chart';
import { askedState, fileUrl, queryOf } from './question.rules';
import { ReportControls } from './report-controls';
import { ReportDefinition } from './report-definition';
import { Line, bucketOf, drawn, extremes, linesOf } from './report-lines.rules';
import { Chosen, ReportTable } from './report-table';
import { ReportWords } from './report-words';

/** A report: what is asked, the answer as chart, words and table, what it counts, and the rows behind each number. */
@Component({
  selector: 't-report-page',
  imports: [MatButton, PageHeader, ReportChart, ReportControls, ReportDefinition, ReportTable, State],
  templateUrl: './report-page.html',
  styleUrl: './report-page.scss',
})
export class ReportPage {
  /** Which report, from the address. */
  readonly key = input.required<string>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly titles = inject(PageTitles);
  protected readonly words = inject(ReportWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly state = askedState();
  protected readonly catalogue = this.api.resource('/api/reports', () => ({}));
  protected readonly line = computed(() => this.catalogue.value()?.reports.find(({ key }) => key === this.key()));
  private readonly query = computed(() => { const line = this.line(); return line && queryOf(this.state.now(), line); }, { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  protected readonly report = this.api.resource('/api/reports/{key}', () => {
    const query = this.query();
    return query && { path: { key: this.key() as never }, query };
  });
  protected readonly fileUrl = computed(() => { const query = this.query(); return query && fileUrl(`/api/reports/${this.key()}/export.csv`, query); });
  protected readonly lines = computed(() => {
    const report = this.report.value();
    return report ? linesOf(report, (dimension, value) => this.words.value(dimension, value, report.question.days !== null || report.question.origin !== null)) : [];
  });
  protected readonly isEmpty = computed(() => this.report.value()?.total.numbers.every((number) => !number) ?? false);
  protected readonly drawing = computed(() => {
    const report = this.report.value();
    if (!report) return undefined;
    const isShare = report.rate !== null;
    const format = (value: number): string => (isShare ? this.format.percent(value, 0) : this.format.number(value));
    return { lines: this.lines(), isTime: report.dimensions.map(({ kind }) => kind === 'time'), isShare, name: this.measured(report), format, say: (line: Line) => this.say(report, line) };
  });
  private readonly shape = computed(() => { const drawing = this.drawing(); return drawing ? shapeOf(drawing) : 'none'; });
  protected readonly hasChart = computed(() => this.shape() !== 'none');
  protected readonly hasPartial = computed(() => this.lines().some(({ isPartial }) => isPartial));
  protected readonly hasIntervals = computed(() => this.shape() !== 'map' && this.drawing()?.isShare === true);
  protected readonly summary = computed(() => { const report = this.report.value(); return report ? this.summarise(report) : ''; });
  protected readonly context = computed(() => { const report = this.report.value(); return report ? this.contextOf(report) : ''; });

  constructor() {
    effect(() => { const line = this.line(); if (line) this.titles.set(this.words.text(line.names)); });
  }

  protected openLine(line: Line): void {
    const column = this.report.value()?.columns.find(({ isBeside }) => !isBeside);
    if (column) this.open({ column, line });
  }

  protected open({ column, line }: Chosen): void {
    const [query, report] = [this.query(), this.report.value()];
    if (!query || !report) return;
    const title = [this.words.text(column.names), ...(line?.labels ?? [this.t('reports.total')])].join(' · ');
    const bucket = line ? bucketOf(report.question.by, line.keys) : [];
    void this.sheets.open(() => import('./rows-sheet').then((m) => m.RowsSheet), { data: { report: this.key(), query: this.fixed(query, report), column: column.key, bucket, title } });
  }

  /** The question with the days it was answered for, so that its rows are those of the number even when a new day begins. */
  private fixed(query: object, { question, dimensions }: View<'ReportView'>): object {
    const { period: _, ...rest } = { period: undefined, ...query };
    const named = question.periodName === 'all' ? { period: 'all' } : question.period;
    return { ...rest, ...named, by: dimensions.length ? dimensions.map(({ key }) => key) : ['none'] };
  }

  private measured({ rate, columns }: View<'ReportView'>): string {
    return this.words.text(rate ? rate.names : columns[0]?.names);
  }

  private shown(report: View<'ReportView'>, line: Pick<Line, 'numbers' | 'share'>): string {
    const value = drawn(line);
    if (!report.rate) return this.format.number(value);
    return this.t('reports.shareOf', { share: this.format.percent(value), n: this.format.number(line.share?.n) });
  }

  private say(report: View<'ReportView'>, line: Line): string {
    const share = line.share && line.share.low !== null ? [`95 %: ${this.format.percent(line.share.low)} – ${this.format.percent(line.share.high)}`] : [];
    const numbers = report.columns.map(({ names }, i) => `${this.words.text(names)}: ${this.format.number(line.numbers[i])}`);
    const partial = line.isPartial ? [this.t('reports.unfinished')] : [];
    return [line.labels.join(' · '), ...partial, `${this.measured(report)}: ${this.shown(report, line)}`, ...share, ...numbers].join('\n');
  }

  private summarise(report: View<'ReportView'>): string {
    const found = extremes(this.lines());
    const total = this.t('reports.summary.total', { name: this.measured(report), value: this.shown(report, report.total) });
    if (!found) return total;
    const [high, low] = [found.highest, found.lowest].map((line) => ({ row: line.labels.join(', '), value: this.shown(report, line) }));
    return `${total} ${this.t('reports.summary.highest', { ...high })} ${this.t('reports.summary.lowest', { ...low })}`;
  }

  private contextOf({ question, previousPeriod }: View<'ReportView'>): string {
    const { period, periodName, scope, origin, days } = question;
    const between = (given: { from: string; until: string }): string => this.words.days(given.from, addDays(given.until, -1));
    return [
      periodName === 'all' ? this.t('reports.periods.all') : between(period),
      ...(origin ? [this.t(`reports.origins.${origin}`), this.t(`reports.days.${days ?? 'none'}`)] : []),
      scope.isEverything ? this.t('reports.scope.all') : this.t('reports.scope.some'),
      ...(previousPeriod ? [this.t('reports.comparedWith', { days: between(previousPeriod) })] : []),
    ].join(' · ');
  }
}
