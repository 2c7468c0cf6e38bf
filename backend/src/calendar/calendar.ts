import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CalendarException, invalid, invalidFields, notFound, unavailable } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import type { CalendarDayView, CalendarView, CalendarYearView, SetDay, SetDayOn, WorkingWeekView } from './calendar.dto.ts';
import { OfficialCalendar, SOURCES, isOfficial } from './official-calendar.ts';
import { dayNameIn, officialRegionOf } from './official.rules.ts';
import { type Completeness, shippedYear } from './shipped-days.ts';

const LONGEST_DAYS = 800;
const DAY_MS = 86_400_000;

const week = statement(
  'working_week',
  `SELECT working_weekdays AS "workingWeekdays", week_starts_on AS "weekStartsOn", opens_at AS "opensAt", closes_at AS "closesAt", time_zone AS "timeZone" FROM organisation`,
);
const daysBetween = statement('calendar_days_between', `SELECT to_char(day, 'YYYY-MM-DD') AS day, kind, name, source FROM calendar_days WHERE day >= $1 AND day < $2 ORDER BY day`);
const setDay = statement(
  'set_calendar_day',
  `INSERT INTO calendar_days AS d (day, kind, name, source) VALUES ($1, $2, $3, 'manual')
   ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = 'manual'`,
);
const removeDay = statement('remove_calendar_day', 'DELETE FROM calendar_days WHERE day = $1 RETURNING kind, name');

interface DayRow {
  day: string;
  kind: CalendarException;
  name: string;
  source: string;
}

/** The working calendar as people see and edit it. */
@Injectable()
export class Calendar {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly official: OfficialCalendar,
  ) {}

  /** The working week and the days that differ from it in `[from, until)`, at most 800 days. */
  async between(actor: Pick<Actor, 'language'>, from: string, until: string): Promise<CalendarView> {
    if (until <= from) throw invalid('until', 'ends_before_it_starts');
    if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY_MS) throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
    return { week: await this.week(this.source), days: (await daysOf(this.source, from, until)).map((row) => viewOf(actor, row)) };
  }

  /** One year with what is known of its official calendar. */
  year(actor: Actor, year: number): Promise<CalendarYearView> {
    return this.yearOn(this.source, actor, year);
  }

  /** Sets what a day is, whatever it was before. */
  setDay(actor: Actor, day: string, { kind, name }: SetDay): Promise<CalendarDayView> {
    return this.transactions.run(actor, async (tx) => {
      await rows(tx, setDay, [day, kind, name]);
      await this.audit.record(tx, actor, 'calendar.day_set', null, { day, kind, name });
      return viewOf(actor, { day, kind, name, source: SOURCES.manual });
    });
  }

  /** Sets many days in one go; a day that is named twice is refused beside its line. */
  setDays(actor: Actor, days: readonly SetDayOn[]): Promise<CalendarDayView[]> {
    const twice = days.flatMap(({ day }, i) => (days.findIndex((other) => other.day === day) < i ? [{ field: `days.${i}.day`, code: 'twice' }] : []));
    if (twice.length) throw invalidFields(twice);
    return this.transactions.run(actor, async (tx) => {
      for (const { day, kind, name } of days) await rows(tx, setDay, [day, kind, name]);
      await this.audit.record(tx, actor, 'calendar.days_set', null, { days });
      return days.map(({ day, kind, name }) => viewOf(actor, { day, kind, name, source: SOURCES.manual }));
    });
  }

  /** Makes a day follow its weekday again; 404 when it already does. */
  removeDay(actor: Actor, day: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const [removed] = await rows<{ kind: string; name: string }>(tx, removeDay, [day]);
      if (!removed) throw notFound();
      await this.audit.record(tx, actor, 'calendar.day_removed', null, { day, ...removed });
    });
  }

  /** Loads the shipped official calendar of a year; refuses with `official_calendar_not_shipped` beside the year where there is none. */
  loadOfficial(actor: Actor, year: number, replacesManual: boolean): Promise<CalendarYearView> {
    if (shippedYear(year).completeness === 'none') throw invalid('year', 'official_calendar_not_shipped');
    return this.transactions.run(actor, async (tx) => {
      await this.official.load(tx, year, { replacesManual });
      await this.audit.record(tx, actor, 'calendar.official_loaded', null, { year, replacesManual });
      return this.yearOn(tx, actor, year);
    });
  }

  private async yearOn(on: DataSource | EntityManager, actor: Actor, year: number): Promise<CalendarYearView> {
    const found = await daysOf(on, `${year}-01-01`, `${year + 1}-01-01`);
    const working = await this.week(on);
    const official = { region: officialRegionOf(working.timeZone), shipped: shippedYear(year).completeness, loaded: loadedOf(found) };
    return { year, week: working, days: found.map((row) => viewOf(actor, row)), official };
  }

  private async week(on: DataSource | EntityManager): Promise<WorkingWeekView> {
    const [found] = await rows<WorkingWeekView>(on, week);
    if (!found) throw unavailable('not_set_up');
    return found;
  }
}

const daysOf = (on: DataSource | EntityManager, from: string, until: string): Promise<DayRow[]> => rows<DayRow>(on, daysBetween, [from, until]);

const viewOf = ({ language }: Pick<Actor, 'language'>, { day, kind, name, source }: DayRow): CalendarDayView => ({
  day,
  kind,
  name: isOfficial(source) ? dayNameIn(language, name) : name,
  isManual: !isOfficial(source),
});

const loadedOf = (days: readonly DayRow[]): Completeness => {
  if (days.some(({ source }) => source === SOURCES.arrangement)) return 'arrangement';
  return days.some(({ source }) => source === SOURCES.statutory) ? 'statutory' : 'none';
};
