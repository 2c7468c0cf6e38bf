import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFERENCES = [['told_apart_customer_exists', 'customer_id', 'customers', 'CASCADE'], ['told_apart_other_exists', 'other_id', 'customers', 'CASCADE'], ['teller_apart_exists', 'told_by_id', 'people', 'NO ACTION']] as const;

/** Pairs of customers of which somebody said that they are not the same; and at which versions of its customers a merge was done, and by how much it moved them. */
export class ToldApart1795300000300 implements MigrationInterface {
  name = 'ToldApart1795300000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "customers_told_apart" ("customer_id" uuid NOT NULL, "other_id" uuid NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE NOT NULL, "told_by_id" uuid NOT NULL,
      CONSTRAINT "told_apart_once" CHECK (customer_id < other_id), CONSTRAINT "PK_customers_told_apart" PRIMARY KEY ("customer_id", "other_id"))`);
    await runner.query('CREATE INDEX "told_apart_from_another" ON "customers_told_apart" ("other_id")');
    for (const [name, column, table, onDelete] of REFERENCES)
      await runner.query(`ALTER TABLE "customers_told_apart" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${table}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE "customer_merges" ADD "version" integer NOT NULL DEFAULT 0, ADD "other_version" integer NOT NULL DEFAULT 0, ADD "steps" smallint NOT NULL DEFAULT 0, ADD "other_steps" smallint NOT NULL DEFAULT 0`);
    await runner.query('CREATE INDEX "merges_of_a_merged_customer" ON "customer_merges" ("other_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "merges_of_a_merged_customer"');
    await runner.query('ALTER TABLE "customer_merges" DROP COLUMN "other_steps", DROP COLUMN "steps", DROP COLUMN "other_version", DROP COLUMN "version"');
    await runner.query('DROP TABLE "customers_told_apart"');
  }
}
