import type { DataSource } from 'typeorm';
import type { LocalDate } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { KeptCalendar, WorkingCalendars } from '../working-calendars.ts';
import { excusedDays, returnsOf } from './absence.rules.ts';

/** What decides for many owners at once whether what fell due is late. */
export interface Lateness {
  /** Today where it is latest: nothing due on it or after it is late for anybody. */
  readonly latestToday: LocalDate;
  /** Ranges of due days (texts of PostgreSQL) before that day of which nothing is late, each with its owner of the same place. */
  readonly ownerIds: readonly string[];
  readonly days: readonly string[];
}

interface SpecialRow extends Record<string, unknown> {
  latest: LocalDate;
  special: { id: string; today: LocalDate }[];
}

// Whoever was back from their last absence longer ago than this has long worked a day; nobody's closed days alone last that long.
const BACK_DAYS = 92;

const special = statement(
  'owners_who_are_late_otherwise',
  `WITH p AS (SELECT p.id, ($1::timestamptz AT TIME ZONE p.time_zone)::date AS today FROM people p), x AS (
     SELECT p.*, max(p.today) OVER () AS latest, EXISTS (SELECT 1 FROM absences a WHERE a.person_id = p.id AND a.withdrawn_at IS NULL AND a.half IS NULL AND a.from_on <= p.today AND a.until_on > p.today - ${BACK_DAYS}) AS was_away FROM p
   )
   SELECT to_char(max(latest), 'YYYY-MM-DD') AS latest, coalesce(json_agg(json_build_object('id', id, 'today', today) ORDER BY id) FILTER (WHERE was_away OR today < latest), '[]') AS special FROM x`,
);

/** When the touchpoints of each owner are late at a moment: by the day where the owner is, and never for an absence, as `isLate` says of one. */
export async function latenessOf(source: DataSource, calendars: WorkingCalendars, now: Date): Promise<Lateness> {
  const [found] = await rows<SpecialRow>(source, special, [now]);
  const { latest: latestToday, special: owners } = found as SpecialRow;
  const kept: ReadonlyMap<string, KeptCalendar> = owners.length ? await calendars.keptByPeople(source, owners.map(({ id }) => id)) : new Map();
  const ranges = owners.flatMap(({ id, today }) => {
    const own = kept.get(id);
    const excused = own ? excusedDays(today, returnsOf(own.absences, own.calendar)) : [];
    return [...excused, ...(today < latestToday ? [`[${today},)`] : [])].map((days) => ({ id, days }));
  });
  return { latestToday, ownerIds: ranges.map(({ id }) => id), days: ranges.map(({ days }) => days) };
}
