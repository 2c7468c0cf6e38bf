import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions that are asked for: who decides, in which order, what they said, and what happened on the way. */
export class Approvals1795300000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "approvals" ("id" uuid NOT NULL, "subject" character varying(10) NOT NULL, "subject_id" uuid NOT NULL, "customer_id" uuid, "title" character varying(200) NOT NULL, "text" text NOT NULL DEFAULT '', "amount" numeric(16,2), "rule" character varying(8) NOT NULL, "state" character varying(10) NOT NULL DEFAULT 'waiting', "owner_ids" uuid array NOT NULL, "requested_by_id" uuid NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT 1, CONSTRAINT "an_approval_has_a_subject" CHECK (subject IN ('plan', 'budget', 'incentive', 'request')), CONSTRAINT "an_approval_has_a_rule" CHECK (rule IN ('any', 'all', 'in_order')), CONSTRAINT "an_approval_has_a_state" CHECK (state IN ('waiting', 'approved', 'returned', 'withdrawn')), CONSTRAINT "what_is_decided_says_when" CHECK ((state IN ('approved', 'returned')) = (decided_at IS NOT NULL)), CONSTRAINT "PK_approvals" PRIMARY KEY ("id"))`);
    await runner.query(`CREATE UNIQUE INDEX "one_waiting_request_per_subject" ON "approvals" ("subject", "subject_id") WHERE state = 'waiting'`);
    await runner.query('CREATE INDEX "approvals_of_a_subject" ON "approvals" ("subject", "subject_id", "requested_at")');
    await runner.query('CREATE INDEX "approvals_of_a_requester" ON "approvals" ("requested_by_id", "requested_at", "id")');
    await runner.query(`CREATE TABLE "approval_deciders" ("approval_id" uuid NOT NULL, "person_id" uuid NOT NULL, "position" integer NOT NULL, "decision" character varying(8), "comment" text NOT NULL DEFAULT '', "decided_at" TIMESTAMP WITH TIME ZONE, "waiting_since" TIMESTAMP WITH TIME ZONE, CONSTRAINT "a_decision_is_one_of_two" CHECK (decision IN ('approved', 'returned')), CONSTRAINT "a_decision_says_when" CHECK ((decision IS NULL) = (decided_at IS NULL)), CONSTRAINT "PK_approval_deciders" PRIMARY KEY ("approval_id", "person_id"))`);
    await runner.query('CREATE INDEX "decisions_waiting_for_a_person" ON "approval_deciders" ("person_id", "waiting_since") WHERE waiting_since IS NOT NULL');
    await runner.query('CREATE INDEX "decisions_of_a_person" ON "approval_deciders" ("person_id", "decided_at", "approval_id") WHERE decided_at IS NOT NULL');
    await runner.query(`CREATE TABLE "approval_steps" ("id" uuid NOT NULL, "approval_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "kind" character varying(10) NOT NULL, "comment" text NOT NULL DEFAULT '', "from_person_id" uuid, "to_person_id" uuid, CONSTRAINT "an_approval_step_has_a_kind" CHECK (kind IN ('requested', 'approved', 'returned', 'withdrawn', 'reassigned')), CONSTRAINT "PK_approval_steps" PRIMARY KEY ("id"))`);
    await runner.query('CREATE INDEX "steps_of_an_approval" ON "approval_steps" ("approval_id", "at")');
    const key = (table: string, name: string, column: string, to: string): Promise<unknown> =>
      runner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await key('approvals', 'approval_customer_exists', 'customer_id', 'customers');
    await key('approvals', 'approval_requester_exists', 'requested_by_id', 'people');
    await key('approval_deciders', 'decided_approval_exists', 'approval_id', 'approvals');
    await key('approval_deciders', 'decider_exists', 'person_id', 'people');
    await key('approval_steps', 'step_approval_exists', 'approval_id', 'approvals');
    await key('approval_steps', 'approval_step_person_exists', 'person_id', 'people');
    await key('approval_steps', 'earlier_decider_exists', 'from_person_id', 'people');
    await key('approval_steps', 'later_decider_exists', 'to_person_id', 'people');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['approval_steps', 'approval_deciders', 'approvals']) await runner.query(`DROP TABLE "${table}"`);
  }
}
