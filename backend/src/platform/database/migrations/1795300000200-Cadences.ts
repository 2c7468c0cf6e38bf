import type { MigrationInterface, QueryRunner } from 'typeorm';

const TERMS = `"unit" character varying(13) NOT NULL DEFAULT 'working_days', "anchor" character varying(7) NOT NULL DEFAULT 'sliding', "anchor_on" date, "channel_ids" uuid array NOT NULL DEFAULT '{}', "hours_from" character(5), "hours_until" character(5), "stop_after_attempts" integer, "stop_on" date, "stops_when_converted" boolean NOT NULL DEFAULT false`;
const TERM_NAMES = 'unit, anchor, anchor_on, channel_ids, hours_from, hours_until, stop_after_attempts, stop_on, stops_when_converted';
const FIXED = `anchor IN ('sliding', 'fixed') AND (anchor = 'fixed') = (anchor_on IS NOT NULL)`;
const UNIT = `unit IN ('working_days', 'calendar_days', 'months')`;

/** Cadences of tiers, segments and customers; which one counts for a customer, pauses and stops. */
export class Cadences1795300000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "cadences" ("id" uuid NOT NULL, "name" character varying(120) NOT NULL DEFAULT '', "target" character varying(8) NOT NULL, "segment_id" uuid, "author_id" uuid NOT NULL, "ideal" integer NOT NULL, "maximum" integer NOT NULL, "position" integer NOT NULL DEFAULT 0, "archived_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT 1, ${TERMS}, CONSTRAINT "a_cadence_is_for_a_segment_or_a_customer" CHECK ((target = 'segment') = (segment_id IS NOT NULL) AND target IN ('segment', 'customer')), CONSTRAINT "a_cadence_waits_at_least_one" CHECK (ideal >= 1 AND maximum >= ideal), CONSTRAINT "a_fixed_cadence_has_a_first_slot" CHECK (${FIXED}), CONSTRAINT "a_cadence_has_a_unit" CHECK (${UNIT}), CONSTRAINT "PK_cadences" PRIMARY KEY ("id"))`);
    await runner.query('CREATE UNIQUE INDEX "one_cadence_per_segment" ON "cadences" ("segment_id") WHERE archived_at IS NULL');
    await runner.query('ALTER TABLE "cadences" ADD CONSTRAINT "cadence_segment_exists" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE "cadences" ADD CONSTRAINT "cadence_author_exists" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query(`ALTER TABLE "tiers" ADD ${TERMS.replaceAll(', "', ', ADD "')}, ADD CONSTRAINT "a_fixed_tier_has_a_first_slot" CHECK (${FIXED}), ADD CONSTRAINT "a_tier_has_a_unit" CHECK (${UNIT})`);
    await runner.query(
      `ALTER TABLE "customers" ADD "cadence_id" uuid, ADD "cadence_paused_until" date, ADD "cadence_pause_reason" character varying(300), ADD "segment_cadence_id" uuid,
        ADD "cadence_stopped_at" TIMESTAMP WITH TIME ZONE, ADD "cadence_stop_reason" character varying(9), ADD "pace_id" uuid`,
    );
    // A contact that is logged changes none of the three, so it does not pay for this.
    await runner.query(`CREATE FUNCTION pace_of_a_customer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.pace_id := coalesce(NEW.cadence_id, NEW.segment_cadence_id, NEW.tier_id); RETURN NEW; END $$`);
    await runner.query('CREATE TRIGGER pace_of_a_customer BEFORE INSERT OR UPDATE OF cadence_id, segment_cadence_id, tier_id ON customers FOR EACH ROW EXECUTE FUNCTION pace_of_a_customer()');
    await runner.query('UPDATE customers SET pace_id = tier_id');
    await runner.query('ALTER TABLE "customers" ALTER COLUMN "pace_id" SET NOT NULL');
    for (const [name, column] of [['own_cadence_exists', 'cadence_id'], ['segment_cadence_exists', 'segment_cadence_id']])
      await runner.query(`ALTER TABLE "customers" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "cadences"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query('CREATE INDEX "customers_with_another_pace" ON "customers" ("owner_id", "tier_id", "pace_id") WHERE pace_id <> tier_id');
    await runner.query('DROP INDEX "customers_with_nothing_scheduled"');
    await runner.query('CREATE INDEX "customers_with_nothing_scheduled" ON "customers" ("owner_id", "tier_id", "pace_id", "cadence_anchor_on", "id", "next_step", "respond_by", "cadence_paused_until") WHERE next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL AND cadence_stopped_at IS NULL');
    // Everything that can be a customer's pace, whoever it is for.
    await runner.query(
      `CREATE VIEW paces AS SELECT id, 'tier'::varchar AS target, NULL::varchar AS name, ideal_days AS ideal, maximum_days AS maximum, ${TERM_NAMES} FROM tiers
       UNION ALL SELECT id, target, name, ideal, maximum, ${TERM_NAMES} FROM cadences`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW paces');
    await runner.query('DROP INDEX "customers_with_nothing_scheduled"');
    await runner.query('DROP INDEX "customers_with_another_pace"');
    await runner.query('DROP TRIGGER pace_of_a_customer ON customers');
    await runner.query('DROP FUNCTION pace_of_a_customer()');
    for (const column of ['pace_id', 'cadence_id', 'segment_cadence_id', 'cadence_paused_until', 'cadence_pause_reason', 'cadence_stopped_at', 'cadence_stop_reason']) await runner.query(`ALTER TABLE "customers" DROP COLUMN "${column}"`);
    await runner.query('CREATE INDEX "customers_with_nothing_scheduled" ON "customers" ("owner_id", "tier_id", "cadence_anchor_on", "id", "next_step", "respond_by") WHERE next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL');
    for (const column of TERM_NAMES.split(', ')) await runner.query(`ALTER TABLE "tiers" DROP COLUMN "${column}"`);
    await runner.query('DROP TABLE "cadences"');
  }
}
