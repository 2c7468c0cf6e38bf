import { type LocalDate, type WorkingCalendar, addWorkingDays, instantOf, localDateOf, localMinutesOf, nextWorkingDay, skipToOpening, timeOfMinutes } from '../../kernel/index.ts';
import type { Due } from '../due.rules.ts';

/** How touchpoints are shifted: by working days, or to a day and spread over so many working days from it on. */
export type Shifting = { readonly days: number } | { readonly toOn: LocalDate; readonly spreadDays: number };

/** When a touchpoint is due before and after. */
export interface Dated extends Due {
  readonly id: string;
}

/**
 * The new dates of touchpoints that are shifted, in the order given, which is kept: by working days each from its own day; or spread evenly, the first ones first.
 * Never on a closed day of the calendar and never before today; an agreed time keeps its hour on the wall.
 */
export function shiftedDates(touchpoints: readonly Dated[], how: Shifting, { calendar, today }: { calendar: WorkingCalendar; today: LocalDate }): Map<string, Due> {
  const dayOf = 'days' in how ? (touchpoint: Dated) => nextWorkingDay(later(addWorkingDays(touchpoint.dueOn, how.days, calendar), today), calendar) : spreadOver(touchpoints.length, how, calendar, today);
  return new Map(touchpoints.map((touchpoint, i) => [touchpoint.id, on(touchpoint, dayOf(touchpoint, i), calendar.timeZone)]));
}

/** The date of a touchpoint that somebody else takes over: the same, unless it is a closed day of theirs: then their next working day. What is late already stays late. */
export function takenOver(touchpoint: Due, { calendar, today }: { calendar: WorkingCalendar; today: LocalDate }): Due {
  const dueOn = touchpoint.dueAt ? localDateOf(touchpoint.dueAt, calendar.timeZone) : touchpoint.dueOn;
  const same = { dueOn, dueAt: touchpoint.dueAt };
  return dueOn < today ? same : on(same, nextWorkingDay(dueOn, calendar), calendar.timeZone);
}

/** Whether an agreed time lies outside the shifts of who is to keep it. */
export const isOutsideHours = ({ dueAt }: Due, calendar: WorkingCalendar): boolean => dueAt !== null && skipToOpening(dueAt, calendar).getTime() !== dueAt.getTime();

function spreadOver(count: number, { toOn, spreadDays }: { toOn: LocalDate; spreadDays: number }, calendar: WorkingCalendar, today: LocalDate): (touchpoint: Dated, i: number) => LocalDate {
  const first = nextWorkingDay(later(toOn, today), calendar);
  return (_touchpoint, i) => addWorkingDays(first, Math.floor((i * spreadDays) / count), calendar);
}

function on({ dueOn, dueAt }: Due, day: LocalDate, timeZone: string): Due {
  if (dueAt === null || day === dueOn) return { dueOn: day, dueAt };
  return { dueOn: day, dueAt: instantOf(day, timeOfMinutes(localMinutesOf(dueAt, timeZone)), timeZone) };
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
