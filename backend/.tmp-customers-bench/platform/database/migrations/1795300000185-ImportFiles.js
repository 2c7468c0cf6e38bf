/** Uploaded files in pieces, what stands in their columns, and why rows were not taken over. */
export class ImportFiles1795300000185 {
    constructor() {
        this.name = 'ImportFiles1795300000185';
    }
    async up(runner) {
        await runner.query(`ALTER TABLE "imports" ADD "columns" jsonb NOT NULL DEFAULT '[]'`);
        await runner.query(`ALTER TABLE "imports" ADD "samples" jsonb NOT NULL DEFAULT '{}'`);
        await runner.query(`ALTER TABLE "imports" ADD CONSTRAINT "an_import_has_a_state" CHECK (state IN ('uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed'))`);
        await runner.query(`CREATE TABLE "import_pieces" ("import_id" uuid NOT NULL, "position" integer NOT NULL, "content" bytea NOT NULL, CONSTRAINT "PK_import_pieces" PRIMARY KEY ("import_id", "position"))`);
        await runner.query(`CREATE TABLE "import_issues" ("import_id" uuid NOT NULL, "line" integer NOT NULL, "position" smallint NOT NULL, "fate" character varying(10) NOT NULL, "column_name" character varying(200) NOT NULL, "code" character varying(60) NOT NULL, "params" jsonb NOT NULL DEFAULT '{}', "value" character varying(200) NOT NULL, CONSTRAINT "an_issue_is_an_error_or_a_duplicate" CHECK (fate IN ('error', 'duplicate')), CONSTRAINT "PK_import_issues" PRIMARY KEY ("import_id", "line", "position"))`);
        await runner.query(`ALTER TABLE "import_pieces" ADD CONSTRAINT "piece_import_exists" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await runner.query(`ALTER TABLE "import_issues" ADD CONSTRAINT "issue_import_exists" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }
    async down(runner) {
        await runner.query('DROP TABLE "import_issues"');
        await runner.query('DROP TABLE "import_pieces"');
        await runner.query('ALTER TABLE "imports" DROP CONSTRAINT "an_import_has_a_state"');
        await runner.query('ALTER TABLE "imports" DROP COLUMN "samples"');
        await runner.query('ALTER TABLE "imports" DROP COLUMN "columns"');
    }
}
