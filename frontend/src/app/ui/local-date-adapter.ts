import { Injectable, Provider, effect, inject } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, MatDateFormats } from '@angular/material/core';
import { Clock } from '../core/clock';
import { Format, LocalDate, addDays, addMonths, dateOf, daysInMonth, isLocalDate, partsOf, utc, weekdayOf } from '../core/format';
import { parseDay } from './parse-day';

// A month of 2024 that starts on a Sunday, for the names of days.
const A_SUNDAY: LocalDate = '2024-09-01';

/** Lets Material's calendar work on 'YYYY-MM-DD' strings, in the person's language and with the person's today. */
@Injectable()
export class LocalDateAdapter extends DateAdapter<LocalDate, string> {
  private readonly clock = inject(Clock);
  private readonly person = inject(Format);

  constructor() {
    super();
    this.locale = this.person.locale();
    effect(() => { this.setLocale(this.person.locale()); });
  }

  getYear(date: LocalDate): number { return partsOf(date).year; }
  getMonth(date: LocalDate): number { return partsOf(date).month - 1; }
  getDate(date: LocalDate): number { return partsOf(date).day; }
  getDayOfWeek(date: LocalDate): number { return weekdayOf(date) % 7; }
  getYearName(date: LocalDate): string { return this.text(date, { year: 'numeric' }); }
  getFirstDayOfWeek(): number { return this.clock.weekStartsOn() % 7; }
  getNumDaysInMonth(date: LocalDate): number { const { year, month } = partsOf(date); return daysInMonth(year, month); }
  clone(date: LocalDate): LocalDate { return date; }
  createDate(year: number, month: number, date: number): LocalDate { return dateOf(year, month + 1, date); }
  today(): LocalDate { return this.clock.today(); }
  addCalendarYears(date: LocalDate, years: number): LocalDate { return addMonths(date, 12 * years); }
  addCalendarMonths(date: LocalDate, months: number): LocalDate { return addMonths(date, months); }
  addCalendarDays(date: LocalDate, days: number): LocalDate { return addDays(date, days); }
  toIso8601(date: LocalDate): string { return date; }
  isDateInstance(value: unknown): boolean { return typeof value === 'string'; }
  isValid(date: LocalDate): boolean { return isLocalDate(date); }
  invalid(): LocalDate { return 'invalid'; }

  getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    return Array.from({ length: 12 }, (_, month) => this.text(dateOf(2024, month + 1, 1), { month: style }));
  }

  getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, day) => String(day + 1));
  }

  getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    return Array.from({ length: 7 }, (_, day) => this.text(addDays(A_SUNDAY, day), { weekday: style }));
  }

  parse(value: unknown): LocalDate | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    return parseDay(value, this.locale, this.clock.today()) ?? this.invalid();
  }

  format(date: LocalDate, options: Intl.DateTimeFormatOptions): string {
    return this.text(date, options);
  }

  override deserialize(value: unknown): LocalDate | null {
    if (value === null || value === undefined || value === '') return null;
    return isLocalDate(value) ? value : this.invalid();
  }

  private text(date: LocalDate, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' }).format(utc(date));
  }
}

const FORMATS: MatDateFormats = {
  parse: { dateInput: null },
  display: {
    dateInput: { year: 'numeric', month: '2-digit', day: '2-digit' },
    monthYearLabel: { year: 'numeric', month: 'short' },
    dateA11yLabel: { dateStyle: 'full' },
    monthYearA11yLabel: { year: 'numeric', month: 'long' },
  },
};

/** For parts that hold a Material calendar. */
export function provideLocalDates(): Provider[] {
  return [{ provide: DateAdapter, useClass: LocalDateAdapter }, { provide: MAT_DATE_FORMATS, useValue: FORMATS }];
}
