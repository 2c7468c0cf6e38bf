import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../kernel/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { CustomerView } from './customer.dto.ts';
import { SHOWN, mergedInto, undoableMerges, undoableSince } from './merging/merge-columns.ts';

const POINT = `'id', p.id, 'kind', p.kind, 'value', p.value, 'validity', p.validity`;
const points = (whose: string): string =>
  `coalesce((SELECT json_agg(json_build_object(${POINT}) ORDER BY p.position, p.id) FROM contact_points p WHERE p.customer_id = c.id AND p.contact_person_id ${whose}), '[]')`;

const COLUMNS = `c.id, c.name, c.kind, c.owner_id AS "ownerId", c.team_id AS "teamId", c.tier_id AS "tierId", c.stage_id AS "stageId", c.stage_since AS "stageSince", c.is_open AS "isOpen",
  c.source, c.industry, c.region, c.is_served AS "isServed", c.served_by AS "servedBy", c.tags, c.fields, c.note, c.form_of_address AS "formOfAddress", c.preferred_channel_id AS "preferredChannelId", c.preferred_from AS "preferredFrom",
  c.preferred_until AS "preferredUntil", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil", c.time_zone AS "timeZone", c.do_not_contact AS "doNotContact",
  c.known_since_on AS "knownSinceOn", c.created_at AS "createdAt", c.created_by_id AS "createdById", c.archived_at AS "archivedAt", c.external_id AS "externalId",
  c.converted_at AS "convertedAt", c.first_contact_at AS "firstContactAt", c.last_contact_at AS "lastContactAt", c.last_heard_at AS "lastHeardAt", c.last_effective_at AS "lastEffectiveAt",
  c.respond_by AS "respondBy", c.next_touchpoint_on AS "nextTouchpointOn", c.next_step AS "nextStep", c.next_step_reason AS "nextStepReason",
  ${points('IS NULL')} AS "contactPoints",
  coalesce((SELECT json_agg(json_build_object('id', k.id, 'name', k.name, 'title', k.title, 'formOfAddress', k.form_of_address, 'contactPoints', ${points('= k.id')}) ORDER BY k.position, k.id)
    FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL), '[]') AS "contactPeople",
  coalesce((SELECT json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.position, k.id) FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NOT NULL), '[]')
    AS "formerContactPeople",
  (SELECT count(*)::int FROM stage_changes h WHERE h.customer_id = c.id) AS "stageChangeCount", c.version`;

/** Everything about a customer itself; 404 unless the actor sees it. One that was merged shows the people and contact points that have moved since. */
export async function readCustomer(on: DataSource | EntityManager, actor: Actor, id: string, now: Date): Promise<CustomerView> {
  const visible = visibleCustomers(actor, 'c', 2);
  const other = visibleCustomers(actor, 'k', 2).sql;
  const merges = `${mergedInto(other, '$4::timestamptz')} AS "mergedInto", ${undoableMerges(other, '$4::timestamptz')} AS merges, CASE WHEN c.merged_into_id IS NOT NULL THEN ${SHOWN} END AS shown`;
  const read = statement('customer_read', `SELECT to_jsonb(v) - 'shown' || coalesce(v.shown, '{}') AS view FROM (SELECT ${COLUMNS}, ${merges} FROM customers c WHERE c.id = $1 AND ${visible.sql}) v`);
  const [found] = await rows<{ view: CustomerView }>(on, read, [id, ...visible.values, undoableSince(now)]);
  if (!found) throw notFound();
  return found.view;
}
