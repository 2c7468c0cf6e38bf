import type { View } from '../../core/api';
import { LocalDate, addDays, dateOf, daysInMonth, weekdayOf } from '../../core/format';

/** A day that differs from the working week. */
export type CalendarDay = View<'CalendarDayView'>;

/** One day of the year as the grid shows it. */
export interface GridDay { day: LocalDate; number: number; isWorkingWeekday: boolean; entry: CalendarDay | undefined }

/** A month: empty places before its first day, then its days. */
export interface GridMonth { first: LocalDate; blanks: number; days: GridDay[] }

/** The twelve months of a year. */
export function monthsOf(year: number, entries: readonly CalendarDay[], workingWeekdays: readonly number[], weekStartsOn: number): GridMonth[] {
  const byDay = new Map(entries.map((entry) => [entry.day, entry]));
  return Array.from({ length: 12 }, (_, month) => {
    const first = dateOf(year, month + 1, 1);
    const days = Array.from({ length: daysInMonth(year, month + 1) }, (_day, i) => {
      const day = addDays(first, i);
      return { day, number: i + 1, isWorkingWeekday: workingWeekdays.includes(weekdayOf(day)), entry: byDay.get(day) };
    });
    return { first, blanks: (weekdayOf(first) - weekStartsOn + 7) % 7, days };
  });
}

/** The day that an arrow key leads to, within the year; undefined for another key. */
export function dayByKey(key: string, day: LocalDate, year: number): LocalDate | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step === undefined) return undefined;
  const target = addDays(day, step);
  return target.startsWith(String(year)) ? target : day;
}
