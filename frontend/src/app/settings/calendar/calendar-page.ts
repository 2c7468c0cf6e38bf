import { Component, ElementRef, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Api } from '../../core/api';
import { Clock } from '../../core/clock';
import { Format, LocalDate, dateOf, partsOf } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { urlState } from '../../core/url-state';
import { Confirm } from '../../ui/confirm';
import { PageHeader } from '../../ui/page-header';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import type { DayChange, DayData } from './day-sheet';
import { HoursPanel } from './hours-panel';
import type { PastedDay } from './pasted-days.rules';
import { CalendarDay, GridDay, dayByKey, monthsOf } from './year-grid.rules';

const FIRST_YEAR = 2004;
const LAST_YEAR = 2099;

/** Working hours, and the holidays and make-up working days of a year, of the organisation or a region. */
@Component({
  selector: 't-calendar-page',
  imports: [HoursPanel, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, PageHeader, State],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.scss',
})
export class CalendarPage {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly sheets = inject(Sheets);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly address = urlState({ year: 0, region: '' });
  protected readonly year = computed(() => { const { year } = this.address.now(); return year >= FIRST_YEAR && year <= LAST_YEAR ? year : this.thisYear(); });
  protected readonly region = computed(() => this.address.now().region);
  private readonly thisYear = computed(() => partsOf(this.clock.today()).year);
  protected readonly calendar = this.api.resource('/api/calendar/{year}', () => ({ path: { year: String(this.year()) }, query: { region: this.region() } }), { followWrites: true });
  protected readonly official = computed(() => this.calendar.value()?.official);
  protected readonly isBusy = signal(false);

  protected readonly months = computed(() => {
    const calendar = this.calendar.value();
    return calendar ? monthsOf(calendar.year, calendar.days, calendar.week.workingWeekdays, calendar.week.weekStartsOn) : [];
  });
  protected readonly weekdays = computed(() => {
    const start = this.calendar.value()?.week.weekStartsOn ?? 1;
    const format = new Intl.DateTimeFormat(this.format.locale(), { weekday: 'narrow', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    return Array.from({ length: 7 }, (_, i) => format.format(new Date(Date.UTC(2024, 0, start + i))));
  });

  /** The one day of the grid that Tab reaches; arrow keys go on from it. */
  protected readonly reachable = linkedSignal<LocalDate>(() => (this.year() === this.thisYear() ? this.clock.today() : dateOf(this.year(), 1, 1)));

  protected turn(by: 1 | -1): void {
    const year = this.year() + by;
    if (year >= FIRST_YEAR && year <= LAST_YEAR) this.address.set({ year: year === this.thisYear() ? 0 : year });
  }

  /** Begins with what the cell shows, so that people who speak to their machine find it. */
  protected labelOf({ day, number, isWorkingWeekday, entry }: GridDay): string {
    if (!entry) return `${this.format.day(day, 'long')}: ${this.t(isWorkingWeekday ? 'calendar.is.workday' : 'calendar.is.closed')}`;
    return `${number} ${this.t(`calendar.mark.${entry.kind}`)}, ${this.format.day(day, 'long')}: ${this.t(`calendar.is.${entry.kind}`, { name: entry.name })}`;
  }

  protected go(event: KeyboardEvent, { day }: GridDay): void {
    const target = dayByKey(event.key, day, this.year());
    if (!target) return;
    event.preventDefault();
    this.reachable.set(target);
    this.host.querySelector<HTMLElement>(`[data-day="${target}"]`)?.focus();
  }

  protected async edit({ day, isWorkingWeekday, entry }: GridDay): Promise<void> {
    this.reachable.set(day);
    const data: DayData = { day, region: this.region(), isWorkingWeekday, ...(entry ? { entry } : {}) };
    const change = await this.sheets.open<DayChange, DayData>(() => import('./day-sheet').then((m) => m.DaySheet), { data });
    if (change) void this.notices.offerUndo(this.t('common.saved'), () => this.put(day, entry));
  }

  protected async paste(): Promise<void> {
    const before = this.calendar.value()?.days ?? [];
    const pasted = await this.sheets.open<PastedDay[]>(() => import('./paste-sheet').then((m) => m.PasteSheet), { data: this.region() });
    if (!pasted) return;
    const known = new Map(before.map((day) => [day.day, day]));
    const isThisYear = pasted.every(({ day }) => day.startsWith(String(this.year())));
    const text = this.t('calendar.paste.done', { count: pasted.length });
    if (isThisYear) void this.notices.offerUndo(text, () => Promise.all(pasted.map(({ day }) => this.put(day, known.get(day)))));
    else void this.notices.say(text);
  }

  protected async readFile(): Promise<void> {
    const written = await this.sheets.open<number, string>(() => import('./file-sheet').then((m) => m.FileSheet), { data: this.region(), isWide: true });
    if (written !== undefined) void this.notices.say(this.t('calendar.file.done', { count: written }));
  }

  protected follow(region: string): void {
    this.address.set({ region: region.trim().toUpperCase() });
  }

  protected async load(): Promise<void> {
    const manual = this.calendar.value()?.days.filter(({ isManual, region }) => isManual && region === this.region()).length ?? 0;
    const replacesManual = manual > 0 && await this.confirm.ask({
      title: this.t('calendar.official.replaceTitle', { count: manual }), text: this.t('calendar.official.replaceText'), confirm: this.t('calendar.official.replace'), isDangerous: true,
    });
    this.isBusy.set(true);
    try {
      this.calendar.set(await this.api.post('/api/calendar/official', { body: { region: 'CN', year: this.year(), replacesManual, ...(this.region() ? { into: this.region() } : {}) } }));
      void this.notices.say(this.t('calendar.official.loadedNow', { year: String(this.year()) }));
    } catch (error) {
      await this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async put(day: LocalDate, entry: CalendarDay | undefined): Promise<void> {
    const where = { path: { day }, query: { region: this.region() } };
    if (entry?.region === this.region()) await this.api.put('/api/calendar/days/{day}', { ...where, body: { kind: entry.kind, name: entry.name } });
    else await this.api.delete('/api/calendar/days/{day}', where);
  }
}
