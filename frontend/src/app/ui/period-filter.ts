import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Format, LocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { DateField } from './date-field';
import { FilterFrame } from './filter-frame';

/** Days from one to another, both included; an empty text is an open end. */
export interface Period { from: LocalDate; to: LocalDate }

/** Narrows a list down to a period of days; either end may stay open. */
@Component({
  selector: 't-period-filter',
  imports: [DateField, FilterFrame, MatButton],
  template: `
    <t-filter-frame [label]="label()" [summary]="summary()" [(isOpen)]="isOpen" (cleared)="period.emit({ from: '', to: '' })">
      <ng-template>
        <form class="body" novalidate (submit)="apply($event)">
          <t-date-field [label]="t('ui.period.from')" [control]="form.controls.from" />
          <t-date-field [label]="t('ui.period.to')" [control]="form.controls.to" />
          <button matButton="tonal" type="submit">{{ t('common.apply') }}</button>
        </form>
      </ng-template>
    </t-filter-frame>
  `,
  styles: '.body { display: grid; gap: var(--t-3); padding: var(--t-4) var(--t-3) var(--t-3); overflow-y: auto; }',
})
export class PeriodFilter {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** The first day; empty for an open end. */
  readonly from = input.required<string>();

  /** The last day, included; empty for an open end. */
  readonly to = input.required<string>();

  /** The person chose another period. */
  readonly period = output<Period>();

  private readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  protected readonly form = new FormGroup({ from: new FormControl<LocalDate | null>(null), to: new FormControl<LocalDate | null>(null) });
  protected readonly summary = computed(() => {
    const [from, to] = [this.from(), this.to()];
    if (!from && !to) return '';
    return `${from ? this.format.day(from) : ''} – ${to ? this.format.day(to) : ''}`.trim();
  });

  constructor() {
    effect(() => { const value = { from: this.from() || null, to: this.to() || null }; untracked(() => { this.form.setValue(value); }); });
  }

  protected apply(event: Event): void {
    event.preventDefault();
    if (this.form.invalid) return;
    const { from, to } = this.form.getRawValue();
    this.isOpen.set(false);
    this.period.emit({ from: from ?? '', to: to ?? '' });
  }
}
