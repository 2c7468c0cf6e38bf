import { PgBoss } from 'pg-boss';
/** The PostgreSQL schema of the job queue, apart from the product's own tables. */
export const JOBS_SCHEMA = 'jobs';
/** Makes the tables of the job queue where there are none yet, so that no later start waits for it. */
export async function installJobs(source, connectionString) {
    const [found] = await source.query(`SELECT to_regclass('${JOBS_SCHEMA}.version')::text AS at`);
    if (found?.at)
        return;
    const boss = new PgBoss({ connectionString, schema: JOBS_SCHEMA, max: 1, supervise: false, schedule: false });
    boss.on('error', () => undefined);
    await boss.start();
    await boss.stop({ graceful: false });
}
