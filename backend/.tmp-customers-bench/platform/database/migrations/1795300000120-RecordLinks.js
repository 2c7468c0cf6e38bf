/** The touchpoint that a communication ended with, the place of an event, and instants as text for answers that PostgreSQL writes. */
export class RecordLinks1795300000120 {
    async up(runner) {
        await runner.query('ALTER TABLE "follow_ups" ADD "next_touchpoint_id" uuid');
        await runner.query('ALTER TABLE "follow_ups" ADD "place" character varying(200)');
        await runner.query(`ALTER TABLE "follow_ups" ADD CONSTRAINT "next_touchpoint_exists" FOREIGN KEY ("next_touchpoint_id") REFERENCES "touchpoints"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        // Deleting a touchpoint (an undo) must not read all records to see that none points to it.
        await runner.query('CREATE INDEX "follow_ups_by_next_touchpoint" ON "follow_ups" ("next_touchpoint_id") WHERE next_touchpoint_id IS NOT NULL');
        // Counting who has nothing scheduled, and reading the first of them in their order, is then done in the index alone.
        await runner.query('DROP INDEX "customers_with_nothing_scheduled"');
        await runner.query(`CREATE INDEX "customers_with_nothing_scheduled" ON "customers" ("owner_id", "tier_id", "cadence_anchor_on", "id", "next_step", "respond_by") WHERE next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL`);
        await runner.query(`CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    }
    async down(runner) {
        await runner.query('DROP FUNCTION iso(timestamptz)');
        await runner.query('DROP INDEX "customers_with_nothing_scheduled"');
        await runner.query(`CREATE INDEX "customers_with_nothing_scheduled" ON "customers" ("owner_id", "tier_id", "cadence_anchor_on") WHERE next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL`);
        await runner.query('ALTER TABLE "follow_ups" DROP COLUMN "place"');
        await runner.query('ALTER TABLE "follow_ups" DROP COLUMN "next_touchpoint_id"');
    }
}
