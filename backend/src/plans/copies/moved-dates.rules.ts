import { type LocalDate, addMonthsFromAnchor, dateOfDayNumber } from '../../kernel/index.ts';
import { nearestSameWeekday, partsOf } from '../recurrence/recurrence-text.rules.ts';

/** A day some whole years later; 29 February becomes 28 February in a common year. */
export const yearsLater = (date: LocalDate, years: number): LocalDate => addMonthsFromAnchor(date, years * 12);

/** The first day of an item some whole years later: the same day of the year, or, where the rule goes by weekdays, the nearest such weekday. */
export function movedStart(startsOn: LocalDate, recurrence: string | null, years: number): LocalDate {
  const moved = yearsLater(startsOn, years);
  const isWeekly = recurrence !== null && partsOf(recurrence)?.frequency === 'WEEKLY';
  return isWeekly && years !== 0 ? dateOfDayNumber(nearestSameWeekday(moved, startsOn)) : moved;
}
