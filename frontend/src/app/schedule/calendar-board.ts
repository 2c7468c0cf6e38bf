import { Component, DestroyRef, ElementRef, ViewEncapsulation, afterNextRender, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { Calendar, CalendarOptions, EventDisplayInfo, LocaleInput } from 'fullcalendar';
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
import { LocalDate, inZone } from '../core/format';
import { I18n, Language } from '../core/i18n';
import type { IconName } from '../core/icons';
import { DRAWN_LENGTH, dayOfBoard, eventOf, spanOfBoard } from './board-events';
import { CalendarDay, Entry, Span, ViewName, movedTo } from './entries.rules';

/** Something was dragged to another time; `revert` puts it back. */
export interface Dragged { entry: Entry; to: Span; revert: () => void }

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
  private readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');
  private readonly icons = inject(MatIconRegistry);
  private readonly clock = inject(Clock);
  private readonly i18n = inject(I18n);
  private readonly named = computed(() => new Map(this.days().map((day) => [day.day, day])));
  private calendar: Calendar | undefined;

  constructor() {
    afterNextRender(() => { this.draw(); });
    effect(() => { const [view, date] = [VIEWS[this.view()], this.date()]; this.change((calendar) => { calendar.changeView(view, date); }); });
    effect(() => { const changed = this.changing(); this.change((calendar) => { calendar.resetOptions({ ...this.fixed(), ...changed }); }); });
    inject(DestroyRef).onDestroy(() => { this.calendar?.destroy(); });
  }

  private draw(): void {
    addStyles();
    this.calendar = new Calendar(this.grid().nativeElement, { ...this.fixed(), ...this.changing(), initialView: VIEWS[this.view()], initialDate: this.date() });
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
      dayHeaderContent: ({ text, weekdayText, dayNumberText, date, view, isNarrow }) => (view.type === 'dayGridMonth' ? text : { domNodes: this.dayWords(isNarrow ? `${weekdayText} ${dayNumberText}` : text, marks.get(dayOfBoard(date)), isNarrow) }),
      dayCellTopContent: ({ dayNumberText, date, isNarrow }) => ({ domNodes: this.dayWords(dayNumberText, marks.get(dayOfBoard(date)), isNarrow) }),
      dayCellClass: ({ date }) => marks.get(dayOfBoard(date))?.kind,
      dayLaneClass: ({ date }) => marks.get(dayOfBoard(date))?.kind,
      eventContent: (info) => ({ domNodes: this.entryWords(info) }),
      eventClass: ({ event }) => { const { state, kind } = entryOf(event); return `t-entry ${kind} ${state}`; },
    };
  }

  private fixed(): CalendarOptions {
    return {
      plugins: [theme, dayGrid, timeGrid, interaction], timeZone: 'UTC', now: () => { const { date, time } = inZone(this.clock.now(), this.clock.timeZone()); return `${date}T${time}:00Z`; },
      headerToolbar: false, height: '100%', borderless: true, nowIndicator: true, selectable: true, selectMirror: true, editable: true, eventInteractive: true, navLinks: true, dayMaxEvents: true,
      defaultTimedEventDuration: DRAWN_LENGTH, slotDuration: '00:30', snapDuration: '00:15', slotEventOverlap: false, scrollTimeReset: false, headingLevel: 2,
      navLinkDayClick: (date) => { this.dayChosen.emit(dayOfBoard(date)); },
      eventClick: ({ event, jsEvent }) => { jsEvent.preventDefault(); this.opened.emit(entryOf(event)); },
      eventDrop: ({ event, revert }) => { this.drop(entryOf(event), spanOfBoard(event.startStr, '', event.allDay), revert); },
      eventResize: ({ event, revert }) => { this.dragged.emit({ entry: entryOf(event), to: spanOfBoard(event.startStr, event.endStr, event.allDay), revert }); },
      select: ({ startStr, endStr, allDay }) => { this.calendar?.unselect(); this.drawn.emit(spanOfBoard(startStr, endStr, allDay)); },
    };
  }

  private drop(entry: Entry, { start }: Span, revert: () => void): void {
    this.dragged.emit({ entry, to: movedTo(entry, start, this.clock.timeZone()), revert });
  }

  private dayWords(text: string, day: CalendarDay | undefined, isNarrow: boolean): Node[] {
    const words = element('span', 't-day-words', '');
    words.append(element('span', 't-day', text));
    if (!day) return [words];
    const full = this.i18n.t(`schedule.days.${day.kind}`, { name: day.name });
    const mark = element('span', `t-day-mark ${day.kind}`, isNarrow ? this.i18n.t(`schedule.daysShort.${day.kind}`) : full);
    mark.title = full;
    if (isNarrow) mark.append(element('span', 't-hidden', ` ${day.name}`));
    words.append(mark);
    return [words];
  }

  private entryWords({ event, timeText, view, isShort }: EventDisplayInfo): Node[] {
    const entry = entryOf(event);
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

function entryOf(event: { extendedProps: Record<string, unknown> }): Entry {
  return event.extendedProps['entry'] as Entry;
}

function element(tag: 'span', className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The library's own styles come with it, not with the first page. */
function addStyles(): void {
  if (document.getElementById('t-calendar-styles')) return;
  const style = document.createElement('style');
  style.id = 't-calendar-styles';
  style.textContent = `${skeletonCss}\n${themeCss}`;
  document.head.prepend(style);
}
