import { Injectable, inject } from '@angular/core';
import type { View } from '../core/api';
import { Format } from '../core/format';
import { I18n, nameIn } from '../core/i18n';

type Text = View<'ReportTextView'>;

/** Says what the parts of an answer are called in the person's language; the names come with the answer. */
@Injectable({ providedIn: 'root' })
export class ReportWords {
  private readonly i18n = inject(I18n);
  private readonly format = inject(Format);

  /** A text that the answer brings in several languages. */
  text(names: Text | null | undefined): string {
    return names ? nameIn(names, this.i18n.language()) : '';
  }

  /** A value of a dimension: its name, a day for a bucket of time, what was typed, or words for nothing. */
  value({ key: dimension, kind }: Pick<View<'ReportDimensionView'>, 'key' | 'kind'>, { key, label, names }: View<'ReportValueView'>, isCohort: boolean): string {
    if (key === null) return this.i18n.t(isCohort && (dimension === 'channel' || dimension === 'contact_kind') ? 'reports.noContact' : 'reports.notRecorded');
    if (kind !== 'time') return label ?? (this.text(names) || key);
    if (dimension === 'month') return this.format.month(key);
    return dimension === 'week' ? this.i18n.t('reports.weekOf', { day: this.format.day(key) }) : this.format.day(key);
  }

  /** The days of a period, its last one included. */
  days(from: string, last: string): string {
    return `${this.format.day(from)} – ${this.format.day(last)}`;
  }
}
