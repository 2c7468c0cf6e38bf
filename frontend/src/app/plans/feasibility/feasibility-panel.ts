import { Component, computed, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format, addDays, dateOf, partsOf, utc } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Segments } from '../../ui/segments';
import { State } from '../../ui/state';

// The line of the capacity stays in sight above the highest bar.
const HEADROOM = 1.06;
const DAYS = 7;

type Week = View<'WeekLoadView'>;

/** Whether a plan can be done: the load of each person week by week against capacity, by due days or levelled; conflicts with other plans; contact pressure. */
@Component({
  selector: 't-feasibility-panel',
  imports: [MatIcon, RouterLink, Segments, State],
  templateUrl: './feasibility-panel.html',
  styleUrl: './feasibility-panel.scss',
})
export class FeasibilityPanel {
  /** The plan; asked again with each of its versions. */
  readonly plan = input.required<View<'PlanView'>>();

  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly way = signal<string | null>('due');
  protected readonly feasibility = inject(Api).resource('/api/plans/{id}/feasibility', () => { const { id, version } = this.plan(); return version ? { path: { id } } : undefined; });
  protected readonly isLevelled = computed(() => this.way() === 'levelled');
  protected readonly ways = computed(() => (['due', 'levelled'] as const).map((value) => ({ value, label: this.t(`plans.feasibility.ways.${value}`) })));
  protected readonly people = computed(() => (this.feasibility.value()?.people ?? []).map((person) => {
    const bars = person.weeks.map((week) => this.barOf(week));
    return { ...person, bars, highest: HEADROOM * Math.max(1, ...bars.map(({ sum, capacity }) => Math.max(sum, capacity))), over: bars.filter(({ isOver }) => isOver).length };
  }));

  private readonly months = computed(() => new Intl.DateTimeFormat(this.format.locale(), { month: 'short', timeZone: 'UTC' }));

  private barOf(week: Week) {
    const own = this.isLevelled() ? week.levelled : week.planned;
    const isOver = this.isLevelled() ? week.isOverLevelled : week.isOver;
    const values = { week: this.format.day(week.weekOn), own, other: week.other, capacity: week.capacity };
    // A month is named at the week that holds its first day.
    const last = partsOf(addDays(week.weekOn, DAYS - 1));
    const month = last.day <= DAYS ? this.months().format(utc(dateOf(last.year, last.month, 1))) : '';
    return { month, weekOn: week.weekOn, own, other: week.other, sum: own + week.other, capacity: week.capacity, isOver, words: this.t(isOver ? 'plans.feasibility.weekOver' : 'plans.feasibility.week', values) };
  }
}
