import type { EntityManager } from 'typeorm';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { FieldValue } from '../customer.values.ts';
import { sortNameOf } from '../search/names.ts';

/** A customer as far as an import compares it with a row. */
export interface ExistingCustomer {
  id: string;
  externalId: string | null;
  isVisible: boolean;
  isArchived: boolean;
  name: string;
  kind: 'person' | 'organisation';
  ownerId: string | null;
  teamId: string | null;
  tierId: string;
  stageId: string;
  stageSince: Date;
  knownSinceOn: string;
  source: string | null;
  industry: string | null;
  region: string | null;
  isServed: boolean;
  servedBy: string | null;
  note: string;
  formOfAddress: string | null;
  preferredChannelId: string | null;
  preferredFrom: string | null;
  preferredUntil: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string | null;
  doNotContact: string[];
  tags: string[];
  fields: Record<string, FieldValue>;
  /** `kind key` of every contact point, also of its people. */
  pointKeys: string[];
  people: { id: string; name: string }[];
}

/** A customer as somebody asked for it: where that one was merged into another, the one that was kept. */
export interface AskedCustomer extends ExistingCustomer {
  /** The external id, or the id, that was asked for. */
  askedAs: string;
  /** The external id of the one that was asked for. */
  askedExternalId: string | null;
}

const COLUMNS = `c.id, c.external_id AS "externalId", c.archived_at IS NOT NULL AS "isArchived", c.name, c.kind, c.owner_id AS "ownerId", c.team_id AS "teamId",
  c.tier_id AS "tierId", c.stage_id AS "stageId", c.stage_since AS "stageSince", c.known_since_on::text AS "knownSinceOn", c.source, c.industry, c.region, c.is_served AS "isServed", c.served_by AS "servedBy", c.note,
  c.form_of_address AS "formOfAddress", c.preferred_channel_id AS "preferredChannelId", c.preferred_from AS "preferredFrom", c.preferred_until AS "preferredUntil",
  c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil", c.time_zone AS "timeZone", c.do_not_contact AS "doNotContact", c.tags, c.fields,
  ARRAY(SELECT p.kind || ' ' || p.search_key FROM contact_points p WHERE p.customer_id = c.id) AS "pointKeys",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) ORDER BY k.position), '[]') FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL) AS people`;

/** Leads from the customers that meet a condition to those that they were merged into, step by step; `l` is where the way ends. */
const ledFrom = (condition: string): string => `WITH RECURSIVE steps AS (
    SELECT a.id AS asked_id, a.external_id AS asked_external_id, a.id, a.merged_into_id FROM customers a WHERE ${condition}
    UNION ALL SELECT s.asked_id, s.asked_external_id, k.id, k.merged_into_id FROM steps s JOIN customers k ON k.id = s.merged_into_id
  ), l AS (SELECT * FROM steps WHERE merged_into_id IS NULL)`;

/** The customers with these external ids, those that the actor does not see included and marked, because an external id exists once. One that was merged is the one that was kept. */
export async function customersByExternalId(tx: EntityManager, actor: Actor, externalIds: readonly string[]): Promise<AskedCustomer[]> {
  if (externalIds.length === 0) return [];
  const visible = visibleCustomers(actor, 'c', 2);
  const found = statement(
    'customers_by_external_id',
    `${ledFrom('a.external_id = ANY($1::varchar[])')}
     SELECT ${COLUMNS}, l.asked_external_id AS "askedAs", l.asked_external_id AS "askedExternalId", ${visible.sql} AS "isVisible" FROM l JOIN customers c ON c.id = l.id`,
  );
  return rows<AskedCustomer & Record<string, unknown>>(tx, found, [externalIds, ...visible.values]);
}

/** The customers with these ids that the actor sees; one that was merged is the one that was kept. */
export async function customersById(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<AskedCustomer[]> {
  if (ids.length === 0) return [];
  const visible = visibleCustomers(actor, 'c', 2);
  const found = statement(
    'customers_by_id',
    `${ledFrom('a.id = ANY($1::uuid[])')}
     SELECT ${COLUMNS}, l.asked_id AS "askedAs", l.asked_external_id AS "askedExternalId", true AS "isVisible" FROM l JOIN customers c ON c.id = l.id WHERE ${visible.sql}`,
  );
  return rows<AskedCustomer & Record<string, unknown>>(tx, found, [ids, ...visible.values]);
}

/** The customers of these names that have one of these search keys, as the actor sees them. */
export async function customersByContact(tx: EntityManager, actor: Actor, names: readonly string[], searchKeys: readonly string[]): Promise<{ id: string; name: string; searchKey: string }[]> {
  if (searchKeys.length === 0) return [];
  const visible = visibleCustomers(actor, 'c', 3);
  const found = statement(
    'customers_by_contact',
    `SELECT DISTINCT c.id, c.name, p.search_key AS "searchKey" FROM contact_points p JOIN customers c ON c.id = p.customer_id
     WHERE p.search_key = ANY($1::varchar[]) AND c.name = ANY($2::varchar[]) AND c.archived_at IS NULL AND ${visible.sql}`,
  );
  return rows(tx, found, [searchKeys, names, ...visible.values]);
}

/** The customers of exactly these names that the actor sees, archived ones left out. */
export async function customersByName(tx: EntityManager, actor: Actor, names: readonly string[]): Promise<{ name: string; ids: string[] }[]> {
  if (names.length === 0) return [];
  const visible = visibleCustomers(actor, 'c', 3);
  // The index is on the name as it is sorted by.
  const found = statement(
    'customers_by_exact_name',
    `SELECT c.name, array_agg(c.id) AS ids FROM customers c
     WHERE c.sort_name = ANY($1::varchar[]) AND c.name = ANY($2::varchar[]) AND c.archived_at IS NULL AND ${visible.sql} GROUP BY c.name`,
  );
  return rows(tx, found, [[...new Set(names.flatMap((name) => [sortNameOf(name, true), sortNameOf(name)]))], names, ...visible.values]);
}
