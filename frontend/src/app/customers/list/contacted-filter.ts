import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FilterFrame } from '../../ui/filter-frame';

/** Contacted on one of these channels (none: any), within so many days (0: ever). */
export interface Contacted { contacted: readonly string[]; contactedDays: number }

/** Narrows the list down to customers who were contacted, by channel and time. */
@Component({
  selector: 't-contacted-filter',
  imports: [FilterFrame, MatButton, MatFormFieldModule, MatInput],
  template: `
    <t-filter-frame [label]="t('customers.filters.contacted')" [summary]="summary()" [isOpen]="isOpen()" (isOpenChange)="open($event)" (cleared)="changed.emit({ contacted: [], contactedDays: 0 })">
      <ng-template>
        <form class="body" novalidate (submit)="apply($event, days.value)">
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.withinDays') }}</mat-label><input #days matInput type="number" min="1" max="36500" [value]="value().contactedDays || ''" /></mat-form-field>
          <p class="t-small t-muted">{{ t('customers.filters.contactedBy') }}</p>
          <div class="options">
            @for (channel of vocabulary.choices('channels'); track channel.id) {
              <label><input type="checkbox" [checked]="chosen().includes(channel.id)" (click)="toggle(channel.id)" /><span class="t-ellipsis">{{ vocabulary.name(channel.id) }}</span></label>
            }
          </div>
          <button matButton="tonal" type="submit">{{ t('common.apply') }}</button>
        </form>
      </ng-template>
    </t-filter-frame>
  `,
  styleUrl: '../../ui/filter.scss',
  styles: '.body { display: flex; flex-direction: column; gap: var(--t-2); min-height: 0; padding: var(--t-4) var(--t-3) var(--t-3); } .options { flex: 1; min-height: 96px; } .options + button { flex: none; }',
})
export class ContactedFilter {
  /** The condition that holds. */
  readonly value = input.required<Contacted>();

  /** The person chose another one. */
  readonly changed = output<Contacted>();

  protected readonly vocabulary = inject(Vocabulary);
  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly summary = computed(() => {
    const { contacted, contactedDays } = this.value();
    if (contacted.length === 0 && contactedDays === 0) return '';
    const channels = contacted.map((id) => this.vocabulary.name(id)).join(', ') || this.t('customers.filters.anyChannel');
    return contactedDays ? `${channels}, ${this.t('customers.filters.lastDays', { days: contactedDays })}` : channels;
  });

  protected open(isOpen: boolean): void {
    this.chosen.set(this.value().contacted);
    this.isOpen.set(isOpen);
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected apply(event: Event, days: string): void {
    event.preventDefault();
    this.isOpen.set(false);
    this.changed.emit({ contacted: this.chosen(), contactedDays: Math.max(0, Math.trunc(Number(days))) });
  }
}
