import { Component, computed, inject, input, output } from '@angular/core';
import { Api } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Filter } from '../../ui/filter';

const OFFERED = 50;

/** Narrows the list down to the customers that an import added; who may not import sees it only where an address names one. */
@Component({
  selector: 't-import-filter',
  imports: [Filter],
  template: `
    @if (isAllowed || selected()) {
      <t-filter [label]="t('customers.filters.import')" [isMultiple]="false" [options]="options()" [selected]="selected() ? [selected()] : []" (selectedChange)="changed.emit($event[0] ?? '')" />
    }
  `,
  styles: ':host { display: contents; }',
})
export class ImportFilter {
  /** The import, by its identifier; empty for none. */
  readonly selected = input.required<string>();

  /** Another import was chosen, or none. */
  readonly changed = output<string>();

  private readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isAllowed = inject(Session).can('customers.import');
  private readonly imports = inject(Api).resource('/api/imports', () => (this.isAllowed ? { query: { limit: OFFERED } } : undefined));
  protected readonly options = computed(() => {
    const done = (this.imports.value()?.items ?? []).filter(({ kind, counts }) => kind === 'customers' && counts.new > 0);
    const known = done.map(({ id, fileName, createdAt }) => ({ value: id, label: `${fileName} · ${this.format.day(this.format.dayOf(createdAt))}` }));
    const selected = this.selected();
    return selected && !known.some(({ value }) => value === selected) ? [...known, { value: selected, label: this.t('customers.filters.thisImport') }] : known;
  });
}
