import type { EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import type { FieldValue } from '../customer.values.ts';
import { sortNameOf } from '../search/names.ts';
import { type BatchOrigin, type BatchPoint, type BatchStage, type NewCustomer, writeGrams, writePeople, writePoints, writeStages } from './insertion.ts';
import type { ExistingCustomer } from './lookups.ts';

/** What a batch changes of a customer: columns that differ, fields, tags, points and a person that are added, a stage. */
export interface CustomerChange {
  existing: ExistingCustomer;
  values: Partial<Omit<NewCustomer, 'id' | 'externalId' | 'tags' | 'fields' | 'contactPoints' | 'person' | 'stage'>>;
  fields: Record<string, FieldValue>;
  tags: string[];
  contactPoints: BatchPoint[];
  /** A contact person to add; null when none, or there already. */
  person: { name: string; title: string | null } | null;
  /** The contact person that is there already and to whom points of a person go. */
  personId: string | null;
  stage: BatchStage | null;
}

/** What a batch added to a customer beside its columns. */
export interface AddedToCustomer {
  ownerChangeId?: string;
  people?: { id: string; name: string; title: string | null }[];
  points?: { id: string; kind: string; value: string }[];
}

const RECORD = `jsonb_to_recordset($1::jsonb) AS r(id uuid, kind varchar, name varchar, "sortName" varchar, "ownerId" uuid, "teamId" uuid, "tierId" uuid, source varchar,
  industry varchar, region varchar, "isServed" boolean, "servedBy" varchar, tags varchar[], fields jsonb, note text, "formOfAddress" varchar, "preferredChannelId" uuid, "preferredFrom" varchar,
  "preferredUntil" varchar, "quietFrom" varchar, "quietUntil" varchar, "timeZone" varchar, "doNotContact" uuid[], "knownSinceOn" date)`;
const recordOwners = statement(
  'owner_change_batch',
  `INSERT INTO owner_changes (id, customer_id, from_owner_id, to_owner_id, from_team_id, to_team_id, changed_at, changed_by_id)
   SELECT r."changeId", c.id, c.owner_id, coalesce(r."ownerId", c.owner_id), c.team_id, coalesce(r."teamId", CASE WHEN r."ownerId" IS NULL THEN c.team_id ELSE o.team_id END), $2, $3
   FROM jsonb_to_recordset($1::jsonb) AS r("changeId" uuid, id uuid, "ownerId" uuid, "teamId" uuid) JOIN customers c ON c.id = r.id LEFT JOIN people o ON o.id = r."ownerId"`,
);
// Only what a row gives is written, so a colleague's edit of something else at the same moment stays.
const updateRows = statement(
  'customer_change_batch',
  `UPDATE customers c SET kind = coalesce(r.kind, c.kind), name = coalesce(r.name, c.name), sort_name = coalesce(r."sortName", c.sort_name), owner_id = coalesce(r."ownerId", c.owner_id),
     team_id = coalesce(r."teamId", CASE WHEN r."ownerId" IS NULL THEN c.team_id ELSE (SELECT o.team_id FROM people o WHERE o.id = r."ownerId") END), tier_id = coalesce(r."tierId", c.tier_id),
     source = coalesce(r.source, c.source), industry = coalesce(r.industry, c.industry), region = coalesce(r.region, c.region),
     is_served = coalesce(r."isServed", c.is_served), served_by = coalesce(r."servedBy", c.served_by), tags = c.tags || r.tags, fields = c.fields || r.fields,
     note = coalesce(r.note, c.note), form_of_address = coalesce(r."formOfAddress", c.form_of_address), preferred_channel_id = coalesce(r."preferredChannelId", c.preferred_channel_id),
     preferred_from = coalesce(r."preferredFrom", c.preferred_from), preferred_until = coalesce(r."preferredUntil", c.preferred_until), quiet_from = coalesce(r."quietFrom", c.quiet_from),
     quiet_until = coalesce(r."quietUntil", c.quiet_until), time_zone = coalesce(r."timeZone", c.time_zone), do_not_contact = coalesce(r."doNotContact", c.do_not_contact),
     known_since_on = coalesce(r."knownSinceOn", c.known_since_on), version = c.version + 1
   FROM ${RECORD} WHERE c.id = r.id`,
);
const refreshStages = statement(
  'stages_of_batch',
  `UPDATE customers c SET stage_id = l.to_stage_id, stage_since = l.changed_at, is_open = s.kind = 'open', converted_at = w.at
   FROM unnest($1::uuid[]) AS k(id)
   CROSS JOIN LATERAL (SELECT to_stage_id, changed_at FROM stage_changes WHERE customer_id = k.id ORDER BY changed_at DESC, id DESC LIMIT 1) l
   JOIN stages s ON s.id = l.to_stage_id
   CROSS JOIN LATERAL (SELECT min(h.changed_at) AS at FROM stage_changes h JOIN stages t ON t.id = h.to_stage_id WHERE h.customer_id = k.id AND t.kind = 'won') w
   WHERE c.id = k.id`,
);
const refreshContact = statement('contact_state_of_customer_batch', 'SELECT refresh_contact_state($1::uuid[])');

/** Changes customers that are there already, with the traces that a change by hand leaves, in a few statements whatever their number; answers what was added, by customer. */
export async function changeCustomers(tx: EntityManager, changes: readonly CustomerChange[], by: BatchOrigin): Promise<Map<string, AddedToCustomer>> {
  if (changes.length === 0) return new Map();
  const owners = changes.filter(({ values }) => values.ownerId ?? values.teamId).map(({ existing, values }) => ({ ...values, changeId: newId(), id: existing.id }));
  if (owners.length > 0) await rows(tx, recordOwners, [JSON.stringify(owners), by.at, by.personId]);
  await rows(tx, updateRows, [JSON.stringify(changes.map(rowOf))]);
  await writeStages(tx, changes.flatMap(({ existing, stage }) => (stage ? [{ customerId: existing.id, fromStageId: existing.stageId, stage }] : [])), by);
  const added = await addPeopleAndPoints(tx, changes);
  await writeGrams(tx, changes.filter(({ values, person }) => values.name ?? values.kind ?? person).map(namesOf));
  await settleStages(tx, changes.filter(({ stage }) => stage).map(({ existing }) => existing.id));
  await rows(tx, refreshContact, [changes.filter(({ values }) => values.knownSinceOn).map(({ existing }) => existing.id)]);
  for (const { id, changeId } of owners) added.set(id, { ...added.get(id), ownerChangeId: changeId });
  return added;
}

/** Brings the stage of customers up to date with the history of their stages. */
export async function settleStages(tx: EntityManager, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) await rows(tx, refreshStages, [customerIds]);
}

function rowOf({ existing, values, fields, tags }: CustomerChange): object {
  const name = values.name ?? existing.name;
  const sortName = values.name ?? values.kind ? sortNameOf(name, (values.kind ?? existing.kind) === 'person') : undefined;
  return { ...values, id: existing.id, sortName, fields, tags };
}

async function addPeopleAndPoints(tx: EntityManager, changes: readonly CustomerChange[]): Promise<Map<string, AddedToCustomer>> {
  const added = new Map(changes.flatMap(({ existing, person }) => (person ? [[existing.id, { id: newId(), customerId: existing.id, ...person }]] : [])));
  await writePeople(tx, [...added.values()]);
  const points = await writePoints(tx, changes.map(({ existing, contactPoints, personId }) => ({ customerId: existing.id, personId: added.get(existing.id)?.id ?? personId, points: contactPoints })));
  const all = new Map<string, AddedToCustomer>([...added.values()].map(({ customerId, id, name, title }) => [customerId, { people: [{ id, name, title }] }]));
  for (const { customerId, id, kind, value } of points) all.set(customerId, { ...all.get(customerId), points: [...(all.get(customerId)?.points ?? []), { id, kind, value }] });
  return all;
}

function namesOf({ existing, values, person }: CustomerChange): { id: string; name: string; kind: string; people: string[] } {
  const people = existing.people.map(({ name }) => name);
  return { id: existing.id, name: values.name ?? existing.name, kind: values.kind ?? existing.kind, people: person ? [...people, person.name] : people };
}
