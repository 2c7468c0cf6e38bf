import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { I18n } from '../../core/i18n';
import { FilterFrame } from '../../ui/filter-frame';

/** At least (0: any) and at most (-1: any) so many contacts in the last so many days. */
export interface ContactCount { contactsMin: number; contactsMax: number; contactsDays: number }

const USUAL_DAYS = 30;

/** Narrows the list down by how often customers were contacted lately. */
@Component({
  selector: 't-count-filter',
  imports: [FilterFrame, MatButton, MatFormFieldModule, MatInput],
  template: `
    <t-filter-frame [label]="t('customers.filters.contacts')" [summary]="summary()" [(isOpen)]="isOpen" (cleared)="changed.emit({ contactsMin: 0, contactsMax: -1, contactsDays: usual })">
      <ng-template>
        <form class="body" novalidate (submit)="apply($event, least.value, most.value, days.value)">
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.atLeast') }}</mat-label><input #least matInput type="number" min="0" [value]="value().contactsMin || ''" /></mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.atMost') }}</mat-label><input #most matInput type="number" min="0" [value]="value().contactsMax < 0 ? '' : value().contactsMax" /></mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic"><mat-label>{{ t('customers.filters.countDays') }}</mat-label><input #days matInput type="number" min="1" max="36500" [value]="value().contactsDays" /></mat-form-field>
          <button matButton="tonal" type="submit">{{ t('common.apply') }}</button>
        </form>
      </ng-template>
    </t-filter-frame>
  `,
  styles: '.body { display: grid; gap: var(--t-3); padding: var(--t-4) var(--t-3) var(--t-3); overflow-y: auto; }',
})
export class CountFilter {
  /** The condition that holds. */
  readonly value = input.required<ContactCount>();

  /** The person chose another one. */
  readonly changed = output<ContactCount>();

  protected readonly t = inject(I18n).t;
  protected readonly usual = USUAL_DAYS;
  protected readonly isOpen = signal(false);
  protected readonly summary = computed(() => {
    const { contactsMin, contactsMax, contactsDays } = this.value();
    const ends = [contactsMin > 0 ? `≥ ${contactsMin}` : '', contactsMax >= 0 ? `≤ ${contactsMax}` : ''].filter(Boolean);
    return ends.length ? `${ends.join(', ')}, ${this.t('customers.filters.lastDays', { days: contactsDays })}` : '';
  });

  protected apply(event: Event, least: string, most: string, days: string): void {
    event.preventDefault();
    this.isOpen.set(false);
    const whole = (text: string, none: number): number => (text.trim() === '' ? none : Math.max(0, Math.trunc(Number(text))));
    this.changed.emit({ contactsMin: whole(least, 0), contactsMax: whole(most, -1), contactsDays: Math.max(1, whole(days, USUAL_DAYS)) });
  }
}
