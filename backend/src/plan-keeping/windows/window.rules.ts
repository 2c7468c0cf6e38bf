import { type LocalDate, Refusal, type WorkingCalendar, addDays, isWorkingDay, nextWorkingDay, rangeOfDays } from '../../kernel/index.ts';

/** The window in which a contact counts for a touchpoint, and its due day, which may have been moved out of it. */
export interface Windowed {
  readonly windowFrom: LocalDate;
  readonly windowUntil: LocalDate;
  readonly dueOn: LocalDate;
}

/**
 * The last day on which a touchpoint can still be kept before it counts as missed: that of its window, or its due day when it was moved beyond; for an owner who works
 * on no day of the window, because they are away, the first working day after it. Null when they never work again.
 */
export function lastDayOf({ windowFrom, windowUntil, dueOn }: Windowed, calendar: WorkingCalendar): LocalDate | null {
  const isAnyWorked = rangeOfDays(windowFrom, addDays(windowUntil, 1)).some((day) => isWorkingDay(day, calendar));
  const last = isAnyWorked ? windowUntil : firstWorkedAfter(windowUntil, calendar);
  return last !== null && dueOn > last ? dueOn : last;
}

function firstWorkedAfter(date: LocalDate, calendar: WorkingCalendar): LocalDate | null {
  try {
    return nextWorkingDay(addDays(date, 1), calendar);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
