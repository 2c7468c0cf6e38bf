import { type LocalDate, addDays, addMonthsFromAnchor, dateOfDayNumber } from '../../kernel/index.ts';
import { nearestSameWeekday, partsOf } from '../recurrence/recurrence-text.rules.ts';

/** A day some whole years later; 29 February becomes 28 February in a common year. */
export const yearsLater = (date: LocalDate, years: number): LocalDate => addMonthsFromAnchor(date, years * 12);

/** The day after a period some whole years later: a period up to 28 February ends with that day in a common year too. */
export function endYearsLater(untilOn: LocalDate, years: number): LocalDate {
  const moved = yearsLater(untilOn, years);
  return untilOn.slice(8) === moved.slice(8) ? moved : addDays(moved, 1);
}

/** The first day of an item some whole years later: the same day of the year, or, where the rule goes by weekdays, the nearest such weekday. */
export function movedStart(startsOn: LocalDate, recurrence: string | null, years: number): LocalDate {
  const moved = yearsLater(startsOn, years);
  const parts = recurrence === null ? null : partsOf(recurrence);
  const isByWeekday = parts !== null && (parts.frequency === 'WEEKLY' || parts.weekdays.length > 0);
  return isByWeekday && years !== 0 ? dateOfDayNumber(nearestSameWeekday(moved, startsOn)) : moved;
}
