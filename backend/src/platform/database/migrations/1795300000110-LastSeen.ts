import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person last used the product, which outlives the session. */
export class LastSeen1795300000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ADD last_seen_at TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN last_seen_at');
  }
}
