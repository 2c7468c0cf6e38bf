import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { View } from '../core/api';
import { Clock } from '../core/clock';
import { Directory } from '../core/directory';
import { Format, addDays, dateOf, partsOf, utc } from '../core/format';
import { I18n } from '../core/i18n';
import { Chip } from '../ui/chip';
import { toneOf } from './plan-states';
import { Bar, barOf } from './year-bars.rules';

// A shorter bar, in hundredths of the year, has no room for words on a phone.
const ROOMY = 20;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Plans as bars over the months of a year, with today as a line. */
@Component({
  selector: 't-year-view',
  imports: [Chip, RouterLink],
  template: `
    <div class="t-panel year">
      <div class="row head" aria-hidden="true">
        <span></span>
        <span class="months">@for (month of months(); track month.number) { <span [class.now]="month.isNow">{{ month.label }}</span> }</span>
      </div>
      <ul>
        @for (row of rows(); track row.plan.id) {
          <li class="row">
            <span class="who">
              <a class="t-ellipsis" [routerLink]="['/plans', row.plan.id]">{{ row.plan.name }}</a>
              <span class="t-small t-muted t-ellipsis">{{ directory.name(row.plan.responsibleId) }} · {{ row.period }}</span>
              <t-chip class="state" [tone]="toneOf(row.plan.state)">{{ t('plans.states.' + row.plan.state) }}</t-chip>
            </span>
            <span class="track" aria-hidden="true">
              <span [class]="'bar ' + toneOf(row.plan.state)" [class.cut-left]="row.bar.isCutLeft" [class.cut-right]="row.bar.isCutRight" [class.draft]="row.plan.state === 'draft'" [style.left.%]="row.bar.left" [style.width.%]="row.bar.width">@if (row.bar.width >= roomy) {<span class="t-ellipsis">{{ t('plans.itemCount', { count: row.plan.itemCount }) }}</span>}</span>
              @if (today(); as at) { <span class="today" [style.left.%]="at"></span> }
            </span>
          </li>
        }
      </ul>
    </div>
  `,
  styleUrl: './year-view.scss',
})
export class YearView {
  /** The plans that touch the year. */
  readonly plans = input.required<readonly View<'PlanRow'>[]>();

  /** The year. */
  readonly year = input.required<number>();

  private readonly format = inject(Format);
  private readonly clock = inject(Clock);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(I18n).t;
  protected readonly toneOf = toneOf;
  protected readonly roomy = ROOMY;

  protected readonly months = computed(() => {
    const { year, month } = partsOf(this.clock.today());
    const name = new Intl.DateTimeFormat(this.format.locale(), { month: 'short', timeZone: 'UTC' });
    return MONTHS.map((number) => ({ number, label: name.format(utc(dateOf(this.year(), number, 1))), isNow: year === this.year() && month === number }));
  });
  protected readonly rows = computed(() => this.plans().flatMap((plan) => {
    const bar: Bar | null = barOf(this.year(), plan.fromOn, plan.untilOn);
    return bar ? [{ plan, bar, period: this.format.period(plan.fromOn, plan.untilOn) }] : [];
  }));
  protected readonly today = computed(() => { const today = this.clock.today(); return barOf(this.year(), today, addDays(today, 1))?.left; });
}
