import type { EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import type { ContactPointKind } from '../contact-people/contact-point.entity.ts';
import type { FieldValue } from '../customer.values.ts';
import { gramsFor, sortNameOf } from '../search/names.ts';

/** Who writes a batch, when, and for which import. */
export interface BatchOrigin {
  personId: string;
  at: Date;
  importId: string;
}

/** A contact point of a batch; `key` is its search key. */
export interface BatchPoint {
  kind: ContactPointKind;
  value: string;
  key: string;
  isOfPerson: boolean;
}

/** A stage of a batch with its moment and local day. */
export interface BatchStage {
  stageId: string;
  at: Date;
  on: string;
  amount: number | null;
  reason: string | null;
}

/** A customer as a batch adds it. */
export interface NewCustomer {
  id: string;
  name: string;
  kind: 'person' | 'organisation';
  ownerId?: string;
  /** Left out: the owner's team. */
  teamId?: string;
  tierId: string;
  knownSinceOn: string;
  source?: string;
  industry?: string;
  region?: string;
  isServed?: boolean;
  servedBy?: string;
  note?: string;
  formOfAddress?: string;
  preferredChannelId?: string;
  preferredFrom?: string;
  preferredUntil?: string;
  quietFrom?: string;
  quietUntil?: string;
  timeZone?: string;
  doNotContact?: string[];
  externalId: string | null;
  tags: string[];
  fields: Record<string, FieldValue>;
  contactPoints: BatchPoint[];
  person: { name: string; title: string | null } | null;
  stage: BatchStage;
}

const insertRows = statement(
  'customer_batch',
  `INSERT INTO customers (id, kind, name, sort_name, owner_id, team_id, tier_id, stage_id, stage_since, source, industry, region, is_served, served_by, tags, fields, note, form_of_address,
     preferred_channel_id, preferred_from, preferred_until, quiet_from, quiet_until, time_zone, do_not_contact, known_since_on, created_at, created_by_id, external_id, import_id,
     is_open, converted_at, cadence_anchor_on)
   SELECT r.id, r.kind, r.name, r."sortName", r."ownerId", coalesce(r."teamId", o.team_id), r."tierId", s.id, r."stageAt", r.source, r.industry, r.region, coalesce(r."isServed", true), r."servedBy", r.tags, r.fields,
     coalesce(r.note, ''), r."formOfAddress", r."preferredChannelId", r."preferredFrom", r."preferredUntil", r."quietFrom", r."quietUntil", r."timeZone",
     coalesce(r."doNotContact", '{}'), r."knownSinceOn", $2, $3, r."externalId", $4, s.kind = 'open', CASE WHEN s.kind = 'won' THEN r."stageAt" END, r."knownSinceOn"
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind varchar, name varchar, "sortName" varchar, "ownerId" uuid, "teamId" uuid, "tierId" uuid, "stageId" uuid,
     "stageAt" timestamptz, source varchar, industry varchar, region varchar, "isServed" boolean, "servedBy" varchar, tags varchar[], fields jsonb, note text, "formOfAddress" varchar, "preferredChannelId" uuid,
     "preferredFrom" varchar, "preferredUntil" varchar, "quietFrom" varchar, "quietUntil" varchar, "timeZone" varchar, "doNotContact" uuid[], "knownSinceOn" date,
     "externalId" varchar)
   JOIN stages s ON s.id = r."stageId" LEFT JOIN people o ON o.id = r."ownerId"`,
);
const insertGrams = statement(
  'customer_grams_batch',
  `INSERT INTO customer_grams (customer_id, haystack, grams) SELECT r.id, r.haystack, r.grams FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, haystack text, grams text[])
   ON CONFLICT (customer_id) DO UPDATE SET haystack = excluded.haystack, grams = excluded.grams, rules = excluded.rules`,
);
const insertStages = statement(
  'stage_change_batch',
  `INSERT INTO stage_changes (id, customer_id, from_stage_id, to_stage_id, changed_at, changed_on, amount, reason, changed_by_id, import_id)
   SELECT r.id, r."customerId", r."fromStageId", r."stageId", r.at, r."on", r.amount, r.reason, $2, $3
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, "fromStageId" uuid, "stageId" uuid, at timestamptz, "on" date, amount numeric, reason varchar)`,
);
const insertPeople = statement(
  'contact_person_batch',
  `INSERT INTO contact_people (id, customer_id, name, title, position)
   SELECT r.id, r."customerId", r.name, r.title, 1 + coalesce((SELECT max(k.position) FROM contact_people k WHERE k.customer_id = r."customerId"), 0)
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, name varchar, title varchar)`,
);
const insertPoints = statement(
  'contact_point_batch',
  `INSERT INTO contact_points (id, customer_id, contact_person_id, kind, value, search_key, position)
   SELECT r.id, r."customerId", r."personId", r.kind, r.value, r.key, r.position + coalesce((SELECT max(k.position) FROM contact_points k WHERE k.customer_id = r."customerId"), 0)
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, "personId" uuid, kind varchar, value varchar, key varchar, position int)`,
);

/** Adds customers with their people, contact points, first stage and search row, in a few statements whatever their number. */
export async function insertCustomers(tx: EntityManager, customers: readonly NewCustomer[], by: BatchOrigin): Promise<void> {
  if (customers.length === 0) return;
  const ids = new Map(customers.filter(({ person }) => person).map(({ id }) => [id, newId()]));
  const list = customers.map(({ stage, contactPoints: _points, person: _person, ...row }) => ({ ...row, sortName: sortNameOf(row.name, row.kind === 'person'), stageId: stage.stageId, stageAt: stage.at }));
  await rows(tx, insertRows, [JSON.stringify(list), by.at, by.personId, by.importId]);
  await writeGrams(tx, customers.map(({ id, name, kind, person }) => ({ id, name, kind, people: person ? [person.name] : [] })));
  await writeStages(tx, customers.map(({ id, stage }) => ({ customerId: id, fromStageId: null, stage })), by);
  await writePeople(tx, customers.flatMap(({ id, person }) => (person ? [{ id: ids.get(id) ?? newId(), customerId: id, ...person }] : [])));
  await writePoints(tx, customers.map(({ id, contactPoints }) => ({ customerId: id, personId: ids.get(id) ?? null, points: contactPoints })));
}

/** Writes the search rows of customers anew from all their names. */
export async function writeGrams(tx: EntityManager, customers: readonly { id: string; name: string; kind: string; people: readonly string[] }[]): Promise<void> {
  if (customers.length === 0) return;
  const list = customers.map(({ id, name, kind, people }) => ({ id, ...gramsFor([{ name, isPerson: kind === 'person' }, ...people.map((person) => ({ name: person, isPerson: true }))]) }));
  await rows(tx, insertGrams, [JSON.stringify(list)]);
}

const namesToFind = statement(
  'names_of_customer_batch',
  `SELECT c.id, c.name, c.kind, ARRAY(SELECT k.name FROM contact_people k WHERE k.customer_id = c.id AND k.archived_at IS NULL ORDER BY k.position, k.id) AS people FROM customers c WHERE c.id = ANY($1::uuid[])`,
);

/** Writes the search rows of customers anew from what stands in the database. */
export async function rewriteGrams(tx: EntityManager, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) await writeGrams(tx, await rows(tx, namesToFind, [customerIds]));
}

/** Adds dated stage changes; the customers' own columns are brought up to date by the caller. */
export async function writeStages(tx: EntityManager, changes: readonly { customerId: string; fromStageId: string | null; stage: BatchStage }[], by: BatchOrigin): Promise<void> {
  if (changes.length === 0) return;
  const list = changes.map(({ customerId, fromStageId, stage }) => ({ ...stage, id: newId(), customerId, fromStageId }));
  await rows(tx, insertStages, [JSON.stringify(list), by.personId, by.importId]);
}

/** Adds one contact person per customer at the end of its people. */
export async function writePeople(tx: EntityManager, people: readonly { id: string; customerId: string; name: string; title: string | null }[]): Promise<void> {
  if (people.length > 0) await rows(tx, insertPeople, [JSON.stringify(people)]);
}

/** Adds contact points at the end of what their customers have, and answers them; those of a person go to `personId`. */
export async function writePoints(tx: EntityManager, customers: readonly { customerId: string; personId: string | null; points: readonly BatchPoint[] }[]): Promise<{ id: string; customerId: string; kind: ContactPointKind; value: string }[]> {
  const list = customers.flatMap(({ customerId, personId, points }) =>
    points.map(({ kind, value, key, isOfPerson }, i) => ({ id: newId(), customerId, personId: isOfPerson ? personId : null, kind, value, key, position: i + 1 })),
  );
  if (list.length > 0) await rows(tx, insertPoints, [JSON.stringify(list)]);
  return list;
}
