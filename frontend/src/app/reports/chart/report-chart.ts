import { Component, DestroyRef, ElementRef, computed, effect, inject, input, output, signal, viewChild } from '@angular/core';
import type { EChartsType } from 'echarts/core';
import { Theme } from '../../core/theme';
import { Line } from '../report-lines.rules';
import { Drawing, heightOf, optionsOf } from './chart-options.rules';
import { coloursOf } from './colours';

/** Draws an answer. The library is loaded with the first chart; colours follow the theme. The table below holds the same for everybody. */
@Component({
  selector: 't-report-chart',
  template: `<div #place class="place" role="img" [attr.aria-label]="summary()" [style.height.px]="height()"></div>`,
  styles: `
    :host { display: block; }
    .place { width: 100%; min-width: 0; }
  `,
})
export class ReportChart {
  /** What to draw, but for its colours. */
  readonly drawing = input.required<Omit<Drawing, 'colours'>>();

  /** The chart in words. */
  readonly summary = input.required<string>();

  /** The person chose a row. */
  readonly chosen = output<Line>();

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly theme = inject(Theme);
  private readonly systemChanges = signal(0);
  private readonly chart = signal<EChartsType | undefined>(undefined);
  protected readonly height = computed(() => heightOf(this.drawing()));

  constructor() {
    let isOver = false;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const count = (): void => { this.systemChanges.update((n) => n + 1); };
    dark.addEventListener('change', count);
    const resized = new ResizeObserver(() => { this.chart()?.resize(); });
    effect(() => { this.draw(); });
    void import('./echarts').then(({ echarts }) => {
      if (isOver) return;
      const chart = echarts.init(this.place().nativeElement, null, { renderer: 'svg' });
      chart.on('click', ({ data }) => {
        const row = this.drawing().lines[(data as { place?: number } | undefined)?.place ?? -1];
        if (row) this.chosen.emit(row);
      });
      resized.observe(this.place().nativeElement);
      this.chart.set(chart);
    });
    inject(DestroyRef).onDestroy(() => {
      isOver = true;
      dark.removeEventListener('change', count);
      resized.disconnect();
      this.chart()?.dispose();
    });
  }

  private draw(): void {
    this.theme.choice();
    this.systemChanges();
    const [chart, drawing, height] = [this.chart(), this.drawing(), this.height()];
    if (!chart) return;
    chart.resize({ height });
    chart.setOption(optionsOf({ ...drawing, colours: coloursOf(this.place().nativeElement) }), { notMerge: true });
  }
}
