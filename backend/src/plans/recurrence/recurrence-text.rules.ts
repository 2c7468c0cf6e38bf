import { type LocalDate, dayNumber, weekday } from '../../kernel/index.ts';

/** A rule taken apart, as its text says it. */
export interface RuleParts {
  readonly frequency: 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  readonly weekdays: readonly string[];
  readonly monthDays: readonly number[];
  readonly position: number | null;
}

/** Days of the week as RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Marks the rule "last working day of the month": the last day, taken back to one that is worked. */
export const LAST_DAY = -1;

const KEYS = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS'];

/** Takes an RFC 5545 rule apart; null for what the product does not plan by: other frequencies, COUNT, UNTIL, hours, numbered weekdays. */
export function partsOf(text: string): RuleParts | null {
  const pairs = text.replace(/^RRULE:/i, '').toUpperCase().split(';').map((part) => part.split('='));
  if (pairs.some((pair) => pair.length !== 2 || !KEYS.includes(pair[0] ?? '')) || new Set(pairs.map(([key]) => key)).size !== pairs.length) return null;
  const given = new Map(pairs.map(([key = '', value = '']) => [key, value]));
  const frequency = given.get('FREQ');
  if (frequency !== 'WEEKLY' && frequency !== 'MONTHLY') return null;
  const weekdays = listOf(given.get('BYDAY'));
  const monthDays = listOf(given.get('BYMONTHDAY')).map(Number);
  const [interval, position] = [Number(given.get('INTERVAL') ?? 1), given.has('BYSETPOS') ? Number(given.get('BYSETPOS')) : null];
  const isRight = Number.isInteger(interval) && interval >= 1 && interval <= 60 && weekdays.every((day) => (WEEKDAYS as readonly string[]).includes(day))
    && monthDays.every((day) => Number.isInteger(day) && (day === LAST_DAY || (day >= 1 && day <= 31))) && (position === null || position === -1 || position === 1)
    && (frequency === 'MONTHLY' || (monthDays.length === 0 && position === null)) && !(frequency === 'MONTHLY' && weekdays.length > 0);
  return isRight ? { frequency, interval, weekdays, monthDays, position } : null;
}

const listOf = (text: string | undefined): string[] => (text ? text.split(',') : []);

/** The rule as the product stores it, the same text for the same meaning. */
export function textOf({ frequency, interval, weekdays, monthDays, position }: RuleParts): string {
  return [
    `FREQ=${frequency}`, ...(interval > 1 ? [`INTERVAL=${interval}`] : []), ...(weekdays.length ? [`BYDAY=${WEEKDAYS.filter((day) => weekdays.includes(day)).join(',')}`] : []),
    ...(monthDays.length ? [`BYMONTHDAY=${[...monthDays].sort((a, b) => a - b).join(',')}`] : []), ...(position === null ? [] : [`BYSETPOS=${position}`]),
  ].join(';');
}

/** A rule that says all that it leaves to its first day: the weekday of a weekly one; the day of a monthly one, in shorter months their last day, so that 31 January is followed by 28 February and 31 March. */
export function anchored(parts: RuleParts, startsOn: LocalDate): RuleParts {
  if (parts.frequency === 'WEEKLY') return parts.weekdays.length ? parts : { ...parts, weekdays: [WEEKDAYS[weekday(startsOn) - 1] as string] };
  if (parts.monthDays.length) return parts;
  const day = Number(startsOn.slice(8));
  return day <= 28 ? { ...parts, monthDays: [day] } : { ...parts, monthDays: Array.from({ length: day - 27 }, (_, i) => 28 + i), position: -1 };
}

/** Whether a due day that is closed is taken back instead of forward. */
export const goesBack = (parts: RuleParts | null): boolean => parts?.monthDays.includes(LAST_DAY) ?? false;

/** The same place in the week, at most three days away: for rules by weekday that move to another year. */
export function nearestSameWeekday(date: LocalDate, like: LocalDate): number {
  const away = (weekday(like) - weekday(date) + 7) % 7;
  return dayNumber(date) + (away > 3 ? away - 7 : away);
}
