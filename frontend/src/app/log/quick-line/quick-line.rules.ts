import { LocalDate, addDays, addMonths, weekdayOf } from '../../core/format';
import { parseDay } from '../../ui/parse-day';
import { parseTime } from '../../ui/parse-time';
import { type Kind, type Live, canEndSo } from '../../core/vocabulary';
import { wordsFor } from './aliases';

/** An entry of the vocabulary as the line can name it: by its key or by its name in any language. */
export interface Nameable {
  readonly id: string;
  readonly key: string;
  readonly names: Readonly<Record<string, string | undefined>>;
}

/** What a line is read against. */
export interface Words {
  readonly channels: readonly (Nameable & Live)[];
  readonly dispositions: readonly (Nameable & Kind)[];
  readonly locale: string;
  readonly today: LocalDate;
}

/** A day that the line names: itself, or so many working days from today. */
export type NamedDay = { readonly on: LocalDate } | { readonly workingDays: number };

/** What a line says; whatever it does not name is left out, and the words that mean nothing else are the text. */
export interface Line {
  readonly channelId?: string;
  readonly dispositionId?: string;
  /** Whom it names, to be searched for. */
  readonly customer?: string;
  readonly text?: string;
  readonly day?: NamedDay;
  /** 'HH:MM'. */
  readonly time?: string;
  readonly isPromised?: true;
  readonly isCadence?: true;
}

const LONGEST_NAME = 3;
const PROMISED = new Set(['promised', '!', '承诺', '承諾', '答应', '答應']);
const CADENCE = new Set(['cadence', '节奏', '節奏', '按节奏', '按節奏']);
const RELATIVE_DAYS: Readonly<Record<string, number>> = { today: 0, 今天: 0, tomorrow: 1, tmr: 1, 明天: 1, 后天: 2, 後天: 2 };
const WEEKDAYS = [/^(mon|monday|[周週]一|星期一)$/, /^(tue|tuesday|[周週]二|星期二)$/, /^(wed|wednesday|[周週]三|星期三)$/, /^(thu|thursday|[周週]四|星期四)$/, /^(fri|friday|[周週]五|星期五)$/, /^(sat|saturday|[周週]六|星期六)$/, /^(sun|sunday|[周週]日|[周週]天|星期日|星期天)$/];
const AHEAD = /^\+(\d{1,3})(d|天|日|w|周|週|m|月)?$/;

/**
 * Reads one typed line such as `phone 王总 reached sent quote +3d 10:00`. The first words that name a channel and a disposition are those; a date, a time and
 * "promised" stand at the end (`+3d` anywhere); of the rest the words before the disposition name the customer, unless one is given, and the others are the text.
 */
export function readLine(line: string, words: Words, isCustomerGiven = false): Line {
  const typed = line.trim().split(/\s+/).filter(Boolean);
  const tail = takeTail(typed, words);
  const channel = take(tail.rest, words.channels);
  const live = words.channels.find(({ id }) => id === channel.id);
  const disposition = take(channel.rest, words.dispositions.filter((one) => canEndSo(live, one)));
  const before = disposition.rest.slice(0, disposition.at ?? 1);
  const after = disposition.rest.slice(disposition.at ?? 1);
  const [customer, text] = isCustomerGiven ? [[], [...before, ...after]] : [before, after];
  return {
    ...(channel.id ? { channelId: channel.id } : {}),
    ...(disposition.id ? { dispositionId: disposition.id } : {}),
    ...(customer.length ? { customer: customer.join(' ') } : {}),
    ...(text.length ? { text: text.join(' ') } : {}),
    ...tail.said,
  };
}

/** How many of its parts a line names; from two on it is meant as one and not as a search. */
export const partsNamed = ({ channelId, dispositionId, day, time, isCadence }: Line): number => [channelId, dispositionId, day ?? time, isCadence].filter(Boolean).length;

/** The day that is meant, given the days that are not worked. */
export function dayOf(day: NamedDay, today: LocalDate, isWorked: (date: LocalDate) => boolean): LocalDate {
  if ('on' in day) return day.on;
  let date = today;
  // A calendar that never opens is not waited for.
  for (let left = day.workingDays, steps = 0; left > 0 && steps < 2_000; steps++) {
    date = addDays(date, 1);
    if (isWorked(date)) left--;
  }
  return date;
}

interface Tail { rest: string[]; said: Pick<Line, 'day' | 'time' | 'isPromised' | 'isCadence'> }

function takeTail(typed: readonly string[], words: Words): Tail {
  const rest = [...typed];
  const said: { day?: NamedDay; time?: string; isPromised?: true; isCadence?: true } = {};
  for (let word = rest.at(-1)?.toLowerCase(); word !== undefined && rest.length > 0; word = rest.at(-1)?.toLowerCase()) {
    const time = said.time === undefined ? timeOf(word) : undefined;
    const day = said.day === undefined ? dayNamed(word, words) : undefined;
    if (PROMISED.has(word) && !said.isPromised) said.isPromised = true;
    else if (CADENCE.has(word) && !said.isCadence) said.isCadence = true;
    else if (time !== undefined) said.time = time;
    else if (day) said.day = day;
    else break;
    rest.pop();
    if (day && rest.at(-1)?.toLowerCase() === 'next') said.day = dayNamed(`下${rest.pop() && word}`, words) ?? day;
  }
  const at = said.day ? -1 : rest.findIndex((word) => AHEAD.test(word));
  const day = at < 0 ? undefined : dayNamed(rest[at] as string, words);
  if (day) rest.splice(at, 1);
  return { rest, said: day ? { ...said, day } : said };
}

/** A bare number, or two with a point, are an amount more often than a time or a day. */
const isAmount = (word: string): boolean => /^\d+(\.\d+)?$/.test(word);

const timeOf = (word: string): string | undefined => (isAmount(word) ? undefined : parseTime(word));

function dayNamed(word: string, { today, locale }: Words): NamedDay | undefined {
  const ahead = AHEAD.exec(word);
  if (ahead) return inUnits(Number(ahead[1]), ahead[2], today);
  const days = RELATIVE_DAYS[word];
  if (days !== undefined) return { on: addDays(today, days) };
  const isNextWeek = /^下/.test(word);
  const weekday = WEEKDAYS.findIndex((names) => names.test(word.replace(/^下/, '')));
  if (weekday >= 0) return { on: weekdayAfter(today, weekday + 1, isNextWeek) };
  const on = isAmount(word) ? undefined : parseDay(word, locale, today);
  if (!on) return undefined;
  // A day without a year is still to come.
  return { on: on < today && !/\d{4}/.test(word) ? addMonths(on, 12) : on };
}

function inUnits(count: number, unit: string | undefined, today: LocalDate): NamedDay {
  if (unit === 'w' || unit === '周' || unit === '週') return { on: addDays(today, 7 * count) };
  if (unit === 'm' || unit === '月') return { on: addMonths(today, count) };
  return { workingDays: count };
}

/** The next such weekday after today, or the one of next week. */
function weekdayAfter(today: LocalDate, weekday: number, isNextWeek: boolean): LocalDate {
  const now = weekdayOf(today);
  if (isNextWeek) return addDays(today, 7 - now + weekday);
  return addDays(today, weekday > now ? weekday - now : 7 - now + weekday);
}

interface Taken { id?: string; at?: number; rest: string[] }

/** Takes the first words that name one of the entries, the longest name first. */
function take(words: readonly string[], entries: readonly Nameable[]): Taken {
  for (let at = 0; at < words.length; at++)
    for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
      const entry = named(words.slice(at, at + length).join(' ').toLowerCase(), entries);
      if (entry) return { id: entry.id, at, rest: [...words.slice(0, at), ...words.slice(at + length)] };
    }
  return { rest: [...words] };
}

const named = (typed: string, entries: readonly Nameable[]): Nameable | undefined => entries.find(({ key, names }) => wordsFor(key, names).includes(typed));
