import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api } from '../../core/api';
import { Clock } from '../../core/clock';
import { Directory } from '../../core/directory';
import { Format, LocalDate, addDays, isLocalDate, partsOf, weekdayOf } from '../../core/format';
import { I18n } from '../../core/i18n';
import { urlState } from '../../core/url-state';
import { Filter } from '../../ui/filter';
import { PageHeader } from '../../ui/page-header';
import { Segments } from '../../ui/segments';
import { CoveragePanel } from './coverage-panel';
import { Scope } from './coverage.rules';
import { LatestReassignments } from './latest-reassignments';

const WEEK = 7;
// A quarter of weeks, or the days of one week; weeks begin a month ago.
const LENGTHS = { week: 13 * WEEK, day: WEEK } as const;
const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));
const BEFORE = { week: 4 * WEEK, day: 0 } as const;

/** Whether contact is kept, over all plans and everything that one's people have planned. */
@Component({
  selector: 't-coverage-page',
  imports: [CoveragePanel, Filter, LatestReassignments, MatButton, MatIcon, MatIconButton, PageHeader, RouterLink, Segments],
  template: `
    <div class="t-page">
      <t-page-header back="/plans" [backLabel]="t('plans.back')" [title]="t('plans.coverage.title')">
        <a actions matButton="outlined" routerLink="/schedule">{{ t('plans.coverage.schedule') }}</a>
      </t-page-header>
      <div class="bar">
        <t-segments [label]="t('plans.coverage.columns')" [segments]="units()" [value]="unit()" (valueChange)="state.set({ unit: $event ?? 'week', from: '' })" />
        <div class="turn">
          <button matIconButton type="button" [attr.aria-label]="t('plans.coverage.earlier')" (click)="turn(-1)"><mat-icon svgIcon="chevron_left" /></button>
          <strong class="t-tabular" aria-live="polite">{{ format.period(scope().from, scope().until) }}</strong>
          <button matIconButton type="button" [attr.aria-label]="t('plans.coverage.later')" (click)="turn(1)"><mat-icon svgIcon="chevron_right" /></button>
        </div>
        @if (planOptions().length) { <t-filter [label]="t('plans.one')" [isMultiple]="false" [options]="planOptions()" [selected]="chosen(state.now().plan)" (selectedChange)="state.set({ plan: $event[0] ?? '' })" /> }
        @if (teams().length) { <t-filter [label]="t('plans.fields.team')" [isMultiple]="false" [options]="teams()" [selected]="chosen(state.now().team)" (selectedChange)="state.set({ team: $event[0] ?? '' })" /> }
        <t-filter [label]="t('plans.coverage.person')" [isMultiple]="false" [options]="people()" [selected]="chosen(state.now().person)" (selectedChange)="state.set({ person: $event[0] ?? '' })" />
      </div>
      <t-coverage-panel [scope]="scope()" [unit]="unit()" />
      <t-latest-reassignments />
    </div>
  `,
  styles: `
    .bar, .turn { display: flex; flex-wrap: wrap; align-items: center; gap: var(--t-2); }
    .bar { margin-bottom: var(--t-4); }
    .turn { flex-wrap: nowrap; }
  `,
})
export class CoveragePage {
  private readonly clock = inject(Clock);
  private readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly state = urlState({ unit: 'week', from: '', plan: '', team: '', person: '' });
  protected readonly unit = computed(() => (this.state.now().unit === 'day' ? 'day' : 'week'));
  private readonly from = computed(() => { const { from } = this.state.now(); return mondayOf(isLocalDate(from) ? from : addDays(this.clock.today(), -BEFORE[this.unit()])); });
  protected readonly scope = computed<Scope>(() => {
    const { plan: planId, team: teamId, person: ownerId } = this.state.now();
    return { from: this.from(), until: addDays(this.from(), LENGTHS[this.unit()]), planId, teamId, ownerId };
  });
  private readonly plans = inject(Api).resource('/api/plans', () => ({ query: { year: partsOf(this.from()).year } }));
  protected readonly planOptions = computed(() => (this.plans.value()?.items ?? []).filter(({ state }) => state === 'approved' || state === 'running' || state === 'closed').map(({ id, name }) => ({ value: id, label: name })));
  protected readonly teams = computed(() => this.directory.teams().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly people = computed(() => this.directory.visible().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly units = computed(() => (['week', 'day'] as const).map((value) => ({ value, label: this.t(`plans.coverage.units.${value}`) })));

  protected chosen(id: string): string[] {
    return id ? [id] : [];
  }

  protected turn(direction: 1 | -1): void {
    this.state.set({ from: addDays(this.from(), direction * LENGTHS[this.unit()]) });
  }
}
