import { Component, computed, inject, input } from '@angular/core';
import type { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { ReportWords } from './report-words';

/** What a report counts and what it leaves out, and how many that were. */
@Component({
  selector: 't-report-definition',
  template: `
    <details class="t-panel" open>
      <summary>{{ t('reports.definition') }}</summary>
      <dl>
        <dt>{{ line().rate ? t('reports.numerator') : t('reports.counts') }}</dt>
        <dd>{{ words.text(line().definition.counts) }}</dd>
        @if (line().definition.denominator; as denominator) {
          <dt>{{ t('reports.denominator') }}</dt>
          <dd>{{ words.text(denominator) }}</dd>
        }
        <dt>{{ t('reports.periodColumn') }}</dt>
        <dd>{{ words.text(line().definition.period) }}</dd>
        <dt>{{ t('reports.leftOut') }}</dt>
        <dd>
          {{ words.text(line().definition.leftOut) }}
          @if (leftOut().length) {
            <ul>
              @for (one of leftOut(); track one.key) {
                <li>{{ one.name }}: {{ format.number(one.count) }}</li>
              }
            </ul>
          }
        </dd>
      </dl>
    </details>
  `,
  styles: `
    details { padding: var(--t-3) var(--t-4); }
    summary { font: var(--t-text-strong); cursor: pointer; }
    dl { display: grid; grid-template-columns: minmax(120px, 180px) 1fr; gap: var(--t-2) var(--t-4); margin: var(--t-3) 0 0; }
    dt { color: var(--t-muted); }
    dd { margin: 0; max-width: 76ch; }
    ul { margin: var(--t-1) 0 0; padding-inline-start: var(--t-5); }
    @media (max-width: 839.98px) {
      dl { grid-template-columns: 1fr; gap: var(--t-1); }
      dd { margin-bottom: var(--t-2); }
    }
  `,
})
export class ReportDefinition {
  /** The report. */
  readonly line = input.required<View<'ReportLineView'>>();

  /** Its answer. */
  readonly report = input.required<View<'ReportView'>>();

  protected readonly words = inject(ReportWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly leftOut = computed(() => this.report().columns.flatMap(({ key, names, isBeside }, i) => (isBeside ? [{ key, name: this.words.text(names), count: this.report().total.numbers[i] ?? 0 }] : [])));
}
