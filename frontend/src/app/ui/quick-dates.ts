import { Component, computed, inject, input, model } from '@angular/core';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatIcon } from '@angular/material/icon';
import { Format, LocalDate } from '../core/format';
import { I18n } from '../core/i18n';
import { provideLocalDates } from './local-date-adapter';

/** A date that one press chooses; the label says what it means ('+3 working days'). */
export interface QuickDate { label: string; date: LocalDate }

/** A row of likely dates and a calendar for any other; a second press on the chosen one takes it back. */
@Component({
  selector: 't-quick-dates',
  imports: [MatDatepickerModule, MatIcon],
  providers: [provideLocalDates()],
  template: `
    <div class="row" role="group" [attr.aria-label]="label()">
      @for (quick of shown(); track quick.label) {
        <button type="button" [attr.aria-pressed]="date() === quick.date" (click)="choose(quick.date)">
          <span>{{ quick.label }}</span><span class="day">{{ format.day(quick.date, 'weekday') }}</span>
        </button>
      }
      <button type="button" class="pick" [attr.aria-pressed]="other() !== null" (click)="picker.open()">
        <mat-icon svgIcon="calendar_month" aria-hidden="true" /><span>{{ other() ? format.day(other(), 'weekday') : t('ui.quick.pick') }}</span>
      </button>
      <input class="t-hidden" tabindex="-1" aria-hidden="true" [matDatepicker]="picker" [min]="min()" [value]="date()" (dateChange)="date.set($event.value)" />
      <mat-datepicker #picker />
    </div>
  `,
  styleUrl: './quick-dates.scss',
})
export class QuickDates {
  /** What the row chooses; read by screen readers. */
  readonly label = input.required<string>();

  /** The likely dates. */
  readonly dates = input.required<readonly QuickDate[]>();

  /** The first day the calendar allows. */
  readonly min = input<LocalDate | null>(null);

  /** The chosen day. */
  readonly date = model<LocalDate | null>(null);

  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  // Two names for one day would both light up.
  protected readonly shown = computed(() => this.dates().filter(({ date }, i, all) => all.findIndex((other) => other.date === date) === i));
  protected readonly other = computed(() => { const date = this.date(); return date && !this.dates().some((quick) => quick.date === date) ? date : null; });

  protected choose(date: LocalDate): void {
    this.date.update((chosen) => (chosen === date ? null : date));
  }
}
