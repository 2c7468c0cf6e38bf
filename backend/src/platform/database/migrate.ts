import { DataSource } from 'typeorm';
import { installJobs } from '../jobs/schema.ts';
import { dataSourceOptions } from './data-source.ts';

/** Brings the tables up to date; several starters at once take turns. */
export async function migrate(url: string): Promise<void> {
  const options = dataSourceOptions(url, 2);
  // Migrations may rewrite large tables: they alone may take their time.
  const source = await new DataSource({ ...options, extra: { statement_timeout: 0, lock_timeout: 60_000 } }).initialize();
  const turn = source.createQueryRunner();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('tangent migrations'))`);
    await source.runMigrations();
    await installJobs(source, url);
    await turn.query(`SELECT pg_advisory_unlock(hashtext('tangent migrations'))`);
  } finally {
    await turn.release();
    await source.destroy();
  }
}
