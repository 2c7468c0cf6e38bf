import { Component, computed, inject, input, output } from '@angular/core';
import { View } from '../../core/api';
import { LocalDate, addDays } from '../../core/format';
import { I18n, nameIn } from '../../core/i18n';
import { Filter } from '../../ui/filter';
import { Period, PeriodFilter } from '../../ui/period-filter';
import { FieldCondition } from './filters.rules';
import { NumberFilter, NumberRange } from './number-filter';
import { TextFilter } from './text-filter';

/** Narrows the list by a custom field, in the way of its kind. */
@Component({
  selector: 't-field-filter',
  imports: [Filter, NumberFilter, PeriodFilter, TextFilter],
  template: `
    @switch (field().kind) {
      @case ('choice') { <t-filter [label]="label()" [options]="choices()" [selected]="chosen()" (selectedChange)="changed.emit($event.length ? $event : undefined)" /> }
      @case ('boolean') { <t-filter [label]="label()" [isMultiple]="false" [options]="yesOrNo()" [selected]="chosen()" (selectedChange)="decide($event)" /> }
      @case ('number') { <t-number-filter [label]="label()" [range]="range()" (changed)="changed.emit($event)" /> }
      @case ('date') { <t-period-filter [label]="label()" [from]="period().from" [to]="period().to" (period)="take($event)" /> }
      @case ('text') { <t-text-filter [label]="label()" [hint]="t('customers.filters.contains')" [value]="text()" (changed)="changed.emit($event || undefined)" /> }
    }
  `,
  styles: ':host { display: inline-flex; max-width: 100%; }',
})
export class FieldFilter {
  /** The custom field. */
  readonly field = input.required<View<'FieldView'>>();

  /** The condition that holds; undefined for none. */
  readonly condition = input.required<FieldCondition | undefined>();

  /** The person chose another condition; undefined for none. */
  readonly changed = output<FieldCondition | undefined>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly label = computed(() => nameIn(this.field().names, this.i18n.language()));
  protected readonly choices = computed(() => this.field().choices.map(({ key, names }) => ({ value: key, label: nameIn(names, this.i18n.language()) })));
  protected readonly yesOrNo = computed(() => [{ value: 'true', label: this.t('common.yes') }, { value: 'false', label: this.t('common.no') }]);
  protected readonly chosen = computed(() => { const now = this.condition(); return Array.isArray(now) ? (now as string[]) : typeof now === 'boolean' ? [String(now)] : []; });
  protected readonly text = computed(() => { const now = this.condition(); return typeof now === 'string' ? now : ''; });
  protected readonly range = computed(() => rangeOf(this.condition()) as NumberRange);
  protected readonly period = computed<Period>(() => {
    const { from, until } = rangeOf(this.condition());
    return { from: String(from ?? ''), to: until === undefined ? '' : addDays(String(until), -1) };
  });

  protected decide([value]: readonly string[]): void {
    this.changed.emit(value === undefined ? undefined : value === 'true');
  }

  // People mean a last day that counts; the API's end does not.
  protected take({ from, to }: Period): void {
    const range: { from?: LocalDate; until?: LocalDate } = { ...(from ? { from } : {}), ...(to ? { until: addDays(to, 1) } : {}) };
    this.changed.emit(from || to ? range : undefined);
  }
}

const rangeOf = (condition: FieldCondition | undefined): { from?: string | number; until?: string | number } =>
  typeof condition === 'object' && !Array.isArray(condition) ? (condition as { from?: string | number; until?: string | number }) : {};
