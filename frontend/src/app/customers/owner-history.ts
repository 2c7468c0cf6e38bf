import { Component, inject, input } from '@angular/core';
import { Api } from '../core/api';
import { Directory } from '../core/directory';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { State } from '../ui/state';

/** Whose the customer was, newest first. */
@Component({
  selector: 't-owner-history',
  imports: [State],
  template: `
    <h3>{{ t('customers.history') }}</h3>
    <t-state [of]="history" [lines]="3">
      <ol>
        @for (change of history.value()?.items; track change.id) {
          <li>
            <p>{{ format.instant(change.changedAt) }} · {{ nameOf(change.fromOwnerId) }} → {{ nameOf(change.toOwnerId) }}</p>
            <p class="t-small t-muted">{{ directory.name(change.changedById) }}@if (change.fromTeamId !== change.toTeamId) { · {{ teamOf(change.fromTeamId) }} → {{ teamOf(change.toTeamId) }} }</p>
          </li>
        } @empty {
          <li class="t-muted">{{ t('customers.noOwnerChanges') }}</li>
        }
      </ol>
    </t-state>
  `,
  styles: `
    h3 { margin: 0 0 var(--t-2); font: var(--t-title-s); }
    ol { margin: 0; padding: 0; list-style: none; }
    li { padding: var(--t-2) 0; overflow-wrap: anywhere; }
    li + li { border-top: var(--t-line); }
    p { margin: 0; }
  `,
})
export class OwnerHistory {
  /** The customer. */
  readonly customerId = input.required<string>();

  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly history = inject(Api).resource('/api/customers/{id}/ownership', () => ({ path: { id: this.customerId() } }));
  protected readonly nameOf = (id: string | null): string => (id ? this.directory.name(id) : this.t('customers.nobody'));
  protected readonly teamOf = (id: string | null): string => (id ? this.directory.name(id) : this.t('customers.noTeam'));
}
