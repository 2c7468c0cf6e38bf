import { LocalDate, addDays, dateOf, isLocalDate, partsOf } from '../core/format';

type Field = 'year' | 'month' | 'day';

/** Reads a day that somebody typed, in the order of their locale: '4.3.', '04/03/26', '2026年3月4日', '20260304', '+3'; undefined when it is none. */
export function parseDay(text: string, locale: string, today: LocalDate): LocalDate | undefined {
  const typed = text.trim();
  const ahead = /^\+(\d{1,3})$/.exec(typed);
  if (ahead) return addDays(today, Number(ahead[1]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const numbers = compact ? compact.slice(1) : typed.match(/\d+/g) ?? [];
  if (/[^\d\s./\-,年月日]/.test(typed) || numbers.length < 2 || numbers.length > 3) return undefined;
  const values = new Map<Field, number>(orderFor(numbers, typed.includes('月') ? 'zh' : locale).map((field, i) => [field, Number(numbers[i])]));
  const date = dateOf(fullYear(values.get('year'), today), values.get('month') ?? 0, values.get('day') ?? 0);
  const { month, day } = partsOf(date);
  return isLocalDate(date) && month === values.get('month') && day === values.get('day') ? date : undefined;
}

function orderFor(numbers: readonly string[], locale: string): Field[] {
  if (numbers[0]?.length === 4) return ['year', 'month', 'day'];
  const order = new Intl.DateTimeFormat(locale).formatToParts().map(({ type }) => type).filter((type): type is Field => ['year', 'month', 'day'].includes(type));
  return numbers.length === 3 ? order : order.filter((field) => field !== 'year');
}

function fullYear(year: number | undefined, today: LocalDate): number {
  if (year === undefined) return partsOf(today).year;
  return year < 100 ? 2000 + year : year;
}
