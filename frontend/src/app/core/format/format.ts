import { Injectable, computed, inject } from '@angular/core';
import { Clock } from '../clock/clock';
import { I18n, Language } from '../i18n';
import { LocalDate, addDays, daysBetween, partsOf, utc } from './local-date';
import { inZone } from './zoned';

/** What stands where there is no value. */
export const NOTHING = '–';

type DayStyle = 'short' | 'long' | 'weekday';

const REGIONS: Record<Language, string> = { en: 'en-GB', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' };

/** Dates, times and numbers in the person's language, region and time zone. */
@Injectable({ providedIn: 'root' })
export class Format {
  private isThisYear(date: LocalDate): boolean {
    return partsOf(date).year === partsOf(this.clock.today()).year;
  }

  private shortDay(date: LocalDate, style: DayStyle, isThisYear: boolean): string {
    return this.dates({ day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }), ...(style === 'weekday' ? { weekday: 'short' } : {}), timeZone: 'UTC' }).format(utc(date));
  }

  private readonly i18n = inject(I18n);
  private readonly clock = inject(Clock);
  private readonly cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

  /** The locale in use: the browser's region where it speaks the person's language. */
  readonly locale = computed(() => localeFor(this.i18n.language(), navigator.languages));

  /** A day: '4 Mar' (with the year when it is not this one), 'Wednesday, 4 March 2026' or 'Wed 4 Mar'. */
  day(date: LocalDate | null | undefined, style: DayStyle = 'short'): string {
    if (!date) return NOTHING;
    return style === 'long' ? this.dates({ dateStyle: 'full', timeZone: 'UTC' }).format(utc(date)) : this.shortDay(date, style, this.isThisYear(date));
  }

  /** A half-open period by its first and last day: '1 Jan – 31 Dec'; both with the year unless both are in this one. */
  period(from: LocalDate, until: LocalDate): string {
    const days = [from, addDays(until, -1)];
    const areThisYear = days.every((day) => this.isThisYear(day));
    return days.map((day) => this.shortDay(day, 'short', areThisYear)).join(' – ');
  }

  /** A day in figures, as people type it: '04/03/2026'. */
  numericDay(date: LocalDate): string {
    return this.dates({ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' }).format(utc(date));
  }

  /** A month: 'March 2026'. */
  month(date: LocalDate): string {
    return this.dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(date));
  }

  /** The time of day of an instant, where the person is. */
  time(instant: string | null | undefined): string {
    return instant ? this.dates({ hour: '2-digit', minute: '2-digit', timeZone: this.clock.timeZone() }).format(new Date(instant)) : NOTHING;
  }

  /** Day and time of an instant, where the person is: '4 Mar, 09:30'. */
  instant(instant: string | null | undefined): string {
    return instant ? `${this.day(this.dayOf(instant))} ${this.time(instant)}` : NOTHING;
  }

  /** The day an instant falls on, where the person is. */
  dayOf(instant: string): LocalDate {
    return inZone(instant, this.clock.timeZone()).date;
  }

  /** A day seen from today: 'today', 'tomorrow', 'in 3 days', '5 days ago'; beyond six weeks the day itself. */
  relativeDay(date: LocalDate | null | undefined): string {
    if (!date) return NOTHING;
    const days = daysBetween(this.clock.today(), date);
    return Math.abs(days) > 42 ? this.day(date) : this.relative(days, 'day');
  }

  /** A due day: as `relativeDay`, but 'overdue by 3 days' once it has passed. */
  due(date: LocalDate | null | undefined): string {
    const late = date ? daysBetween(date, this.clock.today()) : 0;
    return late > 0 ? this.i18n.t('format.overdueBy', { count: late }) : this.relativeDay(date);
  }

  /** How long ago (or ahead) an instant is: 'now', '5 minutes ago', '2 hours ago', then days. */
  ago(instant: string | null | undefined): string {
    if (!instant) return NOTHING;
    const minutes = Math.round((Date.parse(instant) - this.clock.now()) / 60_000);
    if (Math.abs(minutes) < 1) return this.relative(0, 'second');
    if (Math.abs(minutes) < 60) return this.relative(minutes, 'minute');
    const days = daysBetween(this.clock.today(), this.dayOf(instant));
    return Math.abs(minutes) < 12 * 60 || days === 0 ? this.relative(Math.round(minutes / 60), 'hour') : this.relativeDay(this.dayOf(instant));
  }

  /** A number with at most `digits` decimals. */
  number(value: number | null | undefined, digits = 0): string {
    return value == null ? NOTHING : this.numbers({ maximumFractionDigits: digits }).format(value);
  }

  /** A fraction (0–1) as per cent: 0.123 is '12.3%'. */
  percent(fraction: number | null | undefined, digits = 1): string {
    return fraction == null ? NOTHING : this.numbers({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(fraction);
  }

  /** An amount of money in a currency (ISO 4217), without decimals where there are none. */
  money(amount: number | string | null | undefined, currency: string): string {
    if (amount == null || amount === '') return NOTHING;
    return this.numbers({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', trailingZeroDisplay: 'stripIfInteger' }).format(Number(amount));
  }

  /** A length of time in minutes: '45 min', '1 hr 20 min'. */
  duration(minutes: number | null | undefined): string {
    if (minutes == null) return NOTHING;
    const hours = Math.floor(minutes / 60);
    const rest = Math.round(minutes % 60);
    const parts = [hours ? this.unit(hours, 'hour') : '', rest || !hours ? this.unit(rest, 'minute') : ''];
    return parts.filter(Boolean).join(' ');
  }

  private unit(value: number, unit: 'hour' | 'minute'): string {
    return this.numbers({ style: 'unit', unit, unitDisplay: 'short' }).format(value);
  }

  private relative(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    return this.cached('relative', {}, () => new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto' })).format(value, unit);
  }

  private dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.cached('date', options, () => new Intl.DateTimeFormat(this.locale(), { hourCycle: 'h23', ...options }));
  }

  private numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return this.cached('number', options, () => new Intl.NumberFormat(this.locale(), options));
  }

  private cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(kind: string, options: object, make: () => T): T {
    const key = `${kind} ${this.locale()} ${JSON.stringify(options)}`;
    const made = (this.cache.get(key) as T | undefined) ?? make();
    this.cache.set(key, made);
    return made;
  }
}

function localeFor(language: Language, tags: readonly string[]): string {
  const region = REGIONS[language];
  if (language !== 'en') return region;
  return tags.find((tag) => tag.toLowerCase().startsWith('en-') && isLocale(tag)) ?? region;
}

/** Browsers pass on what the system is set to, which may be no locale at all, such as 'en-US@posix'. */
function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
