import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';

interface Scoped<Text> {
  readonly text: Text;
  readonly values: readonly unknown[];
}

const REQUIRED = `(SELECT count(*) FROM jsonb_array_elements(v.checklist) p WHERE (p->>'isRequired')::boolean)::int`;
const during = (span: string): string => `f.occurred_at >= ${span}.from_at AND f.occurred_at < ${span}.until_at`;

/**
 * The communications of [$1, $2) in which a norm applied, for customers that the actor sees: those that reached, or whose checklist was filled in. Which norm: the one that was
 * answered, else the one that was in force at that time, item before channel before kind.
 */
const applied = (visible: string): string => `WITH span AS MATERIALIZED (
    SELECT v.id, v.norm_id, v.contact_kind, v.channel_id, v.from_at, coalesce(v.until_at, 'infinity') AS until_at, ${REQUIRED} AS required FROM norm_versions v
  ), named AS MATERIALIZED (
    SELECT t.id, i.norm_id FROM plan_items i JOIN touchpoints t ON t.plan_item_id = i.id AND t.state = 'done' WHERE i.norm_id IS NOT NULL
  ), applied AS (
    SELECT f.id, f.occurred_at, f.author_id, f.customer_id, f.channel_id, c.name AS customer_name, a.follow_up_id IS NOT NULL AS is_answered, a.ticked, coalesce(a.ticked_required, 0)::int AS ticked_required,
      coalesce(a.norm_version_id, s1.id, s2.id, s3.id) AS version_id
    FROM follow_ups f JOIN customers c ON c.id = f.customer_id JOIN dispositions d ON d.id = f.disposition_id JOIN channels x ON x.id = f.channel_id
      LEFT JOIN norm_answers a ON a.follow_up_id = f.id LEFT JOIN named n ON n.id = f.touchpoint_id
      LEFT JOIN span s1 ON s1.norm_id = n.norm_id AND ${during('s1')} LEFT JOIN span s2 ON s2.channel_id = f.channel_id AND ${during('s2')}
      LEFT JOIN span s3 ON s3.contact_kind = x.contact_kind AND ${during('s3')}
    WHERE f.occurred_on >= $1::date AND f.occurred_on < $2::date AND f.kind = 'communication' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid' AND (d.kind = 'reached' OR a.follow_up_id IS NOT NULL)
      AND coalesce(a.norm_version_id, s1.id, s2.id, s3.id) IS NOT NULL AND ${visible}
  )`;

/** Adherence by norm, by author and in all. Planned anew each time, because a day and a year want different plans. */
export function adherenceOf(actor: Actor): Scoped<string> {
  const { sql, values } = visibleCustomers(actor, 'c', 3);
  const text = `${applied(sql)}
    SELECT s.norm_id AS "normId", a.author_id AS "personId", GROUPING(s.norm_id, a.author_id) AS level, count(*)::int AS contacts, (count(*) FILTER (WHERE a.is_answered))::int AS answered,
      coalesce(sum(s.required), 0)::int AS required, coalesce(sum(a.ticked_required), 0)::int AS ticked, (count(*) FILTER (WHERE s.required > 0))::int AS asking, (count(*) FILTER (WHERE s.required > 0 AND a.ticked_required = s.required))::int AS complete
    FROM applied a JOIN span s ON s.id = a.version_id GROUP BY GROUPING SETS ((s.norm_id), (a.author_id), ())`;
  return { text, values };
}

/** A page of the communications behind it, newest first, of norm $3 and author $4 where given, behind ($5, $6); $7 the most rows. */
export function adherenceRowsOf(actor: Actor): Scoped<string> {
  const { sql, values } = visibleCustomers(actor, 'c', 8);
  const text = `${applied(`${sql} AND ($4::uuid IS NULL OR f.author_id = $4) AND (f.occurred_at, f.id) < ($5::timestamptz, $6::uuid)`)}
    SELECT a.id AS "followUpId", iso(a.occurred_at) AS "occurredAt", a.customer_id AS "customerId", a.customer_name AS "customerName", a.author_id AS "authorId", w.name AS "authorName", a.channel_id AS "channelId",
      v.norm_id AS "normId", v.name AS "normName", v.number, a.is_answered AS "isAnswered", s.required, a.ticked_required AS "tickedRequired",
      coalesce((SELECT json_agg(p.point->>'text' ORDER BY p.place) FROM jsonb_array_elements(v.checklist) WITH ORDINALITY p(point, place)
        WHERE (p.point->>'isRequired')::boolean AND NOT coalesce(a.ticked, '[]') ? (p.point->>'id')), '[]') AS missing
    FROM (SELECT a.* FROM applied a JOIN span s ON s.id = a.version_id WHERE $3::uuid IS NULL OR s.norm_id = $3 ORDER BY a.occurred_at DESC, a.id DESC LIMIT $7) a
      JOIN span s ON s.id = a.version_id JOIN norm_versions v ON v.id = a.version_id JOIN people w ON w.id = a.author_id ORDER BY a.occurred_at DESC, a.id DESC`;
  return { text, values };
}

/** What decides on the norm of a contact with customer $1 on channel $2 for touchpoint $3, and what fills its script; no row out of scope. */
export function contactOf(actor: Actor): Scoped<Statement> {
  const { sql, values } = visibleCustomers(actor, 'c', 4);
  const text = `SELECT i.norm_id AS "itemNormId", x.id AS "channelId", coalesce(x.contact_kind, i.contact_kind) AS "contactKind", c.name AS customer, o.name AS company,
      coalesce(nullif(c.form_of_address, ''), CASE WHEN c.kind = 'person' THEN c.name END,
        (SELECT coalesce(nullif(k.form_of_address, ''), k.name) FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL ORDER BY k.position, k.id LIMIT 1)) AS contact,
      nullif(t.purpose, '') AS purpose, t.place
    FROM customers c CROSS JOIN organisation o LEFT JOIN touchpoints t ON t.id = $3 AND t.customer_id = c.id LEFT JOIN plan_items i ON i.id = t.plan_item_id LEFT JOIN channels x ON x.id = coalesce($2::uuid, t.channel_id)
    WHERE c.id = $1 AND ${sql}`;
  return { text: statement('norm_contact', text), values };
}
