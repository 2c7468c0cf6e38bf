import { DEFAULT_WEEK, type WorkingCalendar, type WorkingWeek, openWeekdays } from '../kernel/index.ts';
import type { DayShiftsView, WorkingWeekView } from './calendar.dto.ts';

/** A working week as pages show it; somebody who never works gets the usual opening hours, so that a calendar has something to draw. */
export function weekViewOf({ week, timeZone }: WorkingCalendar, weekStartsOn: number): WorkingWeekView {
  const shifts = week.flat().length > 0 ? week.flat() : DEFAULT_WEEK.flat();
  return {
    workingWeekdays: openWeekdays(week),
    weekStartsOn,
    week: daysViewOf(week),
    opensAt: shifts.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
    closesAt: shifts.map(({ until }) => until).reduce((a, b) => (a > b ? a : b)),
    timeZone,
  };
}

/** The shifts of each weekday as plain data. */
export const daysViewOf = (week: WorkingWeek): DayShiftsView[] => week.map((day) => ({ shifts: day.map(({ from, until }) => ({ from, until })) }));
