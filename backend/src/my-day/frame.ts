import type { DataSource } from 'typeorm';
import { type WorkingCalendars, excusedDays, returnsOf } from '../calendar/index.ts';
import { type Pace, dueDaysOf, thresholdsOf } from '../customers/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, daysBetween, localDateOf, notFound } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { MyDayItemView } from './my-day.dto.ts';

/** The cadence of a tier, or one that customers of that tier have instead. */
interface TierPace extends Pace {
  readonly tierId: string;
  readonly id: string;
}

interface FrameRow extends Record<string, unknown> {
  zone: string;
  /** By importance. */
  tiers: string[];
  paces: TierPace[];
}

const frameOf = statement(
  'my_day_frame',
  `SELECT p.time_zone AS zone, ARRAY(SELECT id FROM tiers ORDER BY position, id) AS tiers, (
     SELECT coalesce(json_agg(json_build_object('tierId', x.tier_id, 'id', g.id, 'ideal', g.ideal, 'maximum', g.maximum, 'unit', g.unit, 'anchor', g.anchor, 'anchorOn', g.anchor_on, 'stopOn', g.stop_on)), '[]')
     FROM (SELECT id AS tier_id, id AS pace_id FROM tiers UNION ALL SELECT DISTINCT c.tier_id, c.pace_id FROM customers c WHERE c.owner_id = $1 AND c.pace_id <> c.tier_id) x JOIN paces g ON g.id = x.pace_id) AS paces
   FROM people p WHERE p.id = $1`,
);

/** What a person's day is put together with: their today, and the values of the statements. */
export interface Frame {
  readonly today: LocalDate;
  readonly values: readonly unknown[];
  readonly calendar: WorkingCalendar;
  readonly paces: ReadonlyMap<string, Pace>;
}

/** Reads the frame of a person's day at a moment; 404 for nobody. */
export async function readFrame(source: DataSource, calendars: WorkingCalendars, personId: string, now: Date): Promise<Frame> {
  const [[frame], { calendar, absences }] = await Promise.all([rows<FrameRow>(source, frameOf, [personId]), calendars.keptByPerson(source, personId)]);
  if (!frame) throw notFound();
  const today = localDateOf(now, frame.zone);
  const due = frame.paces.flatMap((pace) => {
    const thresholds = thresholdsOf(pace, today, calendar);
    return thresholds ? [{ ...thresholds, tierId: pace.tierId, id: pace.id }] : [];
  });
  const values = [
    personId, today, now, frame.zone, frame.tiers, due.map(({ tierId }) => tierId), due.map(({ id }) => id), due.map(({ idealOn }) => idealOn), due.map(({ maximumOn }) => maximumOn), due.map(({ length }) => length),
    excusedDays(today, returnsOf(absences, calendar)),
  ];
  return { today, values, calendar, paces: new Map(frame.paces.map((pace) => [pace.id, pace])) };
}

/** The rows of "cadence due", as JSON, with the days since each was due. */
export function withLateness(json: string, { today, calendar, paces }: Frame): string {
  if (json === '[]') return json;
  const items = JSON.parse(json) as MyDayItemView[];
  for (const { reason } of items) {
    const pace = reason.cadenceId === null ? undefined : paces.get(reason.cadenceId);
    if (pace) reason.daysLate = Math.max(0, daysBetween(dueDaysOf(pace, addDays(today, -reason.days), calendar).dueOn, today));
  }
  return JSON.stringify(items);
}
