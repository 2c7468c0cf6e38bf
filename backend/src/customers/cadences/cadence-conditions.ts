import type { DataSource } from 'typeorm';
import type { WorkingCalendars } from '../../calendar/index.ts';
import { localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { Conditions } from '../list/conditions.ts';
import type { CadenceState } from './cadence-state.rules.ts';
import { type Pace, thresholdsOf } from './cadence.rules.ts';

interface PaceRow extends Pace, Record<string, unknown> {
  readonly id: string;
}

// Tiers first: nearly every customer follows one, and is then found at once.
const inUse = statement(
  'paces_in_use',
  `SELECT p.id, p.ideal, p.maximum, p.unit, p.anchor, to_char(p.anchor_on, 'YYYY-MM-DD') AS "anchorOn", to_char(p.stop_on, 'YYYY-MM-DD') AS "stopOn"
   FROM paces p LEFT JOIN cadences k ON k.id = p.id WHERE k.archived_at IS NULL ORDER BY p.target = 'customer', p.target = 'segment', p.id`,
);

/** Whether the cadence of customer `c` has stopped by its own rule: whoever was heard since the attempts that stopped it has started it again, also before the job says so. */
export const HAS_STOPPED = `(c.cadence_stopped_at IS NOT NULL AND (c.cadence_stop_reason <> 'attempts' OR c.cadence_stopped_at >= coalesce(c.last_heard_at, '-infinity')))`;

/** Adds that the customers called `c` stand to their cadence in one of these ways, as `standingOf` says, by the calendar of the actor. */
export async function addCadenceStates(to: Conditions, states: readonly CadenceState[], actor: Actor, { source, calendars, now }: { source: DataSource; calendars: WorkingCalendars; now: Date }): Promise<void> {
  const calendar = await calendars.forPerson(source, actor.personId);
  const today = localDateOf(now, calendar.timeZone);
  const due = (await rows<PaceRow>(source, inUse)).flatMap((pace) => {
    const thresholds = thresholdsOf(pace, today, calendar);
    return thresholds ? [{ ...thresholds, id: pace.id }] : [];
  });
  const [ids, ideal, maximum, day] = [to.value(due.map(({ id }) => id)), to.value(due.map(({ idealOn }) => idealOn)), to.value(due.map(({ maximumOn }) => maximumOn)), to.value(today)];
  const place = `array_position(${ids}::uuid[], c.pace_id)`;
  const isDue = `c.cadence_anchor_on <= (${ideal}::date[])[${place}]`;
  const isOverdue = `c.cadence_anchor_on <= (${maximum}::date[])[${place}]`;
  to.and(`CASE WHEN NOT c.is_open OR c.archived_at IS NOT NULL THEN 'none' WHEN c.cadence_paused_until > ${day}::date THEN 'paused' WHEN ${HAS_STOPPED} OR ${place} IS NULL THEN 'none'
    WHEN c.next_touchpoint_on IS NOT NULL THEN 'fresh' WHEN c.next_step = 'none' AND ${isDue} AND NOT ${isOverdue} THEN 'none' WHEN c.last_effective_at IS NULL THEN 'never_contacted'
    WHEN ${isOverdue} THEN 'overdue' WHEN ${isDue} THEN 'due' ELSE 'fresh' END = ANY(${to.value(states)}::text[])`);
}
