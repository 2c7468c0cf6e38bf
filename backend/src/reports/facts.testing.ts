import type { DataSource } from 'typeorm';
import { newId } from '../platform/ids.ts';

/** A communication as the tests state it: days are the organisation's (Asia/Shanghai), `minute` is the minute of that day. */
export interface GivenContact {
  id: string;
  customer: string;
  author: string;
  day: string;
  minute: number;
  channel: string;
  direction: 'outbound' | 'inbound';
  disposition: string;
  isInvalid: boolean;
  isEffective: boolean;
  isWithdrawn: boolean;
}

/** A customer as the tests state it. */
export interface GivenCustomer {
  id: string;
  owner: string | null;
  team: string | null;
  tier: string;
  source: string | null;
  isServed: boolean;
  servedBy: string | null;
  fields: Record<string, string | boolean>;
  knownOn: string;
  archivedOn: string | null;
}

/** A change of stage; `minute` 1439 with 59.999 s is the last instant of the day. */
export interface GivenStage {
  customer: string;
  from: string | null;
  to: string;
  day: string;
  minute: number;
}

/** Facts to write straight into the tables. */
export interface GivenFacts {
  customers: readonly GivenCustomer[];
  contacts: readonly GivenContact[];
  stages: readonly GivenStage[];
}

/** The instant of a minute of an organisation's day; Shanghai is eight hours ahead of UTC the whole year. */
export const at = (day: string, minute: number): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);

const CHUNK = 2_000;

async function insert(source: DataSource, sql: string, records: readonly object[]): Promise<void> {
  for (let i = 0; i < records.length; i += CHUNK) await source.query(sql, [JSON.stringify(records.slice(i, i + CHUNK))]);
}

/** Writes facts without any use case, and derives the customers' state as the product does. Somebody of `people` creates everything. */
export async function writeFacts(source: DataSource, facts: GivenFacts, creator: string): Promise<void> {
  await insert(
    source,
    `INSERT INTO customers (id, kind, name, sort_name, owner_id, team_id, tier_id, stage_id, stage_since, source, is_served, served_by, fields, known_since_on, created_at, created_by_id, archived_at, cadence_anchor_on)
     SELECT r.id, 'person', r.id, r.id, r.owner, r.team, (SELECT id FROM tiers WHERE key = r.tier), (SELECT id FROM stages WHERE key = 'new'), r.at, r.source, r."isServed", r."servedBy", r.fields, r.known, r.at, '${creator}', r.archived, r.known
     FROM jsonb_to_recordset($1) AS r(id uuid, owner uuid, team uuid, tier text, source text, "isServed" boolean, "servedBy" varchar, fields jsonb, known date, at timestamptz, archived timestamptz)`,
    facts.customers.map(({ knownOn, archivedOn, ...rest }) => ({ ...rest, known: knownOn, at: at(knownOn, 0), archived: archivedOn && at(archivedOn, 600) })),
  );
  await insert(
    source,
    `INSERT INTO stage_changes (id, customer_id, from_stage_id, to_stage_id, changed_at, changed_on, changed_by_id)
     SELECT r.id, r.customer, (SELECT id FROM stages WHERE key = r."from"), (SELECT id FROM stages WHERE key = r."to"), r.at, r.day, '${creator}'
     FROM jsonb_to_recordset($1) AS r(id uuid, customer uuid, "from" text, "to" text, at timestamptz, day date)`,
    facts.stages.map((stage) => ({ ...stage, id: newId(), at: at(stage.day, stage.minute) })),
  );
  await insert(
    source,
    `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, logged_at, channel_id, direction, disposition_id, validity, invalid_reason, is_effective, withdrawn_at)
     SELECT r.id, 'communication', r.customer, r.author, r.author, r.at, r.day, r.at, (SELECT id FROM channels WHERE key = r.channel), r.direction, (SELECT id FROM dispositions WHERE key = r.disposition),
       CASE WHEN r.invalid THEN 'invalid' ELSE 'unassessed' END, CASE WHEN r.invalid THEN 'test' END, r.effective, CASE WHEN r.withdrawn THEN r.at END
     FROM jsonb_to_recordset($1) AS r(id uuid, customer uuid, author uuid, at timestamptz, day date, channel text, direction text, disposition text, invalid boolean, effective boolean, withdrawn boolean)`,
    facts.contacts.map((contact) => ({ ...contact, at: at(contact.day, contact.minute), invalid: contact.isInvalid, effective: contact.isEffective, withdrawn: contact.isWithdrawn })),
  );
  await source.query(`
    UPDATE customers c SET converted_at = w.at FROM (SELECT s.customer_id, min(s.changed_at) AS at FROM stage_changes s JOIN stages g ON g.id = s.to_stage_id WHERE g.kind = 'won' GROUP BY 1) w WHERE w.customer_id = c.id`);
  await source.query(`
    UPDATE customers c SET stage_id = l.to_stage_id, is_open = l.kind = 'open' FROM (SELECT DISTINCT ON (customer_id) customer_id, to_stage_id, kind FROM stage_changes s JOIN stages g ON g.id = s.to_stage_id ORDER BY customer_id, changed_at DESC, s.id DESC) l WHERE l.customer_id = c.id`);
  await source.query('SELECT refresh_contact_state(array_agg(id)) FROM customers');
}

/** Takes every fact away. */
export const clearFacts = (source: DataSource): Promise<unknown> => source.query('TRUNCATE customers, follow_ups, stage_changes CASCADE');
