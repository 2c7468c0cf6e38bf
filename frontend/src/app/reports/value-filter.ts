import { Component, computed, inject, input, output } from '@angular/core';
import { Api, View } from '../core/api';
import { I18n } from '../core/i18n';
import { Filter } from '../ui/filter';
import { ReportWords } from './report-words';

/** Narrows a report down to some values of a dimension, "not recorded" among them. */
@Component({
  selector: 't-value-filter',
  imports: [Filter],
  template: `<t-filter [label]="words.text(dimension().names)" [options]="options()" [selected]="selected()" (selectedChange)="changed.emit($event)" />`,
})
export class ValueFilter {
  /** The dimension. */
  readonly dimension = input.required<View<'ReportDimensionView'>>();

  /** The values that count; an empty one is "not recorded". */
  readonly selected = input.required<readonly string[]>();

  /** Other values shall count. */
  readonly changed = output<readonly string[]>();

  protected readonly words = inject(ReportWords);
  private readonly t = inject(I18n).t;
  private readonly values = inject(Api).resource('/api/reports/dimensions/{dimension}/values', () => ({ path: { dimension: this.dimension().key } }));
  protected readonly options = computed(() => [
    ...(this.values.value()?.values ?? []).map((value) => ({ value: value.key ?? '', label: this.words.value(this.dimension(), value, false) })),
    { value: '', label: this.t('reports.notRecorded') },
  ]);
}
