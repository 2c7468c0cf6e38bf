import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { invalid, invalidFields, notFound } from '../kernel/index.ts';
import { type Actor, seesPerson } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { Transactions } from '../platform/database/transactions.ts';
import type { CalendarDayView, CalendarView, CalendarYearView, SetDay, SetDayOn } from './calendar.dto.ts';
import { type DayRow, daysOf, regionsKnown, removeDayRow, setDayRow } from './days.statements.ts';
import { OfficialCalendar, SOURCES, isOfficial } from './official-calendar.ts';
import { OFFICIAL_REGIONS, dayNameIn, officialRegionOf } from './official.rules.ts';
import { type Completeness, shippedYear } from './shipped-days.ts';
import { weekViewOf } from './week-view.ts';
import { WorkingCalendars } from './working-calendars.ts';

const LONGEST_DAYS = 800;
const DAY_MS = 86_400_000;

const weekStart = statement('week_starts_on', 'SELECT week_starts_on AS day FROM organisation');

/** The working calendar as people see and edit it. */
@Injectable()
export class Calendar {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly official: OfficialCalendar,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** The working week and the days that differ from it in `[from, until)`, at most 800 days: the organisation's, or a person's (404 for whom the actor may not see). */
  async between(actor: Actor, from: string, until: string, personId?: string): Promise<CalendarView> {
    if (until <= from) throw invalid('until', 'ends_before_it_starts');
    if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY_MS) throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
    if (personId !== undefined && !seesPerson(actor, personId)) throw notFound();
    const { calendar, region } = personId === undefined ? await this.calendars.keptByOrganisation(this.source) : await this.calendars.keptByPerson(this.source, personId);
    return { week: weekViewOf(calendar, await this.weekStartsOn(this.source)), days: (await daysOf(this.source, region, from, until)).map((row) => viewOf(actor, row)) };
  }

  /** One year of a region with what is known of its official calendar. */
  year(actor: Actor, year: number, region = ''): Promise<CalendarYearView> {
    return this.yearOn(this.source, actor, year, region);
  }

  /** Sets what a day is in a region, whatever it was before. */
  setDay(actor: Actor, day: string, { kind, name }: SetDay, region = ''): Promise<CalendarDayView> {
    return this.transactions.run(actor, async (tx) => {
      const row = { region, day, kind, name, source: SOURCES.manual };
      await setDayRow(tx, row);
      await this.audit.record(tx, actor, 'calendar.day_set', null, { region, day, kind, name });
      return viewOf(actor, row);
    });
  }

  /** Sets many days in one go; a day that is named twice is refused beside its line. */
  setDays(actor: Actor, days: readonly SetDayOn[], region = ''): Promise<CalendarDayView[]> {
    const twice = days.flatMap(({ day }, i) => (days.findIndex((other) => other.day === day) < i ? [{ field: `days.${i}.day`, code: 'twice' }] : []));
    if (twice.length) throw invalidFields(twice);
    return this.transactions.run(actor, async (tx) => {
      const written = days.map(({ day, kind, name }) => ({ region, day, kind, name, source: SOURCES.manual }));
      for (const row of written) await setDayRow(tx, row);
      await this.audit.record(tx, actor, 'calendar.days_set', null, { region, days });
      return written.map((row) => viewOf(actor, row));
    });
  }

  /** Makes a day follow its weekday again; 404 when it already does. */
  removeDay(actor: Actor, day: string, region = ''): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const removed = await removeDayRow(tx, region, day);
      if (!removed) throw notFound();
      await this.audit.record(tx, actor, 'calendar.day_removed', null, { region, day, ...removed });
    });
  }

  /** Loads the shipped official calendar of a year into a region; refuses with `official_calendar_not_shipped` beside the year where there is none. */
  loadOfficial(actor: Actor, year: number, { replacesManual = false, into = '' }: { replacesManual?: boolean; into?: string } = {}): Promise<CalendarYearView> {
    if (shippedYear(year).completeness === 'none') throw invalid('year', 'official_calendar_not_shipped');
    return this.transactions.run(actor, async (tx) => {
      await this.official.load(tx, year, { replacesManual, region: into });
      await this.audit.record(tx, actor, 'calendar.official_loaded', null, { year, replacesManual, region: into });
      return this.yearOn(tx, actor, year, into);
    });
  }

  private async yearOn(on: DataSource | EntityManager, actor: Actor, year: number, region: string): Promise<CalendarYearView> {
    const found = await daysOf(on, region, `${year}-01-01`, `${year + 1}-01-01`);
    const { calendar } = await this.calendars.keptByOrganisation(on);
    const official = { region: OFFICIAL_REGIONS.find((known) => known === region) ?? (region === '' ? officialRegionOf(calendar.timeZone) : null), shipped: shippedYear(year).completeness, loaded: loadedOf(found) };
    return { year, region, regions: await regionsKnown(on), week: weekViewOf(calendar, await this.weekStartsOn(on)), days: found.map((row) => viewOf(actor, row)), official };
  }

  private async weekStartsOn(on: DataSource | EntityManager): Promise<number> {
    return (await rows<{ day: number }>(on, weekStart))[0]?.day ?? 1;
  }
}

const viewOf = ({ language }: Pick<Actor, 'language'>, { region, day, kind, name, source }: DayRow): CalendarDayView => ({
  day,
  kind,
  name: isOfficial(source) ? dayNameIn(language, name) : name,
  isManual: source === SOURCES.manual,
  region,
});

const loadedOf = (days: readonly DayRow[]): Completeness => {
  if (days.some(({ source }) => source === SOURCES.arrangement)) return 'arrangement';
  return days.some(({ source }) => source === SOURCES.statutory) ? 'statutory' : 'none';
};
