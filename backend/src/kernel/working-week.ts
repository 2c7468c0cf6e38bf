import { minutesOfTime, timeOfMinutes } from './time-zones.ts';

/** One stretch of work on a day, `[from, until)`, local times `HH:mm`; `until` may be `24:00`, none goes over midnight. */
export interface Shift {
  readonly from: string;
  readonly until: string;
}

/** The shifts of each weekday, Monday first, in order and without overlap; an empty list is a closed day. */
export type WorkingWeek = readonly (readonly Shift[])[];

/** A half of a working day. */
export type Half = 'morning' | 'afternoon';

const FORM = /^\d\d:\d\d-\d\d:\d\d(?: \d\d:\d\d-\d\d:\d\d)*$/;

/** What organisations work that said nothing else: Monday to Friday, 09:00 to 18:00. */
export const DEFAULT_WEEK: WorkingWeek = weekOf([1, 2, 3, 4, 5], ['09:00', '18:00']);

/** A week in which the same shifts are worked on these ISO weekdays. */
export function weekOf(weekdays: readonly number[], ...shifts: readonly (readonly [from: string, until: string])[]): WorkingWeek {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => (weekdays.includes(day) ? shifts.map(([from, until]) => ({ from, until })) : []));
}

/** ISO weekdays (1 is Monday) on which somebody works. */
export const openWeekdays = (week: WorkingWeek): number[] => week.flatMap((shifts, i) => (shifts.length > 0 ? [i + 1] : []));

/** The hours of a usual working day: those that most weekdays have, of equally many the earliest in the week; none when no weekday is worked. */
export function usualShifts(week: WorkingWeek): readonly Shift[] {
  const worked = week.filter((shifts) => shifts.length > 0);
  const timesOf = (shifts: readonly Shift[]): number => worked.filter((other) => textOfShifts(other) === textOfShifts(shifts)).length;
  const most = Math.max(...worked.map(timesOf));
  return worked.find((shifts) => timesOf(shifts) === most) ?? [];
}

/** Shifts as one text, `09:00-12:00 13:30-18:00`; empty for a closed day. */
export const textOfShifts = (shifts: readonly Shift[]): string => shifts.map(({ from, until }) => `${from}-${until}`).join(' ');

/** Reads what {@link textOfShifts} wrote; RangeError for anything else. */
export function shiftsOfText(text: string): Shift[] {
  if (text === '') return [];
  if (!FORM.test(text)) throw new RangeError(`not shifts: ${text}`);
  return text.split(' ').map((shift) => ({ from: shift.slice(0, 5), until: shift.slice(6) }));
}

/** What is wrong with the shifts of a day: the place in the list, and `must_be_after_start` or `shifts_overlap`; null when they stand in order. */
export function faultOfShifts(shifts: readonly Shift[]): { at: number; code: 'must_be_after_start' | 'shifts_overlap' } | null {
  for (const [at, { from, until }] of shifts.entries()) {
    if (minutesOfTime(until) <= minutesOfTime(from)) return { at, code: 'must_be_after_start' };
    const before = shifts[at - 1];
    if (before && minutesOfTime(from) < minutesOfTime(before.until)) return { at, code: 'shifts_overlap' };
  }
  return null;
}

/** The time of day at which the afternoon begins: after the break that is nearest to the middle of the day, or that middle itself where there is no break. */
export function noonOf(shifts: readonly Shift[]): string {
  const [first, last] = [shifts[0], shifts.at(-1)];
  if (!first || !last) throw new RangeError('a day without shifts has no halves');
  const twiceMiddle = minutesOfTime(first.from) + minutesOfTime(last.until);
  if (shifts.length === 1) return timeOfMinutes(Math.floor(twiceMiddle / 2));
  const breaks = shifts.slice(1).map((shift, i) => ({ noon: shift.from, distance: Math.abs(minutesOfTime(shift.from) + minutesOfTime((shifts[i] as Shift).until) - twiceMiddle) }));
  return breaks.reduce((best, next) => (next.distance < best.distance ? next : best)).noon;
}

/** What of the shifts lies before `noon`, or from it on. */
export function halfOf(shifts: readonly Shift[], half: Half, noon: string): Shift[] {
  const cut = half === 'morning' ? ({ from, until }: Shift) => ({ from, until: until < noon ? until : noon }) : ({ from, until }: Shift) => ({ from: from > noon ? from : noon, until });
  return shifts.map(cut).filter(({ from, until }) => from < until);
}
