import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { HoursSubject, WorkingTimeOpener } from '../../core/working-time-opener';
import { State } from '../../ui/state';

type Week = View<'HoursView'>['inheritedWeek'];

/** Working hours of the organisation, and of the teams and people who have their own. */
@Component({
  selector: 't-hours-panel',
  imports: [MatButton, MatFormFieldModule, MatSelectModule, State],
  templateUrl: './hours-panel.html',
  styles: `
    :host { display: block; margin-bottom: var(--t-5); padding: var(--t-4); border: var(--t-line); border-radius: var(--t-radius); }
    ul { list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--t-1) var(--t-3); min-height: 48px; border-bottom: var(--t-line); }
    strong { margin-inline-end: var(--t-2); }
    .add { display: flex; flex-wrap: wrap; gap: var(--t-3); margin-top: var(--t-4); }
  `,
})
export class HoursPanel {
  protected readonly t = inject(I18n).t;
  protected readonly directory = inject(Directory);
  private readonly format = inject(Format);
  private readonly opener = inject(WorkingTimeOpener);
  private readonly api = inject(Api);

  protected readonly organisation = this.api.resource('/api/working-hours/organisation', () => ({}), { followWrites: true });
  protected readonly others = this.api.resource('/api/working-hours', () => ({}), { followWrites: true });
  protected readonly week = computed(() => { const hours = this.organisation.value(); return hours ? this.wordsOf(hours.week ?? hours.inheritedWeek) : ''; });

  protected edit(subject: HoursSubject): void {
    void this.opener.hours(subject);
  }

  protected editChosen(level: 'team' | 'person', id: string): void {
    this.edit({ level, id, name: this.directory.name(id) });
  }

  protected detailOf({ week, region }: View<'OwnHoursView'>): string {
    return [week && this.wordsOf(week), region && this.t('calendar.hours.region', { region })].filter(Boolean).join(' · ');
  }

  private wordsOf(week: Week): string {
    const name = new Intl.DateTimeFormat(this.format.locale(), { weekday: 'short', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    const worked = week.map(({ shifts }, i) => ({ day: name.format(new Date(Date.UTC(2024, 0, 1 + i))), words: shifts.map(({ from, until }) => `${from}–${until}`).join(', ') })).filter(({ words }) => words);
    const alike = [...new Set(worked.map(({ words }) => words))];
    return alike.map((words) => `${worked.filter((day) => day.words === words).map(({ day }) => day).join(' ')} ${words}`).join('; ') || this.t('calendar.hours.closed');
  }
}
