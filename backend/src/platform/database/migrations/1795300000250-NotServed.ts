import type { MigrationInterface, QueryRunner } from 'typeorm';

const customerFacts = (more: string): string => `
CREATE OR REPLACE VIEW customer_facts AS
  SELECT c.id, c.name, c.sort_name, c.owner_id, c.team_id, c.tier_id, c.stage_id, c.is_open, c.source, c.industry, c.region, c.fields, c.known_since_on,
    c.first_contact_at, (c.first_contact_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS first_contact_on,
    c.converted_at, (c.converted_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS converted_on,
    (c.archived_at AT TIME ZONE (SELECT time_zone FROM organisation))::date AS archived_on${more}
  FROM customers c`;

/** Whether we serve a customer, and the competitor who does or did; reports break down by both. */
export class NotServed1795300000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "customers" ADD "is_served" boolean NOT NULL DEFAULT true, ADD "served_by" character varying(120)');
    await runner.query('CREATE INDEX "customers_not_served" ON "customers" ("owner_id", "id") WHERE NOT is_served');
    await runner.query(customerFacts(', c.is_served, c.served_by'));
  }

  async down(runner: QueryRunner): Promise<void> {
    // A view can not lose columns in place.
    await runner.query('DROP VIEW customer_facts');
    await runner.query(customerFacts(''));
    await runner.query('ALTER TABLE "customers" DROP COLUMN "is_served", DROP COLUMN "served_by"');
  }
}
