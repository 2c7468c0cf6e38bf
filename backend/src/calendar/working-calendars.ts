import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { type CalendarException, type LocalDate, type WorkingCalendar, addDays, unavailable } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';

const BEFORE_FIRST_DAY = '1899-12-31';

/**
 * The working week and, in one text, the days that differ from it: day numbers, negative ones for make-up days.
 * Numbers, because this is read with every contact that is logged and formatting dates cost more than all the rest.
 */
const readCalendar = statement(
  'working_calendar',
  `SELECT o.working_weekdays AS weekdays, o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.time_zone AS "timeZone",
     (SELECT string_agg(((d.day - DATE '${BEFORE_FIRST_DAY}') * CASE d.kind WHEN 'working' THEN -1 ELSE 1 END)::text, ',') FROM calendar_days d) AS days
   FROM organisation o`,
);

interface CalendarRow {
  weekdays: number[];
  opensAt: string;
  closesAt: string;
  timeZone: string;
  days: string | null;
}

/** Answers when the organisation works. Reads on every call, so that several processes agree; only the parsing is spared. */
@Injectable()
export class WorkingCalendars {
  private last: { row: CalendarRow; calendar: WorkingCalendar } | null = null;

  /** The organisation's working week with its holidays and make-up days as the transaction sees them; refuses with `not_set_up` (503) before the first administrator exists. */
  async forOrganisation(on: DataSource | EntityManager): Promise<WorkingCalendar> {
    const [row] = await rows<CalendarRow>(on, readCalendar);
    if (!row) throw unavailable('not_set_up');
    if (this.last && isSame(this.last.row, row)) return this.last.calendar;
    const { days, ...week } = row;
    const calendar = { ...week, exceptions: exceptionsOf(days) };
    this.last = { row, calendar };
    return calendar;
  }
}

const isSame = (a: CalendarRow, b: CalendarRow): boolean =>
  a.days === b.days && a.opensAt === b.opensAt && a.closesAt === b.closesAt && a.timeZone === b.timeZone && a.weekdays.join() === b.weekdays.join();

const exceptionsOf = (days: string | null): Map<LocalDate, CalendarException> => {
  const numbers = days ? days.split(',').map(Number) : [];
  return new Map(numbers.map((number) => [addDays(BEFORE_FIRST_DAY, Math.abs(number)), number < 0 ? 'working' : 'holiday']));
};
