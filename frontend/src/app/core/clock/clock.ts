import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { LocalDate, daysBetween } from '../format/local-date';
import { inZone } from '../format/zoned';

const TICK_MS = 30_000;
const DAY_MS = 86_400_000;

/** The only part that asks the time: now, and today where the person is. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly shiftDays = signal(0);
  private readonly zone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  private readonly firstWeekday = signal(1);
  private readonly tick = signal(Date.now());

  /** The person's time zone (IANA name). */
  readonly timeZone = this.zone.asReadonly();

  /** The day a week starts on by ISO 8601: Monday 1 … Sunday 7. */
  readonly weekStartsOn = this.firstWeekday.asReadonly();

  /** Now, in milliseconds since 1970; moves every half minute. */
  readonly now = computed(() => this.tick() + this.shiftDays() * DAY_MS);

  /** Today where the person is. */
  readonly today = computed<LocalDate>(() => inZone(this.now(), this.zone()).date);

  constructor() {
    const timer = setInterval(() => { this.tick.set(Date.now()); }, TICK_MS);
    inject(DestroyRef).onDestroy(() => { clearInterval(timer); });
  }

  /** Takes the person's time zone. */
  useTimeZone(timeZone: string): void {
    this.zone.set(timeZone);
  }

  /** Takes the organisation's first day of the week (ISO 8601; 0 is Sunday too). */
  useWeekStart(weekday: number): void {
    this.firstWeekday.set(weekday || 7);
  }

  /** Follows the server where its calendar stands on another day than this machine's. */
  follow(serverToday: LocalDate, serverTimeZone: string): void {
    this.tick.set(Date.now());
    const ours = inZone(this.tick(), serverTimeZone).date;
    this.shiftDays.set(daysBetween(ours, serverToday));
  }
}
