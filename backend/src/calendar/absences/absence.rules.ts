import { type DayException, type Half, type LocalDate, Refusal, type WorkingCalendar, halfOf, isWorkingDay, nextWorkingDay, noonOf, rangeOfDays, shiftsOn } from '../../kernel/index.ts';

/** Days `[fromOn, untilOn)` on which somebody is away, or the half of one day. */
export interface AwayDays {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly half: Half | null;
}

/** The calendar of somebody who is away: whole days are closed, of a half day the other half is worked. */
export function withAbsences(calendar: WorkingCalendar, absences: readonly AwayDays[]): WorkingCalendar {
  if (absences.length === 0) return calendar;
  const exceptions = new Map<LocalDate, DayException>(calendar.exceptions);
  for (const { fromOn, untilOn, half } of absences) {
    for (const day of rangeOfDays(fromOn, untilOn)) {
      const whole = shiftsOn(day, calendar);
      if (half === null) exceptions.set(day, 'holiday');
      else if (whole.length > 0) exceptions.set(day, halfOf(shiftsOn(day, { ...calendar, exceptions }), half === 'morning' ? 'afternoon' : 'morning', noonOf(whole)));
    }
  }
  return { ...calendar, exceptions };
}

/** A stretch of whole days off, and the first working day after it. */
export interface AwayUntil {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly backOn: LocalDate;
}

/**
 * For each absence of whole days the first working day after it by the calendar that knows all of them: what was due meanwhile is due then. One that is never over,
 * because its person works no more, is back on its last day.
 */
export function returnsOf(absences: readonly AwayDays[], calendar: WorkingCalendar): AwayUntil[] {
  return absences.filter(({ half }) => half === null).map(({ fromOn, untilOn }) => ({ fromOn, untilOn, backOn: firstWorkingDay(untilOn, calendar) }));
}

/** The day on which a touchpoint of its owner really falls due: its own, or the day they are back from the absence that it lies in. */
export function dueInFact(dueOn: LocalDate, returns: readonly AwayUntil[]): LocalDate {
  return returns.reduce((latest, { fromOn, untilOn, backOn }) => (dueOn >= fromOn && dueOn < untilOn && backOn > latest ? backOn : latest), dueOn);
}

/** Whether the owner of something that fell due is to blame that it is open: its day is over, and they are not away today. */
export function isLate(dueOn: LocalDate, today: LocalDate, returns: readonly AwayUntil[]): boolean {
  return !returns.some(({ fromOn, untilOn }) => today >= fromOn && today < untilOn) && dueInFact(dueOn, returns) < today;
}

/**
 * The same question turned round, for statements: ranges of due days before `today` of which nothing is late, as texts of PostgreSQL. Those of absences from which the person is back
 * today or later, and all of them while they are away.
 */
export function excusedDays(today: LocalDate, returns: readonly AwayUntil[]): string[] {
  if (returns.some(({ fromOn, untilOn }) => today >= fromOn && today < untilOn)) return ['(,)'];
  return returns.filter(({ backOn }) => backOn >= today).map(({ fromOn, untilOn }) => `[${fromOn},${untilOn})`);
}

function firstWorkingDay(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  try {
    return isWorkingDay(date, calendar) ? date : nextWorkingDay(date, calendar);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return date;
  }
}
