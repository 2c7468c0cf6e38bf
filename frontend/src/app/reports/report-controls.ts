import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { merge } from 'rxjs';
import type { View } from '../core/api';
import { Clock } from '../core/clock';
import { I18n } from '../core/i18n';
import { UrlState } from '../core/url-state';
import { DateField } from '../ui/date-field';
import { Filter } from '../ui/filter';
import { Segments } from '../ui/segments';
import { Asked, DAYS, ORIGINS, PERIODS, dimensionsOf, filtered, isOwnPeriod, withFilter } from './question.rules';
import { ReportWords } from './report-words';
import { ValueFilter } from './value-filter';

const MOST_DIMENSIONS = 3;

/** What a report is asked: period, breakdown, origin and days of a cohort, comparison, filters. All of it stands in the address. */
@Component({
  selector: 't-report-controls',
  imports: [DateField, Filter, MatButton, MatCheckbox, Segments, ValueFilter],
  templateUrl: './report-controls.html',
  styleUrl: './report-controls.scss',
})
export class ReportControls {
  /** The report. */
  readonly line = input.required<View<'ReportLineView'>>();

  /** The question in the address. */
  readonly state = input.required<UrlState<Asked>>();

  private readonly clock = inject(Clock);
  protected readonly words = inject(ReportWords);
  protected readonly t = inject(I18n).t;
  protected readonly now = computed(() => this.state().now());
  protected readonly by = computed(() => dimensionsOf(this.now(), this.line()).filter((key) => key !== 'none'));
  protected readonly periods = computed(() => [...PERIODS, 'own'].map((value) => ({ value, label: this.t(`reports.periods.${value}`) })));
  // The fields show as soon as days of one's own are wanted, and the address follows once both are there.
  protected readonly isOwn = linkedSignal(() => isOwnPeriod(this.now()));
  protected readonly origins = computed(() => ORIGINS.map((value) => ({ value, label: this.t(`reports.origins.${value}`) })));
  protected readonly days = computed(() => DAYS.map((value) => ({ value, label: this.t(`reports.days.${value}`) })));
  protected readonly from = new FormControl<string | null>(null);
  protected readonly to = new FormControl<string | null>(null);
  protected readonly isFiltering = linkedSignal(() => this.now().filter.length > 0);

  /** One choice for each dimension in use, and an empty one while there is room. */
  protected readonly breakdowns = computed(() => {
    const chosen = this.by();
    const hasTime = (keys: readonly string[]): boolean => this.line().dimensions.some(({ key, kind }) => kind === 'time' && keys.includes(key));
    return [...chosen, ...(chosen.length < MOST_DIMENSIONS ? [''] : [])].map((own, place) => {
      const others = chosen.filter((_, i) => i !== place);
      const free = this.line().dimensions.filter(({ key, kind }) => !others.includes(key) && !(kind === 'time' && hasTime(others)));
      return { own, options: free.map(({ key, names }) => ({ value: key, label: this.words.text(names) })) };
    });
  });

  constructor() {
    effect(() => {
      const now = this.now();
      if (!isOwnPeriod(now)) return;
      this.from.setValue(now.from, { emitEvent: false });
      this.to.setValue(now.to, { emitEvent: false });
    });
    merge(this.from.valueChanges, this.to.valueChanges).pipe(takeUntilDestroyed()).subscribe(() => { this.followDays(); });
  }

  protected choosePeriod(period: string | undefined): void {
    if (period !== 'own') {
      this.isOwn.set(false);
      this.state().set({ period: period ?? 'last-12-months', from: '', to: '' });
      return;
    }
    const today = this.clock.today();
    this.isOwn.set(true);
    this.from.setValue(this.now().from || `${today.slice(0, 8)}01`, { emitEvent: false });
    this.to.setValue(this.now().to || today);
  }

  protected break(place: number, key: string | undefined): void {
    const next = [...this.by()];
    next[place] = key ?? '';
    this.state().set({ by: next.filter(Boolean).join(',') || 'none' });
  }

  protected valuesOf(dimension: string): readonly string[] {
    return filtered(this.now(), dimension);
  }

  protected filter(dimension: string, values: readonly string[]): void {
    this.state().set({ filter: withFilter(this.now(), dimension, values) });
  }

  private followDays(): void {
    const [from, to] = [this.from.value, this.to.value];
    const isLate = from !== null && to !== null && from > to;
    this.to.setErrors(isLate ? { period_is_empty: true } : null);
    if (from && to && !isLate) this.state().set({ from, to });
  }
}
