import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Working hours of organisation, teams and people, holidays per region, absences, and touchpoints that were rescheduled in bulk. */
export class WorkingTime1795300000167 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}

const ORGANISATION = `'00000000-0000-0000-0000-000000000000'::uuid`;

const HOURS = [
  `CREATE TABLE "working_hours" ("id" uuid NOT NULL, "team_id" uuid, "person_id" uuid, "week" character varying(700), "region" character varying(20), "version" integer NOT NULL DEFAULT '1',
     CONSTRAINT "working_hours_belong_to_one" CHECK (id = coalesce(person_id, team_id, ${ORGANISATION}) AND (person_id IS NULL OR team_id IS NULL)), CONSTRAINT "PK_5f84d2fa3953367fe9d704d8df6" PRIMARY KEY ("id"))`,
  'ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_team_exists" FOREIGN KEY ("team_id") REFERENCES "teams"("id")',
  'ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_person_exists" FOREIGN KEY ("person_id") REFERENCES "people"("id")',
  `INSERT INTO working_hours (id, week) SELECT ${ORGANISATION}, (SELECT string_agg(CASE WHEN d = ANY(o.working_weekdays) THEN o.opens_at || '-' || o.closes_at ELSE '' END, '|' ORDER BY d) FROM generate_series(1, 7) d) FROM organisation o`,
  'ALTER TABLE "organisation" DROP COLUMN "working_weekdays", DROP COLUMN "opens_at", DROP COLUMN "closes_at"',
];

const REGIONS = [
  `ALTER TABLE "calendar_days" ADD "region" character varying(20) NOT NULL DEFAULT ''`,
  'ALTER TABLE "calendar_days" DROP CONSTRAINT "PK_8b478c54fa0517b1bdc755d0c5d"',
  'ALTER TABLE "calendar_days" ADD CONSTRAINT "PK_calendar_days" PRIMARY KEY ("region", "day")',
];

const ABSENCES = [
  `CREATE TABLE "absences" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "from_on" date NOT NULL, "until_on" date NOT NULL, "half" character varying(10), "kind" character varying(10) NOT NULL,
     "note" character varying(300) NOT NULL DEFAULT '', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "created_by_id" uuid NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, "withdrawn_by_id" uuid,
     CONSTRAINT "an_absence_ends_after_it_starts" CHECK (until_on > from_on), CONSTRAINT "half_an_absence_is_on_one_day" CHECK (half IS NULL OR until_on = from_on + 1),
     CONSTRAINT "an_absence_has_a_kind" CHECK (kind IN ('leave', 'sick', 'travel', 'other')), CONSTRAINT "PK_absences" PRIMARY KEY ("id"))`,
  'CREATE INDEX "absences_of_a_person" ON "absences" ("person_id", "from_on") WHERE withdrawn_at IS NULL',
  'ALTER TABLE "absences" ADD CONSTRAINT "absent_person_exists" FOREIGN KEY ("person_id") REFERENCES "people"("id")',
  'ALTER TABLE "absences" ADD CONSTRAINT "absence_creator_exists" FOREIGN KEY ("created_by_id") REFERENCES "people"("id")',
  'ALTER TABLE "absences" ADD CONSTRAINT "absence_withdrawer_exists" FOREIGN KEY ("withdrawn_by_id") REFERENCES "people"("id")',
];

const RESCHEDULING = [
  `CREATE TABLE "reschedulings" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "way" character varying(10) NOT NULL, "absence_id" uuid, "reason" character varying(300) NOT NULL DEFAULT '', "changed" integer NOT NULL,
     "done_at" TIMESTAMP WITH TIME ZONE NOT NULL, "done_by_id" uuid NOT NULL, "reversed_at" TIMESTAMP WITH TIME ZONE, "reversed_by_id" uuid,
     CONSTRAINT "a_rescheduling_has_a_way" CHECK (way IN ('delegate', 'shift', 'release')), CONSTRAINT "PK_reschedulings" PRIMARY KEY ("id"))`,
  'CREATE INDEX "reschedulings_of_a_person" ON "reschedulings" ("person_id", "done_at")',
  'ALTER TABLE "reschedulings" ADD CONSTRAINT "rescheduled_person_exists" FOREIGN KEY ("person_id") REFERENCES "people"("id")',
  'ALTER TABLE "reschedulings" ADD CONSTRAINT "rescheduling_absence_exists" FOREIGN KEY ("absence_id") REFERENCES "absences"("id")',
  'ALTER TABLE "reschedulings" ADD CONSTRAINT "rescheduler_exists" FOREIGN KEY ("done_by_id") REFERENCES "people"("id")',
  'ALTER TABLE "reschedulings" ADD CONSTRAINT "rescheduling_reverser_exists" FOREIGN KEY ("reversed_by_id") REFERENCES "people"("id")',
  `CREATE TABLE "rescheduled_touchpoints" ("rescheduling_id" uuid NOT NULL, "touchpoint_id" uuid NOT NULL, "from_owner_id" uuid NOT NULL, "to_owner_id" uuid NOT NULL, "from_on" date NOT NULL,
     "from_at" TIMESTAMP WITH TIME ZONE, "to_on" date NOT NULL, "to_at" TIMESTAMP WITH TIME ZONE, "remind_at" TIMESTAMP WITH TIME ZONE, "move_id" uuid, "version" integer NOT NULL,
     CONSTRAINT "PK_rescheduled_touchpoints" PRIMARY KEY ("rescheduling_id", "touchpoint_id"))`,
  'CREATE INDEX "reschedulings_of_a_touchpoint" ON "rescheduled_touchpoints" ("touchpoint_id")',
  'ALTER TABLE "rescheduled_touchpoints" ADD CONSTRAINT "rescheduling_of_a_touchpoint_exists" FOREIGN KEY ("rescheduling_id") REFERENCES "reschedulings"("id") ON DELETE CASCADE',
  'ALTER TABLE "rescheduled_touchpoints" ADD CONSTRAINT "rescheduled_touchpoint_exists" FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoints"("id") ON DELETE CASCADE',
  'ALTER TABLE "rescheduled_touchpoints" ADD CONSTRAINT "rescheduled_from_exists" FOREIGN KEY ("from_owner_id") REFERENCES "people"("id")',
  'ALTER TABLE "rescheduled_touchpoints" ADD CONSTRAINT "rescheduled_to_exists" FOREIGN KEY ("to_owner_id") REFERENCES "people"("id")',
];

const UP = [...HOURS, ...REGIONS, ...ABSENCES, ...RESCHEDULING];

const DOWN = [
  'DROP TABLE "rescheduled_touchpoints"', 'DROP TABLE "reschedulings"', 'DROP TABLE "absences"',
  `DELETE FROM "calendar_days" WHERE region <> ''`, 'ALTER TABLE "calendar_days" DROP CONSTRAINT "PK_calendar_days"', 'ALTER TABLE "calendar_days" DROP COLUMN "region"',
  'ALTER TABLE "calendar_days" ADD CONSTRAINT "PK_8b478c54fa0517b1bdc755d0c5d" PRIMARY KEY ("day")',
  `ALTER TABLE "organisation" ADD "working_weekdays" smallint array NOT NULL DEFAULT '{1,2,3,4,5}', ADD "opens_at" character(5) NOT NULL DEFAULT '09:00', ADD "closes_at" character(5) NOT NULL DEFAULT '18:00'`,
  'DROP TABLE "working_hours"',
];
