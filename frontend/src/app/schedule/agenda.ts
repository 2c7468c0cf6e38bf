import { Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Clock } from '../core/clock';
import { Format, LocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import type { IconName } from '../core/icons';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { CalendarDay, Entry, Period, byDay, spanOf } from './entries.rules';

const ICONS: Record<Entry['kind'], IconName> = { touchpoint: 'contact_phone', event: 'event', task: 'task_alt', decision: 'verified' };

/** The calendar as a list by day; what a phone shows first. */
@Component({
  selector: 't-agenda',
  imports: [Chip, MatIcon],
  templateUrl: './agenda.html',
  styleUrl: './agenda.scss',
})
export class Agenda {
  /** What stands in the calendar. */
  readonly entries = input.required<readonly Entry[]>();

  /** Holidays and make-up days. */
  readonly days = input.required<readonly CalendarDay[]>();

  /** The days shown. */
  readonly period = input.required<Period>();

  /** Identifiers of the entries that collide with another. */
  readonly overlapping = input.required<ReadonlySet<string>>();

  /** Whether each entry says whose it is. */
  readonly withOwners = input(false);

  /** An entry was chosen. */
  readonly opened = output<Entry>();

  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly clock = inject(Clock);

  protected readonly groups = computed(() => {
    const found = new Map(byDay(this.entries(), this.period(), this.clock.timeZone()).map(({ day, entries }) => [day, entries]));
    const marks = new Map(this.days().map((day) => [day.day, day]));
    const shown = [...new Set([...found.keys(), ...marks.keys()])].sort();
    return shown.map((day) => ({ day, mark: marks.get(day), entries: found.get(day) ?? [] }));
  });

  protected icon({ kind, channelId }: Entry): IconName {
    return (this.vocabulary.find('channels', channelId)?.icon as IconName | undefined) ?? ICONS[kind];
  }

  protected time(entry: Entry, day: LocalDate): string {
    const { start, end } = spanOf(entry, this.clock.timeZone());
    if (start.time === null || start.day < day) return this.t('schedule.allDay');
    return end?.time ? `${start.time}–${end.time}` : start.time;
  }
}
