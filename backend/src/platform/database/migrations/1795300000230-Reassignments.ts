import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reschedulings of chosen touchpoints of any number of people. */
export class Reassignments1795300000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "reschedulings" ALTER COLUMN "person_id" DROP NOT NULL');
    await runner.query('ALTER TABLE "reschedulings" DROP CONSTRAINT "a_rescheduling_has_a_way"');
    await runner.query(`ALTER TABLE "reschedulings" ADD CONSTRAINT "a_rescheduling_has_a_way" CHECK (way IN ('delegate', 'shift', 'release', 'assign', 'rebalance'))`);
    await runner.query(`ALTER TABLE "reschedulings" ADD CONSTRAINT "a_rescheduling_is_of_a_person_or_a_reassignment" CHECK ((person_id IS NULL) = (way IN ('assign', 'rebalance')))`);
    await runner.query('CREATE INDEX "reassignments_by_whom" ON "reschedulings" ("done_by_id", "done_at") WHERE person_id IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "reassignments_by_whom"');
    await runner.query('ALTER TABLE "reschedulings" DROP CONSTRAINT "a_rescheduling_is_of_a_person_or_a_reassignment"');
    await runner.query('ALTER TABLE "reschedulings" DROP CONSTRAINT "a_rescheduling_has_a_way"');
    await runner.query(`ALTER TABLE "reschedulings" ADD CONSTRAINT "a_rescheduling_has_a_way" CHECK (way IN ('delegate', 'shift', 'release'))`);
    await runner.query('ALTER TABLE "reschedulings" ALTER COLUMN "person_id" SET NOT NULL');
  }
}
