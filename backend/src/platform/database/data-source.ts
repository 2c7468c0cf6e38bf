import type { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../entities.ts';
import { migrations } from './migrations/index.ts';
import { SnakeNaming } from './naming.ts';

// A connection that dies reports it more than once, and TypeORM stops listening after the first time: without a listener of our own the
// next report would end the process. What was under way on the connection fails by itself.
const outliveDeadConnections = (client: Client): void => {
  client.on('error', () => undefined);
};

/** Connection settings: every wait has an end, so that a slow or dead database becomes an answer and never a hang. */
export const dataSourceOptions = (url: string, poolSize = 10): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  installExtensions: false,
  migrations,
  migrationsTransactionMode: 'all',
  poolSize,
  connectTimeoutMS: 2_000,
  applicationName: 'tangent',
  extra: {
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    onConnect: outliveDeadConnections,
  },
});

/** For the TypeORM command line. */
export default new DataSource(dataSourceOptions(process.env['DATABASE_URL'] ?? 'postgres://localhost/tangent'));
