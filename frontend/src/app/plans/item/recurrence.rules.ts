/** How often an item repeats, as people choose it. */
export const REPEATS = ['once', 'weekly', 'monthly', 'quarterly'] as const;

/** One of those. */
export type Repeat = (typeof REPEATS)[number];

/** When in a month. */
export const MONTH_ONS = ['day', 'weekday', 'last'] as const;

/** One of those. */
export type MonthOn = (typeof MONTH_ONS)[number];

/** Which weekday of a month, the last as -1. */
export const NTHS = [1, 2, 3, 4, -1] as const;

/** A choice of the editor. */
export interface RecurrenceChoice {
  repeat: Repeat;
  /** Every so many weeks or months. */
  interval: number;
  /** Days of the week as the rule writes them; none: the day it starts on. */
  weekdays: readonly string[];
  /** On a day of the month, on one of its weekdays, or on its last working day. */
  monthOn: MonthOn;
  /** The day of the month, 1 to 31; shorter months use their last day. */
  day: number;
  /** Which of the month's weekdays: 1 to 4, or -1 for the last. */
  nth: number;
  /** That weekday as the rule writes it. */
  nthDay: string;
}

/** Days of the week as RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const ALWAYS_THERE = 28;
const QUARTER = 3;

/** The rule of a choice as the API takes it; null for once. */
export function ruleOf({ repeat, interval, weekdays, monthOn, day, nth, nthDay }: RecurrenceChoice): string | null {
  if (repeat === 'once') return null;
  const every = repeat === 'quarterly' ? QUARTER : Math.max(1, Math.trunc(interval));
  const step = every > 1 ? `;INTERVAL=${every}` : '';
  if (repeat === 'weekly') return `FREQ=WEEKLY${step}${weekdays.length ? `;BYDAY=${WEEKDAYS.filter((one) => weekdays.includes(one)).join(',')}` : ''}`;
  const days = { day: daysUpTo(day), weekday: `BYDAY=${nth}${nthDay}`, last: 'BYMONTHDAY=-1' };
  return `FREQ=MONTHLY${step};${days[monthOn]}`;
}

// A month without the day uses its last one: of the days up to it, the latest there is.
const daysUpTo = (day: number): string =>
  day <= ALWAYS_THERE ? `BYMONTHDAY=${day}` : `BYMONTHDAY=${Array.from({ length: day - ALWAYS_THERE + 1 }, (_, i) => ALWAYS_THERE + i).join(',')};BYSETPOS=-1`;

/** The choice that a rule came from; `startDay` is the day of the month the item starts on. */
export function choiceOf(rule: string | null, startDay: number): RecurrenceChoice {
  const given = new Map((rule ?? '').split(';').map((part) => part.split('=') as [string, string]));
  const interval = Number(given.get('INTERVAL') ?? 1);
  const days = (given.get('BYMONTHDAY') ?? '').split(',').filter(Boolean).map(Number);
  const isMonthly = given.get('FREQ') === 'MONTHLY';
  const repeat = rule === null ? 'once' : isMonthly ? (interval === QUARTER ? 'quarterly' : 'monthly') : 'weekly';
  const [, nth, nthDay] = /^(-?\d)([A-Z]{2})$/.exec(given.get('BYDAY') ?? '') ?? [];
  return {
    repeat, interval: repeat === 'quarterly' ? 1 : interval, weekdays: isMonthly ? [] : (given.get('BYDAY') ?? '').split(',').filter(Boolean),
    monthOn: nth ? 'weekday' : days.includes(-1) ? 'last' : 'day', nth: Number(nth ?? 1), nthDay: nthDay ?? 'MO', day: days.length && !days.includes(-1) ? Math.max(...days) : startDay,
  };
}
