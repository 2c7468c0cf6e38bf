import { type FieldError, type LocalDate, type WorkingCalendar, addDays, addMonthsFromAnchor, addWorkingDays, daysBetween, isWorkingDay, nextWorkingDay } from '../../kernel/index.ts';

/** What the intervals of a cadence are counted in. */
export const CADENCE_UNITS = ['working_days', 'calendar_days', 'months'] as const;
/** One of those. */
export type CadenceUnit = (typeof CADENCE_UNITS)[number];

/** What a cadence counts from. */
export const CADENCE_ANCHORS = ['sliding', 'fixed'] as const;
/** One of those. */
export type CadenceAnchor = (typeof CADENCE_ANCHORS)[number];

/** The two clocks of a cadence: ideal and maximum, in its unit, from its anchor. */
export interface Pace {
  readonly ideal: number;
  readonly maximum: number;
  readonly unit: CadenceUnit;
  readonly anchor: CadenceAnchor;
  /** The first slot of a fixed cadence. */
  readonly anchorOn: LocalDate | null;
  /** The first day on which it asks for nothing any more. */
  readonly stopOn: LocalDate | null;
}

/** The days on which a customer whose cadence counts from some day is due, and neglected. */
export interface DueDays {
  readonly dueOn: LocalDate;
  readonly overdueFrom: LocalDate;
}

/** Customers last contacted on or before these days are due, and neglected, today; `length` is the interval in calendar days. */
export interface Thresholds {
  readonly idealOn: LocalDate;
  readonly maximumOn: LocalDate;
  readonly length: number;
}

/** Before every day that a customer can be known since: nobody is due. */
const NEVER: LocalDate = '1800-01-01';
/** More slots than there are days between 1900 and 2200. */
const MOST_SLOTS = 110_000;

/**
 * When somebody whose cadence counts from `from` (the last effective contact, else the day first known) is due and neglected. A sliding cadence counts from that day.
 * A fixed one has slots at its first slot + k × ideal; a slot is kept by an effective contact after the day of the slot before it, so the first slot after the
 * one that `from` keeps is the one that is due. A closed day becomes the next open one; slots that so become the same day are one.
 */
export function dueDaysOf(pace: Pace, from: LocalDate, calendar: WorkingCalendar): DueDays {
  if (pace.anchor === 'sliding' || pace.anchorOn === null) return { dueOn: opened(later(from, pace.ideal, pace, calendar), calendar), overdueFrom: opened(later(from, pace.maximum, pace, calendar), calendar) };
  const slot = slotsOf(pace, pace.anchorOn, calendar);
  const day = (n: number): LocalDate => opened(slot(n * pace.ideal), calendar);
  const kept = from <= dayBefore(pace, slot, calendar) ? null : day(firstWith((n) => day(n) >= from));
  const k = kept === null ? 0 : firstWith((n) => day(n) > kept);
  return { dueOn: opened(slot(k * pace.ideal), calendar), overdueFrom: opened(slot(k * pace.ideal + pace.maximum - pace.ideal), calendar) };
}

/** The same turned round, for statements over many customers; null once the cadence has stopped on its day. */
export function thresholdsOf(pace: Pace, today: LocalDate, calendar: WorkingCalendar): Thresholds | null {
  if (pace.stopOn !== null && pace.stopOn <= today) return null;
  // What falls on a closed day is due on the next open one, so on a closed day nothing is due that was not due before.
  const open = isWorkingDay(today, calendar) ? today : addWorkingDays(today, -1, calendar);
  if (pace.anchor === 'sliding' || pace.anchorOn === null) {
    const idealOn = latestBefore(open, pace.ideal, pace, calendar);
    return { idealOn, maximumOn: latestBefore(open, pace.maximum, pace, calendar), length: daysBetween(idealOn, today) };
  }
  const slot = slotsOf(pace, pace.anchorOn, calendar);
  const passed = (extra: number): LocalDate => {
    const after = firstWith((n) => slot(n * pace.ideal + extra) > open);
    if (after === 0) return NEVER;
    const day = (n: number): LocalDate => opened(slot(n * pace.ideal), calendar);
    const due = day(after - 1);
    const first = firstWith((n) => day(n) >= due);
    return first === 0 ? dayBefore(pace, slot, calendar) : day(first - 1);
  };
  return { idealOn: passed(0), maximumOn: passed(pace.maximum - pace.ideal), length: Math.max(1, daysBetween(slot(0), slot(pace.ideal))) };
}

/** Who was contacted up to this day has kept no slot of a fixed cadence yet: the day of the slot that would lie before the first. */
function dayBefore({ ideal }: Pace, slot: (units: number) => LocalDate, calendar: WorkingCalendar): LocalDate {
  const before = opened(slot(-ideal), calendar);
  return before < opened(slot(0), calendar) ? before : slot(-ideal);
}

/** The day `count` units after another, closed or not. */
function later(from: LocalDate, count: number, { unit }: Pace, calendar: WorkingCalendar): LocalDate {
  if (unit === 'working_days') return addWorkingDays(from, count, calendar);
  return unit === 'calendar_days' ? addDays(from, count) : addMonthsFromAnchor(from, count);
}

/** The latest day from which `count` units have passed by an open day. */
function latestBefore(open: LocalDate, count: number, { unit }: Pace, calendar: WorkingCalendar): LocalDate {
  if (unit === 'working_days') return addDays(addWorkingDays(open, 1 - count, calendar), -1);
  if (unit === 'calendar_days') return addDays(open, -count);
  let latest = addMonthsFromAnchor(open, -count);
  while (addMonthsFromAnchor(addDays(latest, 1), count) <= open) latest = addDays(latest, 1);
  return latest;
}

/** The day so many units after the first slot, or before it; months are always counted from the first one. */
function slotsOf({ unit }: Pace, anchorOn: LocalDate, calendar: WorkingCalendar): (units: number) => LocalDate {
  if (unit === 'calendar_days') return (units) => addDays(anchorOn, units);
  if (unit === 'months') return (units) => addMonthsFromAnchor(anchorOn, units);
  const first = nextWorkingDay(anchorOn, calendar);
  return (units) => (units === 0 ? first : addWorkingDays(first, units, calendar));
}

/** The smallest number from 0 on of which this is true; from there on it stays true. */
function firstWith(isTrue: (n: number) => boolean): number {
  let [low, high] = [0, 1];
  while (high < MOST_SLOTS && !isTrue(high)) [low, high] = [high, high * 2];
  if (isTrue(low)) return low;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const opened = (day: LocalDate, calendar: WorkingCalendar): LocalDate => nextWorkingDay(day, calendar);

/** What somebody wrote down as a cadence. */
export interface WrittenCadence extends Pace {
  readonly hoursFrom: string | null;
  readonly hoursUntil: string | null;
  readonly channelIds: readonly string[];
}

/** What is wrong with a cadence, field by field; `channelIds` are those in use. */
export function wrongWithCadence(given: WrittenCadence, channelIds: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  if (given.maximum < given.ideal) errors.push({ field: 'maximum', code: 'maximum_below_ideal' });
  if (given.anchor === 'fixed' && given.anchorOn === null) errors.push({ field: 'anchorOn', code: 'required' });
  if ((given.hoursFrom === null) !== (given.hoursUntil === null)) errors.push({ field: given.hoursFrom === null ? 'hoursFrom' : 'hoursUntil', code: 'required' });
  else if (given.hoursFrom !== null && given.hoursUntil !== null && given.hoursUntil <= given.hoursFrom) errors.push({ field: 'hoursUntil', code: 'ends_before_it_starts' });
  if (given.channelIds.some((id) => !channelIds.includes(id))) errors.push({ field: 'channelIds', code: 'unknown_channel' });
  return errors;
}
