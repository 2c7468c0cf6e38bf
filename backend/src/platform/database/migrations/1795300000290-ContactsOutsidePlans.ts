import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few open contacts that no plan has made, by day: a plan's feasibility counts them without reading those of plans, which are many. */
export class ContactsOutsidePlans1795300000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "open_touchpoints_outside_plans" ON "touchpoints" ("due_on") INCLUDE ("owner_id", "customer_id") WHERE state = 'scheduled' AND plan_item_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "open_touchpoints_outside_plans"');
  }
}
