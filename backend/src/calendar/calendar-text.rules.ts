import { type CalendarException, DEFAULT_WEEK, type DayException, type LocalDate, type WorkingCalendar, type WorkingWeek, addDays, shiftsOfText, textOfShifts } from '../kernel/index.ts';
import { type AwayDays, withAbsences } from './absences/absence.rules.ts';

/** The day before the first one that a day number can name. */
export const BEFORE_FIRST_DAY = '1899-12-31';

/** A working calendar as the statement reads it: each part one text, null where nothing is settled or entered. */
export interface CalendarText {
  timeZone: string;
  week: string | null;
  /** Days that the organisation entered by hand, for who follows a region; those of the region win. */
  everywhere: string | null;
  days: string | null;
  absences: string | null;
}

/** Reads those texts. */
export function calendarOf({ timeZone, week, everywhere, days, absences }: CalendarText): WorkingCalendar {
  const exceptions = new Map<LocalDate, DayException>([...daysOf(everywhere), ...daysOf(days)]);
  return withAbsences({ week: week === null ? DEFAULT_WEEK : weekOfText(week), exceptions, timeZone }, absencesOf(absences));
}

/** A week as it is stored: seven days from Monday parted by `|`. */
export const textOfWeek = (week: WorkingWeek): string => week.map(textOfShifts).join('|');

/** Reads what {@link textOfWeek} wrote. */
export const weekOfText = (text: string): WorkingWeek => text.split('|').map(shiftsOfText);

const dayOf = (number: number): LocalDate => addDays(BEFORE_FIRST_DAY, number);

const daysOf = (text: string | null): [LocalDate, CalendarException][] =>
  partsOf(text).map((part) => [dayOf(Math.abs(Number(part))), part.startsWith('-') ? 'working' : 'holiday']);

/** Reads absences as the statement writes them: `first:last+1` or `first:last+1:half`, as day numbers. */
export const absencesOf = (text: string | null): AwayDays[] =>
  partsOf(text).map((part) => {
    const [from, until, half] = part.split(':');
    return { fromOn: dayOf(Number(from)), untilOn: dayOf(Number(until)), half: half === 'morning' || half === 'afternoon' ? half : null };
  });

const partsOf = (text: string | null): string[] => (text ? text.split(',') : []);
