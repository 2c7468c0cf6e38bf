import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { type WorkingCalendar, notFound, unavailable } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { AwayDays } from './absences/absence.rules.ts';
import { BEFORE_FIRST_DAY, type CalendarText, absencesOf, calendarOf } from './calendar-text.rules.ts';
import { ORGANISATION_ID } from './hours/working-hours.entity.ts';

/** A working calendar, and what it was made of. */
export interface KeptCalendar {
  readonly calendar: WorkingCalendar;
  /** Whose holidays are in it; empty: the organisation's own. */
  readonly region: string;
  /** The person's absences, by their first day. */
  readonly absences: readonly AwayDays[];
}

interface CalendarRow extends CalendarText {
  id: string;
  version?: number;
  region: string;
}

/** The days of a region in one text: day numbers, negative ones for make-up days. */
const daysText = (where: string): string =>
  `(SELECT string_agg(((d.day - DATE '${BEFORE_FIRST_DAY}') * CASE d.kind WHEN 'working' THEN -1 ELSE 1 END)::text, ',') FROM calendar_days d WHERE ${where})`;
const daysOf = (region: string): string => `CASE WHEN ${region} <> '' THEN ${daysText(`d.region = '' AND d.source = 'manual'`)} END AS "everywhere", ${daysText(`d.region = ${region}`)} AS days`;

const readOrganisation = statement(
  'working_calendar',
  `SELECT '${ORGANISATION_ID}' AS id, o.time_zone AS "timeZone", w.week, coalesce(w.region, '') AS region, ${daysOf(`coalesce(w.region, '')`)}, NULL AS absences
   FROM organisation o LEFT JOIN working_hours w ON w.id = '${ORGANISATION_ID}'`,
);

// Days and absences come as one text each: this is read with every contact that is logged, and formatting dates would cost more than all the rest.
// The sub-select hides the people from the planner, which would otherwise plan anew on every call; that takes longer than running it.
const readPeople = statement(
  'working_calendars_of_people',
  `SELECT p.id, (SELECT calendar_version FROM organisation) AS version, p.time_zone AS "timeZone", h.week, h.region, ${daysOf('h.region')},
     (SELECT string_agg(concat_ws(':', a.from_on - DATE '${BEFORE_FIRST_DAY}', a.until_on - DATE '${BEFORE_FIRST_DAY}', a.half), ',' ORDER BY a.from_on) FROM absences a WHERE a.person_id = p.id AND a.withdrawn_at IS NULL) AS absences
   FROM people p CROSS JOIN LATERAL (
     WITH RECURSIVE line(id, depth) AS (
       SELECT p.team_id, 1 WHERE p.team_id IS NOT NULL
       UNION ALL SELECT t.parent_id, l.depth + 1 FROM line l JOIN teams t ON t.id = l.id WHERE t.parent_id IS NOT NULL AND l.depth < 100
     )
     SELECT (array_agg(w.week ORDER BY k.depth) FILTER (WHERE w.week IS NOT NULL))[1] AS week, coalesce((array_agg(w.region ORDER BY k.depth) FILTER (WHERE w.region IS NOT NULL))[1], '') AS region
     FROM (SELECT p.id, 0 AS depth UNION ALL SELECT l.id, l.depth FROM line l UNION ALL SELECT '${ORGANISATION_ID}'::uuid, 1000) k JOIN working_hours w ON w.id = k.id
   ) h WHERE p.id = ANY(ARRAY(SELECT unnest($1::uuid[])))`,
);

const MOST_KEPT = 2_000;

/**
 * Answers when the organisation or a person works: the hours that are settled nearest (person, team, teams above, organisation), the holidays and make-up days of
 * their region, and absences as closed days. Reads on every call, so that several processes agree; the parsing is spared, and the reading where nothing changed.
 */
@Injectable()
export class WorkingCalendars {
  private readonly parsedRows = new Map<string, { readonly row: CalendarRow; readonly kept: KeptCalendar }>();

  /** The organisation's calendar as the transaction sees it, in the organisation's zone; refuses with `not_set_up` (503) before the first administrator exists. */
  async forOrganisation(on: DataSource | EntityManager): Promise<WorkingCalendar> {
    return (await this.keptByOrganisation(on)).calendar;
  }

  /** The calendar of a person in their zone; 404 for nobody. */
  async forPerson(on: DataSource | EntityManager, personId: string): Promise<WorkingCalendar> {
    return (await this.keptByPerson(on, personId)).calendar;
  }

  /**
   * The calendars of several people in one statement, or in none where the caller has just read `organisation.calendar_version` and nothing changed since they were
   * read last; who does not exist is left out.
   */
  async forPeople(on: DataSource | EntityManager, personIds: readonly string[], version?: number): Promise<Map<string, WorkingCalendar>> {
    const known = version === undefined ? null : this.knownAt(version, personIds);
    return new Map([...(known ?? (await this.keptByPeople(on, personIds)))].map(([id, { calendar }]) => [id, calendar]));
  }

  /** Like {@link forOrganisation}, with what it was made of. */
  async keptByOrganisation(on: DataSource | EntityManager): Promise<KeptCalendar> {
    const [row] = await rows<CalendarRow>(on, readOrganisation);
    if (!row) throw unavailable('not_set_up');
    return this.parsed(row);
  }

  /** Like {@link forPerson}, with what it was made of. */
  async keptByPerson(on: DataSource | EntityManager, personId: string): Promise<KeptCalendar> {
    const kept = (await this.keptByPeople(on, [personId])).get(personId);
    if (!kept) throw notFound();
    return kept;
  }

  /** Like {@link forPeople}, with what they were made of. */
  async keptByPeople(on: DataSource | EntityManager, personIds: readonly string[]): Promise<Map<string, KeptCalendar>> {
    const found = await rows<CalendarRow>(on, readPeople, [[...new Set(personIds)]]);
    return new Map(found.map((row) => [row.id, this.parsed(row)]));
  }

  private knownAt(version: number, personIds: readonly string[]): Map<string, KeptCalendar> | null {
    const known = personIds.flatMap((id) => this.parsedRows.get(id) ?? []).filter(({ row }) => row.version === version);
    return known.length === personIds.length ? new Map(known.map(({ row, kept }) => [row.id, kept])) : null;
  }

  private parsed(row: CalendarRow): KeptCalendar {
    const known = this.parsedRows.get(row.id);
    const isUnchanged = known !== undefined && isSame(known.row, row);
    if (isUnchanged && known.row.version === row.version) return known.kept;
    const kept = isUnchanged ? known.kept : { calendar: calendarOf(row), region: row.region, absences: absencesOf(row.absences) };
    if (this.parsedRows.size >= MOST_KEPT) this.parsedRows.clear();
    this.parsedRows.set(row.id, { row, kept });
    return kept;
  }
}

const isSame = (a: CalendarRow, b: CalendarRow): boolean =>
  a.timeZone === b.timeZone && a.region === b.region && a.week === b.week && a.everywhere === b.everywhere && a.days === b.days && a.absences === b.absences;
