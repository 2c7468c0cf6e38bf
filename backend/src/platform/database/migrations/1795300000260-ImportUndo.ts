import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = "'uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed'";
const constraint = (states: string): string => `ALTER TABLE "imports" ADD CONSTRAINT "an_import_has_a_state" CHECK (state IN (${states}))`;
const FOREIGN_KEY = 'FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE NO ACTION';

/** Spreadsheets beside CSV, and what an import changed, so that it can be taken back. */
export class ImportUndo1795300000260 implements MigrationInterface {
  name = 'ImportUndo1795300000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "imports" ADD "format" character varying(4) NOT NULL DEFAULT 'csv', ADD "sheets" jsonb NOT NULL DEFAULT '[]', ADD "sheet" character varying(200), ADD "undo" jsonb`);
    await runner.query('ALTER TABLE "imports" DROP CONSTRAINT "an_import_has_a_state"');
    await runner.query(constraint(`${STATES}, 'undoing', 'undone'`));
    await runner.query(`CREATE TABLE "import_changes" ("import_id" uuid NOT NULL, "subject_id" uuid NOT NULL, "before" jsonb NOT NULL, "after" jsonb NOT NULL DEFAULT '{}', "added" jsonb NOT NULL DEFAULT '{}', "subject_version" integer NOT NULL, "steps" smallint NOT NULL DEFAULT 1, "undone_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_import_changes" PRIMARY KEY ("import_id", "subject_id"))`);
    await runner.query('CREATE INDEX "import_changes_of_a_record" ON "import_changes" ("subject_id")');
    await runner.query(`ALTER TABLE "import_changes" ADD CONSTRAINT "changing_import_exists" ${FOREIGN_KEY}`);
    await runner.query('CREATE INDEX "customers_of_an_import" ON "customers" ("import_id", "id") WHERE import_id IS NOT NULL');
    await runner.query('CREATE INDEX "follow_ups_of_an_import" ON "follow_ups" ("import_id", "id") WHERE import_id IS NOT NULL');
    // Removing a contact person asks who refers to it.
    await runner.query('CREATE INDEX "follow_ups_with_a_contact_person" ON "follow_ups" ("contact_person_id") WHERE contact_person_id IS NOT NULL');
    await runner.query('CREATE INDEX "contact_points_of_a_person" ON "contact_points" ("contact_person_id") WHERE contact_person_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['contact_points_of_a_person', 'follow_ups_with_a_contact_person', 'follow_ups_of_an_import', 'customers_of_an_import']) await runner.query(`DROP INDEX "${index}"`);
    await runner.query('DROP TABLE "import_changes"');
    await runner.query('ALTER TABLE "imports" DROP CONSTRAINT "an_import_has_a_state"');
    await runner.query(`UPDATE "imports" SET state = 'done' WHERE state IN ('undoing', 'undone')`);
    await runner.query(constraint(STATES));
    await runner.query('ALTER TABLE "imports" DROP COLUMN "undo", DROP COLUMN "sheet", DROP COLUMN "sheets", DROP COLUMN "format"');
  }
}
