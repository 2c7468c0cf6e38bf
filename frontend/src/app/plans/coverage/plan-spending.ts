import { Component, computed, inject, input } from '@angular/core';
import { Api, View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { State } from '../../ui/state';

/** What a plan spends on incentives against its budget, and what an effective contact costs, in all and by item. */
@Component({
  selector: 't-plan-spending',
  imports: [State],
  template: `
    <section class="t-panel part">
      <h2>{{ t('plans.spending.title') }}</h2>
      <t-state skeleton="text" [of]="spending" [lines]="3">
        @if (spending.value(); as found) {
          <dl class="figures">
            @for (one of figures(); track one.key) { <div><dt>{{ t('plans.spending.' + one.key) }}</dt><dd class="t-tabular" [class.is-over]="one.isOver">{{ one.value }}</dd></div> }
          </dl>
          @if (found.items.length) {
            <div class="t-table-scroll" role="region" tabindex="0" [attr.aria-label]="t('plans.spending.title')">
              <table class="t-table t-stacked" role="table" [attr.aria-label]="t('plans.spending.title')">
                <thead role="rowgroup"><tr role="row">
                  <th role="columnheader" scope="col">{{ t('plans.spending.item') }}</th><th role="columnheader" scope="col">{{ t('plans.spending.incentive') }}</th><th role="columnheader" scope="col" class="number">{{ t('plans.spending.granted') }}</th><th role="columnheader" scope="col" class="number">{{ t('plans.spending.redeemed') }}</th>
                  <th role="columnheader" scope="col" class="number">{{ t('plans.spending.spent') }}</th><th role="columnheader" scope="col" class="number">{{ t('plans.spending.effective') }}</th><th role="columnheader" scope="col" class="number">{{ t('plans.spending.costPerEffective') }}</th>
                </tr></thead>
                <tbody role="rowgroup">
                  @for (row of found.items; track row.itemId) {
                    <tr role="row"><th role="rowheader" scope="row">{{ nameOf(row.itemId) }}</th><td role="cell" class="whole" [attr.data-label]="t('plans.spending.incentive')">{{ row.incentiveName ?? '–' }}</td><td role="cell" [attr.data-label]="t('plans.spending.granted')" class="number">{{ format.number(row.granted) }}</td><td role="cell" [attr.data-label]="t('plans.spending.redeemed')" class="number">{{ format.number(row.redeemed) }}</td>
                      <td role="cell" [attr.data-label]="t('plans.spending.spent')" class="number">{{ money(row.spent) }}</td><td role="cell" [attr.data-label]="t('plans.spending.effective')" class="number">{{ format.number(row.effective) }}</td><td role="cell" [attr.data-label]="t('plans.spending.costPerEffective')" class="number">{{ money(row.costPerEffective) }}</td></tr>
                  }
                </tbody>
              </table>
            </div>
          } @else { <p class="t-small t-muted">{{ t('plans.spending.none') }}</p> }
          <p class="t-small t-muted">{{ t('plans.spending.about') }}</p>
        }
      </t-state>
    </section>
  `,
  styles: `
    :host { display: block; }
    .part { margin: var(--t-4) 0; padding: var(--t-4); }
    .figures { display: flex; flex-wrap: wrap; gap: var(--t-3) var(--t-8); margin: var(--t-2) 0; }
    dt { color: var(--t-muted); font: var(--t-text-s); }
    dd { margin: 0; font: var(--t-title-s); }
    .is-over { color: var(--mat-sys-error); }
  `,
})
export class PlanSpending {
  /** The plan; asked again with each of its versions. */
  readonly plan = input.required<View<'PlanView'>>();

  private readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly spending = inject(Api).resource('/api/plans/{id}/spending', () => { const { id, version } = this.plan(); return version ? { path: { id } } : undefined; }, { followWrites: true });
  protected readonly figures = computed(() => {
    const found = this.spending.value();
    if (!found) return [];
    const { total, budget, left } = found;
    const money = [['budget', budget], ['spent', total.spent], ['waiting', total.waiting], ['left', left], ['costPerEffective', total.costPerEffective]] as const;
    return [...money.map(([key, value]) => ({ key, value: this.money(value), isOver: key === 'left' && (value ?? 0) < 0 })), { key: 'effective' as const, value: this.format.number(total.effective), isOver: false }];
  });

  protected nameOf(itemId: string): string {
    return this.plan().items.find(({ id }) => id === itemId)?.objective ?? '–';
  }

  protected money(value: number | null): string {
    return this.format.money(value, this.session.organisation()?.currency ?? 'CNY');
  }
}
