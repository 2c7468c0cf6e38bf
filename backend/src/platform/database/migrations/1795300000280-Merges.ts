import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merges of two records of one customer, and reports that count such a customer once. */
export class Merges1795300000280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "customers" ADD "merged_into_id" uuid');
    await runner.query('ALTER TABLE "customers" ADD CONSTRAINT "merged_into_exists" FOREIGN KEY ("merged_into_id") REFERENCES "customers"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query(`CREATE TABLE "customer_merges" ("id" uuid NOT NULL, "customer_id" uuid NOT NULL, "other_id" uuid NOT NULL, "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL, "merged_by_id" uuid NOT NULL,
      "taken" character varying(60) array NOT NULL DEFAULT '{}', "journal" jsonb NOT NULL, "shown" jsonb NOT NULL, "undone_at" TIMESTAMP WITH TIME ZONE, "undone_by_id" uuid, CONSTRAINT "PK_customer_merges" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "merges_of_a_customer" ON "customer_merges" ("customer_id", "merged_at")');
    await runner.query('CREATE UNIQUE INDEX "one_merge_per_merged_customer" ON "customer_merges" ("other_id") WHERE undone_at IS NULL');
    for (const [name, column, table] of [['merge_customer_exists', 'customer_id', 'customers'], ['merged_customer_exists', 'other_id', 'customers'], ['merger_exists', 'merged_by_id', 'people'], ['merge_undoer_exists', 'undone_by_id', 'people']])
      await runner.query(`ALTER TABLE "customer_merges" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${table}"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    // What was merged into another customer is that customer.
    const [view] = (await runner.query(`SELECT pg_get_viewdef('customer_facts'::regclass) AS text`)) as { text: string }[];
    await runner.query(`CREATE OR REPLACE VIEW customer_facts AS ${view?.text.replace(/;\s*$/, '') ?? ''} WHERE c.merged_into_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [view] = (await runner.query(`SELECT pg_get_viewdef('customer_facts'::regclass) AS text`)) as { text: string }[];
    await runner.query(`CREATE OR REPLACE VIEW customer_facts AS ${view?.text.replace(/\s+WHERE \(?c?\.?merged_into_id IS NULL\)?;\s*$/, '') ?? ''}`);
    await runner.query('DROP TABLE "customer_merges"');
    await runner.query('ALTER TABLE "customers" DROP COLUMN "merged_into_id"');
  }
}
