import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatAnchor, MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Directory } from '../core/directory';
import { Format, partsOf } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { Chip } from '../ui/chip';
import { Filter } from '../ui/filter';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { PLAN_STATES, PlanState, toneOf } from './plan-states';
import { YearView } from './year-view';

const WIDE = '(min-width: 840px)';

/** Contact plans of a year, as bars over its months or as a list, and the templates. */
@Component({
  selector: 't-plans-page',
  imports: [Chip, Filter, MatAnchor, MatButton, MatIcon, MatIconButton, PageHeader, RouterLink, Segments, State, YearView],
  templateUrl: './plans-page.html',
  styleUrl: './plans-page.scss',
})
export class PlansPage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly toneOf = toneOf;

  protected readonly state = urlState({ show: 'year', year: 0, states: [] as string[] });
  protected readonly isWide = toSignal(inject(BreakpointObserver).observe(WIDE).pipe(map(({ matches }) => matches)), { initialValue: false });
  protected readonly year = computed(() => this.state.now().year || partsOf(this.clock.today()).year);
  protected readonly isTemplates = computed(() => this.state.now().show === 'templates');
  protected readonly isYear = computed(() => this.state.now().show === 'year');
  protected readonly plans = this.api.resource('/api/plans', () => ({
    query: this.isTemplates() ? { templates: true } : { year: this.year(), ...(this.state.now().states.length ? { states: this.state.now().states as PlanState[] } : {}) },
  }), { followWrites: true });
  protected readonly items = computed(() => this.plans.value()?.items ?? []);
  protected readonly waiting = computed(() => this.items().filter(({ waitsForYou }) => waitsForYou));
  protected readonly shows = computed(() => (['year', 'list', 'templates'] as const).map((value) => ({ value, label: this.t(`plans.show.${value}`) })));
  protected readonly states = computed(() => PLAN_STATES.map((value) => ({ value, label: this.t(`plans.states.${value}`) })));

  protected show(show: string | null): void {
    this.state.set({ show: show ?? 'year' });
  }

  protected turn(years: number): void {
    const year = this.year() + years;
    this.state.set({ year: year === partsOf(this.clock.today()).year ? 0 : year });
  }

  protected async create(): Promise<void> {
    const made = await this.sheets.open<View<'PlanView'>>(() => import('./plan-sheet').then((m) => m.PlanSheet), { data: { year: this.year() } });
    if (made) await this.router.navigate(['/plans', made.id]);
  }

  protected async startFrom(template: View<'PlanRow'>): Promise<void> {
    const made = await this.sheets.open<View<'PlanView'>>(() => import('./copy-sheet').then((m) => m.CopySheet), { data: { plan: template, way: 'start' } });
    if (made) await this.router.navigate(['/plans', made.id]);
  }
}
