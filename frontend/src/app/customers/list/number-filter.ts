import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { FilterFrame } from '../../ui/filter-frame';

/** From a number up, and below another; a missing end is open. */
export interface NumberRange { from?: number; until?: number }

/** Narrows a list down to a range of numbers. */
@Component({
  selector: 't-number-filter',
  imports: [FilterFrame, MatButton, MatFormFieldModule, MatInput],
  template: `
    <t-filter-frame [label]="label()" [summary]="summary()" [(isOpen)]="isOpen" (cleared)="changed.emit(undefined)">
      <ng-template>
        <form class="body" novalidate (submit)="apply($event, from.value, until.value)">
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.atLeast') }}</mat-label><input #from matInput type="number" step="any" [value]="range().from ?? ''" /></mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.below') }}</mat-label><input #until matInput type="number" step="any" [value]="range().until ?? ''" /></mat-form-field>
          <button matButton="tonal" type="submit">{{ t('common.apply') }}</button>
        </form>
      </ng-template>
    </t-filter-frame>
  `,
  styles: '.body { display: grid; gap: var(--t-3); padding: var(--t-4) var(--t-3) var(--t-3); overflow-y: auto; }',
})
export class NumberFilter {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** The range that holds. */
  readonly range = input.required<NumberRange>();

  /** The person chose another range; undefined for none. */
  readonly changed = output<NumberRange | undefined>();

  private readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  protected readonly summary = computed(() => {
    const { from, until } = this.range();
    const ends = [from === undefined ? '' : `≥ ${this.format.number(from, 6)}`, until === undefined ? '' : `< ${this.format.number(until, 6)}`];
    return ends.filter(Boolean).join(', ');
  });

  protected apply(event: Event, from: string, until: string): void {
    event.preventDefault();
    this.isOpen.set(false);
    const range = { ...(from === '' ? {} : { from: Number(from) }), ...(until === '' ? {} : { until: Number(until) }) };
    this.changed.emit(Object.keys(range).length ? range : undefined);
  }
}
