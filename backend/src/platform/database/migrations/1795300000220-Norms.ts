import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Norms with their versions, plan items that name one, and how far communications followed theirs. */
export class Norms1795300000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE "norms" ("id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "created_by_id" uuid NOT NULL, "version" integer NOT NULL DEFAULT 1, CONSTRAINT "PK_norms" PRIMARY KEY ("id"))');
    await runner.query(`CREATE TABLE "norm_versions" ("id" uuid NOT NULL, "norm_id" uuid NOT NULL, "number" integer NOT NULL, "name" character varying(120) NOT NULL, "contact_kind" character varying(20), "channel_id" uuid, "checklist" jsonb NOT NULL DEFAULT '[]', "script" text NOT NULL DEFAULT '', "dos" jsonb NOT NULL DEFAULT '[]', "donts" jsonb NOT NULL DEFAULT '[]', "response_minutes" integer, "is_response_in_working_time" boolean NOT NULL DEFAULT true, "from_at" TIMESTAMP WITH TIME ZONE NOT NULL, "until_at" TIMESTAMP WITH TIME ZONE, "made_by_id" uuid NOT NULL, CONSTRAINT "a_norm_has_a_contact_kind" CHECK (contact_kind IN ('advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random')), CONSTRAINT "a_norm_is_for_a_channel_or_a_kind" CHECK (channel_id IS NULL OR contact_kind IS NULL), CONSTRAINT "PK_norm_versions" PRIMARY KEY ("id"))`);
    await runner.query('CREATE UNIQUE INDEX "one_norm_version_per_number" ON "norm_versions" ("norm_id", "number")');
    await runner.query('CREATE UNIQUE INDEX "one_version_of_a_norm_in_force" ON "norm_versions" ("norm_id") WHERE until_at IS NULL');
    await runner.query('CREATE UNIQUE INDEX "one_norm_per_channel" ON "norm_versions" ("channel_id") WHERE until_at IS NULL');
    await runner.query('CREATE UNIQUE INDEX "one_norm_per_contact_kind" ON "norm_versions" ("contact_kind") WHERE until_at IS NULL');
    await runner.query('CREATE TABLE "norm_answers" ("follow_up_id" uuid NOT NULL, "norm_version_id" uuid NOT NULL, "ticked" jsonb NOT NULL, "required" smallint NOT NULL, "ticked_required" smallint NOT NULL, CONSTRAINT "not_more_points_ticked_than_required" CHECK (ticked_required BETWEEN 0 AND required), CONSTRAINT "PK_norm_answers" PRIMARY KEY ("follow_up_id"))');
    await runner.query('ALTER TABLE "plan_items" ADD "norm_id" uuid');
    await runner.query('CREATE INDEX "items_with_a_norm" ON "plan_items" ("norm_id") WHERE norm_id IS NOT NULL');
    const key = (table: string, name: string, column: string, to: string, onDelete = 'NO ACTION'): Promise<unknown> =>
      runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`);
    await key('norms', 'norm_creator_exists', 'created_by_id', 'people');
    await key('norm_versions', 'versioned_norm_exists', 'norm_id', 'norms');
    await key('norm_versions', 'norm_channel_exists', 'channel_id', 'channels');
    await key('norm_versions', 'norm_version_author_exists', 'made_by_id', 'people');
    await key('norm_answers', 'answered_follow_up_exists', 'follow_up_id', 'follow_ups', 'CASCADE');
    await key('norm_answers', 'answered_norm_version_exists', 'norm_version_id', 'norm_versions');
    await key('plan_items', 'item_norm_exists', 'norm_id', 'norms');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "plan_items" DROP COLUMN "norm_id"');
    for (const table of ['norm_answers', 'norm_versions', 'norms']) await runner.query(`DROP TABLE "${table}"`);
  }
}
