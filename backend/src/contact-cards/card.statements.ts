import { LAST_CONTACTS, PEOPLE } from '../follow-ups/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { type Statement, statement } from '../platform/database/statements.ts';

/** By what cards are chosen: touchpoints, the open ones of a plan, or those of a person's days. */
export type Choice = 'ids' | 'plan' | 'owner';

// Each choice walks an index of its own; the parameters $1 to $3 are named beside it.
const CHOSEN: Readonly<Record<Choice, string>> = {
  // the touchpoints
  ids: 'FROM touchpoints t WHERE t.id = ANY($1::uuid[]) AND $2::uuid IS NULL AND $3::date IS NULL',
  // the plan, the item where one is given
  plan: `FROM plan_items k JOIN touchpoints t ON t.plan_item_id = k.id WHERE k.plan_id = $1::uuid AND ($2::uuid IS NULL OR k.id = $2) AND $3::date IS NULL AND t.state = 'scheduled'`,
  // the person, the days
  owner: `FROM touchpoints t WHERE t.owner_id = $1::uuid AND t.due_on >= $2::date AND t.due_on < $3::date AND t.state = 'scheduled'`,
};

const ITEM = `CASE WHEN i.id IS NOT NULL THEN json_build_object('itemId', i.id, 'planId', p.id, 'planName', p.name, 'objective', i.objective, 'place', i.place, 'audience', g.name, 'contactKind', i.contact_kind,
      'method', i.method, 'content', i.content, 'responsibleTeam', rt.name, 'responsible', rp.name, 'occurrence', t.occurrence, 'windowFrom', t.window_from, 'windowUntil', t.window_until) END`;

/** Cards of chosen touchpoints by due day, behind ($4, $5), at most $6 of them, for customers that the actor sees. All in one statement, however many. */
export function cardsBy(choice: Choice, actor: Actor): { text: Statement; values: readonly unknown[] } {
  const { sql, values } = visibleCustomers(actor, 'c', 7);
  // What was chosen by itself is shown; what comes with a plan or a day leaves out archived customers, as every queue does.
  const inUse = choice === 'ids' ? '' : 'AND c.archived_at IS NULL';
  const text = `WITH t AS (
      SELECT t.* ${CHOSEN[choice]} AND (t.due_on, t.id) > ($4::date, $5::uuid) AND EXISTS (SELECT 1 FROM customers c WHERE c.id = t.customer_id ${inUse} AND ${sql}) ORDER BY t.due_on, t.id LIMIT $6
    )
    SELECT t.id AS "touchpointId", t.state, t.origin, t.channel_id AS "channelId", t.purpose, t.talking_points AS "talkingPoints", t.place, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", iso(t.due_at) AS "dueAt",
      to_char(t.first_due_on, 'YYYY-MM-DD') AS "firstDueOn", t.times_moved AS "timesMoved", t.is_promised AS "isPromised", t.owner_id AS "ownerId", w.name AS "ownerName", t.version, f.id AS "followUpId",
      i.norm_id AS "itemNormId", coalesce(x.contact_kind, i.contact_kind) AS "contactKind", a.norm_version_id AS "versionId", a.ticked, o.name AS company, c.kind AS "customerKind",
      x.response_minutes AS "responseMinutes", x.is_response_in_working_time AS "isResponseInWorkingTime", ${ITEM} AS item,
      CASE WHEN n.id IS NOT NULL THEN json_build_object('id', n.id, 'name', n.name, 'unitCost', n.unit_cost) END AS incentive,
      json_build_object('id', c.id, 'name', c.name, 'tierId', c.tier_id, 'stageId', c.stage_id, 'ownerName', co.name, 'note', c.note, 'formOfAddress', c.form_of_address, 'preferredChannelId', c.preferred_channel_id,
        'preferredFrom', c.preferred_from, 'preferredUntil', c.preferred_until, 'quietFrom', c.quiet_from, 'quietUntil', c.quiet_until, 'timeZone', coalesce(c.time_zone, o.time_zone),
        'doNotContact', array_to_json(c.do_not_contact), 'lastContactAt', iso(c.last_contact_at), 'lastHeardAt', iso(c.last_heard_at)) AS customer,
      ${PEOPLE} AS people, ${LAST_CONTACTS} AS contacts
    FROM t JOIN customers c ON c.id = t.customer_id JOIN people w ON w.id = t.owner_id CROSS JOIN organisation o LEFT JOIN people co ON co.id = c.owner_id LEFT JOIN channels x ON x.id = t.channel_id
      LEFT JOIN plan_items i ON i.id = t.plan_item_id LEFT JOIN plans p ON p.id = i.plan_id LEFT JOIN incentives n ON n.id = i.incentive_id LEFT JOIN segments g ON g.id = i.segment_id LEFT JOIN teams rt ON rt.id = i.responsible_team_id
      LEFT JOIN people rp ON rp.id = i.responsible_id LEFT JOIN follow_ups f ON f.touchpoint_id = t.id LEFT JOIN norm_answers a ON a.follow_up_id = f.id
    ORDER BY t.due_on, t.id`;
  return { text: statement(`contact_cards_by_${choice}`, text), values };
}
