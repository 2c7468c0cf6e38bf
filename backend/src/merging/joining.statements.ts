import { type Statement, statement } from '../platform/database/statements.ts';

/** `$1` the customer that stays, `$2` the one that is merged into it. */
const moving = (table: string): Statement => statement(`merge_moves_${table}`, `UPDATE ${table} SET customer_id = $1 WHERE customer_id = $2`);

/** Tables of which every row simply moves. */
export const MOVING: readonly Statement[] = ['follow_ups', 'stage_changes', 'incentive_grants', 'approvals'].map(moving);

/** Lists: where the kept customer stands already, the other one's row stays behind. */
export const moveSegments = statement(
  'merge_moves_segments',
  'UPDATE segment_customers s SET customer_id = $1 WHERE s.customer_id = $2 AND NOT EXISTS (SELECT 1 FROM segment_customers k WHERE k.customer_id = $1 AND k.segment_id = s.segment_id)',
);

/** Memberships in audiences: of two the one that holds counts. */
export const AUDIENCES: readonly Statement[] = [
  statement(
    'merge_moves_audiences',
    'UPDATE plan_audience m SET customer_id = $1 WHERE m.customer_id = $2 AND NOT EXISTS (SELECT 1 FROM plan_audience k WHERE k.customer_id = $1 AND k.plan_item_id = m.plan_item_id)',
  ),
  statement(
    'merge_revives_memberships',
    `UPDATE plan_audience k SET how = m.how, added_at = m.added_at, added_by_id = m.added_by_id, left_at = NULL, left_by_id = NULL
     FROM plan_audience m WHERE k.customer_id = $1 AND m.customer_id = $2 AND m.plan_item_id = k.plan_item_id AND k.left_at IS NOT NULL AND m.left_at IS NULL`,
  ),
];
/** With `$3` now and `$4` who merges: by hand, so that no rule takes the other one in again. */
export const leaveAudiences = statement('merge_leaves_audiences', 'UPDATE plan_audience SET left_at = $2, left_by_id = $3 WHERE customer_id = $1 AND left_at IS NULL');

/** Whoever is not the other customer is not the kept one either, in the words of whoever said so. */
export const toldApartToo = statement(
  'merge_tells_apart',
  `INSERT INTO customers_told_apart (customer_id, other_id, told_at, told_by_id)
   SELECT least(t.id, $1::uuid), greatest(t.id, $1::uuid), t.told_at, t.told_by_id
   FROM (SELECT CASE a.customer_id WHEN $2 THEN a.other_id ELSE a.customer_id END AS id, a.told_at, a.told_by_id FROM customers_told_apart a WHERE a.customer_id = $2 OR a.other_id = $2) t
   WHERE t.id <> $1::uuid ON CONFLICT DO NOTHING`,
);

/** Touchpoints of both for one occurrence of a plan item, the one that stays first. */
export const occurrencesOfBoth = statement(
  'merge_touchpoints_of_one_occurrence',
  `SELECT CASE WHEN o.rank < k.rank THEN o.id ELSE k.id END AS "staysId", CASE WHEN o.rank < k.rank THEN k.id ELSE o.id END AS "goesId"
   FROM (SELECT t.*, array_position(ARRAY['done', 'scheduled', 'missed', 'cancelled']::varchar[], t.state) AS rank FROM touchpoints t WHERE t.customer_id = $1 AND t.plan_item_id IS NOT NULL) k
   JOIN (SELECT t.*, array_position(ARRAY['done', 'scheduled', 'missed', 'cancelled']::varchar[], t.state) AS rank FROM touchpoints t WHERE t.customer_id = $2 AND t.plan_item_id IS NOT NULL) o
     ON o.plan_item_id = k.plan_item_id AND o.occurrence = k.occurrence`,
);
/** `$1` those that go, `$2` the other customer, `$3` now. They have no occurrence for a moment, so that nobody stands in another's place. */
export const setAside = statement(
  'merge_sets_touchpoints_aside',
  `UPDATE touchpoints SET customer_id = $2, occurrence = NULL, version = version + (state <> 'cancelled')::int, closed_at = CASE state WHEN 'cancelled' THEN closed_at ELSE $3::timestamptz END,
     closed_reason = CASE state WHEN 'cancelled' THEN closed_reason ELSE 'merged' END, remind_at = NULL, state = 'cancelled' WHERE id = ANY($1::uuid[])`,
);
/** All others follow. */
export const moveTouchpoints = statement('merge_moves_touchpoints', 'UPDATE touchpoints SET customer_id = $1 WHERE customer_id = $2 AND NOT (id = ANY($3::uuid[]))');
/** Gives them their occurrence back; `$2` in the order of `$1`. */
export const numberAgain = statement(
  'merge_numbers_touchpoints_again',
  'UPDATE touchpoints t SET occurrence = r.occurrence FROM unnest($1::uuid[], $2::int[]) AS r(id, occurrence) WHERE t.id = r.id',
);
/** Communications let go of touchpoints `$1`. */
export const letGo = statement(
  'merge_lets_go',
  `UPDATE follow_ups f SET touchpoint_id = NULL, counted_because = NULL FROM (SELECT id, touchpoint_id, counted_because FROM follow_ups WHERE touchpoint_id = ANY($1::uuid[]) FOR NO KEY UPDATE) b
   WHERE f.id = b.id RETURNING f.id, b.touchpoint_id AS "touchpointId", b.counted_because AS "countedBecause"`,
);
/** What was planned as a next step is the touchpoint that stays. */
export const nextSteps = statement('merge_next_steps', 'UPDATE follow_ups f SET next_touchpoint_id = r.stays FROM unnest($1::uuid[], $2::uuid[]) AS r(goes, stays) WHERE f.next_touchpoint_id = r.goes');
/** The occurrences of touchpoints. */
export const occurrencesOf = statement('merge_occurrences', 'SELECT id, occurrence FROM touchpoints WHERE id = ANY($1::uuid[])');
