import { statement } from '../../platform/database/statements.ts';
import type { Standing } from './consequence.rules.ts';

/** A touchpoint of a plan with what it stands for. */
export interface StandingRow extends Standing {
  id: string;
  itemId: string;
  customerId: string;
  occurrence: number;
  version: number;
}

const FORMER = `former AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS f(id uuid, purpose varchar, "talkingPoints" text, place varchar, "channelId" uuid, "isOwnerChanged" boolean))`;
const TEXTS = `coalesce(nullif(i.talking_points, ''), i.content)`;
const PLACE = `nullif(i.place, '')`;

/** Open touchpoints that their plan does not want any more: it was closed, it lost the item or the due day, or their customers have left the audience; over `p`, `i` and `t`. */
export const SURPLUS = `(p.state = 'closed' OR i.removed_at IS NOT NULL OR EXISTS (SELECT 1 FROM plan_audience m WHERE m.plan_item_id = t.plan_item_id AND m.customer_id = t.customer_id AND m.left_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM plan_occurrences o WHERE o.plan_item_id = t.plan_item_id AND o.number = t.occurrence AND o.is_dropped))`;

/** The touchpoints of a plan ($1), of some customers ($3) or of all (null), as they stand to a change that left the former items $2. */
export const standingTouchpoints = statement(
  'plan_touchpoints_standing',
  `WITH ${FORMER} SELECT t.id, t.plan_item_id AS "itemId", t.customer_id AS "customerId", t.occurrence, t.version, t.state, t.closed_reason AS "closedReason", t.owner_id AS "ownerId",
     to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", to_char(t.window_from, 'YYYY-MM-DD') AS "windowFrom", to_char(t.window_until, 'YYYY-MM-DD') AS "windowUntil", t.times_moved AS "timesMoved",
     (t.is_promised OR t.due_at IS NOT NULL) AS "isPromised", t.state IN ('scheduled', 'cancelled') AND ${SURPLUS} AS "isSurplus", coalesce(b."isOwnerChanged", false) AS "isOwnerChanged",
     (t.state = 'scheduled' AND b.id IS NOT NULL AND ((t.purpose = b.purpose AND b.purpose <> i.objective) OR (t.talking_points = b."talkingPoints" AND b."talkingPoints" <> ${TEXTS})
       OR (t.place IS NOT DISTINCT FROM b.place AND b.place IS DISTINCT FROM ${PLACE}) OR (t.channel_id IS NOT DISTINCT FROM b."channelId" AND b."channelId" IS DISTINCT FROM i.channel_id))) AS "isRewritten"
   FROM plans p JOIN plan_items i ON i.plan_id = p.id JOIN touchpoints t ON t.plan_item_id = i.id LEFT JOIN former b ON b.id = i.id
   WHERE p.id = $1 AND ($3::uuid[] IS NULL OR t.customer_id = ANY($3)) ORDER BY t.customer_id, t.id`,
);

const WRITES = `jsonb_to_recordset($1::jsonb) AS r(id uuid, version int, "ownerId" uuid, "fromOn" date, "dueOn" date, "windowFrom" date, "windowUntil" date, "moveId" uuid)`;

/** Writes what the change makes of open touchpoints of these versions; texts, place and channel follow their item where nobody had edited them. */
export const writeFollowing = statement(
  'plan_touchpoints_followed',
  `WITH ${FORMER} UPDATE touchpoints t SET owner_id = r."ownerId", due_on = r."dueOn", window_from = r."windowFrom", window_until = r."windowUntil", remind_at = CASE WHEN r."moveId" IS NULL THEN t.remind_at END,
     purpose = CASE WHEN t.purpose = b.purpose THEN i.objective ELSE t.purpose END, talking_points = CASE WHEN t.talking_points = b."talkingPoints" THEN ${TEXTS} ELSE t.talking_points END,
     place = CASE WHEN t.place IS NOT DISTINCT FROM b.place AND b.id IS NOT NULL THEN ${PLACE} ELSE t.place END,
     channel_id = CASE WHEN t.channel_id IS NOT DISTINCT FROM b."channelId" AND b.id IS NOT NULL THEN i.channel_id ELSE t.channel_id END, version = t.version + 1
   FROM ${WRITES} JOIN touchpoints o ON o.id = r.id JOIN plan_items i ON i.id = o.plan_item_id LEFT JOIN former b ON b.id = i.id
   WHERE t.id = r.id AND t.version = r.version AND t.state = 'scheduled' RETURNING t.id`,
);

/** The moves among them; they are no moves by hand, so the count of those stays. */
export const keepPlanMoves = statement(
  'plan_moves_kept',
  `INSERT INTO touchpoint_moves (id, touchpoint_id, moved_at, moved_by_id, from_on, to_on, reason) SELECT r."moveId", r.id, $2, $3, r."fromOn", r."dueOn", 'plan_changed' FROM ${WRITES} WHERE r."moveId" IS NOT NULL AND r.id = ANY($4::uuid[])`,
);
