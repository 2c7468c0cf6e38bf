import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search rows know by which rules they were written; those there are were written by older ones, and a job writes them anew. */
export class NameReadings1795300000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A default that is changed afterwards: no row is touched while the product waits for its start.
    await runner.query('ALTER TABLE "customer_grams" ADD "rules" smallint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "customer_grams" ALTER COLUMN "rules" SET DEFAULT 1');
    await runner.query('CREATE INDEX "grams_to_renew" ON "customer_grams" ("customer_id") WHERE rules < 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "customer_grams" DROP COLUMN "rules"');
  }
}
