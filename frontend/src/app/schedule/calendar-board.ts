import { Component, DestroyRef, ElementRef, ViewEncapsulation, afterNextRender, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { BreakpointObserver } from '@angular/cdk/layout';
import { MatIconRegistry } from '@angular/material/icon';
import { Calendar, CalendarOptions, EventApi, EventDisplayInfo, LocaleInput } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import english from 'fullcalendar/locales/en-gb';
import simplified from 'fullcalendar/locales/zh-cn';
import traditional from 'fullcalendar/locales/zh-tw';
import skeletonCss from 'fullcalendar/skeleton.css' with { loader: 'text' };
import theme from 'fullcalendar/themes/classic';
import themeCss from 'fullcalendar/themes/classic/theme.css' with { loader: 'text' };
import timeGrid from 'fullcalendar/timegrid';
import type { View } from '../core/api';
import { Clock } from '../core/clock';
import { Format, LocalDate, inZone } from '../core/format';
import { I18n, Language } from '../core/i18n';
import type { IconName } from '../core/icons';
import { DRAWN_LENGTH, dayOfBoard, eventOf, spanOfBoard } from './board-events';
import { CalendarDay, Entry, NARROW, Span, ViewName, movedTo } from './entries.rules';

/** Something was dragged to another time; `revert` puts it back. */
export interface Dragged { entry: Entry; to: Span; revert: () => void }

type Drawn = Pick<EventApi, 'extendedProps'>;

const LOCALES: Record<Language, { locale: string; data: LocaleInput }> = { en: { locale: 'en-gb', data: english }, 'zh-Hans': { locale: 'zh-cn', data: simplified }, 'zh-Hant': { locale: 'zh-tw', data: traditional } };
const VIEWS: Record<Exclude<ViewName, 'agenda'>, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };

/** Day, week and month as a grid, with dragging; loaded only when one of them is shown. */
@Component({
  selector: 't-calendar-board',
  template: '<div #grid></div>',
  styleUrl: './calendar-board.scss',
  encapsulation: ViewEncapsulation.None,
  host: { class: 't-calendar-board' },
})
export class CalendarBoard {
  /** What stands in the calendar. */
  readonly entries = input.required<readonly Entry[]>();

  /** Holidays and make-up days. */
  readonly days = input.required<readonly CalendarDay[]>();

  /** Identifiers of the entries that collide with another. */
  readonly overlapping = input.required<ReadonlySet<string>>();

  /** How it is shown. */
  readonly view = input.required<Exclude<ViewName, 'agenda'>>();

  /** A day of the period shown. */
  readonly date = input.required<LocalDate>();

  /** Whether each entry says whose it is. */
  readonly withOwners = input(false);

  /** When the organisation works, in its own zone. */
  readonly week = input<View<'WorkingWeekView'>>();

  /** An entry was chosen. */
  readonly opened = output<Entry>();

  /** An entry was dragged. */
  readonly dragged = output<Dragged>();

  /** An empty stretch was drawn. */
  readonly drawn = output<Span>();

  /** A day's number was chosen. */
  readonly dayChosen = output<LocalDate>();

  // Not the host itself: the library takes over the classes and the height of what it draws into.
  private readonly screen = inject(BreakpointObserver);
  private readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');
  private readonly icons = inject(MatIconRegistry);
  private readonly clock = inject(Clock);
  private readonly format = inject(Format);
  private readonly i18n = inject(I18n);
  private readonly named = computed(() => new Map(this.days().map((day) => [day.day, day])));
  private calendar: Calendar | undefined;

  private readonly fixed: CalendarOptions = {
    plugins: [theme, dayGrid, timeGrid, interaction], timeZone: 'UTC', now: () => { const { date, time } = inZone(this.clock.now(), this.clock.timeZone()); return `${date}T${time}:00Z`; },
    headerToolbar: false, height: '100%', borderless: true, nowIndicator: true, selectable: true, selectMirror: true, editable: true, eventInteractive: true, navLinks: true, dayMaxEvents: true,
    defaultTimedEventDuration: DRAWN_LENGTH, slotDuration: '00:30', snapDuration: '00:15', slotEventOverlap: false, scrollTimeReset: false, headingLevel: 2, viewDidMount: ({ el }) => { nameHeaders(el); reachByKeys(el); },
    dayHeaderDidMount: ({ el }) => { nameHeader(el); },
    // A cell is called by what stands in it; the library's own label would hide that.
    dayCellDidMount: ({ el }) => { el.removeAttribute('aria-label'); },
    navLinkDayClick: (date) => { this.dayChosen.emit(dayOfBoard(date)); },
    // In a month on a phone a touch means the day: there is no room to tell entries apart.
    dateClick: ({ dateStr, view }) => { if (view.type === 'dayGridMonth' && this.screen.isMatched(NARROW)) this.dayChosen.emit(dateStr.slice(0, 10)); },
    eventClick: ({ event, jsEvent }) => { jsEvent.preventDefault(); const entry = entryOf(event); if (entry) this.opened.emit(entry); },
    eventDrop: ({ event, revert }) => { const { start } = spanOfBoard(event.startStr, '', event.allDay); this.moved(event, (entry) => movedTo(entry, start, this.clock.timeZone()), revert); },
    eventResize: ({ event, revert }) => { this.moved(event, () => spanOfBoard(event.startStr, event.endStr, event.allDay), revert); },
    select: ({ startStr, endStr, allDay }) => { this.calendar?.unselect(); this.drawn.emit(spanOfBoard(startStr, endStr, allDay)); },
  };

  constructor() {
    afterNextRender(() => { this.draw(); });
    effect(() => { const [view, date] = [VIEWS[this.view()], this.date()]; this.change((calendar) => { calendar.changeView(view, date); }); });
    effect(() => { const changed = this.changing(); this.change((calendar) => { calendar.resetOptions({ ...this.fixed, ...changed }); }); });
    inject(DestroyRef).onDestroy(() => { this.calendar?.destroy(); });
  }

  private draw(): void {
    addStyles();
    this.calendar = new Calendar(this.grid().nativeElement, { ...this.fixed, ...this.changing(), initialView: VIEWS[this.view()], initialDate: this.date() });
    this.calendar.render();
  }

  private change(what: (calendar: Calendar) => void): void {
    untracked(() => { if (this.calendar) what(this.calendar); });
  }

  private changing(): CalendarOptions {
    const timeZone = this.clock.timeZone();
    const { locale, data } = LOCALES[this.i18n.language()];
    const marks = this.named();
    const week = this.week();
    this.overlapping();
    this.withOwners();
    return {
      locale, locales: [data], firstDay: this.clock.weekStartsOn() % 7, scrollTime: { hours: Number(week?.opensAt.slice(0, 2) ?? 9) - 1 },
      // Hours of another zone would shade the wrong part of the day.
      businessHours: week?.timeZone === timeZone ? { daysOfWeek: week.workingWeekdays.map((day) => day % 7), startTime: week.opensAt, endTime: week.closesAt } : false,
      events: this.entries().map((entry) => eventOf(entry, timeZone)),
      dayHeaderContent: ({ text, date, view }) => (view.type === 'dayGridMonth' ? text : { domNodes: this.dayWords(this.headingOf(date), marks.get(dayOfBoard(date)), false) }),
      dayCellTopContent: ({ dayNumberText, date, isNarrow }) => ({ domNodes: this.dayWords(dayNumberText, marks.get(dayOfBoard(date)), isNarrow) }),
      navLinkHint: (words, date) => `${[this.view() === 'month' ? date.getUTCDate() : this.headingOf(date), this.markOf(marks.get(dayOfBoard(date)))].filter(Boolean).join(' ')}, ${words}`,
      dayCellClass: ({ date }) => marks.get(dayOfBoard(date))?.kind,
      dayLaneClass: ({ date }) => marks.get(dayOfBoard(date))?.kind,
      // What is just being drawn is no entry yet.
      eventContent: (info) => { const entry = entryOf(info.event); return entry ? { domNodes: this.entryWords(entry, info) } : info.timeText; },
      eventClass: ({ event, view }) => { const entry = entryOf(event); return entry ? `t-entry ${entry.kind} ${entry.state} ${view.type === 'dayGridMonth' ? 'in-month' : ''}` : ''; },
    };
  }

  private moved(event: Drawn, where: (entry: Entry) => Span, revert: () => void): void {
    const entry = entryOf(event);
    if (entry) this.dragged.emit({ entry, to: where(entry), revert });
  }

  private dayWords(text: string, day: CalendarDay | undefined, isNarrow: boolean): Node[] {
    const words = element('span', 't-day-words', '');
    words.append(element('span', 't-day', text));
    if (!day) return [words];
    const mark = element('span', `t-day-mark ${day.kind}`, isNarrow ? this.i18n.t(`schedule.daysShort.${day.kind}`) : this.markOf(day));
    mark.title = this.markOf(day);
    words.append(' ', mark);
    return [words];
  }

  private headingOf(date: Date): string {
    return new Intl.DateTimeFormat(this.format.locale(), { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(date);
  }

  private markOf(day: CalendarDay | undefined): string {
    return day ? this.i18n.t(`schedule.days.${day.kind}`, { name: day.name }) : '';
  }

  private entryWords(entry: Entry, { event, timeText, view, isShort }: EventDisplayInfo): Node[] {
    const line = element('span', event.allDay || isShort || view.type === 'dayGridMonth' ? 't-entry-words one-line' : 't-entry-words', '');
    for (const name of this.marksOf(entry)) line.append(this.icon(name));
    const words = [element('span', 't-entry-time', timeText), element('span', 't-entry-title', titleOf(entry))];
    // In a column of hours its place already tells the time.
    line.append(...(view.type === 'dayGridMonth' ? words : words.reverse()));
    if (this.withOwners()) line.append(element('span', 't-entry-owner', entry.ownerName));
    for (const word of this.wordsOf(entry)) line.append(element('span', 't-hidden', word));
    return [line];
  }

  private marksOf(entry: Entry): IconName[] {
    const marks: IconName[] = [];
    if (entry.isOverdue) marks.push('priority_high');
    if (this.overlapping().has(entry.id)) marks.push('warning');
    if (entry.isPromised) marks.push('handshake');
    if (entry.state === 'done') marks.push('check');
    if (entry.state === 'missed') marks.push('event_busy');
    if (entry.kind === 'task' && entry.state === 'scheduled') marks.push('task_alt');
    return marks;
  }

  private wordsOf(entry: Entry): string[] {
    const { t } = this.i18n;
    return [t(`schedule.kinds.${entry.kind}`), entry.isOverdue && t('schedule.overdue'), this.overlapping().has(entry.id) && t('schedule.overlap'), entry.isPromised && t('schedule.promised'),
      entry.state !== 'scheduled' && t(`schedule.states.${entry.state}`)].filter((word) => typeof word === 'string');
  }

  private icon(name: IconName): Node {
    const holder = element('span', 't-entry-icon', '');
    holder.setAttribute('aria-hidden', 'true');
    this.icons.getNamedSvgIcon(name).subscribe((svg) => { holder.append(svg); });
    return holder;
  }
}

function titleOf({ title, customerName }: Entry): string {
  return [customerName, title].filter(Boolean).join(' · ');
}

function entryOf(event: Drawn): Entry | undefined {
  return event.extendedProps['entry'] as Entry | undefined;
}

function element(tag: 'span', className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A header that has a label but no words is none to some screen readers. */
function nameHeader(header: Element): void {
  header.append(element('span', 't-hidden', header.getAttribute('aria-label') ?? ''));
}

function nameHeaders(view: HTMLElement): void {
  view.querySelectorAll('[role=rowheader][aria-label]:empty').forEach(nameHeader);
}

/** The hours scroll; without an entry in them nothing there would take the focus, and keys could not scroll them. */
function reachByKeys(view: HTMLElement): void {
  const hours = [...view.querySelectorAll<HTMLElement>('[role=rowgroup] > div')].filter(({ style }) => style.overflowY === 'auto');
  for (const part of hours) part.querySelector('[role=gridcell]')?.setAttribute('tabindex', '0');
}

/** The library's own styles come with it, not with the first page. */
function addStyles(): void {
  if (document.getElementById('t-calendar-styles')) return;
  const style = document.createElement('style');
  style.id = 't-calendar-styles';
  style.textContent = `${skeletonCss}\n${themeCss}`;
  document.head.prepend(style);
}
