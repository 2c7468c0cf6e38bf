import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few archived customers, found without reading the others: what they have open is left out of calendars and counts. */
export class ArchivedCustomers1795300000255 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "archived_customers" ON "customers" ("id") WHERE archived_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "archived_customers"');
  }
}
