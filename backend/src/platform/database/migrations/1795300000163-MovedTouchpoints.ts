import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which touchpoints followed a customer to a new owner, so that exactly they come back when the change is taken back. */
export class MovedTouchpoints1795300000163 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE owner_changes ADD moved_touchpoint_ids uuid array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE owner_changes DROP COLUMN moved_touchpoint_ids');
  }
}
