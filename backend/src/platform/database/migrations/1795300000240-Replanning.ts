import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items that a running plan has lost, due days under numbers that stay, audiences that follow their segment, and changes that wait for a decision. */
export class Replanning1795300000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "plan_items" ADD "takes_joiners" boolean NOT NULL DEFAULT false, ADD "drops_leavers" boolean NOT NULL DEFAULT false, ADD "removed_at" TIMESTAMP WITH TIME ZONE');
    await runner.query('CREATE TABLE "plan_occurrences" ("plan_item_id" uuid NOT NULL, "number" integer NOT NULL, "due_on" date NOT NULL, "window_from" date NOT NULL, "window_until" date NOT NULL, "is_dropped" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_plan_occurrences" PRIMARY KEY ("plan_item_id", "number"))');
    await runner.query('ALTER TABLE "plan_occurrences" ADD CONSTRAINT "occurrence_item_exists" FOREIGN KEY ("plan_item_id") REFERENCES "plan_items"("id") ON DELETE CASCADE ON UPDATE NO ACTION');
    await runner.query('CREATE TABLE "plan_proposals" ("approval_id" uuid NOT NULL, "plan_id" uuid NOT NULL, "change" jsonb NOT NULL, CONSTRAINT "PK_plan_proposals" PRIMARY KEY ("approval_id"))');
    await runner.query('ALTER TABLE "plan_proposals" ADD CONSTRAINT "proposal_approval_exists" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "plan_proposals" ADD CONSTRAINT "proposed_plan_exists" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "approvals" DROP CONSTRAINT "an_approval_has_a_subject"');
    await runner.query(`ALTER TABLE "approvals" ADD CONSTRAINT "an_approval_has_a_subject" CHECK (subject IN ('plan', 'budget', 'change', 'incentive', 'request'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "plan_proposals"');
    await runner.query('ALTER TABLE "approvals" DROP CONSTRAINT "an_approval_has_a_subject"');
    await runner.query(`ALTER TABLE "approvals" ADD CONSTRAINT "an_approval_has_a_subject" CHECK (subject IN ('plan', 'budget', 'incentive', 'request'))`);
    await runner.query('DROP TABLE "plan_occurrences"');
    await runner.query('ALTER TABLE "plan_items" DROP COLUMN "takes_joiners", DROP COLUMN "drops_leavers", DROP COLUMN "removed_at"');
  }
}
