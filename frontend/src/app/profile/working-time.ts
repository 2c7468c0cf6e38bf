import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Format, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { WorkingTimeOpener } from '../core/working-time-opener';
import { State } from '../ui/state';

/** When one works and is away; changed in the sheets of working time. */
@Component({
  selector: 't-working-time',
  imports: [MatButton, State],
  template: `
    <t-state [of]="hours" skeleton="text" [lines]="2">
      <div class="line"><span class="t-tabular">{{ week() }}</span><button matButton="outlined" type="button" [attr.aria-label]="t('profile.time.change') + ': ' + t('profile.time.hours')" (click)="edit()">{{ t('profile.time.change') }}</button></div>
    </t-state>
    <t-state [of]="absences" skeleton="text" [lines]="2">
      <ul>
        @for (absence of absences.value()?.items ?? []; track absence.id) {
          <li>{{ wordsOf(absence) }}</li>
        } @empty {
          <li class="t-muted">{{ t('profile.time.none') }}</li>
        }
      </ul>
    </t-state>
    <div class="line">
      <button matButton="outlined" type="button" (click)="enter()">{{ t('profile.time.enter') }}</button>
      <button matButton type="button" (click)="more()">{{ t('profile.time.more') }}</button>
    </div>
  `,
  styles: `
    :host { display: flex; flex-direction: column; gap: var(--t-3); }
    .line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--t-2) var(--t-4); }
    ul { list-style: none; }
    li { padding: var(--t-1) 0; }
  `,
})
export class WorkingTime {
  protected readonly t = inject(I18n).t;
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly format = inject(Format);
  private readonly opener = inject(WorkingTimeOpener);
  private readonly me = inject(Session).person;

  protected readonly hours = this.api.resource('/api/working-hours/people/{id}', () => { const me = this.me(); return me && { path: { id: me.id } }; });
  protected readonly absences = this.api.resource('/api/absences', () => { const me = this.me(); return me && { query: { personId: me.id, from: this.clock.today() } }; });

  protected readonly week = computed(() => {
    const hours = this.hours.value();
    const name = new Intl.DateTimeFormat(this.format.locale(), { weekday: 'short', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    const worked = (hours?.week ?? hours?.inheritedWeek ?? []).map(({ shifts }, i) => ({ day: name.format(new Date(Date.UTC(2024, 0, 1 + i))), words: shifts.map(({ from, until }) => `${from}–${until}`).join(', ') })).filter(({ words }) => words);
    return [...new Set(worked.map(({ words }) => words))].map((words) => `${worked.filter((day) => day.words === words).map(({ day }) => day).join(' ')} ${words}`).join('; ') || this.t('profile.time.closed');
  });

  protected wordsOf({ from, until, half }: View<'AbsenceView'>): string {
    const last = addDays(until, -1);
    const days = last === from ? this.format.day(from, 'long') : `${this.format.day(from)} – ${this.format.day(last)}`;
    return half ? `${days}, ${this.t(`profile.time.half.${half}`)}` : days;
  }

  protected edit(): void { const me = this.me(); if (me) void this.after(this.opener.hours({ level: 'person', id: me.id, name: me.name })); }

  protected enter(): void { const me = this.me(); if (me) void this.after(this.opener.handOver({ personId: me.id, name: me.name, because: 'absence' })); }

  protected more(): void { const me = this.me(); if (me) void this.after(this.opener.person({ personId: me.id, name: me.name })); }

  private async after(sheet: Promise<unknown>): Promise<void> {
    await sheet;
    this.hours.reload();
    this.absences.reload();
  }
}
