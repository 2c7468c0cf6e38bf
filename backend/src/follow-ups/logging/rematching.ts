import type { EntityManager } from 'typeorm';
import type { WorkingCalendars } from '../../calendar/index.ts';
import { localDateOf } from '../../kernel/index.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { PresentRecord } from '../records.ts';
import { GRACE_DAYS } from './late-log.ts';
import { type Candidate, type Match, type MatchableContact, keepsTouchpoint, matchTouchpoint } from './matching.rules.ts';
import { type Kept, isMatchAffected, keptAnew } from './rematching.rules.ts';

interface CandidateRow extends Candidate, Record<string, unknown> {
  dueOn: string;
}

// What was there when the record was logged, what its plan cancelled since by being closed included, and never the step that followed from it; the one that it keeps stands as if it were
// open still.
const candidates = statement(
  'touchpoints_to_match_anew',
  `SELECT t.id, t.owner_id AS "ownerId", t.channel_id AS "channelId", to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.is_promised AS "isPromised", to_char(t.created_at AT TIME ZONE $5::text, 'YYYY-MM-DD') AS "plannedOn",
     to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", (t.state = 'missed' OR (t.state = 'done' AND coalesce(t.closed_reason, '') = 'logged_late')) AS "isMissed"
   FROM touchpoints t JOIN follow_ups f ON f.id = $2 LEFT JOIN plan_items i ON i.id = t.plan_item_id LEFT JOIN plans p ON p.id = i.plan_id
   WHERE t.customer_id = $1 AND t.created_at < f.logged_at AND t.id IS DISTINCT FROM f.next_touchpoint_id AND (t.state = 'scheduled' OR (t.id = f.touchpoint_id AND t.state = 'done')
     OR (t.state = 'cancelled' AND t.closed_reason = 'plan_closed' AND t.closed_at > f.logged_at)
     OR (t.state = 'missed' AND t.closed_reason = 'window_over' AND $3::date BETWEEN t.window_from AND t.window_until AND $4::date < p.until_on + ${GRACE_DAYS}))`,
);
// The trace of the correction that let it go says what was chosen; what another one keeps, or somebody cancelled since, is gone.
const chosenBefore = statement(
  'touchpoint_chosen_before_corrections',
  `SELECT t.id FROM (SELECT x.before, x.after FROM corrections x WHERE x.follow_up_id = $1 AND x.before ? 'touchpointId' ORDER BY x.corrected_at DESC, x.id DESC LIMIT 1) x
     JOIN follow_ups f ON f.id = $1 JOIN touchpoints t ON t.id = (x.before->>'touchpointId')::uuid AND t.customer_id = f.customer_id
   WHERE x.before->>'countedBecause' = 'chosen' AND x.after->>'touchpointId' IS NULL
     AND (t.state = 'scheduled' OR ((t.state, t.closed_reason) IN (('missed', 'window_over'), ('cancelled', 'plan_closed')) AND t.closed_at > f.logged_at))`,
);
const zoneOf = statement('zone_of_an_author', 'SELECT time_zone AS zone FROM people WHERE id = $1');

/** Keeps a touchpoint that the corrected record turned out to be about. */
export const keepAnew = new NamedStatement<{ id: string; now: Date }>(
  'touchpoint_kept_anew',
  `UPDATE touchpoints SET state = 'done', closed_at = :now, closed_reason = CASE state WHEN 'missed' THEN 'logged_late' END, remind_at = NULL, version = version + 1
   WHERE id = :id AND (state = 'scheduled' OR (state, closed_reason) IN (('missed', 'window_over'), ('cancelled', 'plan_closed'))) RETURNING id`,
);

type Content = Pick<PresentRecord, 'channelId' | 'dispositionId' | 'occurredAt' | 'validity'>;

/**
 * The touchpoint that a corrected communication keeps, and why: what was chosen by hand stays, and so does everything where neither time, channel, disposition nor validity changed; a
 * contact that keeps none lets it go, and has it again when it turns out to keep one after all; else the rule of logging decides anew, in the author's calendar, among those that it could have chosen from.
 */
export async function rematched(tx: EntityManager, calendars: WorkingCalendars, record: PresentRecord, after: Content & { dispositionKind: string }, now: Date): Promise<Kept> {
  const before: Kept = { touchpointId: record.touchpointId, countedBecause: record.countedBecause };
  const isKeeping = keepsTouchpoint(after.dispositionKind, after.validity);
  if (!isMatchAffected(record, after) || !isKeeping || record.countedBecause === 'chosen' || record.customerId === null || after.channelId === null) return keptAnew(before, { isKeeping, isAffected: false, match: null });
  if (record.touchpointId === null) {
    const [chosen] = await rows<{ id: string }>(tx, chosenBefore, [record.id]);
    if (chosen) return { touchpointId: chosen.id, countedBecause: 'chosen' };
  }
  return keptAnew(before, { isKeeping, isAffected: true, match: await matchAnew(tx, calendars, { ...record, ...after, channelId: after.channelId, customerId: record.customerId }, now) });
}

/** A communication that asks which touchpoint it is about. */
export interface Asking {
  readonly id: string;
  readonly customerId: string;
  readonly authorId: string;
  readonly channelId: string;
  readonly occurredAt: Date;
  readonly dispositionKind: string;
}

/**
 * What the rule of logging finds for a communication as its customer's touchpoints are now, in its author's calendar, among those that it could have chosen from; with `isAsked` nothing is
 * decided anew where none of those it names would do.
 */
export async function matchAnew(tx: EntityManager, calendars: WorkingCalendars, asking: Asking, now: Date, isAsked?: (touchpointId: string) => boolean): Promise<Match<Candidate> | null> {
  const [author] = await rows<{ zone: string }>(tx, zoneOf, [asking.authorId]);
  const zone = author?.zone ?? 'UTC';
  const on = localDateOf(asking.occurredAt, zone);
  const found = await rows<CandidateRow>(tx, candidates, [asking.customerId, asking.id, on, localDateOf(now, zone), zone]);
  const named = isAsked ? found.filter(({ id }) => isAsked(id)) : found;
  if (named.length === 0) return null;
  const contact: MatchableContact = { authorId: asking.authorId, channelId: asking.channelId, on, dispositionKind: asking.dispositionKind };
  const calendar = await calendars.forPerson(tx, asking.authorId);
  return matchTouchpoint(contact, named, calendar) && matchTouchpoint(contact, found, calendar);
}
