import { Component, computed, inject, input } from '@angular/core';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';

/** A rate with what it rests on: '12.3% · n 45 · 8.1–17.9'; below the minimum only the number of cases. */
@Component({
  selector: 't-rate',
  template: `<span aria-hidden="true"><span class="value">{{ value() }}</span><span class="basis">{{ basis() }}</span></span><span class="t-hidden">{{ words() }}</span>`,
  styles: `
    :host { position: relative; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .basis { padding-inline-start: var(--t-2); color: var(--t-muted); font-size: 0.75rem; }
  `,
})
export class Rate {
  /** The rate, 0–1; null where it has no basis. */
  readonly rate = input.required<number | null>();

  /** How many cases it rests on. */
  readonly n = input.required<number>();

  /** Lower end of the 95 % interval, 0–1. */
  readonly low = input<number | null>(null);

  /** Upper end of the 95 % interval, 0–1. */
  readonly high = input<number | null>(null);

  /** From how many cases on the rate is shown as a number. */
  readonly minimum = input(10);

  private readonly format = inject(Format);
  private readonly t = inject(I18n).t;
  private readonly isShown = computed(() => this.rate() !== null && this.n() >= this.minimum());

  protected readonly value = computed(() => this.format.percent(this.isShown() ? this.rate() : null));
  protected readonly basis = computed(() => {
    const [low, high] = [this.low(), this.high()];
    const n = `n ${this.format.number(this.n())}`;
    return this.isShown() && low !== null && high !== null ? `${n} · ${bare(this.format.percent(low))}–${bare(this.format.percent(high))}` : n;
  });
  protected readonly words = computed(() => this.isShown()
    ? this.t('ui.interval.words', { rate: this.value(), count: this.n(), low: this.format.percent(this.low()), high: this.format.percent(this.high()) })
    : this.t('ui.interval.few', { count: this.n() }));
}

/** The figure without its sign, which stands beside it already. */
const bare = (percent: string): string => percent.replace(/\s?%$/, '');
