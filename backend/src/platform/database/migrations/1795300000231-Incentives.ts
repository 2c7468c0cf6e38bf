import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers get for taking part: the catalogue, grants, redemptions, and the incentive of a plan item. */
export class Incentives1795300000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "incentives" ("id" uuid NOT NULL, "name" character varying(120) NOT NULL, "kind" character varying(8) NOT NULL, "unit_cost" numeric(16,2) NOT NULL, "stock" integer, "given" integer NOT NULL DEFAULT 0, "valid_from" date NOT NULL, "valid_until" date, "approval_above" numeric(16,2), "archived_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "created_by_id" uuid NOT NULL, "version" integer NOT NULL DEFAULT 1, CONSTRAINT "an_incentive_has_a_kind" CHECK (kind IN ('gift', 'coupon', 'other')), CONSTRAINT "a_cost_is_not_negative" CHECK (unit_cost >= 0 AND approval_above >= 0), CONSTRAINT "no_more_is_given_than_there_is" CHECK (given >= 0 AND given <= stock), CONSTRAINT "an_incentive_has_a_period" CHECK (valid_from < valid_until), CONSTRAINT "PK_incentives" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE TABLE "incentive_grants" ("id" uuid NOT NULL, "incentive_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "plan_item_id" uuid, "follow_up_id" uuid, "quantity" integer NOT NULL, "unit_cost" numeric(16,2) NOT NULL, "state" character varying(9) NOT NULL, "redeemed" integer NOT NULL DEFAULT 0, "note" character varying(300) NOT NULL DEFAULT '', "granted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "granted_by_id" uuid NOT NULL, CONSTRAINT "a_grant_has_a_state" CHECK (state IN ('waiting', 'granted', 'returned', 'withdrawn')), CONSTRAINT "no_more_is_redeemed_than_granted" CHECK (quantity > 0 AND redeemed BETWEEN 0 AND quantity), CONSTRAINT "PK_incentive_grants" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "grants_of_a_customer" ON "incentive_grants" ("customer_id", "granted_at", "id")');
    await runner.query('CREATE INDEX "grants_of_an_incentive" ON "incentive_grants" ("incentive_id")');
    await runner.query('CREATE INDEX "grants_of_a_plan_item" ON "incentive_grants" ("plan_item_id") WHERE plan_item_id IS NOT NULL');
    await runner.query(`CREATE TABLE "incentive_redemptions" ("id" uuid NOT NULL, "grant_id" uuid NOT NULL, "quantity" integer NOT NULL, "redeemed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "redeemed_by_id" uuid NOT NULL, CONSTRAINT "a_redemption_is_of_something" CHECK (quantity > 0), CONSTRAINT "PK_incentive_redemptions" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "redemptions_of_a_grant" ON "incentive_redemptions" ("grant_id", "redeemed_at")');
    await runner.query('ALTER TABLE "plan_items" ADD "incentive_id" uuid');
    const key = (table: string, name: string, column: string, to: string): Promise<unknown> =>
      runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await key('incentives', 'incentive_author_exists', 'created_by_id', 'people');
    await key('incentive_grants', 'granted_incentive_exists', 'incentive_id', 'incentives');
    await key('incentive_grants', 'granted_customer_exists', 'customer_id', 'customers');
    await key('incentive_grants', 'granted_item_exists', 'plan_item_id', 'plan_items');
    await key('incentive_grants', 'granted_follow_up_exists', 'follow_up_id', 'follow_ups');
    await key('incentive_grants', 'granter_exists', 'granted_by_id', 'people');
    await key('incentive_redemptions', 'redeemed_grant_exists', 'grant_id', 'incentive_grants');
    await key('incentive_redemptions', 'redeemer_exists', 'redeemed_by_id', 'people');
    await key('plan_items', 'item_incentive_exists', 'incentive_id', 'incentives');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "plan_items" DROP COLUMN "incentive_id"');
    for (const table of ['incentive_redemptions', 'incentive_grants', 'incentives']) await runner.query(`DROP TABLE "${table}"`);
  }
}
