import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Touchpoints that come from plan items, with their windows, and how far each plan's expansion has come. */
export class PlanTouchpoints1795300000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "touchpoints" ADD "plan_item_id" uuid, ADD "occurrence" integer, ADD "window_from" date, ADD "window_until" date');
    await runner.query('ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoint_item_exists" FOREIGN KEY ("plan_item_id") REFERENCES "plan_items"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('CREATE UNIQUE INDEX "one_touchpoint_per_occurrence" ON "touchpoints" ("plan_item_id", "customer_id", "occurrence") WHERE plan_item_id IS NOT NULL');
    await runner.query(`CREATE INDEX "open_windows_of_plans" ON "touchpoints" ("window_until") WHERE state = 'scheduled' AND window_until IS NOT NULL`);
    await runner.query(`CREATE TABLE "plan_expansions" ("plan_id" uuid NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, "wanted" integer NOT NULL, "done" integer NOT NULL DEFAULT 0, "skipped" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "PK_plan_expansions" PRIMARY KEY ("plan_id"))`);
    await runner.query('ALTER TABLE "plan_expansions" ADD CONSTRAINT "expanded_plan_exists" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "plan_expansions"');
    await runner.query('DROP INDEX "open_windows_of_plans"');
    await runner.query('DROP INDEX "one_touchpoint_per_occurrence"');
    await runner.query('ALTER TABLE "touchpoints" DROP CONSTRAINT "touchpoint_item_exists"');
    await runner.query('ALTER TABLE "touchpoints" DROP COLUMN "plan_item_id", DROP COLUMN "occurrence", DROP COLUMN "window_from", DROP COLUMN "window_until"');
  }
}
