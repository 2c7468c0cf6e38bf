import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of the customers: filters, lists and samples. */
export class Segments1795300000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "segments" ("id" uuid NOT NULL, "name" character varying(120) NOT NULL, "kind" character varying(6) NOT NULL, "sharing" character varying(8) NOT NULL DEFAULT 'nobody', "owner_id" uuid NOT NULL, "filter" jsonb NOT NULL DEFAULT '{}', "sort" character varying(20), "sampled_from_id" uuid, "seed" character varying(40), "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT 1, CONSTRAINT "a_segment_has_a_kind" CHECK (kind IN ('filter', 'list', 'sample')), CONSTRAINT "a_segment_is_shared_with_somebody" CHECK (sharing IN ('nobody', 'team', 'everyone')), CONSTRAINT "PK_segments" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "segments_of_an_owner" ON "segments" ("owner_id")');
    await runner.query('CREATE TABLE "segment_customers" ("segment_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_segment_customers" PRIMARY KEY ("segment_id", "customer_id"))');
    await runner.query('CREATE INDEX "segments_of_a_customer" ON "segment_customers" ("customer_id")');
    await runner.query('CREATE TABLE "default_views" ("person_id" uuid NOT NULL, "segment_id" uuid NOT NULL, CONSTRAINT "PK_default_views" PRIMARY KEY ("person_id"))');
    await runner.query('ALTER TABLE "segments" ADD CONSTRAINT "segment_owner_exists" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "segments" ADD CONSTRAINT "sampled_segment_exists" FOREIGN KEY ("sampled_from_id") REFERENCES "segments"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "segment_customers" ADD CONSTRAINT "listed_segment_exists" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE CASCADE ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "segment_customers" ADD CONSTRAINT "listed_customer_exists" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "default_views" ADD CONSTRAINT "default_view_person_exists" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "default_views" ADD CONSTRAINT "default_view_segment_exists" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE CASCADE ON UPDATE NO ACTION');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "default_views"');
    await runner.query('DROP TABLE "segment_customers"');
    await runner.query('DROP TABLE "segments"');
  }
}
