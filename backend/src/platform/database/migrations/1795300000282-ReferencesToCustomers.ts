import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = [['customers_merged_into_another', 'customers', 'merged_into_id'], ['approvals_about_a_customer', 'approvals', 'customer_id'], ['grants_of_a_follow_up', 'incentive_grants', 'follow_up_id']] as const;

/** Whoever refers to a customer or a communication is found at once, when the undo of an import removes thousands of them. */
export class ReferencesToCustomers1795300000282 implements MigrationInterface {
  name = 'ReferencesToCustomers1795300000282';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, table, column] of INDEXES) await runner.query(`CREATE INDEX "${name}" ON "${table}" ("${column}") WHERE ${column} IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.query(`DROP INDEX "${name}"`);
  }
}
