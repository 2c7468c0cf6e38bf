import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person's working calendar is made of. */
const SOURCES = ['working_hours', 'calendar_days', 'absences', 'teams', 'people'] as const;
const CHANGES = { working_hours: 'UPDATE', calendar_days: 'UPDATE', absences: 'UPDATE', teams: 'UPDATE OF parent_id', people: 'UPDATE OF team_id, time_zone' } as const;

/**
 * Numbers the states of all working calendars, in the transaction that changes them: logging a contact reads the number with the customer, and the calendars
 * themselves only when it has moved. It comes from a sequence, so that a number that was rolled back never stands for another state.
 */
export class CalendarVersion1795300000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD calendar_version integer NOT NULL DEFAULT 1');
    await runner.query('CREATE SEQUENCE calendar_versions AS integer START 2');
    await runner.query(`CREATE FUNCTION number_calendar_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN UPDATE organisation SET calendar_version = nextval('calendar_versions'); RETURN NULL; END $$`);
    for (const table of SOURCES)
      await runner.query(`CREATE TRIGGER calendar_change_is_numbered AFTER INSERT OR DELETE OR ${CHANGES[table]} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION number_calendar_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of SOURCES) await runner.query(`DROP TRIGGER calendar_change_is_numbered ON ${table}`);
    await runner.query('DROP FUNCTION number_calendar_change()');
    await runner.query('DROP SEQUENCE calendar_versions');
    await runner.query('ALTER TABLE organisation DROP COLUMN calendar_version');
  }
}
