import { DAY_MS, type LocalDate, dateOfDayNumber, dayNumber } from './local-dates.ts';

/** A span of instants, `[fromMs, untilMs)` in epoch milliseconds, over which a zone keeps one offset from UTC. */
interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

const INSTANT_FORM = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const TIME_FORM = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;
const MINUTE_MS = 60_000;

// An import converts six-figure numbers of values: asking Temporal for each is some fifty times slower than finding the stretch.
const stretchesOfZone = new Map<string, Stretch[]>();

/** Whether the text is the exact name of an IANA time zone, such as `Asia/Shanghai`; bare offsets are not, because PostgreSQL reads their sign the other way round. */
export function isTimeZone(text: unknown): text is string {
  if (typeof text !== 'string' || /^[+-]/.test(text)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId === text;
  } catch {
    return false;
  }
}

/** Minutes since midnight of a time of day `HH:mm` (`24:00` is the end of the day); RangeError otherwise. */
export function minutesOfTime(time: string): number {
  const match = TIME_FORM.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  return match[1] === undefined ? 24 * 60 : Number(match[1]) * 60 + Number(match[2]);
}

/** The calendar day on which an instant falls in a zone; a text must be ISO 8601 with `Z` or an offset, else RangeError. */
export function localDateOf(instant: Date | string, timeZone: string): LocalDate {
  const ms = epochMsOf(instant);
  return dateOfDayNumber(Math.floor((ms + offsetMs(ms, timeZone)) / DAY_MS));
}

/** Minutes since local midnight, by the clock on the wall, at an instant in a zone. */
export function localMinutesOf(instant: Date | string, timeZone: string): number {
  const local = epochMsOf(instant) + offsetMs(epochMsOf(instant), timeZone);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/**
 * The instant of a local day and time in a zone, the one place where local becomes UTC: a time that the clock skips moves later by the length of the gap,
 * a time that comes twice is the earlier one (Temporal's `compatible`, RFC 5545 §3.3.5).
 */
export function instantOf(date: LocalDate, time: string, timeZone: string): Date {
  const localMs = dayNumber(date) * DAY_MS + minutesOfTime(time) * MINUTE_MS;
  const before = offsetMs(localMs - DAY_MS, timeZone);
  const after = offsetMs(localMs + DAY_MS, timeZone);
  const candidates = [localMs - before, localMs - after].filter((ms) => ms + offsetMs(ms, timeZone) === localMs);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : localMs - before);
}

/** A time of day `HH:mm` of so many minutes since midnight. */
export function timeOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The first instant at which the clock on the wall shows that day and time, or, where it skips them, the instant of the skip. */
export function clockReaches(date: LocalDate, time: string, timeZone: string): Date {
  const start = instantOf(date, time, timeZone).getTime();
  const stretch = stretchAt(start, timeZone);
  return new Date(start + stretch.offsetMs === dayNumber(date) * DAY_MS + minutesOfTime(time) * MINUTE_MS ? start : stretch.fromMs);
}

/** The first instant of a local day, which is not midnight where the clock skips it: the day then begins at the change of the clock, whatever the length of the gap. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  return clockReaches(date, '00:00', timeZone);
}

/** The end of a local day, exclusive: the first instant of the day after, so that `[startOfDay, endOfDay)` is the day, 23 to 25 hours long. */
export function endOfDay(date: LocalDate, timeZone: string): Date {
  return startOfDay(dateOfDayNumber(dayNumber(date) + 1), timeZone);
}

function epochMsOf(instant: Date | string): number {
  if (typeof instant === 'string' && !INSTANT_FORM.test(instant)) throw new RangeError(`an instant needs an offset: ${instant}`);
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError('not an instant');
  return ms;
}

function offsetMs(ms: number, timeZone: string): number {
  return stretchAt(ms, timeZone).offsetMs;
}

function stretchAt(ms: number, timeZone: string): Stretch {
  let known = stretchesOfZone.get(timeZone);
  if (!known) stretchesOfZone.set(timeZone, (known = [readStretch(ms, timeZone)]));
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const stretch = known[middle] as Stretch;
    if (ms < stretch.fromMs) high = middle;
    else if (ms >= stretch.untilMs) low = middle + 1;
    else return stretch;
  }
  const read = readStretch(ms, timeZone);
  known.splice(low, 0, read);
  return read;
}

function readStretch(ms: number, timeZone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  // "previous" means strictly before, and a change falls on a whole second: one millisecond later finds a change at this very instant.
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const next = at.getTimeZoneTransition('next');
  return {
    fromMs: previous ? previous.epochMilliseconds : -Infinity,
    untilMs: next ? next.epochMilliseconds : Infinity,
    offsetMs: at.offsetNanoseconds / 1e6,
  };
}
