import { Component, computed, inject, input, model, signal } from '@angular/core';
import { I18n } from '../core/i18n';
import { FilterFrame } from './filter-frame';

/** One value a list can be narrowed down to. */
export interface FilterOption { value: string; label: string }

const SEARCH_FROM = 9;

/** A filter of a list: a button that says what it narrows down to, and opens the choices. */
@Component({
  selector: 't-filter',
  imports: [FilterFrame],
  templateUrl: './filter.html',
  styleUrl: './filter.scss',
})
export class Filter {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** The values to choose from. */
  readonly options = input.required<readonly FilterOption[]>();

  /** Whether several values may hold at once. */
  readonly isMultiple = input(true);

  /** The values that hold; none means no narrowing. */
  readonly selected = model<readonly string[]>([]);

  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  protected readonly wanted = signal('');
  protected readonly hasSearch = computed(() => this.options().length >= SEARCH_FROM);
  protected readonly shown = computed(() => this.options().filter(({ label }) => label.toLowerCase().includes(this.wanted().trim().toLowerCase())));
  protected readonly summary = computed(() => {
    const labels = this.options().filter(({ value }) => this.selected().includes(value)).map(({ label }) => label);
    // Names may still be on their way; that something is chosen is known.
    if (labels.length === 0) return this.selected().length ? String(this.selected().length) : '';
    return labels.length > 2 ? `${labels[0]} +${labels.length - 1}` : labels.join(', ');
  });

  protected toggle(value: string): void {
    const isOn = this.selected().includes(value);
    if (!this.isMultiple()) this.isOpen.set(false);
    if (isOn) this.selected.set(this.selected().filter((other) => other !== value));
    else this.selected.set(this.isMultiple() ? [...this.selected(), value] : [value]);
  }

  protected open(isOpen: boolean): void {
    this.wanted.set('');
    this.isOpen.set(isOpen);
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.wanted.set(event.target.value);
  }
}
