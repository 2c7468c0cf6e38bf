import { type LocalDate, type WorkingCalendar, addDays, isWorkingDay } from '../../kernel/index.ts';

/** Days `[fromOn, untilOn)` on which somebody does not work, because they are away on some of them and the rest is closed. */
export interface Stretch {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

// A calendar of absences alone would have no end.
const MOST_DAYS = 400;

/**
 * The stretches without a working day that absences of whole days make, closed days beside them included, each once and in order: a window lies inside of one exactly
 * when its owner works on no day of it.
 */
export function stretchesAway(absences: readonly (Stretch & { readonly half: unknown })[], calendar: WorkingCalendar): Stretch[] {
  const found = absences.filter(({ half }) => half === null).map(({ fromOn, untilOn }) => ({ fromOn: grown(fromOn, -1, calendar), untilOn: addDays(grown(addDays(untilOn, -1), 1, calendar), 1) }));
  return [...new Map(found.map((stretch) => [`${stretch.fromOn} ${stretch.untilOn}`, stretch])).values()].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
}

function grown(day: LocalDate, step: 1 | -1, calendar: WorkingCalendar): LocalDate {
  let last = day;
  for (let steps = 0; steps < MOST_DAYS && !isWorkingDay(addDays(last, step), calendar); steps++) last = addDays(last, step);
  return last;
}
