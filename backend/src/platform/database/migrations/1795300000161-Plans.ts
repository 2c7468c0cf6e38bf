import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contact plans with their items, steps, versions and audiences, and how many contacts a person makes on a day. */
export class Plans1795300000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "organisation" ADD "contacts_per_day" integer NOT NULL DEFAULT 8');
    await runner.query(`CREATE TABLE "plans" ("id" uuid NOT NULL, "name" character varying(160) NOT NULL, "from_on" date NOT NULL, "until_on" date NOT NULL, "objective" text NOT NULL DEFAULT '', "team_id" uuid, "responsible_id" uuid NOT NULL, "budget" numeric(16,2), "state" character varying(10) NOT NULL DEFAULT 'draft', "is_template" boolean NOT NULL DEFAULT false, "copied_from_id" uuid, "planner_id" uuid NOT NULL, "created_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT 1, CONSTRAINT "a_plan_has_a_state" CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'running', 'closed')), CONSTRAINT "a_plan_has_a_period" CHECK (from_on < until_on), CONSTRAINT "a_budget_is_not_negative" CHECK (budget >= 0), CONSTRAINT "PK_plans" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "plans_by_period" ON "plans" ("from_on", "until_on")');
    await runner.query(`CREATE TABLE "plan_items" ("id" uuid NOT NULL, "plan_id" uuid NOT NULL, "position" integer NOT NULL, "objective" character varying(300) NOT NULL, "starts_on" date, "ends_on" date, "recurrence" character varying(200), "window_days" integer NOT NULL DEFAULT 5, "place" character varying(200) NOT NULL DEFAULT '', "segment_id" uuid, "mode" character varying(8) NOT NULL DEFAULT 'routine', "contact_kind" character varying(20), "channel_id" uuid, "method" character varying(300) NOT NULL DEFAULT '', "content" text NOT NULL DEFAULT '', "talking_points" text NOT NULL DEFAULT '', "responsible_team_id" uuid, "responsible_id" uuid, "target_count" integer, CONSTRAINT "an_item_is_routine_or_ad_hoc" CHECK (mode IN ('routine', 'ad_hoc')), CONSTRAINT "an_item_has_a_contact_kind" CHECK (contact_kind IN ('advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random')), CONSTRAINT "a_window_is_not_negative" CHECK (window_days >= 0), CONSTRAINT "PK_plan_items" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "items_of_a_plan" ON "plan_items" ("plan_id", "position")');
    await runner.query(`CREATE TABLE "plan_steps" ("id" uuid NOT NULL, "plan_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "from_state" character varying(10) NOT NULL, "to_state" character varying(10) NOT NULL, "comment" text NOT NULL DEFAULT '', CONSTRAINT "PK_plan_steps" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "steps_of_a_plan" ON "plan_steps" ("plan_id", "at")');
    await runner.query('CREATE TABLE "plan_versions" ("plan_id" uuid NOT NULL, "number" integer NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL, "taken_by_id" uuid NOT NULL, "snapshot" jsonb NOT NULL, CONSTRAINT "PK_plan_versions" PRIMARY KEY ("plan_id", "number"))');
    await runner.query(`CREATE TABLE "plan_audience" ("plan_item_id" uuid NOT NULL, "customer_id" uuid NOT NULL, "how" character varying(8) NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "added_by_id" uuid NOT NULL, "left_at" TIMESTAMP WITH TIME ZONE, "left_by_id" uuid, CONSTRAINT "an_audience_member_came_somehow" CHECK (how IN ('frozen', 'by_hand', 'by_rule')), CONSTRAINT "PK_plan_audience" PRIMARY KEY ("plan_item_id", "customer_id"))`);
    await runner.query('CREATE INDEX "audiences_of_a_customer" ON "plan_audience" ("customer_id")');
    const key = (table: string, name: string, column: string, to: string, onDelete = 'NO ACTION'): Promise<unknown> =>
      runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`);
    await key('plans', 'plan_team_exists', 'team_id', 'teams');
    await key('plans', 'plan_responsible_exists', 'responsible_id', 'people');
    await key('plans', 'copied_plan_exists', 'copied_from_id', 'plans');
    await key('plans', 'planner_exists', 'planner_id', 'people');
    await key('plans', 'plan_creator_exists', 'created_by_id', 'people');
    await key('plan_items', 'item_plan_exists', 'plan_id', 'plans');
    await key('plan_items', 'item_audience_exists', 'segment_id', 'segments');
    await key('plan_items', 'item_channel_exists', 'channel_id', 'channels');
    await key('plan_items', 'item_team_exists', 'responsible_team_id', 'teams');
    await key('plan_items', 'item_responsible_exists', 'responsible_id', 'people');
    await key('plan_steps', 'step_plan_exists', 'plan_id', 'plans');
    await key('plan_steps', 'step_person_exists', 'person_id', 'people');
    await key('plan_versions', 'versioned_plan_exists', 'plan_id', 'plans');
    await key('plan_versions', 'version_person_exists', 'taken_by_id', 'people');
    await key('plan_audience', 'audience_item_exists', 'plan_item_id', 'plan_items', 'CASCADE');
    await key('plan_audience', 'audience_customer_exists', 'customer_id', 'customers');
    await key('plan_audience', 'audience_adder_exists', 'added_by_id', 'people');
    await key('plan_audience', 'audience_remover_exists', 'left_by_id', 'people');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['plan_audience', 'plan_versions', 'plan_steps', 'plan_items', 'plans']) await runner.query(`DROP TABLE "${table}"`);
    await runner.query('ALTER TABLE "organisation" DROP COLUMN "contacts_per_day"');
  }
}
