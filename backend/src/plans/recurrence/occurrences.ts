import { RRuleTemporal } from 'rrule-temporal';
import { type LocalDate, type WorkingCalendar, addDays, addWorkingDays, invalid, isWorkingDay } from '../../kernel/index.ts';
import { anchored, goesBack, partsOf, textOf } from './recurrence-text.rules.ts';

/** When a plan item wants its contacts. */
export interface Timing {
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly recurrence: string | null;
}

/** One due day of an item, with the first and the last day on which the contact counts. */
export interface Occurrence {
  readonly on: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowTo: LocalDate;
}

const NOON = 'T12:00[UTC]';

/** The rule as it is stored, in the shortest form; refused beside `recurrence` when the product does not plan by it. */
export function normalRule(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  const parts = partsOf(text.trim());
  if (!parts) throw invalid('recurrence', 'bad_recurrence');
  return textOf(parts);
}

/**
 * The due days of an item inside a half-open period, each one worked and each once: a closed day moves on to the next open one, and back where it would leave the
 * period, or where the rule means the last working day of a month.
 */
export function dueDays({ startsOn, endsOn, recurrence }: Timing, period: { from: LocalDate; until: LocalDate }, calendar: WorkingCalendar): LocalDate[] {
  if (startsOn === null) return [];
  const until = endsOn !== null && endsOn < period.until ? endsOn : period.until;
  const from = startsOn > period.from ? startsOn : period.from;
  if (from >= until) return [];
  const parts = recurrence === null ? null : partsOf(recurrence);
  const days = parts === null ? [startsOn] : rawDays(textOf(anchored(parts, startsOn)), startsOn, until);
  const isInside = (day: LocalDate): boolean => day >= from && day < until;
  const open = days.filter(isInside).flatMap((day) => {
    if (isWorkingDay(day, calendar)) return [day];
    const [next, before] = [addWorkingDays(day, 1, calendar), addWorkingDays(day, -1, calendar)];
    return (goesBack(parts) ? [before] : [next, before]).filter(isInside).slice(0, 1);
  });
  return [...new Set(open)].sort();
}

/** The due days with their windows of so many working days on either side, cut to the period. */
export function occurrencesOf(timing: Timing & { windowDays: number }, period: { from: LocalDate; until: LocalDate }, calendar: WorkingCalendar): Occurrence[] {
  const last = addDays(period.until, -1);
  return dueDays(timing, period, calendar).map((on) => {
    const [from, to] = timing.windowDays ? [addWorkingDays(on, -timing.windowDays, calendar), addWorkingDays(on, timing.windowDays, calendar)] : [on, on];
    return { on, windowFrom: from < period.from ? period.from : from, windowTo: to > last ? last : to };
  });
}

function rawDays(rule: string, startsOn: LocalDate, until: LocalDate): LocalDate[] {
  const found = new RRuleTemporal({ rruleString: rule, dtstart: Temporal.ZonedDateTime.from(`${startsOn}${NOON}`) });
  const days = found.between(new Date(`${startsOn}T00:00:00Z`), new Date(`${until}T00:00:00Z`), true).map((at) => at.toPlainDate().toString());
  return days;
}
