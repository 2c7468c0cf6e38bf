/** A person's events and tasks are few among their communications: an index of their own keeps the calendar quick. */
export class CalendarsOfOwners1795300000150 {
    async up(runner) {
        await runner.query(`CREATE INDEX "events_and_tasks_of_an_owner" ON "follow_ups" ("owner_id", "occurred_at") WHERE kind IN ('schedule', 'task')`);
    }
    async down(runner) {
        await runner.query('DROP INDEX "events_and_tasks_of_an_owner"');
    }
}
