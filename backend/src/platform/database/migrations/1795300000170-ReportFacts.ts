import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reports read: facts and labels, published as views, so that no report knows the tables of a feature. */
export class ReportFacts1795300000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX);
    for (const view of VIEWS) await runner.query(view);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['report_fields', 'report_labels', 'report_calendar', 'stage_facts', 'customer_facts', 'contact_facts']) await runner.query(`DROP VIEW ${name}`);
    await runner.query('DROP INDEX communications_for_reports');
  }
}

// All that a count of communications reads, about a fifth of the table: scanned alone it halves the time of a report over everything, and in
// this order it also follows each customer's contacts in time.
const INDEX = `
CREATE INDEX communications_for_reports ON follow_ups (customer_id, occurred_at)
  INCLUDE (occurred_on, author_id, channel_id, disposition_id, direction, validity, is_effective)
  WHERE kind = 'communication' AND withdrawn_at IS NULL`;

// A plain join of one row per communication: what a question does not ask for costs it nothing, because PostgreSQL drops the joins.
const CONTACTS = `
CREATE VIEW contact_facts AS
  SELECT f.id, f.customer_id, f.author_id, p.team_id AS author_team_id, f.occurred_at, f.occurred_on, f.channel_id, h.contact_kind,
    f.direction, d.kind AS disposition_kind, f.validity, f.is_effective, f.subject
  FROM follow_ups f
  LEFT JOIN dispositions d ON d.id = f.disposition_id
  LEFT JOIN channels h ON h.id = f.channel_id
  LEFT JOIN people p ON p.id = f.author_id
  WHERE f.kind = 'communication' AND f.withdrawn_at IS NULL`;

const CUSTOMERS = `
CREATE VIEW customer_facts AS
  SELECT c.id, c.name, c.sort_name, c.owner_id, c.team_id, c.tier_id, c.stage_id, c.is_open, c.source, c.industry, c.region, c.fields, c.known_since_on,
    c.first_contact_at, (c.first_contact_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS first_contact_on,
    c.converted_at, (c.converted_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS converted_on,
    (c.archived_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS archived_on
  FROM customers c`;

// What a change of stage does to the number of open customers: +1, 0 or -1. Before its first recorded stage a customer was open.
const STAGES = `
CREATE VIEW stage_facts AS
  SELECT s.customer_id, s.changed_at, s.changed_on, (t.kind = 'open')::int - (coalesce(f.kind, 'open') = 'open')::int AS open_change
  FROM stage_changes s JOIN stages t ON t.id = s.to_stage_id LEFT JOIN stages f ON f.id = s.from_stage_id`;

const LABELS = `
CREATE VIEW report_labels AS
  SELECT 'person' AS kind, id::text AS key, name AS label, NULL::jsonb AS names, 0 AS position FROM people
  UNION ALL SELECT 'team', id::text, name, NULL, 0 FROM teams
  UNION ALL SELECT 'channel', id::text, NULL, names, position FROM channels
  UNION ALL SELECT 'tier', id::text, NULL, names, position FROM tiers
  UNION ALL SELECT 'stage', id::text, NULL, names, position FROM stages`;

const VIEWS = [
  CONTACTS, CUSTOMERS, STAGES, LABELS,
  `CREATE VIEW report_calendar AS SELECT time_zone, week_starts_on FROM organisation`,
  `CREATE VIEW report_fields AS SELECT key, names, kind, choices, position, archived_at IS NOT NULL AS is_archived FROM custom_fields`,
];
