import { decidersJson } from '../../approvals/index.ts';

/** Hours after which a record counts as logged late. */
export const LATE_AFTER_HOURS = 24;
const LAST_COMMENTS = 3;

const KEPT = `CASE WHEN kt.id IS NOT NULL THEN json_build_object('id', kt.id, 'purpose', kt.purpose, 'dueOn', kt.due_on, 'dueAt', iso(kt.due_at), 'firstDueOn', kt.first_due_on,
    'timesMoved', kt.times_moved, 'isPromised', kt.is_promised, 'because', f.counted_because) END`;

const NEXT_TOUCHPOINT = `CASE WHEN nt.id IS NOT NULL THEN json_build_object('id', nt.id, 'state', nt.state, 'channelId', nt.channel_id, 'purpose', nt.purpose, 'dueOn', nt.due_on, 'dueAt', iso(nt.due_at),
    'firstDueOn', nt.first_due_on, 'timesMoved', nt.times_moved, 'isPromised', nt.is_promised, 'ownerId', nt.owner_id, 'version', nt.version) END`;

const STAGE_CHANGE = `(SELECT json_build_object('fromStageId', g.from_stage_id, 'toStageId', g.to_stage_id, 'amount', g.amount, 'reason', g.reason)
    FROM stage_changes g WHERE g.customer_id = f.customer_id AND g.follow_up_id = f.id LIMIT 1)`;

// Most records have no comment: finding that out costs one look into the index.
const COMMENTS = `CASE WHEN EXISTS (SELECT 1 FROM comments k WHERE k.follow_up_id = f.id) THEN (
    SELECT json_build_object('count', count(*), 'last', coalesce(json_agg(json_build_object('id', m.id, 'authorId', m.author_id, 'authorName', w.name, 'text', m.text,
      'createdAt', iso(m.created_at)) ORDER BY m.created_at, m.id) FILTER (WHERE m.nth <= ${LAST_COMMENTS}), '[]'))
    FROM (SELECT k.*, row_number() OVER (ORDER BY k.created_at DESC, k.id DESC) AS nth FROM comments k WHERE k.follow_up_id = f.id AND k.withdrawn_at IS NULL) m JOIN people w ON w.id = m.author_id)
    ELSE '{"count":0,"last":[]}'::json END`;

// An approval's record has the id of the approval.
const APPROVAL = `CASE WHEN f.kind = 'approval' THEN (SELECT json_build_object('id', p.id, 'subject', p.subject, 'rule', p.rule, 'state', p.state, 'amount', p.amount, 'requestedById', p.requested_by_id,
      'requestedAt', iso(p.requested_at), 'decidedAt', iso(p.decided_at), 'deciders', ${decidersJson('p.id')}) FROM approvals p WHERE p.id = f.id) END`;

const IS_DATED = `f.kind IN ('task', 'schedule')`;

/** The whole card of record `f` as JSON; needs the joins of `CARD_JOINS`. */
export const CARD = `json_build_object(
    'id', f.id, 'kind', f.kind, 'customerId', f.customer_id, 'authorId', f.author_id, 'authorName', a.name, 'ownerId', f.owner_id, 'ownerName', o.name,
    'occurredAt', iso(f.occurred_at), 'endsAt', iso(f.ends_at), 'isAllDay', f.is_all_day,
    'onDay', CASE WHEN ${IS_DATED} THEN (f.occurred_at AT TIME ZONE o.time_zone)::date END,
    'lastDay', CASE WHEN ${IS_DATED} AND f.is_all_day AND f.ends_at IS NOT NULL THEN ((f.ends_at - interval '1 millisecond') AT TIME ZONE o.time_zone)::date END,
    'doneAt', iso(f.done_at), 'loggedAt', iso(f.logged_at), 'isLate', NOT (${IS_DATED}) AND f.logged_at - f.occurred_at > interval '${LATE_AFTER_HOURS} hours',
    'channelId', f.channel_id, 'direction', f.direction, 'dispositionId', f.disposition_id, 'dispositionKind', d.kind, 'outcomeId', f.outcome_id, 'evaluation', f.evaluation,
    'validity', f.validity, 'invalidReason', f.invalid_reason, 'isEffective', f.is_effective, 'contactPersonId', f.contact_person_id, 'contactPersonName', cp.name,
    'subject', f.subject, 'text', f.text, 'place', f.place, 'durationSeconds', f.duration_seconds, 'respondBy', iso(f.respond_by), 'kept', ${KEPT},
    'nextStep', CASE WHEN f.next_step IS NOT NULL THEN json_build_object('kind', f.next_step, 'reason', f.next_step_reason, 'touchpoint', ${NEXT_TOUCHPOINT}) END,
    'stageChange', ${STAGE_CHANGE}, 'approval', ${APPROVAL}, 'comments', ${COMMENTS}, 'correctedAt', iso(f.corrected_at), 'version', f.version)`;

/** What a card needs beside its record. */
export const CARD_JOINS = `JOIN people a ON a.id = f.author_id JOIN people o ON o.id = f.owner_id LEFT JOIN dispositions d ON d.id = f.disposition_id
    LEFT JOIN contact_people cp ON cp.id = f.contact_person_id LEFT JOIN touchpoints kt ON kt.id = f.touchpoint_id LEFT JOIN touchpoints nt ON nt.id = f.next_touchpoint_id`;
