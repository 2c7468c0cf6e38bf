import type { View } from '../core/api';
import { minutesOf, parseTime } from '../ui/parse-time';

/** The shifts of one weekday. */
export type DayShifts = View<'DayShiftsView'>;

/** Reads the shifts that somebody typed for a day: '9-12, 13:30-18', empty or a dash for a closed day; undefined when they can not be read, overlap or run over midnight. */
export function parseShifts(text: string): DayShifts['shifts'] | undefined {
  const typed = text.trim();
  if (/^[-–—]?$/.test(typed)) return [];
  const shifts = typed.split(/\s*[,;，、；]\s*|\s{1,}(?=\d{1,2}\D*\s*[-–—~～至到])/).filter(Boolean).map(shiftOf);
  const found = shifts.flatMap((shift) => shift ?? []);
  if (found.length !== shifts.length) return undefined;
  found.sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
  return found.every(({ from }, i) => i === 0 || minutesOf(from) >= minutesOf(found[i - 1]?.until ?? '')) ? found : undefined;
}

/** Shifts as people read them. */
export const wordsOfShifts = ({ shifts }: DayShifts): string => shifts.map(({ from, until }) => `${from}–${until}`).join(', ');

/** Weekdays (0 is Monday) with the same shifts next to each other, for a short summary. */
export function spansOf(week: readonly DayShifts[]): { first: number; last: number; words: string }[] {
  const spans: { first: number; last: number; words: string }[] = [];
  for (const [day, shifts] of week.entries()) {
    const [words, before] = [wordsOfShifts(shifts), spans.at(-1)];
    if (before?.words === words) before.last = day;
    else spans.push({ first: day, last: day, words });
  }
  return spans.filter(({ words }) => words !== '');
}

function shiftOf(text: string): DayShifts['shifts'][number] | undefined {
  const [start = '', end = '', ...rest] = text.split(/\s*[-–—~～至到]\s*/);
  const [from, until] = [parseTime(start), /^24(?:[:.：]?00)?$/.test(end) ? '24:00' : parseTime(end)];
  return from && until && rest.length === 0 && minutesOf(from) < minutesOf(until) ? { from, until } : undefined;
}
