import { Component, computed, inject, input, linkedSignal, model, resource, signal } from '@angular/core';
import { Api, Options } from '../../core/api';
import { I18n } from '../../core/i18n';
import { FilterFrame } from '../../ui/filter-frame';

/** Fields whose values are remembered. */
export type SuggestedField = Options<'get', '/api/customers/suggestions'>['query']['field'];

const PAUSE_MS = 120;

/** Narrows a list down to values that are in use, such as sources or tags; the most used come first, any other by typing. */
@Component({
  selector: 't-suggest-filter',
  imports: [FilterFrame],
  template: `
    <t-filter-frame [label]="label()" [summary]="summary()" [isOpen]="isOpen()" (isOpenChange)="open($event)" (cleared)="selected.set([])">
      <ng-template>
        <input class="search" type="search" autocomplete="off" [placeholder]="t('common.search')" [attr.aria-label]="t('common.search')" (input)="search($event)" />
        <div class="options" [attr.aria-busy]="found.isLoading()">
          @for (value of shown(); track value) {
            <label><input type="checkbox" [checked]="selected().includes(value)" (click)="toggle(value)" /><span class="t-ellipsis">{{ value }}</span></label>
          } @empty {
            @if (found.error()) {
              <p role="alert">{{ t('ui.state.failed') }} <button type="button" (click)="found.reload()">{{ t('common.retry') }}</button></p>
            } @else if (!found.isLoading()) {
              <p class="t-muted">{{ t('ui.search.none') }}</p>
            }
          }
        </div>
      </ng-template>
    </t-filter-frame>
  `,
  styleUrl: '../../ui/filter.scss',
})
export class SuggestFilter {
  /** The filter's name. */
  readonly label = input.required<string>();

  /** The field whose values are offered. */
  readonly field = input.required<SuggestedField>();

  /** The values that hold; none means no narrowing. */
  readonly selected = model<readonly string[]>([]);

  private readonly api = inject(Api);
  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  private readonly wanted = signal('');
  protected readonly found = resource({
    params: () => (this.isOpen() ? { field: this.field(), q: this.wanted().trim() } : undefined),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, params.q ? PAUSE_MS : 0));
      return abortSignal.aborted ? [] : (await this.api.get('/api/customers/suggestions', { query: params })).items;
    },
  });
  // The last values stay while the next are looked for.
  private readonly offered = linkedSignal<readonly string[] | undefined, readonly string[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (found, before) => found ?? before?.value ?? [],
  });
  protected readonly shown = computed(() => [...new Set([...(this.wanted() ? [] : this.selected()), ...this.offered()])]);
  protected readonly summary = computed(() => { const all = this.selected(); return all.length > 2 ? `${all[0]} +${all.length - 1}` : all.join(', '); });

  protected open(isOpen: boolean): void {
    this.wanted.set('');
    this.isOpen.set(isOpen);
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.wanted.set(event.target.value);
  }

  protected toggle(value: string): void {
    this.selected.update((all) => (all.includes(value) ? all.filter((other) => other !== value) : [...all, value]));
  }
}
