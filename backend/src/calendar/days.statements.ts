import type { DataSource, EntityManager } from 'typeorm';
import type { CalendarException } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';

/** A day as it is stored. */
export interface DayRow {
  region: string;
  day: string;
  kind: CalendarException;
  name: string;
  source: string;
}

// The same choice as in the working calendar: what the organisation entered by hand holds everywhere, a region's own entry for the day wins.
const daysBetween = statement(
  'calendar_days_between',
  `SELECT DISTINCT ON (d.day) d.region, to_char(d.day, 'YYYY-MM-DD') AS day, d.kind, d.name, d.source FROM calendar_days d
   WHERE d.day >= $1 AND d.day < $2 AND (d.region = $3 OR (d.region = '' AND d.source = 'manual')) ORDER BY d.day, d.region = $3 DESC`,
);
const setDayStatement = statement(
  'set_calendar_day',
  `INSERT INTO calendar_days AS d (region, day, kind, name, source) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (region, day) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source`,
);
const removeDayStatement = statement('remove_calendar_day', 'DELETE FROM calendar_days WHERE region = $1 AND day = $2 RETURNING kind, name');
const regionsStatement = statement('calendar_regions', `SELECT region FROM calendar_days WHERE region <> '' UNION SELECT region FROM working_hours WHERE region <> '' ORDER BY region`);

/** The days of a region in `[from, until)` as somebody who follows it keeps them. */
export const daysOf = (on: DataSource | EntityManager, region: string, from: string, until: string): Promise<DayRow[]> => rows<DayRow>(on, daysBetween, [from, until, region]);

/** Writes one day, whatever it was before. */
export const setDayRow = async (tx: EntityManager, { region, day, kind, name, source }: DayRow): Promise<void> => {
  await rows(tx, setDayStatement, [region, day, kind, name, source]);
};

/** Removes the region's own entry of a day and answers what it was; null when there was none. */
export const removeDayRow = async (tx: EntityManager, region: string, day: string): Promise<{ kind: string; name: string } | null> =>
  (await rows<{ kind: string; name: string }>(tx, removeDayStatement, [region, day]))[0] ?? null;

/** Every region that has days or followers. */
export const regionsKnown = async (on: DataSource | EntityManager): Promise<string[]> => (await rows<{ region: string }>(on, regionsStatement)).map(({ region }) => region);
