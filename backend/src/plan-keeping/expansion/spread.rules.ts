import { type LocalDate, type WorkingCalendar, addDays, isWorkingDay, rangeOfDays } from '../../kernel/index.ts';

/** One due day of a plan item with the first and the last day on which a contact counts for it. */
export interface Slot {
  readonly on: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
}

/**
 * The due days of `count` touchpoints of one person in one window, in order: spread over the days of the window that the person works, as many on each as on any other
 * within one, few of them around the middle. Days before `notBefore` are over. A window without a day that is worked keeps its own due day. None when it is over.
 */
export function spread(count: number, { on, windowFrom, windowTo }: Slot, notBefore: LocalDate, calendar: WorkingCalendar): LocalDate[] {
  const first = later(windowFrom, notBefore);
  if (first > windowTo) return [];
  const days = rangeOfDays(first, addDays(windowTo, 1)).filter((day) => isWorkingDay(day, calendar));
  const dayAt = (i: number): LocalDate => days[Math.floor(((2 * i + 1) * days.length) / (2 * count))] ?? later(on, first);
  return Array.from({ length: count }, (_, i) => dayAt(i));
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
