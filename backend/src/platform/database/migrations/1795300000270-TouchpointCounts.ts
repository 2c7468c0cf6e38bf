import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a count of touchpoints by person and day reads stands in the index: a heat map of a year's plan reads a hundredth of the pages. */
export class TouchpointCounts1795300000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "touchpoints_of_an_owner_by_day"');
    await runner.query('CREATE INDEX "touchpoints_of_an_owner_by_day" ON "touchpoints" ("owner_id", "due_on") INCLUDE ("state", "plan_item_id", "customer_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "touchpoints_of_an_owner_by_day"');
    await runner.query('CREATE INDEX "touchpoints_of_an_owner_by_day" ON "touchpoints" ("owner_id", "due_on")');
  }
}
