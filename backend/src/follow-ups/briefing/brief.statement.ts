import type { Pace } from '../../customers/index.ts';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';
import type { BriefView } from './briefing.dto.ts';

/** How many contacts the brief shows, and how much of each text. */
const CONTACTS = 3;
const TEXT_LENGTH = 400;

/** Contact pressure: so many outbound communications in so many days, over all teams, are the most that a customer should get. */
export const PRESSURE = { days: 7, limit: 3 } as const;

/** What the database knows of the brief; the rest follows from the clock. */
export interface BriefRow extends Omit<BriefView, 'isQuietNow' | 'daysSilent' | 'warnings' | 'pressureLimit'> {
  cadenceAnchorOn: string;
  pace: Pace;
  cadencePausedUntil: string | null;
  isCadenceStopped: boolean;
}

/** The last contacts of customer `c` as JSON, newest first: `BriefContactView`s. */
export const LAST_CONTACTS = `coalesce((SELECT json_agg(json_build_object('id', f.id, 'occurredAt', iso(f.occurred_at), 'authorName', a.name, 'channelId', f.channel_id, 'direction', f.direction,
      'dispositionId', f.disposition_id, 'dispositionKind', d.kind, 'outcomeId', f.outcome_id, 'evaluation', f.evaluation, 'validity', f.validity, 'contactPersonName', k.name,
      'text', left(f.text, ${TEXT_LENGTH})) ORDER BY f.occurred_at DESC, f.id DESC)
    FROM (SELECT * FROM follow_ups WHERE customer_id = c.id AND kind = 'communication' AND withdrawn_at IS NULL ORDER BY occurred_at DESC, id DESC LIMIT ${CONTACTS}) f
    JOIN people a ON a.id = f.author_id JOIN dispositions d ON d.id = f.disposition_id LEFT JOIN contact_people k ON k.id = f.contact_person_id), '[]')`;

const OPEN_TOUCHPOINTS = `coalesce((SELECT json_agg(json_build_object('id', t.id, 'ownerId', t.owner_id, 'ownerName', w.name, 'channelId', t.channel_id, 'purpose', t.purpose,
      'talkingPoints', t.talking_points, 'dueOn', t.due_on, 'dueAt', iso(t.due_at), 'firstDueOn', t.first_due_on, 'timesMoved', t.times_moved, 'isPromised', t.is_promised,
      'remindAt', iso(t.remind_at), 'version', t.version) ORDER BY t.due_on, t.due_at NULLS LAST, t.id)
    FROM touchpoints t JOIN people w ON w.id = t.owner_id WHERE t.customer_id = c.id AND t.state = 'scheduled'), '[]')`;

const pointsOf = (person: string): string => `coalesce((SELECT json_agg(json_build_object('id', q.id, 'kind', q.kind, 'value', q.value, 'validity', q.validity) ORDER BY q.position, q.id)
      FROM contact_points q WHERE q.customer_id = c.id AND q.contact_person_id IS NOT DISTINCT FROM ${person}), '[]')`;

/** Customer `c` itself and the people there with the ways to reach them, as JSON: `BriefPersonView`s. */
export const PEOPLE = `(SELECT json_agg(v.person ORDER BY v.position, v.id) FROM (
      SELECT -1 AS position, NULL::uuid AS id, json_build_object('id', NULL, 'name', c.name, 'title', NULL, 'formOfAddress', c.form_of_address, 'points', ${pointsOf('NULL::uuid')}) AS person
      UNION ALL SELECT k.position, k.id, json_build_object('id', k.id, 'name', k.name, 'title', k.title, 'formOfAddress', k.form_of_address, 'points', ${pointsOf('k.id')})
      FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL) v)`;

/** Outbound communications with customer `c` since the instant in that parameter. */
export const pressureSince = (parameter: string): string => `(SELECT count(*) FROM follow_ups f WHERE f.customer_id = c.id AND f.occurred_at > ${parameter}::timestamptz AND f.kind = 'communication'
      AND f.direction = 'outbound' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid')::int`;

/** The brief of customer $1 with the pressure since $2; one row, or none out of scope. */
export function briefOf(actor: Actor): { text: Statement; values: readonly unknown[] } {
  const { sql, values } = visibleCustomers(actor, 'c', 3);
  const text = `SELECT c.id AS "customerId", c.name, c.tier_id AS "tierId", c.stage_id AS "stageId", c.owner_id AS "ownerId", c.is_served AS "isServed", c.served_by AS "servedBy", c.note, c.form_of_address AS "formOfAddress",
      c.preferred_channel_id AS "preferredChannelId", c.preferred_from AS "preferredFrom", c.preferred_until AS "preferredUntil", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
      coalesce(c.time_zone, o.time_zone) AS "timeZone", array_to_json(c.do_not_contact) AS "doNotContact", iso(c.last_contact_at) AS "lastContactAt", iso(c.last_heard_at) AS "lastHeardAt",
      iso(c.respond_by) AS "respondBy", to_char(c.next_touchpoint_on, 'YYYY-MM-DD') AS "nextTouchpointOn", to_char(c.cadence_anchor_on, 'YYYY-MM-DD') AS "cadenceAnchorOn", json_build_object('ideal', g.ideal, 'maximum', g.maximum, 'unit', g.unit, 'anchor', g.anchor, 'anchorOn', g.anchor_on, 'stopOn', g.stop_on) AS pace,
      to_char(c.cadence_paused_until, 'YYYY-MM-DD') AS "cadencePausedUntil", c.cadence_stopped_at IS NOT NULL AS "isCadenceStopped",
      (SELECT f.evaluation FROM follow_ups f WHERE f.customer_id = c.id AND f.kind = 'communication' AND f.withdrawn_at IS NULL AND f.evaluation IS NOT NULL
        ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1) AS "lastEvaluation",
      ${LAST_CONTACTS} AS contacts, ${OPEN_TOUCHPOINTS} AS touchpoints, ${PEOPLE} AS people, ${pressureSince('$2')} AS pressure
    FROM customers c JOIN paces g ON g.id = c.pace_id CROSS JOIN organisation o WHERE c.id = $1 AND ${sql}`;
  return { text: statement('brief_of_a_customer', text), values };
}
