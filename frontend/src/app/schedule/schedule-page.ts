import { Component, computed, inject } from '@angular/core';
import { BreakpointObserver } from '@angular/cdk/layout';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconAnchor, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { Format, LocalDate, addDays, isLocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { WorkingTimeOpener } from '../core/working-time-opener';
import { useShortcuts } from '../core/shortcuts';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { State } from '../ui/state';
import { Agenda } from './agenda';
import { CalendarBoard } from './calendar-board';
import { Handling } from './handling';
import { NARROW, VIEWS, ViewName, overlapsOf, periodOf, turned } from './entries.rules';

/** The calendar of a person or a team by day, week, month or as a list. */
@Component({
  selector: 't-schedule-page',
  imports: [Agenda, CalendarBoard, MatButton, MatFormFieldModule, MatIcon, MatIconAnchor, MatIconButton, MatSelectModule, PageHeader, RouterLink, Segments, State],
  providers: [Handling],
  templateUrl: './schedule-page.html',
  styleUrl: './schedule-page.scss',
})
export class SchedulePage {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly clock = inject(Clock);
  protected readonly handling = inject(Handling);
  protected readonly session = inject(Session);
  protected readonly workingTime = inject(WorkingTimeOpener);
  private readonly api = inject(Api);

  private readonly isNarrow = toSignal(inject(BreakpointObserver).observe(NARROW).pipe(map(({ matches }) => matches)), { initialValue: false });
  protected readonly address = urlState({ view: '', date: '', whose: 'me' });

  // Seven columns can not be read on a phone; the list says the same there.
  private readonly offered = computed(() => VIEWS.filter((name) => !this.isNarrow() || name !== 'week'));
  protected readonly view = computed<ViewName>(() => this.offered().find((name) => name === this.address.now().view) ?? (this.isNarrow() ? 'agenda' : 'week'));
  protected readonly boardView = computed(() => { const view = this.view(); return view === 'agenda' ? undefined : view; });
  protected readonly date = computed<LocalDate>(() => { const { date } = this.address.now(); return isLocalDate(date) ? date : this.clock.today(); });
  protected readonly period = computed(() => periodOf(this.view(), this.date(), this.clock.weekStartsOn()));
  protected readonly whose = computed(() => this.address.now().whose);

  protected readonly calendars = this.api.resource('/api/schedule/calendars', () => ({}));
  protected readonly schedule = this.api.resource('/api/schedule', () => ({ query: { ...this.period(), whose: this.whose() } }), { followWrites: true });
  protected readonly entries = computed(() => this.schedule.value()?.entries ?? []);
  protected readonly days = computed(() => this.schedule.value()?.days ?? []);
  protected readonly absences = computed(() => (this.schedule.value()?.absences ?? []).map(({ id, personName, from, until, half }) => {
    const last = addDays(until, -1);
    const days = last === from ? this.format.day(from) : `${this.format.day(from)} – ${this.format.day(last)}`;
    return { id, personName, when: half ? `${days}, ${this.t(`schedule.halves.${half}`)}` : days };
  }));
  /** Whose absences can be entered here: one's own, and those of people whom one leads. */
  protected readonly person = computed(() => {
    const [kind, id] = this.whose().split(':');
    const me = this.session.person();
    if (kind === 'me' && me) return { personId: me.id, name: me.name };
    const found = kind === 'person' && this.session.can('customers.assign') ? this.calendars.value()?.people.find((one) => one.id === id) : undefined;
    return found && { personId: found.id, name: found.name };
  });
  /** Whose cards can be printed for the days that are shown: one person's. */
  protected readonly cards = computed(() => {
    const [kind, id] = this.whose().split(':');
    const owner = kind === 'me' ? this.session.person()?.id : kind === 'person' ? id : undefined;
    return owner && this.session.can('contacts.work') ? { owner, ...this.period() } : undefined;
  });
  /** The team whose calendar it is; its people stand beside each other in coverage. */
  protected readonly team = computed(() => { const [kind, id = ''] = this.whose().split(':'); return kind === 'team' ? id : ''; });
  protected readonly overlaps = computed(() => overlapsOf(this.entries()));
  protected readonly overlapping = computed(() => new Set(this.overlaps().keys()));
  protected readonly isEmpty = computed(() => this.view() === 'agenda' && this.schedule.value() !== undefined && this.entries().length === 0 && this.days().length === 0);

  protected readonly views = computed(() => this.offered().map((value) => ({ value, label: this.t(`schedule.views.${value}`) })));
  protected readonly heading = computed(() => {
    const { from, until } = this.period();
    if (this.view() === 'month') return this.format.month(this.date());
    return this.view() === 'day' ? this.format.day(from, 'long') : this.format.period(from, until);
  });

  constructor() {
    useShortcuts(
      { id: 'schedule-today', keys: 't', label: 'schedule.today', group: 'schedule.title', run: () => { this.show(''); } },
      { id: 'schedule-previous', keys: '[', label: 'schedule.previous', group: 'schedule.title', run: () => { this.turn(-1); } },
      { id: 'schedule-next', keys: ']', label: 'schedule.next', group: 'schedule.title', run: () => { this.turn(1); } },
    );
  }

  protected turn(direction: 1 | -1): void {
    this.show(turned(this.view(), this.date(), direction));
  }

  protected show(date: LocalDate): void {
    this.address.set({ date: date === this.clock.today() ? '' : date });
  }

  protected showDay(date: LocalDate): void {
    this.address.set({ view: 'day', date });
  }

  protected showAs(view: string | null): void {
    this.address.set({ view: view ?? '' });
  }
}
