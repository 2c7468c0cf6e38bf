import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names sort alike on every server, and lists are read in the order of the last and the next contact. */
export class CustomerLists1795300000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customers ALTER COLUMN sort_name TYPE varchar(400) COLLATE "C"');
    await runner.query('CREATE INDEX customers_of_an_owner_by_last_contact ON customers (owner_id, last_contact_at, id)');
    await runner.query('CREATE INDEX customers_by_next_contact ON customers (next_touchpoint_on, id) WHERE next_touchpoint_on IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX customers_by_next_contact');
    await runner.query('DROP INDEX customers_of_an_owner_by_last_contact');
    await runner.query('ALTER TABLE customers ALTER COLUMN sort_name TYPE varchar(400)');
  }
}
