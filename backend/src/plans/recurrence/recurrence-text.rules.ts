import { type LocalDate, dayNumber, weekday } from '../../kernel/index.ts';

/** A rule taken apart, as its text says it. */
export interface RuleParts {
  readonly frequency: 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** `MO`, `TU` … of a weekly rule; of a monthly one at most one with its number: `-1FR` is the last Friday, `2MO` the second Monday. */
  readonly weekdays: readonly string[];
  readonly monthDays: readonly number[];
  readonly position: number | null;
}

/** Days of the week as RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Marks the rule "last working day of the month": the last day, taken back to one that is worked. */
export const LAST_DAY = -1;

const KEYS = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS'];

const NUMBERED = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/;
const POSITIONS = [-1, 1, 2, 3, 4];

/** Takes an RFC 5545 rule apart; null for what the product does not plan by: other frequencies, COUNT, UNTIL, hours, several weekdays of a month. */
export function partsOf(text: string): RuleParts | null {
  const pairs = text.replace(/^RRULE:/i, '').toUpperCase().split(';').map((part) => part.split('='));
  if (pairs.some((pair) => pair.length !== 2 || !KEYS.includes(pair[0] ?? '')) || new Set(pairs.map(([key]) => key)).size !== pairs.length) return null;
  const given = new Map(pairs.map(([key = '', value = '']) => [key, value]));
  const frequency = given.get('FREQ');
  if (frequency !== 'WEEKLY' && frequency !== 'MONTHLY') return null;
  const monthDays = listOf(given.get('BYMONTHDAY')).map(Number);
  const interval = Number(given.get('INTERVAL') ?? 1);
  const { weekdays, position } = numbered(frequency, listOf(given.get('BYDAY')), given.has('BYSETPOS') ? Number(given.get('BYSETPOS')) : null);
  const isRight = Number.isInteger(interval) && interval >= 1 && interval <= 60 && monthDays.every((day) => Number.isInteger(day) && (day === LAST_DAY || (day >= 1 && day <= 31)))
    && (position === null || position === -1 || position === 1) && areRight(frequency, weekdays) && (monthDays.length > 0 ? frequency === 'MONTHLY' && weekdays.length === 0 : position === null);
  return isRight ? { frequency, interval, weekdays, monthDays, position } : null;
}

// A month's last Friday can be said in two ways; the shorter one is kept.
function numbered(frequency: RuleParts['frequency'], weekdays: readonly string[], position: number | null): Pick<RuleParts, 'weekdays' | 'position'> {
  const [day] = weekdays;
  const isOne = frequency === 'MONTHLY' && weekdays.length === 1 && isWeekday(day) && position !== null && POSITIONS.includes(position);
  return isOne ? { weekdays: [`${position}${day}`], position: null } : { weekdays, position };
}

const isWeekday = (day: string | undefined): boolean => (WEEKDAYS as readonly (string | undefined)[]).includes(day);

const areRight = (frequency: RuleParts['frequency'], weekdays: readonly string[]): boolean =>
  frequency === 'WEEKLY' ? weekdays.every(isWeekday) : weekdays.length <= 1 && weekdays.every((day) => NUMBERED.test(day));

const listOf = (text: string | undefined): string[] => (text ? text.split(',') : []);

/** The rule as the product stores it, the same text for the same meaning. */
export function textOf({ frequency, interval, weekdays, monthDays, position }: RuleParts): string {
  return [
    `FREQ=${frequency}`, ...(interval > 1 ? [`INTERVAL=${interval}`] : []), ...(weekdays.length ? [`BYDAY=${frequency === 'MONTHLY' ? weekdays.join(',') : WEEKDAYS.filter((day) => weekdays.includes(day)).join(',')}`] : []),
    ...(monthDays.length ? [`BYMONTHDAY=${[...monthDays].sort((a, b) => a - b).join(',')}`] : []), ...(position === null ? [] : [`BYSETPOS=${position}`]),
  ].join(';');
}

/** A rule that says all that it leaves to its first day: the weekday of a weekly one; the day of a monthly one, in shorter months their last day, so that 31 January is followed by 28 February and 31 March. */
export function anchored(parts: RuleParts, startsOn: LocalDate): RuleParts {
  if (parts.frequency === 'WEEKLY') return parts.weekdays.length ? parts : { ...parts, weekdays: [WEEKDAYS[weekday(startsOn) - 1] as string] };
  if (parts.monthDays.length || parts.weekdays.length) return parts;
  const day = Number(startsOn.slice(8));
  return day <= 28 ? { ...parts, monthDays: [day] } : { ...parts, monthDays: Array.from({ length: day - 27 }, (_, i) => 28 + i), position: -1 };
}

/** Whether a due day that is closed is taken back instead of forward: the last of a month stays in its month. */
export const goesBack = (parts: RuleParts | null): boolean => parts !== null && (parts.monthDays.includes(LAST_DAY) || (parts.weekdays[0] ?? '').startsWith('-1'));

/** The same place in the week, at most three days away: for rules by weekday that move to another year. */
export function nearestSameWeekday(date: LocalDate, like: LocalDate): number {
  const away = (weekday(like) - weekday(date) + 7) % 7;
  return dayNumber(date) + (away > 3 ? away - 7 : away);
}
